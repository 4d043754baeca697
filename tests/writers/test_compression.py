"""Compressors by name: each gives the same document, and one that is not there says what is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import vtdocs
from tests.docx_xml import parts
from tests.judges import ROOT, check_integrity
from tests.writers.plans import plan
from vtdocs.cli import main
from vtdocs.errors import WriteError
from vtdocs.writers.docx import compression, is_untouched
from vtdocs.writers.docx.compression import find_compressor, list_compressors

PLAN = ROOT / "examples" / "cchc-2026" / "ke-hoach.yaml"
NAMES = [
    *(f"zlib-{level}" for level in range(10)),
    *(f"isal-{level}" for level in range(4)),
    *(f"zlib-ng-{level}" for level in range(1, 10)),
]


def test_these_are_the_compressors() -> None:
    assert list_compressors() == list_compressors(installed=True) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_compressor_makes_the_same_document(name: str) -> None:
    document = vtdocs.load(PLAN)
    data = vtdocs.write_docx(document, compression=name)
    assert parts(data) == parts(vtdocs.write_docx(document))
    assert data == vtdocs.write_docx(document, compression=name)
    assert is_untouched(data)


def test_the_default_is_a_name_and_a_name_is_read_kindly() -> None:
    assert vtdocs.write_docx(plan()) == vtdocs.write_docx(plan(), compression=compression.default_name())
    assert find_compressor(" ZLIB-NG-6 ").name == "zlib-ng-6"
    assert find_compressor("").name == find_compressor(None).name == compression.default_name()


@pytest.mark.parametrize(
    "name", ["gzip", "zlib", "zlib-", "zlib-10", "zlib--1", "isal-4", "zlib-ng-0", "-6", "zlib-６", "a-6"]
)
def test_a_compressor_that_does_not_exist_is_refused_with_those_that_do(name: str) -> None:
    with pytest.raises(WriteError) as caught:
        vtdocs.write_docx(plan(), compression=name)
    assert str(caught.value) == (
        f"VT-302  lỗi: không có cách nén “{name}”\n"
        "    sửa: các cách nén có: zlib-0 đến zlib-9, isal-0 đến isal-3, zlib-ng-1 đến zlib-ng-9"
    )


def test_one_that_is_not_installed_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compression, "find_spec", lambda name: None if name == "isal" else object())
    with pytest.raises(WriteError) as caught:
        find_compressor("isal-1")
    assert str(caught.value) == (
        "VT-302  lỗi: cách nén “isal-1” cần gói isal, máy này chưa cài\n"
        "    sửa: cài bằng lệnh: pip install 'vtdocs[fast]'; hoặc dùng: zlib-0 đến zlib-9, zlib-ng-1 đến zlib-ng-9"
    )


def test_the_environment_and_the_option_choose(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    document = vtdocs.load(PLAN)
    monkeypatch.setenv("VTDOCS_NEN", "zlib-1")
    assert vtdocs.write_docx(document) == vtdocs.write_docx(document, compression="zlib-1")
    vtdocs.build(PLAN, tmp_path / "a")
    vtdocs.build(PLAN, tmp_path / "b", compression="isal-1")
    for folder, name in (("a", "zlib-1"), ("b", "isal-1")):
        written = (tmp_path / folder / "ke-hoach.docx").read_bytes()
        assert written == vtdocs.write_docx(document, compression=name)
    monkeypatch.setenv("VTDOCS_NEN", "nhanh")
    with pytest.raises(WriteError, match="không có cách nén “nhanh”"):
        vtdocs.build(PLAN, tmp_path / "c")
    assert not (tmp_path / "c").exists()


def test_the_command_takes_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(PLAN), "-o", str(tmp_path), "--nen", "isal-1"]) == 0
    written = (tmp_path / "ke-hoach.docx").read_bytes()
    assert written == vtdocs.write_docx(vtdocs.load(PLAN), compression="isal-1")
    capsys.readouterr()
    assert main(["build", str(PLAN), "-o", str(tmp_path), "--nen", "gzip"]) == 2
    assert "VT-302  lỗi: không có cách nén “gzip”" in capsys.readouterr().err
    assert (tmp_path / "ke-hoach.docx").read_bytes() == written


def test_a_faster_library_is_imported_only_where_it_is_asked_for() -> None:
    program = (
        "import sys, vtdocs; from pathlib import Path\n"
        "vtdocs.write_docx(vtdocs.load(Path(sys.argv[1])), compression='zlib-3')\n"
        "print([name for name in ('isal', 'zlib_ng') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, PLAN], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(("there", "name"), [(True, "isal-1"), (False, "zlib-3")])
def test_the_default_is_the_fast_one_where_it_is_installed(
    monkeypatch: pytest.MonkeyPatch, there: bool, name: str
) -> None:
    monkeypatch.setattr(compression, "find_spec", lambda _name: object() if there else None)
    assert compression.default_name.__wrapped__() == name


@pytest.mark.judge("integrity")
def test_what_the_fastest_of_each_writes_is_whole(tmp_path: Path) -> None:
    for name in ("zlib-0", "zlib-1", "isal-0", "isal-1", "zlib-ng-1"):
        file = tmp_path / f"{name}.docx"
        vtdocs.write_docx(plan(), file, compression=name)
        assert check_integrity(file) == []
