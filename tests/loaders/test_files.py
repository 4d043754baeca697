"""The entrances and the folder: which files are read, which are not, and how they are named."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.loaders.inputs import OFFICE, PLAN, ROW, short, with_table, workbook
from vtdocs.errors import LoadError
from vtdocs.loaders import KINDS, detect_kind, find_documents, load_file
from vtdocs.loaders.folder import Folder
from vtdocs.model import KeHoach


@pytest.fixture
def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A year's folder with an office, a plan, a sheet and a folder below it; the current folder is above it."""
    folder = tmp_path / "2026"
    (folder / "quy-1").mkdir(parents=True)
    write(folder / "co-quan.yaml", OFFICE)
    write(folder / "ke-hoach.yaml", with_table("hoat-dong.xlsx"))
    (folder / "hoat-dong.xlsx").write_bytes(workbook(ROW))
    monkeypatch.chdir(tmp_path)
    return folder


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def told(path: Path) -> list[str]:
    with pytest.raises(LoadError) as caught:
        load_file(path)
    return [short(fault) for fault in caught.value.diagnostics]


def test_a_plan_is_loaded_with_its_office_and_its_table(year: Path) -> None:
    plan = load_file(year / "ke-hoach.yaml")
    assert isinstance(plan, KeHoach)
    assert (plan.co_quan.ten, plan.co_quan.dia_danh) == ("Ủy ban nhân dân xã Vĩnh Thông", "Vĩnh Thông")
    assert plan.phu_luc[0].bang[0].hang[0][1] == "Phát tờ rơi"


def test_the_root_may_be_the_folder_above(year: Path) -> None:
    for what in ("hoat-dong.xlsx", "../hoat-dong.xlsx", "..\\hoat-dong.xlsx"):
        write(year / "quy-1" / "ke-hoach.yaml", with_table(f"'{what}'"))
        assert load_file(year / "quy-1" / "ke-hoach.yaml").phu_luc[0].bang[0].hang[0][1] == "Phát tờ rơi"


def test_faults_of_all_files_come_at_once_with_their_names(year: Path) -> None:
    write(year / "co-quan.yaml", OFFICE.replace("ten_viet_tat: UBND", "ten_viet_tat:"))
    write(year / "ke-hoach.yaml", with_table("hoat-dong.xlsx").replace("so:", "so: x"))
    (year / "hoat-dong.xlsx").write_bytes(workbook((1, "a", True)))
    assert told(year / "ke-hoach.yaml") == [
        "2026/co-quan.yaml:4:1 VT-014",
        "2026/hoat-dong.xlsx!Phụ lục!C2 VT-051",
        "2026/ke-hoach.yaml:3:5 VT-015",
    ]


def test_files_are_named_from_the_current_folder_or_from_above_the_root(
    year: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(year / "ke-hoach.yaml", PLAN.replace("so:", "so: x"))
    monkeypatch.chdir(year)
    assert told(Path("ke-hoach.yaml")) == ["ke-hoach.yaml:3:5 VT-015"]
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert told(year / "ke-hoach.yaml") == ["2026/ke-hoach.yaml:3:5 VT-015"]


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("khong-co.xlsx", "VT-030"),
        ("thu-muc/hoat-dong.xlsx", "VT-030"),
        ("a" * 1900 + ".xlsx", "VT-030"),
        ("/etc/passwd", "VT-031"),
        ("C:\\hoat-dong.xlsx", "VT-031"),
        ("\\\\may\\chung\\hoat-dong.xlsx", "VT-031"),
        ("../ngoai.xlsx", "VT-031"),
        ("quy-1/../../ngoai.xlsx", "VT-031"),
        ("lien-ket.xlsx", "VT-031"),
        ("vong.xlsx", "VT-032"),
        ("quy-1", "VT-032"),
        ("ong.xlsx", "VT-032"),
        ("CON.xlsx", "VT-032"),
        ("quy-1/nul", "VT-032"),
        ("to.xlsx", "VT-008"),
        (".", "VT-032"),
    ],
)
def test_a_file_that_may_not_be_read_is_told_where_it_is_named(year: Path, reference: str, code: str) -> None:
    (year.parent / "ngoai.xlsx").write_bytes(workbook(ROW))
    (year / "lien-ket.xlsx").symlink_to(year.parent / "ngoai.xlsx")
    (year / "vong.xlsx").symlink_to(year / "vong.xlsx")
    os.mkfifo(year / "ong.xlsx")
    with (year / "to.xlsx").open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    write(year / "ke-hoach.yaml", with_table(f"'{reference}'"))
    assert told(year / "ke-hoach.yaml") == [f"2026/ke-hoach.yaml:12:11 {code}"]


@pytest.mark.parametrize("reference", ["Hoat-Dong.xlsx", "hoat_dong.xlsx", "hoạt-động.xlsx", "hoat-dong.csv"])
def test_a_misspelt_file_is_told_with_the_one_that_was_meant(year: Path, reference: str) -> None:
    (year / "~$hoat-dong.xlsx").write_bytes(b"")
    write(year / "ke-hoach.yaml", with_table(reference))
    with pytest.raises(LoadError) as caught:
        load_file(year / "ke-hoach.yaml")
    assert "có phải ý là “hoat-dong.xlsx”" in caught.value.diagnostics[0].message


def test_a_name_whose_accents_stand_apart_on_the_disk_is_found(year: Path) -> None:
    (year / "hoat-dong.xlsx").rename(year / unicodedata.normalize("NFD", "bảng.xlsx"))
    write(year / "ke-hoach.yaml", with_table(unicodedata.normalize("NFC", "bảng.xlsx")))
    assert load_file(year / "ke-hoach.yaml").phu_luc[0].bang[0].hang


def test_a_file_without_permission_is_told(year: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def refuse(self: Path, mode: str = "r") -> object:
        if self.name == "hoat-dong.xlsx":
            raise PermissionError(13, "Permission denied")
        return real(self, mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert told(year / "ke-hoach.yaml") == ["2026/ke-hoach.yaml:12:11 VT-032"]


def test_a_missing_office_file_is_told_at_the_plan(year: Path) -> None:
    (year / "co-quan.yaml").unlink()
    assert told(year / "ke-hoach.yaml") == ["2026/ke-hoach.yaml:1:1 VT-030"]
    write(year / "ke-hoach.yaml", PLAN + "co_quan: coquan.yaml\n")
    assert told(year / "ke-hoach.yaml") == ["2026/ke-hoach.yaml:11:10 VT-030"]


def test_an_office_file_that_is_a_plan_is_told(year: Path) -> None:
    write(year / "co-quan.yaml", PLAN)
    assert told(year / "ke-hoach.yaml") == ["2026/co-quan.yaml:2:7 VT-016"]


@pytest.mark.parametrize(("name", "code"), [("khong-co.yaml", "VT-030"), ("quy-1", "VT-032")])
def test_a_document_that_cannot_be_read_is_a_load_error(year: Path, name: str, code: str) -> None:
    for load in (load_file, detect_kind):
        with pytest.raises(LoadError) as caught:
            load(year / name)
        assert [short(fault) for fault in caught.value.diagnostics] == [f"2026/{name} {code}"]


def test_a_file_says_of_what_kind_it_is(year: Path) -> None:
    assert detect_kind(year / "ke-hoach.yaml") == "ke_hoach"
    assert detect_kind(year / "co-quan.yaml") == "co_quan"
    assert detect_kind(write(year / "x.yaml", "a: 1\n")) is None


def test_the_documents_of_a_folder_are_all_but_the_office(year: Path) -> None:
    write(year / "a.yml", PLAN)
    write(year / "co-quan-khac.yaml", OFFICE)
    write(year / "ghi-chu.txt", "a")
    assert [path.name for path in find_documents(year)] == ["a.yml", "ke-hoach.yaml"]
    assert find_documents(year / "a.yml") == [year / "a.yml"]


def test_what_a_user_does_not_see_in_a_folder_is_no_document(year: Path) -> None:
    for name in (".an.yaml", "._ke-hoach.yaml", "~$ke-hoach.yaml"):
        (year / name).write_bytes(b"\x00\x05")
    assert [path.name for path in find_documents(year)] == ["ke-hoach.yaml"]


def test_a_file_whose_kind_cannot_be_read_is_told_of_with_the_others(year: Path) -> None:
    from vtdocs.jobs.build import build

    with (year / "b.yaml").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    write(year / "ke-hoach.yaml", PLAN.replace("so:", "so: x"))
    assert [path.name for path in find_documents(year)] == ["b.yaml", "ke-hoach.yaml"]
    with pytest.raises(LoadError) as caught:
        build(year, year / "ra")
    assert [short(fault) for fault in caught.value.diagnostics] == [
        "2026/b.yaml VT-008",
        "2026/ke-hoach.yaml:3:5 VT-015",
    ]


def test_a_folder_that_may_not_be_looked_into_is_told(year: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(LoadError, match="không có quyền đọc") as caught:
        find_documents(year)
    assert [fault.code for fault in caught.value.diagnostics] == ["VT-032"]


def test_a_folder_without_documents_is_told(year: Path) -> None:
    with pytest.raises(LoadError) as caught:
        find_documents(year / "quy-1")
    assert [fault.code for fault in caught.value.diagnostics] == ["VT-034"]


def test_the_root_is_never_further_up(year: Path) -> None:
    deep = year / "quy-1" / "thang-2"
    deep.mkdir()
    assert Folder(deep / "ke-hoach.yaml")._root == deep


def test_warnings_come_with_the_plan(year: Path) -> None:
    write(year / "ke-hoach.yaml", PLAN + "luu: {don_vi_soan_thao: VHXX}\n")
    assert [short(fault) for fault in load_file(year / "ke-hoach.yaml").diagnostics] == [
        "2026/ke-hoach.yaml:11:25 VT-024?"
    ]


def test_the_kinds_are_those_that_have_a_schema() -> None:
    assert list(KINDS) == ["ke_hoach", "van_ban", "co_quan"]


def test_importing_load_brings_no_reader_of_workbooks_or_yaml() -> None:
    heavy = ("yaml", "python_calamine", "openpyxl", "jsonschema", "difflib", "zipfile")
    code = f"import sys, vtdocs.loaders; print([name for name in {heavy} if name in sys.modules])"
    source = Path(__file__).parents[2] / "src"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(source)},
    )
    assert done.stdout.strip() == "[]"


def test_the_package_may_be_called_as_the_facade_is(year: Path) -> None:
    import vtdocs

    plan = load_file(year / "ke-hoach.yaml")
    # The first use of the name may find the façade's function, each later one finds this package.
    assert vtdocs.load(year / "ke-hoach.yaml") == vtdocs.load(str(year / "ke-hoach.yaml")) == plan
