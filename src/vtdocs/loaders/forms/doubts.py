"""What of a document's keys is doubted against one another: subject, authority, recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vtdocs.likeness import fold
from vtdocs.loaders.bodies import Body
from vtdocs.loaders.codes import Code
from vtdocs.loaders.fields import INVALID, Fields
from vtdocs.loaders.nodes import Mapping, Scalar, Sequence, YamlNode
from vtdocs.loaders.structure import Reader
from vtdocs.model import CoQuan
from vtdocs.outline import Marker, walk_outline
from vtdocs.patterns import compile_late
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN, LoaiVanBan
from vtdocs.standards.nd30_text import strip_end

from .noi_nhan import tidy_item

__all__ = ["doubt_authority", "doubt_recipients", "doubt_subject"]

# Fewer words in capitals may be an abbreviation and a name.
_FEWEST_IN_CAPITALS = 3
# The name of a place behind its kind; "xã hội" is none.
_PLACE = compile_late(r"\b(?:xã|phường|thị\s+trấn|đặc\s+khu|tỉnh|thành\s+phố)\s+(?!hội\b)(\S.*)$", re.IGNORECASE)
_LIKE_ARTICLE = compile_late(r"như\s+điều\s+(\d{1,4})\b", re.IGNORECASE)
_LIKE_ABOVE = compile_late(r"như\s+(?:ở\s+)?trên\b", re.IGNORECASE)


def doubt_subject(fields: Fields, reader: Reader) -> None:
    """Doubt a subject that repeats what the form prints, is all in capitals, or ends with a full stop."""
    about, loai = fields["trich_yeu"], _kind(fields)
    if about is INVALID or loai is None:
        return
    node = fields.at("trich_yeu")
    name = about[: len(loai.ten)]
    if loai.co_ten and name.casefold() == loai.ten.casefold() and about[len(name) : len(name) + 1] in (" ", "\n", ":"):
        message = f"trich_yeu: mở đầu bằng “{name}”, tên loại sẽ in hai lần"
        reader.warn(Code.TRICH_YEU, message, node, f"bỏ chữ “{name}” ở đầu; tên loại do thể thức in ra")
    if len(about.split()) >= _FEWEST_IN_CAPITALS and about.isupper():
        message = "trich_yeu: viết toàn chữ in hoa; thể thức in trích yếu bằng chữ in thường"
        reader.warn(Code.TRICH_YEU, message, node, "viết như trong câu văn, chỉ viết hoa chữ đầu và tên riêng")
    if about.endswith(".") and strip_end(about) != about:
        message = "trich_yeu: kết thúc bằng dấu chấm; trích yếu là một cụm từ, không có dấu chấm cuối"
        reader.warn(Code.TRICH_YEU, message, node, "bỏ dấu chấm ở cuối")


def doubt_authority(fields: Fields, office: CoQuan, reader: Reader) -> None:
    """Doubt an authority of a place that the office does not name: it was left over from another paper."""
    if "tham_quyen" not in fields or fields["tham_quyen"] is INVALID:
        return
    named = fields["tham_quyen"]
    found = _PLACE.search(" ".join(named.split()))
    known = f" {fold(' '.join(filter(None, (office.ten, office.dia_danh, office.co_quan_chu_quan))))} "
    if found and f" {fold(found[1])} " not in known:
        message = f"tham_quyen: “{named}” không phải của cơ quan ban hành (“{office.ten}”)"
        reader.warn(Code.CONFLICT, message, fields.at("tham_quyen"), "sửa tham_quyen, hoặc sửa ten ở tệp cơ quan")


def doubt_recipients(fields: Fields, reader: Reader) -> None:
    """Doubt recipients that point at an article, or at addressees, that are not there."""
    body, loai = fields["noi_dung"], _kind(fields)
    if fields["noi_nhan"] is INVALID or loai is None or reader.document.broken:
        return
    articles = _articles(body) if isinstance(body, Body) else frozenset()
    lacks_addressees = bool(loai.kinh_gui) and "kinh_gui" not in fields
    for node in _names(fields.at("noi_nhan")):
        text = tidy_item(node.value.strip())
        like = _LIKE_ARTICLE.match(text)
        if like and articles and int(like[1]) not in articles:
            message = f"noi_nhan: ghi “{text}” nhưng nội dung có {len(articles)} điều, không có Điều {int(like[1])}"
            reader.warn(Code.CONFLICT, message, node, f"sửa số điều, ví dụ “Như Điều {max(articles)}”")
        elif lacks_addressees and _LIKE_ABOVE.match(text):
            message = f"noi_nhan: ghi “{text}” nhưng văn bản không có kinh_gui"
            reader.warn(Code.CONFLICT, message, node, "thêm khóa kinh_gui, hoặc bỏ mục này")


def _kind(fields: Fields) -> LoaiVanBan | None:
    return LOAI_VAN_BAN.get(fields["loai"]) if fields["loai"] is not INVALID else None


def _articles(body: Body) -> frozenset[int]:
    numbers = (node.number for node in walk_outline(body.nodes) if node.marker is Marker.DIEU)
    return frozenset(int(found[0]) for number in numbers if (found := re.search(r"\d{1,4}", number)))


def _names(node: YamlNode) -> Iterator[Scalar]:
    """Give the nodes of the recipients, those of groups among them."""
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from _names(item)
        case Mapping():
            for key, value in node.entries:
                if key.value == "noi":
                    yield from _names(value)
