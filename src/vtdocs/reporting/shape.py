"""The JSON of a check, version 1: its shape is declared here, and `docs/schema/kiem-tra.schema.json` is made of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

__all__ = ["VERSION", "CheckJson", "FileJson", "FindingJson", "PlaceJson", "make_schema"]

VERSION = 1

SeverityName = Literal["error", "warning", "hint"]


class PlaceJson(Struct, frozen=True, omit_defaults=True):
    """Một chỗ trong tệp Word."""

    part: Annotated[str, Meta(description="Phần của tệp .docx, ví dụ word/document.xml.")]
    paragraph: Annotated[
        int | None, Meta(description="Số thứ tự của đoạn (w:p) trong phần, tính từ 1; không có khi là cả tệp.")
    ] = None
    words: Annotated[str, Meta(description="Vài chữ của đoạn.")] = ""
    page: Annotated[int | None, Meta(description="Trang, khi tệp cho biết.")] = None
    start: Annotated[int | None, Meta(description="Chỗ bắt đầu, tính bằng ký tự của đoạn, từ 0.")] = None
    end: Annotated[int | None, Meta(description="Chỗ kết thúc, tính bằng ký tự của đoạn.")] = None


class FindingJson(Struct, frozen=True, omit_defaults=True):
    """Một điều tìm thấy."""

    rule: Annotated[str, Meta(description="Mã của quy tắc, ví dụ ND30-103.")]
    severity: Annotated[SeverityName, Meta(description="error: lỗi; warning: cảnh báo; hint: gợi ý.")]
    title: Annotated[str, Meta(description="Tên của quy tắc.")]
    message: Annotated[str, Meta(description="Sai điều gì, bằng tiếng Việt.")]
    places: Annotated[tuple[PlaceJson, ...], Meta(description="Mọi chỗ; không có chỗ nào khi là cả tệp.")]
    hint: Annotated[str, Meta(description="Cách sửa.")] = ""
    source: Annotated[str, Meta(description="Điều khoản, hoặc tập quán.")] = ""
    found: Annotated[str, Meta(description="Đang là gì, khi nói được bằng một chữ hoặc một số.")] = ""
    expected: Annotated[str, Meta(description="Phải là gì, khi nói được bằng một chữ hoặc một số.")] = ""
    accepted: Annotated[str, Meta(description="Lý do chấp nhận; chỉ có trong accepted.")] = ""


class ComponentJson(Struct, frozen=True):
    """Một thành phần thể thức được nhận ra."""

    key: Annotated[str, Meta(description="Tên của thành phần, không dấu, ví dụ quoc_hieu.")]
    words: Annotated[str, Meta(description="Chữ của thành phần.")]


class FaultJson(Struct, frozen=True, omit_defaults=True):
    """Vì sao tệp không được kiểm tra, hoặc điều cần biết về các tệp bên cạnh nó."""

    code: Annotated[str, Meta(description="Mã, ví dụ VT-601.")]
    severity: SeverityName
    message: str
    location: Annotated[str, Meta(description="Tệp, có khi thêm dòng và cột.")] = ""
    hint: str = ""


class FileJson(Struct, frozen=True, omit_defaults=True):
    """Kết quả của một tệp."""

    path: Annotated[str, Meta(description="Đường dẫn, như đã gọi.")]
    checked: Annotated[bool, Meta(description="Tệp có được kiểm tra không; không thì xem faults.")]
    regime: Annotated[
        str, Meta(description="nd30: Nghị định 30; dang: văn bản của Đảng; qppl: quy phạm pháp luật; unknown: chưa rõ.")
    ] = ""
    kind: Annotated[str, Meta(description="Tên loại của văn bản, khi nhận ra được.")] = ""
    findings: tuple[FindingJson, ...] = ()
    accepted: Annotated[tuple[FindingJson, ...], Meta(description="Những điều đã được chấp nhận, có lý do.")] = ()
    components: tuple[ComponentJson, ...] = ()
    unsure: Annotated[tuple[str, ...], Meta(description="Những gì chưa nhận ra chắc chắn.")] = ()
    office: Annotated[str, Meta(description="Tên cơ quan, khi có tệp cơ quan.")] = ""
    faults: tuple[FaultJson, ...] = ()


class SummaryJson(Struct, frozen=True):
    """Cộng tất cả các tệp."""

    files: int
    unchecked: Annotated[int, Meta(description="Số tệp không kiểm tra được.")]
    errors: int
    warnings: int
    hints: int
    accepted: int


class CheckJson(Struct, frozen=True):
    """Kết quả của vtdocs check --json."""

    version: Annotated[int, Meta(description="Phiên bản của cách ghi này: 1. Thêm khóa thì số này giữ nguyên.")]
    vtdocs: Annotated[str, Meta(description="Phiên bản của vtdocs.")]
    profile: Annotated[str, Meta(description="nd30, hoặc tên của quy định riêng.")]
    summary: SummaryJson
    files: tuple[FileJson, ...]


def make_schema() -> dict[str, Any]:
    """Make the JSON Schema (draft 2020-12) of the shape."""
    (root,), parts = msgspec.json.schema_components([CheckJson], ref_template="#/$defs/{name}")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **root, "$defs": parts}
    # As it reads in its file: defaults that are tuples become lists.
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(schema))
    return plain
