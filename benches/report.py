"""The page docs/speed.md, from the results of one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from .race import Outcome
from .results import Results
from .targets import compare_targets, length_exponent
from .timing import Sample, Spread, ratio, spread
from .works.checking import OPEN, Checking
from .works.many import Many
from .works.plan import DOCXTPL
from .works.starts import DOCXTPL_SCRIPT

__all__ = ["write_report"]

_HEAD = """\
# Speed

Written by `make bench`. {date}: {machine}.

{versions}.

Every figure is of one run on a machine that others use too: a median, and in brackets the quartiles. Contenders run in
processes of their own and take turns; a ratio is of two samples of one round, so that both met the same machine. Times
are those of the clock on the wall; the last column tells the ratio of the processor's time, which a busy machine
disturbs less. Ratios travel better than times.
"""

_PLAN = """\
## One plan

The reference plan [cchc-2026](../examples/cchc-2026/README.md): a frame, {paragraphs} paragraphs, an appendix of
{rows} rows, {words:,} words. The process is warm. Every contender writes the same words, which is checked before it is
timed: the template of each peer is made from the finished document, with a loop over paragraphs (a branch for each of
their shapes), a loop over rows, and a tag for each text of the frame.
"""

_PLAN_NOTE = """\
Counted for vtdocs is all work from the loaded plan to the bytes of the file: tree, widths, frame, tables, writing,
compressing, and the digest by which an edited file is known. The peers start from values that lie ready, and measure
nothing. The default compressor is {default}. "docxtpl's template" is vtdocs filling the template that docxtpl fills,
from the same values.

Not counted: reading YAML and Excel, and writing to the disk.

Kept between calls is what belongs to the template (it is compiled once in a process, its parts that never change are
packed once) and to the font (widths of letters, and a bounded table of widths of words). Nothing is kept that is known
by a plan: the next call on the same plan does all its work again.
"""

_DISK = """\
## From disk to disk

vtdocs reads the plan's YAML, the office's YAML and the Excel sheet, checks them, and writes the file whole or not at
all: beside its target, flushed to the disk, then renamed. docxtpl renders values that lie ready, and saves. The process
is warm; every document is read anew.
"""

_LENGTHS = """\
## A long appendix

The same plan with plain rows of five cells in memory, each cell a text of its own. The exponent is that of rows in
seconds: 1 is twice the time for twice the rows. Here it is fitted through the medians, which were taken at different
times; that among the targets is of vtdocs writing all lengths in turn, round by round. Memory is the most that a fresh
process held until its first document was done, Python, the rows and the file included; it was started by a shell, as a
process is counted with the memory of the one that started it.
"""

_STARTS = """\
## Whole processes

From the start of Python to its end, by the clock and by the processor's time that the system counted. The bytecode of
all modules is there for each (`PYTHONPYCACHEPREFIX`, `PYTHONDONTWRITEBYTECODE` unset); nothing is a terminal.
`vtdocs build` reads, checks, writes and tells what it made; the script imports docxtpl and renders values from a JSON
file.
"""

_MANY = """\
## Thousands of plans

{plans:,} plans, each of another office, number and date, loaded already and written to the disk; docxtpl renders a
sample of {sampled}. Times are for one document, the start of the processes not counted; a ratio is to docxtpl on as
many processes. vtdocs flushes each file to the disk before it takes its name, docxtpl leaves that to the system: it is
most of the difference between wall and processor.
"""


_CHECKING = """\
## Checking

A report of some 30 pages with nine tables, from its bytes in memory: vtdocs reads what is really in it, finds its
components and asks every rule; python-docx opens it and reads the text of each `w:p`. The exponent is that of pages in
seconds, up to 1,000 pages, all lengths checked in turn.
"""


def write_report(
    results: Results, *, date: str, machine: str, versions: Sequence[str], facts: Mapping[str, Any], quick: bool
) -> str:
    """Write the page.

    `facts` are what its text names: counts of paragraphs, rows, words, plans and sampled, and the default compressor.
    """
    parts = [
        _HEAD.format(date=date, machine=machine, versions=", ".join(versions) or "No peer is installed"),
        *(["**A quick run: it shows that the benches work. Its figures mean nothing.**\n"] if quick else []),
        "## What was asked for\n",
        _table(("work", "bound", "measured", "met"), _targets(results)),
        _PLAN.format_map(facts),
        _outcome_table(results.plan),
        _PLAN_NOTE.format_map(facts),
        _DISK,
        _outcome_table(results.disk),
        _LENGTHS,
        *_length_tables(results),
        _STARTS,
        _starts_table(results.starts),
        _MANY.format_map(facts),
        _many_table(results.many, facts["plans"]),
        _CHECKING,
        _checking_table(results.checking),
        *_absences(results),
    ]
    return "\n".join(parts)


def _targets(results: Results) -> Iterator[tuple[str, ...]]:
    for target in compare_targets(results):
        bound = f"at {'least' if target.at_least else 'most'} {_with_unit(f'{target.bound:g}', target.unit)}"
        measured = "not measured" if target.measured is None else _told(target.measured, target.unit)
        yield target.work, bound, measured, {True: "yes", False: "**no**", None: "?"}[target.met]


def _outcome_table(outcome: Outcome) -> str:
    """One row for each contender, the slowest first."""
    peer = outcome.samples.get(DOCXTPL, ())
    rows = []
    for name, samples in sorted(outcome.samples.items(), key=lambda item: -_middle(item[1])):
        size = f"{outcome.sizes[name]:,}"
        rows.append((name, _milliseconds(samples), _times(peer, samples), size, _times(peer, samples, "cpu")))
    return _table(("way", "ms", "x docxtpl", "bytes", "x, processor"), rows)


def _length_tables(results: Results) -> Iterator[str]:
    """Seconds, ratios, memory and sizes: a row for each contender, a column for each length."""
    lengths = list(results.lengths)
    names = list(dict.fromkeys(name for outcome in results.lengths.values() for name in outcome.samples))
    heads = [f"{length:,}" for length in lengths]
    seconds, times, peaks, sizes = [], [], [], []
    for name in names:
        found = [results.lengths[length].samples.get(name, ()) for length in lengths]
        exponent = length_exponent(results, name)
        told = "" if exponent is None else f"{exponent.middle:.2f}"
        seconds.append((name, *(_told(spread(s.wall for s in one)) if one else "" for one in found), told))
        peer = [results.lengths[length].samples.get(DOCXTPL, ()) for length in lengths]
        times.append((name, *(_times(more, less) for more, less in zip(peer, found, strict=True))))
        held = [results.lengths[length].peaks.get(name) for length in lengths]
        peaks.append((name, *("" if peak is None else f"{peak / 1_000_000:.0f}" for peak in held)))
        made = [results.lengths[length].sizes.get(name) for length in lengths]
        sizes.append((name, *("" if size is None else f"{size / 1_000:,.0f}" for size in made)))
    yield _table(("seconds, by rows", *heads, "exponent"), seconds)
    yield _table(("x docxtpl", *heads), times)
    peaks.append(("the rows alone", *(f"{results.row_bytes[length] / 1_000_000:.1f}" for length in lengths)))
    yield _table(("peak memory, MB", *heads), peaks)
    yield _table(("file, KB", *heads), sizes)


def _starts_table(starts: Mapping[str, Sequence[Sample]]) -> str:
    script = starts.get(DOCXTPL_SCRIPT, ())
    rows = [
        (name, _milliseconds(taken), _processor(taken), _times(taken, script), _times(taken, script, "cpu"))
        for name, taken in starts.items()
    ]
    return _table(("process", "ms", "ms, processor", "x the script", "x, processor"), rows)


def _many_table(many: Many, plans: int) -> str:
    rows = []
    for name, taken in many.samples.items():
        peer = many.samples.get(f"docxtpl, {name.partition(', ')[2]}", ())
        whole = f"{_middle(taken) * plans:.1f}"
        rows.append((name, _milliseconds(taken), whole, _times(peer, taken), _times(peer, taken, "cpu")))
    return _table(("way", "ms a document", f"s for {plans:,}", "x docxtpl", "x, processor"), rows)


def _checking_table(checking: Checking) -> str:
    peer = checking.turns.samples.get(OPEN, ())
    rows = [
        (name, _milliseconds(taken), _told(ratio(taken, peer)) if peer else "")
        for name, taken in checking.turns.samples.items()
    ]
    return _table(("way", "ms", "x python-docx"), rows)


def _absences(results: Results) -> Iterator[str]:
    """Say what was not measured, and why."""
    sources = [
        ("one plan", results.plan.absent),
        ("from disk to disk", results.disk.absent),
        *((f"{length:,} rows", outcome.absent) for length, outcome in results.lengths.items()),
        ("whole processes", results.starts_absent),
        ("thousands of plans", results.many.absent),
        ("checking", results.checking.turns.failed),
    ]
    rows = [(work, name, reason) for work, absent in sources for name, reason in absent.items()]
    if rows:
        yield "## Not measured\n"
        yield _table(("work", "contender", "why"), rows)


def _times(more: Sequence[Sample], less: Sequence[Sample], clock: Literal["wall", "cpu"] = "wall") -> str:
    return _told(ratio(more, less, clock)) if more and less else ""


def _milliseconds(samples: Sequence[Sample]) -> str:
    return _told(spread(sample.wall * 1000 for sample in samples))


def _processor(samples: Sequence[Sample]) -> str:
    return _told(spread(sample.cpu * 1000 for sample in samples))


def _middle(samples: Sequence[Sample]) -> float:
    return spread(sample.wall for sample in samples).middle


def _told(value: Spread, unit: str = "") -> str:
    """Tell a median and its quartiles, in three figures."""
    middle = _with_unit(_figure(value.middle), unit)
    return middle if value.low == value.high else f"{middle} [{_figure(value.low)} - {_figure(value.high)}]"


def _with_unit(figure: str, unit: str) -> str:
    return f"{figure} {unit}".rstrip()


def _figure(value: float) -> str:
    for bound, digits in ((100, 0), (10, 1), (1, 2), (0.1, 3)):
        if abs(value) >= bound:
            return f"{value:,.{digits}f}"
    return f"{value:.4f}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
