"""`python -m benches`: measure everything, print the report and write it to a file."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import vtdocs
from vtdocs.writers.docx.compression import default_name

from .contenders import ROOT, Peers
from .effort import FULL, QUICK, Effort
from .inputs import PLAN, prepare
from .machine import describe_machine, list_versions
from .plans import count_bytes, table_rows
from .report import write_report
from .results import Results
from .works.appendix import race_lengths, take_lengths_in_turn
from .works.checking import check_reports
from .works.many import write_many
from .works.plan import race_from_disk, race_in_memory
from .works.starts import start_in_turn

__all__ = ["main", "measure"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benches; gives the exit code."""
    parser = argparse.ArgumentParser(prog="benches", description="Measure vtdocs beside its peers.")
    parser.add_argument("--out", type=Path, required=True, help="the report, in Markdown")
    parser.add_argument("--date", required=True, help="the date that the report tells")
    parser.add_argument("--peers", type=Path, default=ROOT / ".bench", help="where docxtpl-ng and the Node peers are")
    parser.add_argument("--quick", action="store_true", help="tiny sizes: to see that the benches run")
    options = parser.parse_args(arguments)
    report = measure(QUICK if options.quick else FULL, Peers(options.peers.resolve()), options.date)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(report, encoding="utf-8")
    print(report)
    return 0


def measure(effort: Effort, peers: Peers, date: str) -> str:
    """Do all works, and give the report."""
    with tempfile.TemporaryDirectory(prefix="vtdocs-bench-") as folder:
        inputs = prepare(Path(folder))
        _tell("one plan")
        plan = race_in_memory(inputs, peers, effort)
        _tell("from disk to disk")
        disk = race_from_disk(inputs, effort)
        _tell("long appendices")
        lengths = race_lengths(inputs, peers, effort)
        exponents = take_lengths_in_turn(inputs, effort)
        _tell("whole processes")
        starts, starts_absent = start_in_turn(inputs, effort)
        _tell("thousands of plans")
        many = write_many(inputs, effort)
        _tell("checking reports")
        checking = check_reports(inputs, effort)
        document = vtdocs.load(PLAN)
        row_bytes = {length: count_bytes(table_rows(document, length)) for length in lengths}
        facts = {
            "paragraphs": inputs.paragraphs,
            "rows": len(document.phu_luc[0].bang[0].hang),
            "words": len(inputs.words),
            "plans": effort.plans,
            "sampled": effort.plans_sampled,
            "default": default_name(),
        }
    report = write_report(
        Results(plan, disk, lengths, exponents, row_bytes, starts, starts_absent, many, checking),
        date=date,
        machine=describe_machine(),
        versions=list_versions(peers),
        facts=facts,
        quick=effort is QUICK,
    )
    # Why something was not measured may name a file: by its name alone, as folders are this machine's own.
    return report.replace(f"{folder}/", "").replace(f"{ROOT}/", "")


def _tell(work: str) -> None:
    print(f"measuring: {work}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
