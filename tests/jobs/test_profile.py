"""`--profile`: every moment of a job belongs to one stage, and nothing is measured where nobody asks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import vtdocs
from tests.judges import ROOT
from vtdocs import cli
from vtdocs.console import Console
from vtdocs.documents import build_document
from vtdocs.jobs.profile import Profile, Recorder, StageTimes
from vtdocs.jobs.stages import STAGES, UNWATCHED
from vtdocs.writers.docx import render_docx, stock_template
from vtdocs.writers.docx.watching import LAYING_OUT, WRITING

EXAMPLE = ROOT / "examples" / "cchc-2026"


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_stage_inside_of_another_interrupts_it() -> None:
    clock = Clock()
    recorder = Recorder(clock)
    clock.now = 1.0
    with recorder.enter("nén"):
        clock.now = 3.0
        with recorder.enter("viết"):
            clock.now = 7.0
            with recorder.enter("dàn bảng"):
                clock.now = 15.0
        clock.now = 31.0
    clock.now = 63.0
    assert recorder.profile() == Profile((StageTimes(None, {"khác": 33.0, "nén": 18.0, "viết": 4.0, "dàn bảng": 8.0}),))


def test_what_is_done_for_a_document_is_its_own_and_the_rest_is_shared() -> None:
    clock = Clock()
    recorder = Recorder(clock)
    for seconds in (1.0, 3.0):
        for name in ("a.yaml", "b.yaml"):
            with recorder.on(name), recorder.enter("đọc"):
                clock.now += seconds
    with recorder.enter("ghi"):
        clock.now += 10.0
    profile = recorder.profile()
    assert [(part.document, part.seconds.get("đọc"), part.seconds.get("ghi")) for part in profile.parts] == [
        ("a.yaml", 4.0, None),
        ("b.yaml", 4.0, None),
        (None, None, 10.0),
    ]
    assert profile.stages() == ("đọc", "ghi", "khác")
    assert (profile.total("đọc"), profile.whole) == (8.0, 18.0)


def test_a_stage_ends_where_an_error_ends_it() -> None:
    clock = Clock()
    recorder = Recorder(clock)

    def fail() -> None:
        with recorder.on("a.yaml"), recorder.enter("đọc"):
            clock.now = 2.0
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    clock.now = 5.0
    assert [(part.document, part.whole) for part in recorder.profile().parts] == [("a.yaml", 2.0), (None, 3.0)]


@given(st.lists(st.tuples(st.sampled_from(STAGES), st.integers(0, 100)), max_size=20))
def test_the_stages_add_up_to_the_whole(steps: list[tuple[str, int]]) -> None:
    moments: Iterator[int] = accumulate((number % 7 for number in range(1_000)), initial=0)
    taken: list[float] = []

    def clock() -> float:
        taken.append(float(next(moments)))
        return taken[-1]

    recorder = Recorder(clock)
    for stage, depth in steps:
        with recorder.enter(stage), recorder.on(f"{depth}.yaml"), recorder.enter(WRITING):
            pass
    assert recorder.profile().whole == taken[-1] - taken[0]


def test_a_watched_document_has_the_same_bytes_and_tells_its_stages() -> None:
    tree = build_document(vtdocs.load(EXAMPLE / "ke-hoach.yaml"))
    recorder = Recorder(Clock())
    watched = render_docx(tree, stock_template(), enter=recorder.enter)
    assert watched == render_docx(tree, stock_template())
    assert set(recorder.profile().stages()) == {LAYING_OUT, WRITING, "khác"}


def test_nobody_measures_where_nobody_asked(tmp_path: Path) -> None:
    assert UNWATCHED.profile() is None
    assert vtdocs.build(EXAMPLE, tmp_path).profile is None


def test_a_build_tells_every_stage_by_document(tmp_path: Path) -> None:
    profile = vtdocs.build(EXAMPLE, tmp_path, profile=True).profile
    assert profile is not None
    assert {part.document: sorted(part.seconds) for part in profile.parts} == {
        "ke-hoach.yaml": sorted(["khác", "đọc", "mở mẫu", "dựng", "dàn bảng", "viết", "nén", "kiểm tra"]),
        None: sorted(["khởi động", "khác", "đọc", "xét tệp cũ", "ghi", "kiểm tra"]),
    }


def test_filling_tells_its_stages_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    template, data, out = (tmp_path / name for name in ("mau.docx", "du-lieu.yaml", "ra.docx"))
    document = docx.Document()
    document.add_paragraph("Kính gửi: {{ ten }}")
    document.save(str(template))
    data.write_text("ten: Sở Nội vụ\n", encoding="utf-8")
    assert cli.main(["fill", str(template), str(data), "-o", str(out), "--profile"]) == 0
    table = capsys.readouterr().out.partition("Thời gian của từng khâu, tính bằng mili giây:\n")[2].split("\n")
    assert " ".join(table[0].split()) == "Văn bản khởi động mở mẫu đọc điền nén xét tệp cũ ghi khác cộng"
    assert [row.split()[0] for row in table[1:-1]] == ["Chung", "Tất", "Tỷ"]


def test_the_command_prints_the_stages_below_what_it_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build", str(EXAMPLE), "-o", str(tmp_path), "--dry-run", "--profile"]) == 0
    table = capsys.readouterr().out.partition("Thời gian của từng khâu, tính bằng mili giây:\n")[2].split("\n")
    assert " ".join(table[0].split()) == (
        "Văn bản khởi động mở mẫu đọc dựng dàn bảng viết nén xét tệp cũ kiểm tra khác cộng"
    )
    assert [row.split()[0] for row in table[1:-1]] == ["ke-hoach.yaml", "Chung", "Tất", "Tỷ"]
    assert cli.main(["build", str(EXAMPLE), "-o", str(tmp_path), "--dry-run"]) == 0
    assert "Thời gian" not in capsys.readouterr().out


def test_milliseconds_and_shares_are_written_as_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    parts = (StageTimes("a.yaml", {"đọc": 0.0125, "viết": 0.005}), StageTimes(None, {"ghi": 1.2, "khác": 0.0325}))
    Console().profile(Profile(parts))
    assert capsys.readouterr().out == (
        "Thời gian của từng khâu, tính bằng mili giây:\n"
        "  Văn bản  đọc   viết  ghi     khác  cộng\n"
        "  a.yaml   12,5  5,0                 17,5\n"
        "  Chung                1200,0  32,5  1232,5\n"
        "  Tất cả   12,5  5,0   1200,0  32,5  1250,0\n"
        "  Tỷ lệ    1,0%  0,4%  96,0%   2,6%  100,0%\n"
    )
