"""A component's letters against the decree's table: size, weight and slant, capitals; a slip each, with all places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vtdocs.diagnostics import Severity
from vtdocs.readers.docx.observed import Run
from vtdocs.standards.base import ChuFact

from .components import COMPONENTS
from .finding import Place, Slip, place_of
from .lengths import format_allowed_sizes, format_size, size_fits
from .lettering import lettered_runs
from .paper import Line, Paper
from .words import shown_text

__all__ = ["find_wrong_case", "find_wrong_size", "find_wrong_style"]


def find_wrong_size(paper: Paper, key: str, fact: ChuFact) -> Iterator[Slip]:
    """Yield a slip where letters of a component have a size that the law does not give it."""
    wrong = [(line, run) for line, run in _runs(paper, key) if not size_fits(run.format.size, fact.size)]
    if not wrong:
        return
    found = " và ".join(format_size(size) for size in sorted({run.format.size for _line, run in wrong}))
    allowed = format_allowed_sizes(fact.size)
    yield Slip(
        f"{COMPONENTS[key]} cỡ chữ {found}, phải là cỡ {allowed}",
        _places(wrong),
        f"chọn {COMPONENTS[key]}, đặt cỡ chữ {allowed.replace(' - ', ' hoặc ')}",
        found=found,
        expected=allowed,
    )


def find_wrong_style(paper: Paper, key: str, fact: ChuFact) -> Iterator[Slip]:
    """Yield a slip where letters of a component are not as heavy or not as slanted as the law says."""
    runs = [*_runs(paper, key)]
    faults, keys, places = [], [], []
    for wanted, look, shortcut, words in (
        (fact.bold, "bold", "Ctrl+B", _BOLD),
        (fact.italic, "italic", "Ctrl+I", _ITALIC),
    ):
        wrong = [(line, run) for line, run in runs if getattr(run.format, look) is not wanted]
        if wrong:
            partly = "" if len(wrong) == len(runs) else "một phần "
            faults.append((f"{partly}{words[not wanted]}", words[wanted]))
            keys.append(shortcut)
            places += wrong
    if faults:
        found, expected = (", ".join(fault[index] for fault in faults) for index in (0, 1))
        yield Slip(
            f"{COMPONENTS[key]} {found}; phải {expected}",
            _places(places),
            f"chọn các chữ sai kiểu, bấm {' và '.join(keys)}",
            found=found,
            expected=expected,
        )


_BOLD = {True: "in đậm", False: "không in đậm"}
_ITALIC = {True: "in nghiêng", False: "in đứng"}


def find_wrong_case(paper: Paper, key: str, fact: ChuFact) -> Iterator[Slip]:
    """Yield a slip where a component that is in capitals by law is not, or one is that should not be.

    Small capitals are a warning: they look like capitals of another size.
    """
    part = paper.part(key)
    if part is None:
        return
    runs = [*_runs(paper, key)]
    shown = " ".join(shown_text(line) for line in part.lines)
    name = COMPONENTS[key]
    if fact.caps:
        small = [pair for pair in runs if pair[1].format.small_caps]
        if shown != shown.upper():
            message, hint, severity = f"{name} không viết toàn chữ in hoa", f"gõ lại {name} bằng chữ in hoa", None
            places: tuple[Place, ...] = part.places
        elif small:
            message = f"{name} dùng kiểu chữ hoa nhỏ (Small caps); quy định là chữ in hoa"
            hint, severity = "bỏ chọn Small caps trong Font", Severity.WARNING
            places = _places(small)
        else:
            return
        yield Slip(message, places, hint, found=shown, expected=shown.upper(), severity=severity)
    elif len(shown.split()) >= _FEWEST_IN_CAPITALS and shown == shown.upper() and shown != shown.lower():
        hint = "bỏ chọn All caps trong Font, hoặc gõ lại như trong câu: chỉ viết hoa chữ đầu và tên riêng"
        yield Slip(f"{name} viết toàn chữ in hoa; quy định là chữ in thường", part.places, hint, found=shown)


# A word or two in capitals may be the name of a thing.
_FEWEST_IN_CAPITALS = 3


def _runs(paper: Paper, key: str) -> Iterator[tuple[Line, Run]]:
    part = paper.part(key)
    if part is not None:
        for line in part.lines:
            for run, _letters in lettered_runs(line):
                yield line, run


def _places(wrong: Iterable[tuple[Line, Run]]) -> tuple[Place, ...]:
    """Give a place for each line: from its first wrong letter to its last."""
    stretches: dict[int, tuple[Line, int, int]] = {}
    for line, run in wrong:
        _line, low, high = stretches.get(id(line), (line, run.start, run.end))
        stretches[id(line)] = line, min(low, run.start), max(high, run.end)
    return tuple(
        line.place if (low, high) == (line.start, line.end) else place_of(line.paragraph, low, high)
        for line, low, high in stretches.values()
    )
