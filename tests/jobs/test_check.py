"""Checking files and folders: what is found, what stands beside them, what is wrong with one of many."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import vtdocs
from tests.reporting.papers import narrow, plain
from vtdocs.diagnostics import Severity
from vtdocs.errors import LoadError, ReadError
from vtdocs.jobs import check as job
from vtdocs.jobs.check import CheckJob, check_paths, find_files
from vtdocs.reporting.run import Checked, CheckRun

HEAD = "phien_ban: 1\nloai: "


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, content: bytes | str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def rules_of(report: vtdocs.Report) -> list[str]:
    return [finding.code for finding in report]


def test_a_clean_plan_is_clean_and_a_changed_one_is_not() -> None:
    assert rules_of(vtdocs.check(write("a.docx", plain().save()))) == []
    report = vtdocs.check(write("b.docx", narrow()))
    assert rules_of(report) == ["ND30-102"]
    assert not report.ok
    assert str(report[0].location) == "b.docx, đoạn 1 “ỦY BAN NHÂN DÂN XÃ AN”"
    assert "lề trên 17,6" in report[0].message


def test_one_path_is_one_file_and_not_its_letters() -> None:
    path = write("a.docx", narrow())
    for given in ("a.docx", path):
        assert [checked.path for checked in vtdocs.check_files(given).files] == [Path("a.docx")]


def test_a_folder_is_no_file_to_check() -> None:
    for folder in (".", "", "/"):
        with pytest.raises(ReadError, match="đây là thư mục"):
            vtdocs.check(folder)


def test_bytes_are_checked_under_the_name_they_are_given() -> None:
    assert rules_of(vtdocs.check(narrow(), name="của tôi.docx")) == ["ND30-102"]
    assert vtdocs.check(plain().save()).name == "van-ban.docx"
    with pytest.raises(ReadError, match=r"của tôi\.docx"):
        vtdocs.check(b"not a word file", name="của tôi.docx")


def test_an_office_file_beside_the_document_is_found_and_told() -> None:
    path = write("a.docx", plain().save())
    assert vtdocs.check(path).office == ""
    write("co-quan.yaml", f"{HEAD}co_quan\nten: Ủy ban nhân dân xã An\nten_viet_tat: UBND\ndia_danh: A\n")
    assert vtdocs.check(path).office == "Ủy ban nhân dân xã An"
    other = write("khac.yaml", f"{HEAD}co_quan\nten: Ủy ban nhân dân xã Bình\nten_viet_tat: UBND\ndia_danh: B\n")
    assert vtdocs.check(path, office=other).office == "Ủy ban nhân dân xã Bình"
    assert vtdocs.check(path.read_bytes(), office=other).office == "Ủy ban nhân dân xã Bình"


def test_what_is_accepted_beside_the_document_is_told_apart() -> None:
    path = write("b.docx", narrow())
    write("b.docx.chap-nhan.yaml", f"{HEAD}chap_nhan\nchap_nhan: [{{quy_tac: ND30-102, ly_do: giấy in sẵn}}]\n")
    report = vtdocs.check(path)
    assert (rules_of(report), [finding.accepted for finding in report.accepted]) == ([], ["giấy in sẵn"])
    assert report.ok


def test_a_house_rule_is_asked_and_named() -> None:
    house = write("tinh.yaml", f"{HEAD}quy_dinh_kiem_tra\nten: Quy định tỉnh\nmuc_do: {{ND30-102: loi}}\n")
    assert vtdocs.check(write("a.docx", plain().save()), profile=house).profile == "Quy định tỉnh"
    assert check_paths([Path("a.docx")], profile=house).profile.name == "Quy định tỉnh"


def test_what_is_wrong_beside_a_document_is_all_told_at_once() -> None:
    path = write("a.docx", plain().save())
    write("co-quan.yaml", "loai: co_quan")
    write("chap-nhan.yaml", "loai: x")
    with pytest.raises(LoadError) as caught:
        vtdocs.check(path)
    assert {str(fault.location).split(":")[0] for fault in caught.value.diagnostics} == {
        "co-quan.yaml",
        "chap-nhan.yaml",
    }


# --- several files ----------------------------------------------------------------------------------


def test_all_word_files_of_a_folder_are_found_in_order() -> None:
    for name in ("nam/b.docx", "nam/a.DOCX", "nam/con/c.docm", "nam/cu.doc", "nam/~$b.docx", "nam/.an/x.docx", "nam/y"):
        write(name, b"")
    names = [path.as_posix() for path in find_files([Path("nam/b.docx"), Path("nam")])]
    assert names == ["nam/b.docx", "nam/a.DOCX", "nam/cu.doc", "nam/con/c.docm"]


def test_a_folder_without_word_files_is_told() -> None:
    Path("rong").mkdir()
    with pytest.raises(LoadError) as caught:
        find_files([Path("rong")])
    assert [fault.code for fault in caught.value.diagnostics] == ["VT-651"]


def test_a_folder_that_cannot_be_looked_into_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    write("nam/a.docx", b"")
    write("nam/kin/b.docx", b"")
    scan = os.scandir

    def closed(path: str) -> Any:
        if Path(path).name == "kin":
            raise PermissionError(13, "no", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    with pytest.raises(LoadError) as caught:
        find_files([Path("nam")])
    assert [(fault.code, str(fault.location)) for fault in caught.value.diagnostics] == [
        ("VT-651", str(Path("nam/kin")))
    ]


def test_one_file_that_cannot_be_read_does_not_stop_the_others() -> None:
    write("nam/a.docx", narrow())
    write("nam/b.docx", b"not a word file")
    write("nam/c.docx", plain().save())
    told: list[tuple[str, int, int]] = []
    run = check_paths([Path("nam")], progress=lambda what, done, steps: told.append((what, done, steps)))
    assert [checked.path.name for checked in run.files] == ["a.docx", "b.docx", "c.docx"]
    assert [checked.report is None for checked in run.files] == [False, True, False]
    assert run.files[1].diagnostics[0].severity is Severity.ERROR
    assert (run.count(Severity.ERROR), run.is_whole, run.failed, run.has_errors()) == (1, False, False, True)
    assert told == [("Kiểm tra a.docx", 1, 3), ("Kiểm tra b.docx", 2, 3), ("Kiểm tra c.docx", 3, 3)]


def test_several_processes_give_what_one_gives() -> None:
    paths = [write("nam/a.docx", narrow()), write("nam/b.docx", b"x"), write("nam/c.docx", plain().save())]
    assert check_paths(paths, processes=2) == check_paths(paths)


def test_a_few_small_files_are_not_worth_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    paths = [write("a.docx", b"x" * 10), write("b.docx", b"x" * 10), Path("khong-co.docx")]
    assert job._choose_processes(paths) == 1
    assert job._choose_processes(paths * 33) == 1
    assert job._choose_processes(paths * 34) == 8
    monkeypatch.setattr(job, "_MANY_BYTES", 15)
    # While one process has the largest file, 10 bytes are left for the other.
    assert job._choose_processes(paths) == 1
    assert job._choose_processes([*paths, Path("b.docx")]) == 4
    # What is beyond the text of the longest paper is pictures.
    monkeypatch.setattr(job, "_MOST_TEXT", 5)
    assert job._choose_processes([*paths, Path("b.docx")]) == 1


def test_an_acceptance_that_nothing_is_found_for_is_told_of_the_documents_own_file_only() -> None:
    entry = f"{HEAD}chap_nhan\nchap_nhan:\n- {{quy_tac: ND30-102, co_chu: Xã, ly_do: x}}\n"
    write("a.docx", plain().save())
    write("chap-nhan.yaml", entry)
    assert check_paths([Path("a.docx")]).files[0].diagnostics == ()
    write("a.docx.chap-nhan.yaml", entry)
    (told,) = check_paths([Path("a.docx")]).files[0].diagnostics
    assert (told.code, told.severity, str(told.location)) == ("VT-652", Severity.WARNING, "a.docx.chap-nhan.yaml:4:13")
    assert "“Xã”" in told.message


def test_faults_of_the_house_rule_and_of_the_paths_come_together() -> None:
    Path("rong").mkdir()
    with pytest.raises(LoadError) as caught:
        check_paths([Path("rong")], profile=Path("khong-co.yaml"))
    assert {fault.code for fault in caught.value.diagnostics} == {"VT-651", "VT-030"}


def test_a_fault_of_ours_is_told_of_its_file_and_never_as_a_clean_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        error = KeyError("bug")
        error.add_note("rule ND30-102")
        raise error

    monkeypatch.delenv("VTDOCS_DEBUG", raising=False)
    monkeypatch.setattr(job, "check_docx", broken)
    run = check_paths([write("a.docx", plain().save())])
    assert run.files == (Checked(Path("a.docx"), fault="KeyError, rule ND30-102"),)
    assert (run.failed, run.is_whole) == (True, False)
    monkeypatch.setenv("VTDOCS_DEBUG", "1")
    with pytest.raises(KeyError):
        CheckJob().try_check(Path("a.docx"))


def test_faults_of_form_are_the_errors_that_are_not_the_authors() -> None:
    (checked,) = check_paths([write("a.docx", narrow())]).files
    assert [finding.code for finding in checked.faults_of_form] == ["ND30-102"]
    assert CheckRun((Checked(Path("b.docx")),)).files[0].faults_of_form == ()
