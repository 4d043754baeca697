"""Whether the letters of some lines are those of a fact: size, weight, slant, capitals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from vtdocs.diagnostics import Severity
from vtdocs.readers.docx.observed import Run
from vtdocs.standards.base import ChuFact

from .finding import Place, Slip
from .lengths import format_allowed_sizes, format_size, size_fits
from .paper import Line

__all__ = [
    "count_letters",
    "in_capitals",
    "judge_case",
    "judge_lettering",
    "judge_size",
    "lettered_runs",
    "main_size",
    "share",
    "sizes_of",
]

# A run of less is a mark or a slip of the mouse, and is not seen in print.
_FEWEST_LETTERS = 2


def count_letters(line: Line, run: Run) -> int:
    """How many letters and figures a run of the line prints."""
    return sum(map(str.isalnum, line.paragraph.text[run.start : run.end]))


def lettered_runs(line: Line) -> Iterator[tuple[Run, int]]:
    """Give the runs that print letters or figures on the line of text, and how many; calls of notes are raised."""
    for run in line.runs:
        if not run.format.raised:
            letters = count_letters(line, run)
            if letters:
                yield run, letters


def share(line: Line, holds: Callable[[Run], bool]) -> float:
    """Which part of the line, 0 to 1, stands in runs of which something holds."""
    total = held = 0
    for run in line.runs:
        length = run.end - run.start
        total += length
        held += length * holds(run)
    return held / total if total else 0.0


def main_size(line: Line) -> int | None:
    """The size, in half-points, that most of the line has; None where nothing is printed."""
    sizes = sizes_of((line,))
    return max(sizes, key=lambda size: sizes[size]) if sizes else None


def sizes_of(lines: Iterable[Line]) -> dict[int, int]:
    """How many characters of the lines have each size; calls of notes are raised, and do not count."""
    sizes: dict[int, int] = {}
    for line in lines:
        for run in line.runs:
            if not run.format.raised:
                sizes[run.format.size] = sizes.get(run.format.size, 0) + run.end - run.start
    return sizes


def in_capitals(line: Line) -> bool:
    """Whether every letter of the line is printed as a capital; figures alone are none."""
    text = line.paragraph.text
    printed = [
        text[run.start : run.end].upper() if run.format.caps or run.format.small_caps else text[run.start : run.end]
        for run in line.runs
    ]
    return "".join(printed).isupper()


def judge_lettering(
    lines: Iterable[Line],
    fact: ChuFact,
    what: str,
    *,
    size: bool = True,
    caps: bool = True,
    severity: Severity | None = None,
) -> Iterator[Slip]:
    """Compare lines with what the law says of their letters; `what` begins the message. One slip for the same lines.

    `size` and `caps` say whether size and case count.
    """
    seen = tuple(line for line in lines if line.text)
    yield from _tell(_find_faults(seen, fact, size=size, caps=caps), what, severity)


def judge_size(lines: Iterable[Line], fact: ChuFact, what: str, severity: Severity | None = None) -> Iterator[Slip]:
    """Compare the sizes of lines alone."""
    yield from _tell(_find_sizes(lines, fact), what, severity)


def judge_case(lines: Iterable[Line], fact: ChuFact, what: str, severity: Severity | None = None) -> Iterator[Slip]:
    """Compare lines alone with whether the law has them in capitals."""
    yield from _tell(_find_cases(lines, fact), what, severity)


class _Fault(NamedTuple):
    """What is wrong with some lines, and what it should be, in words; how to mend it; both again for programs."""

    lines: tuple[Line, ...]
    wrong: str
    right: str
    step: str
    found: str
    expected: str


def _tell(faults: Iterable[_Fault], what: str, severity: Severity | None) -> Iterator[Slip]:
    """Make slips of faults: those of the same lines are one, as a reader sees one line that looks wrong."""
    by_places: dict[tuple[Place, ...], list[_Fault]] = {}
    for fault in faults:
        by_places.setdefault(tuple(line.place for line in fault.lines), []).append(fault)
    for places, same in by_places.items():
        yield Slip(
            f"{what} {', '.join(fault.wrong for fault in same)}, phải {', '.join(fault.right for fault in same)}",
            places,
            f"chọn dòng này, {', '.join(fault.step for fault in same)}",
            found=", ".join(fault.found for fault in same),
            expected=", ".join(fault.expected for fault in same),
            severity=severity,
        )


def _find_faults(lines: Sequence[Line], fact: ChuFact, *, size: bool, caps: bool) -> Iterator[_Fault]:
    if size:
        yield from _find_sizes(lines, fact)
    for wanted, holds, style, right, wrong in (
        (fact.bold, _is_bold, "đậm", "in đậm", "không in đậm"),
        (fact.italic, _is_italic, "nghiêng", "in nghiêng", "in đứng"),
    ):
        broken = tuple(line for line in lines if _runs_where(line, holds, not wanted))
        if broken:
            found, expected = (wrong, right) if wanted else (right, wrong)
            yield _Fault(broken, found, expected, f"{'bật' if wanted else 'bỏ'} kiểu chữ {style}", found, expected)
    if caps:
        yield from _find_cases(lines, fact)


def _find_sizes(lines: Iterable[Line], fact: ChuFact) -> Iterator[_Fault]:
    sizes: dict[int, None] = {}
    broken = []
    for line in lines:
        wrong = [
            run.format.size
            for run, letters in lettered_runs(line)
            if letters >= _FEWEST_LETTERS and not size_fits(run.format.size, fact.size)
        ]
        if wrong:
            sizes.update(dict.fromkeys(wrong))
            broken.append(line)
    if broken:
        found, allowed = ", ".join(map(format_size, sorted(sizes))), format_allowed_sizes(fact.size)
        step = f"đặt cỡ chữ {format_size(fact.default.half_points)}"
        yield _Fault(tuple(broken), f"cỡ chữ {found}", f"là cỡ {allowed}", step, found, allowed)


def _find_cases(lines: Iterable[Line], fact: ChuFact) -> Iterator[_Fault]:
    if fact.caps:
        broken = tuple(line for line in lines if not in_capitals(line) and any(map(str.isalpha, line.text)))
        right, wrong = "in hoa", "in thường"
    else:
        broken = tuple(line for line in lines if in_capitals(line))
        right, wrong = "in thường", "in hoa"
    if broken:
        yield _Fault(broken, wrong, right, f"gõ lại bằng chữ {right}", wrong, right)


def _is_bold(run: Run) -> bool:
    return run.format.bold


def _is_italic(run: Run) -> bool:
    return run.format.italic


def _runs_where(line: Line, holds: Callable[[Run], bool], value: bool) -> bool:
    return any(letters >= _FEWEST_LETTERS and holds(run) is value for run, letters in lettered_runs(line))
