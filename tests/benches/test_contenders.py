"""Contenders in processes of their own: what is not there or writes something else is told, and not timed."""

from __future__ import annotations

import platform
import re
from importlib.metadata import version
from pathlib import Path

import pytest

import vtdocs
from benches.contenders import Absent, NodePeer, Peers, PythonPeer, Worker, started
from benches.effort import QUICK
from benches.inputs import PLAN, Inputs
from benches.machine import describe_machine, list_versions
from benches.race import race
from benches.timing import ContenderError
from benches.wording import read_words

OURS = PythonPeer("ours:write_plan", {"plan": str(PLAN)})


@pytest.fixture(scope="module")
def words() -> list[str]:
    return read_words(vtdocs.write_docx(vtdocs.load(PLAN)))


def test_what_is_not_installed_is_told(tmp_path: Path) -> None:
    peers = Peers(tmp_path)
    apart = PythonPeer("jinja:keep_object_ng", {}, peers.docxtpl_ng)
    for contender, reason in (
        (apart, r"docxtpl-ng is not installed"),
        (NodePeer("carbone", peers.node_modules, {}), r"(carbone|Node) is not installed"),
        (PythonPeer("ours:write_plan", {"plan": "khong-co.yaml"}), r"LoadError: .*khong-co\.yaml.*"),
    ):
        with started(contender, tmp_path / "bytecode") as worker:
            assert isinstance(worker, Absent)
            assert re.fullmatch(reason, worker.reason)


def test_a_contender_that_writes_other_words_is_not_timed(words: list[str], tmp_path: Path) -> None:
    contenders = {"one": OURS, "other": PythonPeer("ours:write_long", {"plan": str(PLAN), "rows": 1})}
    outcome = race(contenders, Inputs(tmp_path, words, 0), words, QUICK, rounds=2)
    assert list(outcome.samples) == list(outcome.sizes) == ["one"]
    assert len(outcome.samples["one"]) == 2
    assert re.fullmatch(rf"its document has \d+ words where {len(words)} are due, .*", outcome.absent["other"])


def test_a_contender_that_fails_at_its_work_says_why(tmp_path: Path) -> None:
    target = str(tmp_path / "khong-co" / "x" / "a.docx")
    setup = {"template": "khong-co.docx", "context": str(tmp_path / "c.json"), "target": target}
    (tmp_path / "c.json").write_text("{}", encoding="utf-8")
    with started(PythonPeer("jinja:to_disk", setup), tmp_path / "bytecode") as worker:
        assert isinstance(worker, Worker)
        with pytest.raises(ContenderError, match=r"PackageNotFoundError: .*khong-co\.docx"):
            worker.sample()


def test_memory_is_that_of_the_contender_and_not_of_who_started_it(tmp_path: Path) -> None:
    held = b"x" * 400_000_000
    with started(OURS, tmp_path / "bytecode") as worker:
        assert isinstance(worker, Worker)
        worker.sample()
        assert 10_000_000 < worker.peak() < len(held) // 2


def test_the_machine_is_told_in_general_words() -> None:
    told = describe_machine()
    assert re.fullmatch(r"\w+, Python 3\.\d+, zlib [\d.]+, \d+ cores?", told)
    assert platform.node() not in told


def test_versions_are_of_what_is_there(tmp_path: Path) -> None:
    assert f"docxtpl {version('docxtpl')}" in list_versions(Peers(tmp_path))
    info = tmp_path / "docxtpl-ng" / "docxtpl_ng-9.9.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: docxtpl-ng\nVersion: 9.9\n", encoding="utf-8")
    assert "docxtpl-ng 9.9" in list_versions(Peers(tmp_path))
