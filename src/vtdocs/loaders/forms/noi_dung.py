"""The body as a list: what an item that is a group of keys may hold."""

from __future__ import annotations

from typing import Any

from vtdocs.loaders.bodies import Body
from vtdocs.loaders.codes import Code
from vtdocs.loaders.names import is_name
from vtdocs.loaders.nested import KINDS_OF_ITEMS, make_item
from vtdocs.loaders.nodes import Entry, Mapping, Scalar, YamlNode
from vtdocs.loaders.shapes import LONGEST_LINE, Choice, Field, OneOf, Outline, Record, Text
from vtdocs.loaders.structure import Reader
from vtdocs.outline import Reference, RefKind

from .bang import BANG
from .hinh import HINH

__all__ = ["NOI_DUNG", "PICTURE"]


def _item() -> Record:
    return _ITEM


NOI_DUNG = Outline(_item)

_WORDS = Text(lines=True, maximum=LONGEST_LINE)


def _from_file(_text: str, reader: Reader, node: YamlNode) -> Any:
    """Read a picture of which nothing is given but its file."""
    key = Scalar("tep", node.line, node.column)
    return reader.read(HINH, Mapping((Entry(key, node),), node.line, node.column))


PICTURE = OneOf(text=Text(make=_from_file), mapping=HINH)


def _named(kind: RefKind, shape: OneOf) -> OneOf:
    """Let a name stand where a table or a picture may."""

    def read(text: str, reader: Reader, node: YamlNode) -> Any:
        return Reference(kind, text) if is_name(text) else reader.read(shape, node)

    return OneOf(text=Text(make=read), mapping=shape.mapping, sequence=shape.sequence, make=shape.make)


_ITEM = Record(
    "Mục của nội dung",
    (
        Field("so", Text(), "Dấu đầu dòng, gõ như trên giấy; không ghi thì là đoạn không dấu.", example="1."),
        Field(
            "kieu",
            Choice(KINDS_OF_ITEMS, Code.ITEM),
            "Cấp của mục, thay cho so: số do vtdocs đánh tiếp theo mục cùng cấp đứng trước.",
            example="khoan",
        ),
        Field(
            "tieu_de",
            _WORDS,
            "Tiêu đề, đứng riêng một dòng; có thêm loi thì là nhãn liền: “1. Đối tượng: lời văn”.",
            example="Mục đích",
        ),
        Field(
            "loi",
            _WORDS,
            "Lời văn của mục; nhiều đoạn thì viết sau dấu |, mỗi đoạn một dòng.",
            example="Nâng cao nhận thức của cán bộ xã.",
        ),
        Field("con", NOI_DUNG, "Các mục con, viết như noi_dung.", default=Body(), example="|\n  - Mục con."),
        Field(
            "bang",
            _named(RefKind.BANG, BANG),
            "Bảng tại chỗ này: tên ở khóa bang của văn bản, hoặc chính bảng.",
            example="kinh-phi",
        ),
        Field(
            "hinh",
            _named(RefKind.HINH, PICTURE),
            "Hình tại chỗ này: tên ở khóa hinh của văn bản, hoặc chính hình.",
            example="so-do",
        ),
    ),
    make=make_item,
)
