"""LibreOffice when it does not behave: what is told, and that nothing of it goes on running."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from vtdocs.errors import ConvertError
from vtdocs.writers import libreoffice


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script in the place of LibreOffice; each run adds a line to `runs`."""
    path = tmp_path / "soffice"
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: str(path))
    return path


def write(program: Path, lines: str) -> None:
    program.write_text(f"#!/bin/sh\necho run >> {program.parent}/runs\n{lines}\n")
    program.chmod(0o755)


def runs(program: Path) -> int:
    return len((program.parent / "runs").read_text().splitlines())


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
def test_a_run_that_takes_too_long_is_ended_with_its_children_and_not_tried_again(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(program, f"sleep 60 & echo $! > {program.parent}/child; wait")
    monkeypatch.setattr(libreoffice, "_MOST_SECONDS", 1)
    with pytest.raises(ConvertError, match=r"quá thời gian chờ \(1 giây\)"):
        libreoffice.convert_to_pdf([b"x"], ["x.docx"])
    assert runs(program) == 1
    child = int((program.parent / "child").read_text())
    end = time.monotonic() + 5
    while is_running(child) and time.monotonic() < end:
        time.sleep(0.02)
    assert not is_running(child)


def test_a_run_that_makes_nothing_is_tried_once_more_and_its_last_words_are_told(program: Path) -> None:
    write(program, "echo first >&2; echo hỏng >&2; exit 0")
    with pytest.raises(ConvertError, match="LibreOffice không tạo được PDF: hỏng"):
        libreoffice.convert_to_pdf([b"x"], ["x.docx"])
    assert runs(program) == 2


def test_a_program_that_cannot_be_started_is_told(program: Path) -> None:
    program.write_text("")
    program.chmod(0o644)
    with pytest.raises(ConvertError):
        libreoffice.convert_to_pdf([b"x"], ["x.docx"])
