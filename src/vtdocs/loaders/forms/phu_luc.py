"""An appendix: prose, tables, or both."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from vtdocs.loaders.bodies import Body
from vtdocs.loaders.codes import Code
from vtdocs.loaders.fields import Fields
from vtdocs.loaders.mentions import Attached
from vtdocs.loaders.nodes import YamlNode
from vtdocs.loaders.shapes import Field, ListOf, Record, Text
from vtdocs.loaders.structure import Reader
from vtdocs.model import PhuLuc

from .bang import BANG
from .noi_dung import NOI_DUNG

__all__ = ["MOST_APPENDICES", "PHU_LUC", "ReadAppendix"]

MOST_APPENDICES = 100


class ReadAppendix(Struct, frozen=True):
    """An appendix, and what the checks of the whole document need of it."""

    phu_luc: PhuLuc
    attached: Attached


def _make(fields: Fields, reader: Reader, node: YamlNode) -> Any:
    body: Body = fields["noi_dung"]
    if not fields["bang"] and not body.nodes:
        message = "phụ lục chưa có gì: cần bang, noi_dung, hoặc cả hai"
        return reader.fail(Code.MISSING_KEY, message, node, "thêm dòng “bang: ten-tep.xlsx”, hoặc “noi_dung: |”")
    phu_luc = PhuLuc(noi_dung=body.nodes, **fields.without("noi_dung"))
    return ReadAppendix(phu_luc, Attached(fields["nhan"], body, node))


_PHU_LUC = Record(
    "Phụ lục",
    (
        Field("tieu_de", Text(), "Tên của phụ lục.", example="Các hoạt động trọng tâm năm 2026"),
        Field(
            "noi_dung",
            NOI_DUNG,
            "Phần lời của phụ lục, viết như noi_dung của văn bản.",
            default=Body(),
            example="|\n  I. PHẠM VI\n  1. …",
        ),
        Field(
            "bang",
            BANG,
            "Bảng của phụ lục, hoặc danh sách nhiều bảng: tên tệp Excel, CSV, hoặc các hàng. Bảng in sau phần lời.",
            default=(),
            example="hoat-dong.xlsx",
        ),
        Field("nhan", Text(), "Chữ thay cho “Phụ lục”, khi muốn ghi khác.", example="PHỤ LỤC"),
        Field(
            "kem_theo",
            Text(),
            "Dòng thay cho “(Kèm theo …)”; không ghi thì lấy theo văn bản chính.",
            example="(Kèm theo Kế hoạch của Ủy ban nhân dân xã)",
        ),
    ),
    make=_make,
)

PHU_LUC = ListOf(_PHU_LUC, maximum=MOST_APPENDICES)
