"""The Lưu line, which ends the recipients."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Slip, place_of
from vtdocs.checking.paper import Paper
from vtdocs.checking.parts import ARCHIVE, has_dash, lines_of, recipients_of
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.likeness import fold
from vtdocs.standards import nd30

__all__: list[str] = []


@rule(
    "ND30-535",
    "Dòng Lưu viết sai",
    fact=nd30.LUU_VAN_THU,
    example=Example("- Lưu: VT, VP.", "- Lưu VT, VP.", "luu"),
    why="Không bắt buộc ghi đơn vị soạn thảo: các mẫu 1.8, 3.1 của Nghị định chỉ ghi “- Lưu: VT.”.",
)
def _archive_form(paper: Paper) -> Iterator[Slip]:
    for line in lines_of(paper, "luu"):
        found = ARCHIVE.match(line.text)
        if not found:
            continue
        rest = found["rest"].strip()
        first = rest[2:].lstrip()[:1]
        if not found["colon"]:
            fault, right = "thiếu dấu hai chấm sau “Lưu”", f"Lưu: {rest}"
        elif not rest.startswith(nd30.LUU_VAN_THU.default):
            fault, right = "không có “VT” ngay sau “Lưu:”", f"Lưu: VT, {rest}"
        elif first and first not in ",.(" and not rest[2:3].isalpha():
            fault, right = "thiếu dấu phẩy sau “VT”", f"Lưu: VT, {rest[2:].lstrip(' ;-/&+')}"
        else:
            continue
        yield Slip(
            f"dòng Lưu {fault} (“{line.text}”)",
            (line.place,),
            f"viết “- {right.rstrip('.')}.”",
            found=line.text,
            expected=f"- {right.rstrip('.')}.",
        )


@rule(
    "ND30-536",
    "Nơi nhận không có dòng Lưu ở cuối",
    source=nd30.LUU_VAN_THU.source,
    example=Example("… - Lưu: VT, VP.", "danh sách nơi nhận không có dòng Lưu"),
)
def _archive_missing(paper: Paper) -> Iterator[Slip]:
    lines = recipients_of(paper)
    if not lines:
        return
    places = [index for index, line in enumerate(lines) if ARCHIVE.match(line.text)]
    if not places:
        yield Slip(
            "danh sách nơi nhận không có dòng Lưu",
            (lines[-1].place,),
            "thêm dòng cuối “- Lưu: VT, (đơn vị soạn thảo).”",
            expected="- Lưu: VT, …",
        )
    elif any(has_dash(line) for line in lines[places[-1] + 1 :]):
        yield Slip(
            "dòng Lưu không phải dòng cuối cùng của nơi nhận",
            (lines[places[-1]].place,),
            "chuyển dòng Lưu xuống cuối danh sách",
            found=lines[places[-1]].text,
        )


@rule(
    "VB-537",
    "Đơn vị trên dòng Lưu không có trong tệp cơ quan",
    source="tệp cơ quan (danh sách đơn vị)",
    severity=Severity.WARNING,
    example=Example("- Lưu: VT, VHXH.", "- Lưu: VT, VHTT."),
)
def _archive_unit(paper: Paper) -> Iterator[Slip]:
    known = {fold(short) for _name, short in paper.office.units} if paper.office else set()
    for line in lines_of(paper, "luu") if known else ():
        found = ARCHIVE.match(line.text)
        groups = [group.partition("(")[0] for group in (found["rest"] if found else "").rstrip(". ").split(",")[1:]]
        # A drafter's name may follow the unit, with a full stop, a blank or in brackets.
        units = [group.strip() for group in groups if group.strip()]
        if units and not any(fold(part) in known for unit in units for part in (unit, *unit.replace(".", " ").split())):
            shorts = [short for _name, short in paper.office.units] if paper.office else []
            near = next((short for short in shorts if _is_near(units[0], short)), "")
            at = line.paragraph.text.find(units[0], line.start)
            yield Slip(
                f"“{units[0]}” trên dòng Lưu không phải chữ viết tắt của đơn vị nào trong tệp cơ quan",
                (line.place if at < 0 else place_of(line.paragraph, at, at + len(units[0])),),
                f"viết “{near}”" if near else f"dùng một trong: {', '.join(shorts)}",
                found=units[0],
                expected=near,
            )


def _is_near(word: str, other: str) -> bool:
    """Whether one letter of a word is another's."""
    return len(word) == len(other) and sum(a != b for a, b in zip(word, other, strict=True)) == 1
