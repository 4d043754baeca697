"""The report of a run: the targets honestly met or not, a table for each work, and what was not measured."""

from __future__ import annotations

from pathlib import Path

from benches.__main__ import measure
from benches.contenders import Peers
from benches.effort import Effort
from benches.race import Outcome
from benches.report import write_report
from benches.results import Results
from benches.targets import compare_targets
from benches.timing import Sample, Turns
from benches.works.checking import CHECK, OPEN, Checking
from benches.works.many import Many
from benches.works.plan import DOCXTPL
from benches.works.starts import BARE, BUILD, DOCXTPL_SCRIPT, IMPORT

FACTS = {"paragraphs": 65, "rows": 9, "words": 3_167, "plans": 3_321, "sampled": 270, "default": "zlib-3"}


def samples(*walls: float) -> list[Sample]:
    return [Sample(wall, wall / 2) for wall in walls]


def outcome(**absent: str) -> Outcome:
    return Outcome({}, {}, {}, absent)


def rows(report: str, section: str) -> list[list[str]]:
    """The cells of all rows of tables below a heading."""
    text = report.partition(f"## {section}\n")[2].partition("\n## ")[0]
    return [line[2:-2].split(" | ") for line in text.split("\n") if line.startswith("| ")]


def results() -> Results:
    plan = Outcome(
        samples={
            DOCXTPL: samples(0.022, 0.020, 0.024),
            "vtdocs, zlib-6": samples(0.001, 0.001, 0.001),
            "vtdocs, zlib-1": samples(0.001, 0.001, 0.001),
            "vtdocs, isal-1": samples(0.0005, 0.0005, 0.0005),
        },
        sizes={DOCXTPL: 12_822, "vtdocs, zlib-6": 12_746, "vtdocs, zlib-1": 15_000, "vtdocs, isal-1": 14_000},
        peaks={},
        absent={"carbone": "carbone is not installed"},
    )
    lengths = {
        size: Outcome(
            samples={DOCXTPL: samples(size * 31e-5), "vtdocs, default": samples(size * 1e-5)},
            sizes={DOCXTPL: size, "vtdocs, default": size},
            peaks={DOCXTPL: 800_000_000, "vtdocs, default": 81_000_000},
            absent={},
        )
        for size in (1_000, 10_000, 50_000)
    }
    starts = {
        BARE: samples(0.012),
        IMPORT: samples(0.030),
        BUILD: samples(0.150),
        DOCXTPL_SCRIPT: samples(0.200),
    }
    many = {"vtdocs, 1 process": samples(0.002), "docxtpl, 1 process": samples(0.024)}
    checking = Checking(Turns({CHECK: samples(0.150), OPEN: samples(0.050)}, {}), [1.06])
    sizes = {1_000: 780_000, 10_000: 7_800_000, 50_000: 39_300_000}
    return Results(
        plan, outcome(one="TypeError: a|b"), lengths, [1.01, 1.03, 1.02], sizes, starts, {}, Many(many, {}), checking
    )


def test_targets_are_met_or_not_by_their_medians() -> None:
    found = {
        target.work: (target.measured and round(target.measured.middle, 6), target.met)
        for target in compare_targets(results())
    }
    assert found == {
        "loaded plan, zlib-6, against docxtpl": (22, True),
        "loaded plan, zlib-1, against docxtpl": (22, False),
        "loaded plan, the `fast` extra (isal-1), against docxtpl": (44, True),
        "from disk to disk, against docxtpl's render and save": (None, None),
        "growth with the rows of the appendix": (1.02, True),
        "50,000 rows, against docxtpl": (31, True),
        "50,000 rows, peak memory": (81, False),
        "`vtdocs build`, against a script with docxtpl": (0.75, True),
        "a report of 30 pages checked, against python-docx reading it": (3, True),
        "growth of checking with pages, to 1,000": (1.06, False),
        "`import vtdocs` over bare Python": (18, True),
    }


def test_a_report_tells_all_that_was_measured_and_what_was_not() -> None:
    report = write_report(
        results(),
        date="2026-11-30",
        machine="Linux, Python 3.11, 2 cores",
        versions=["docxtpl 0.20.2"],
        facts=FACTS,
        quick=False,
    )
    lines = report.split("\n")
    assert "Written by `make bench`. 2026-11-30: Linux, Python 3.11, 2 cores." in lines
    assert "| loaded plan, zlib-6, against docxtpl | at least 15 x | 22.0 x [21.0 - 23.0] | yes |" in lines
    assert "| loaded plan, zlib-1, against docxtpl | at least 25 x | 22.0 x [21.0 - 23.0] | **no** |" in lines
    assert "| from disk to disk, against docxtpl's render and save | at least 2.5 x | not measured | ? |" in lines
    assert "| vtdocs, isal-1 | 0.500 | 44.0 [42.0 - 46.0] | 14,000 | 44.0 [42.0 - 46.0] |" in lines
    assert "| vtdocs, default | 0.0100 | 0.100 | 0.500 | 1.00 |" in lines
    assert "| vtdocs, default | 31.0 | 31.0 | 31.0 |" in lines
    assert "| docxtpl, opened each time | 800 | 800 | 800 |" in lines
    assert "| the rows alone | 0.8 | 7.8 | 39.3 |" in lines
    assert "| vtdocs build | 150 | 75.0 | 0.750 | 0.750 |" in lines
    assert "| vtdocs, 1 process | 2.00 | 6.6 | 12.0 | 12.0 |" in lines
    assert "| vtdocs, read and check | 150 | 3.00 |" in lines
    assert "| one plan | carbone | carbone is not installed |" in lines
    assert "| from disk to disk | one | TypeError: a\\|b |" in lines
    assert "The default compressor is zlib-3." in report
    assert "A quick run" not in report


def test_the_benches_run_and_tell_of_the_peers_that_are_not_there(tmp_path: Path) -> None:
    effort = Effort(
        rounds=1,
        sample_seconds=0,
        warm_seconds=0,
        starts=1,
        lengths={2: (1, 1), 4: (1, 1)},
        growth_rounds=1,
        plans=2,
        plans_sampled=2,
        slices=1,
        pages=(1, 2),
    )
    report = measure(effort, Peers(tmp_path), "2026-11-30")
    missing = [row[:2] for row in rows(report, "Not measured") if row[-1].endswith(" is not installed")]
    assert missing == [
        ["one plan", "docxtpl-ng, opened each time"],
        ["one plan", "docxtpl-ng, one object"],
        ["one plan", "docxtemplater"],
        ["one plan", "carbone"],
        ["2 rows", "carbone"],
        ["4 rows", "carbone"],
    ]
    for section, contenders in {
        "One plan": (DOCXTPL, "docxtpl, one object", "python-docx, by code", "vtdocs, default"),
        "From disk to disk": (DOCXTPL, "vtdocs, default"),
        "A long appendix": (DOCXTPL, "vtdocs, default"),
        "Whole processes": (BARE, IMPORT, BUILD, DOCXTPL_SCRIPT),
        "Thousands of plans": (
            "vtdocs, 1 process",
            "vtdocs, 2 processes",
            "docxtpl, 1 process",
            "docxtpl, 2 processes",
        ),
        "Checking": (CHECK, OPEN),
    }.items():
        assert set(contenders) <= {row[0] for row in rows(report, section)}
