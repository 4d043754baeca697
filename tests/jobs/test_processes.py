"""The same work by several processes: every result, and a word for what was lost."""

from __future__ import annotations

import os
from pathlib import Path

from tests.bounded import ends
from vtdocs.jobs import check as job
from vtdocs.jobs.processes import run_in_processes


def measure(path: Path) -> int:
    return len(path.name)


def die(path: Path) -> int:
    os._exit(1)


def test_every_path_has_its_result() -> None:
    paths = [Path("a" * n) for n in range(1, 9)]
    with ends():
        assert dict(run_in_processes(measure, paths, 2)) == {path: len(path.name) for path in paths}


def test_what_a_killed_process_had_is_told_and_nothing_hangs() -> None:
    with ends():
        assert dict(run_in_processes(die, [Path("a"), Path("b")], 2)) == {Path("a"): None, Path("b"): None}


def test_a_file_that_was_lost_so_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    fault = job._lost(path)
    assert (fault.code, fault.hint) == ("VT-655", "kiểm tra riêng tệp này")
    assert "thiếu bộ nhớ" in fault.message
