"""What is written to a terminal, and to one that cannot do much."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.reporting.reports import MARGIN, REPORT, RUN
from vtdocs import console
from vtdocs.console import Console
from vtdocs.diagnostics import Diagnostic, Severity
from vtdocs.jobs.report import BuildReport, Made
from vtdocs.reporting.run import Checked, CheckRun

FAULT = Diagnostic("VT-000", Severity.ERROR, "thử")
VARIABLES = ("NO_COLOR", "TERM", "WT_SESSION", "ANSICON", "TERM_PROGRAM")


def say(monkeypatch: pytest.MonkeyPatch, system: str = "posix", **environment: str) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)

    class System:
        name, environ = system, os.environ

    monkeypatch.setattr(console, "os", System)
    Console().diagnostics([FAULT])
    Console().made(BuildReport((Made(Path("a.yaml"), Path("a.docx"), 1),)))
    with Console().progress() as tell:
        tell("Đọc", 1, 2)


def test_a_terminal_gets_colours(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    say(monkeypatch, TERM="xterm")
    assert "\x1b[31;1mlỗi:" in capsys.readouterr().err


def test_no_color_is_heard(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    say(monkeypatch, TERM="xterm", NO_COLOR="1")
    assert "VT-000  lỗi: thử" in capsys.readouterr().err
    say(monkeypatch, TERM="xterm", NO_COLOR="")
    assert "\x1b[31;1mlỗi:" in capsys.readouterr().err


@pytest.mark.parametrize(("system", "environment"), [("posix", {"TERM": "dumb"}), ("nt", {})])
def test_a_terminal_without_escape_codes_gets_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], system: str, environment: dict[str, str]
) -> None:
    say(monkeypatch, system, **environment)
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert "a.docx" in said.out


def test_the_newer_terminal_of_windows_gets_colours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    say(monkeypatch, "nt", WT_SESSION="1")
    assert "\x1b[31;1mlỗi:" in capsys.readouterr().err


def test_a_report_is_coloured_by_severity_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    Console().reports(RUN)
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    Console().reports(RUN)
    said = capsys.readouterr().out
    assert "\n\x1b[31;1mLỖI (1)\x1b[0m\n" in said
    assert "    \x1b[33;1mND30-110\x1b[0m  thiếu số 0 ở ngày <5>\n" in said
    monkeypatch.setenv("NO_COLOR", "1")
    Console().reports(RUN)
    assert "\x1b[31;1m" not in capsys.readouterr().out


def test_words_of_a_stranger_do_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    finding = replace(MARGIN, message="a\x1b[2Jb\x9b", places=())
    Console().reports(CheckRun((Checked(Path("a.docx"), replace(REPORT, findings=(finding,))),)))
    assert "ND30-102  a\ufffd[2Jb\ufffd\n" in capsys.readouterr().out


def test_a_program_without_a_screen_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    Console().reports(CheckRun((Checked(Path("a.docx"), REPORT),)))
