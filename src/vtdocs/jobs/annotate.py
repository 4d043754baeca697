"""Write a checked Word file anew, with comments at the places of what was found; the file itself stays as it is."""

from __future__ import annotations

from pathlib import Path

from vtdocs.checking.report import Report
from vtdocs.diagnostics import Diagnostic, Location, Severity
from vtdocs.errors import WriteError
from vtdocs.filling.sealing import take_custom
from vtdocs.readers.docx.package import open_package
from vtdocs.readers.docx.xml_parts import parse_as_is
from vtdocs.reporting.comments import add_comments
from vtdocs.reporting.signatures import take_signatures
from vtdocs.writers.docx import find_compressor, is_untouched
from vtdocs.writers.docx.package import freeze_parts, pack

from .compressing import choose_compression
from .storage import check_target, is_same, write_whole

__all__ = ["annotate", "check_annotated"]

_NAMES = ("[Content_Types].xml", "_rels/.rels")


def check_annotated(source: Path, out: Path, *, force: bool = False) -> None:
    """Raise WriteError where the annotated copy may not be written: over the file itself, or over a person's work."""
    if out.suffix.lower() not in (".docx", ".docm"):
        hint = f"ghi tên tệp có đuôi .docx, ví dụ: --annotate {source.stem}-ghi-chu.docx"
        raise WriteError.one("VT-657", "bản có ghi chú phải có đuôi .docx", location=Location(str(out)), hint=hint)
    if is_same(source, out):
        message, hint = "bản có ghi chú trùng với chính tệp được kiểm tra", "chọn tên khác ở --annotate"
        raise WriteError.one("VT-657", message, location=Location(str(out)), hint=hint)
    if fault := check_target(out, (lambda _data: True) if force else is_untouched):
        raise WriteError([fault])


def annotate(source: Path, out: Path, report: Report, *, force: bool = False) -> tuple[Diagnostic, ...]:
    """Write a copy of `source` to `out`, with a comment at each place of the report; gives what is to be told of it.

    A copy that a person has edited since is written over only with `force`. Raises ReadError, WriteError.
    """
    check_annotated(source, out, force=force)
    package = open_package(source, report.name)
    if package.macros and out.suffix.lower() != ".docm":
        message, hint = "tệp có macro, bản sao của nó phải có đuôi .docm", f"--annotate {out.stem}.docm"
        raise WriteError.one("VT-657", message, location=Location(str(out)), hint=hint)
    parts = add_comments(package, report)
    is_signed = take_signatures(parts)
    write_whole(out, _seal(parts))
    if not is_signed:
        return ()
    message = f"{report.name} đã ký số; bản có ghi chú không mang chữ ký số, vì thêm ghi chú làm chữ ký mất hiệu lực"
    hint = "dùng bản này để xem ghi chú; bản có giá trị pháp lý vẫn là tệp gốc"
    return (Diagnostic("VT-658", Severity.WARNING, message, Location(str(out)), hint),)


def _seal(parts: dict[str, bytes]) -> bytes:
    """Pack the parts with a digest, so that the copy may be made anew until a person edits it."""
    canonical = {name.casefold(): name for name in _NAMES}
    named = {canonical.get(name.casefold(), name): data for name, data in parts.items()}
    custom = take_custom(named, lambda content, _part: parse_as_is(content))
    compressor = find_compressor(choose_compression(None))
    return pack(freeze_parts(named, with_properties=True), {}, None, compressor, custom=custom)
