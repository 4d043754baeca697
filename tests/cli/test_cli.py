"""The command line, as a user meets it: words, exit codes, files."""

from __future__ import annotations

import gc
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import vtdocs
from tests.docx_xml import paragraph_texts
from tests.judges import ROOT
from vtdocs import api
from vtdocs.cli import main
from vtdocs.errors import WriteError
from vtdocs.kinds import STARTERS

EXAMPLE = ROOT / "examples" / "cchc-2026"
PLAN = """\
phien_ban: 1
loai: ke_hoach
co_quan: {ten: Ủy ban nhân dân xã An, ten_viet_tat: UBND, dia_danh: An}
trich_yeu: Thử
noi_dung: |
  I. VIỆC
  - Một.
nguoi_ky: {chuc_vu: CHỦ TỊCH, ho_ten: Nguyễn Văn A}
noi_nhan: [Các thôn]
"""


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "nam-2027" / "ke-hoach.yaml"
    path.parent.mkdir()
    path.write_text(PLAN, "utf-8")
    return path


def test_building_a_file_puts_it_below_dist_and_says_so(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(plan)]) == 0
    said = capsys.readouterr()
    assert Path("dist/nam-2027/ke-hoach.docx").is_file()
    assert "Đã tạo" in said.out
    assert str(Path("dist/nam-2027/ke-hoach.docx")) in said.out
    assert said.err == ""


def test_building_a_folder_builds_every_document_of_it(plan: Path) -> None:
    (plan.parent / "ke-hoach-2.yml").write_text(PLAN, "utf-8")
    assert main(["build", str(plan.parent), "-o", "ra"]) == 0
    assert sorted(path.name for path in Path("ra").iterdir()) == ["ke-hoach-2.docx", "ke-hoach.docx"]


def test_what_is_issued_lacks_the_internal_columns(plan: Path) -> None:
    plan.write_text(
        PLAN
        + """\
phu_luc:
  - tieu_de: Nhiệm vụ
    bang:
      cot: [Nhiệm vụ, {ten: Lý do, noi_bo: co}]
      hang:
        - [Rà soát, còn thiếu ở hai thôn]
""",
        "utf-8",
    )
    assert main(["build", str(plan), "-o", "noi-bo"]) == 0
    assert main(["build", str(plan), "-o", "phat-hanh", "--phat-hanh"]) == 0
    own, issued = (paragraph_texts(Path(folder, "ke-hoach.docx").read_bytes()) for folder in ("noi-bo", "phat-hanh"))
    assert {"Nhiệm vụ", "Rà soát", "Lý do", "còn thiếu ở hai thôn"} <= set(own)
    assert "Rà soát" in issued
    assert not {"Lý do", "còn thiếu ở hai thôn"} & set(issued)


def test_two_documents_of_one_name_are_refused(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (plan.parent / "ke-hoach.yml").write_text(PLAN, "utf-8")
    assert main(["build", str(plan.parent)]) == 2
    assert "ke-hoach.docx" in capsys.readouterr().err
    assert not Path("dist").exists()


def test_a_dry_run_writes_nothing(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(plan), "--dry-run"]) == 0
    assert "Sẽ tạo" in capsys.readouterr().out
    assert not Path("dist").exists()


def test_all_faults_of_all_files_are_told_at_once_and_nothing_is_written(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (plan.parent / "b.yaml").write_text(PLAN.replace("noi_nhan", "noi_nhann"), "utf-8")
    plan.write_text(PLAN.replace("trich_yeu: Thử\n", "ngay_ban_hanh: 31/02/2026\n"), "utf-8")
    assert main(["build", str(plan.parent)]) == 2
    said = capsys.readouterr().err
    assert re.search(r"nam-2027/b\.yaml:9:1 +VT-009", said)
    assert re.search(r"nam-2027/ke-hoach\.yaml:4:\d+ +VT-012", said)
    assert "VT-010" in said
    assert "Traceback" not in said
    assert not Path("dist").exists()


def test_a_missing_path_is_told_politely(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "khong-co"]) == 2
    assert "không" in capsys.readouterr().err


def test_an_empty_folder_is_told_with_the_way_to_begin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rong").mkdir()
    assert main(["build", "rong"]) == 2
    assert "vtdocs new ke_hoach" in capsys.readouterr().err


def test_building_again_writes_over_its_own_file(plan: Path) -> None:
    assert main(["build", str(plan)]) == 0
    first = Path("dist/nam-2027/ke-hoach.docx").read_bytes()
    assert main(["build", str(plan)]) == 0
    assert Path("dist/nam-2027/ke-hoach.docx").read_bytes() == first


def test_a_file_that_a_person_edited_is_kept_unless_forced(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(plan)]) == 0
    target = Path("dist/nam-2027/ke-hoach.docx")
    edited = io.BytesIO(target.read_bytes())
    with zipfile.ZipFile(edited, "a") as archive:
        archive.writestr("word/them.xml", "<a/>")
    target.write_bytes(edited.getvalue())
    assert main(["build", str(plan)]) == 2
    assert "đã được sửa bằng tay" in capsys.readouterr().err
    assert target.read_bytes() == edited.getvalue()
    assert main(["build", str(plan), "--force"]) == 0
    assert target.read_bytes() != edited.getvalue()


def test_warnings_do_not_stop_a_build(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan.write_text(PLAN.replace("- Một.", "1. Một.\n  3. Ba."), "utf-8")
    assert main(["build", str(plan)]) == 0
    assert re.search(r"ke-hoach\.yaml:8:3 +VT-101 +cảnh báo", capsys.readouterr().err)


@pytest.mark.judge("libreoffice", "qpdf")
def test_a_pdf_is_made_twice_alike_and_is_told_from_a_changed_one(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(plan), "--pdf"]) == 0
    target = Path("dist/nam-2027/ke-hoach.pdf")
    first = target.read_bytes()
    assert "PDF" in capsys.readouterr().out
    assert subprocess.run(["qpdf", "--check", str(target)], check=False, capture_output=True).returncode == 0
    assert main(["build", str(plan), "--pdf"]) == 0
    assert target.read_bytes() == first
    target.write_bytes(first + b"signed")
    assert main(["build", str(plan), "--pdf"]) == 2
    assert target.read_bytes() == first + b"signed"


def test_a_pdf_of_an_older_text_is_told(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(plan)]) == 0
    Path("dist/nam-2027/ke-hoach.pdf").write_bytes(b"old")
    assert main(["build", str(plan)]) == 0
    assert "VT-510" not in capsys.readouterr().err
    plan.write_text(PLAN.replace("Một.", "Hai."), "utf-8")
    assert main(["build", str(plan)]) == 0
    assert "VT-510" in capsys.readouterr().err


def test_forcing_does_not_write_over_an_open_file(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(plan)]) == 0
    Path("dist/nam-2027/.~lock.ke-hoach.docx#").write_bytes(b"")
    assert main(["build", str(plan), "--force"]) == 2
    assert "đang mở" in capsys.readouterr().err


def test_without_libreoffice_a_pdf_is_refused_with_the_way_to_get_it(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["build", str(plan), "--pdf"]) == 2
    assert "LibreOffice" in capsys.readouterr().err
    assert not Path("dist").exists()


def test_the_demo_builds_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # without LibreOffice, so that it is quick
    assert main(["demo"]) == 0
    texts = paragraph_texts(Path("dist/cchc-2026/ke-hoach.docx").read_bytes())
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in texts


def test_a_new_plan_can_be_built_at_once_without_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "ke_hoach", "nam-2027"]) == 0
    assert "vtdocs build nam-2027" in capsys.readouterr().out
    assert main(["build", "nam-2027"]) == 0
    assert capsys.readouterr().err == ""
    assert Path("dist/nam-2027/ke-hoach.docx").is_file()
    for name in ("ke-hoach", "co-quan"):
        first = Path(f"nam-2027/{name}.yaml").read_text("utf-8").splitlines()[0]
        schema = first.removeprefix("# yaml-language-server: $schema=")
        json.loads(Path("nam-2027", schema).read_text("utf-8"))


def test_new_never_writes_over_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("nam").mkdir()
    Path("nam/ke-hoach.yaml").write_text("của tôi", "utf-8")
    assert main(["new", "ke_hoach", "nam"]) == 2
    assert "ke-hoach.yaml" in capsys.readouterr().err
    assert [path.name for path in Path("nam").iterdir()] == ["ke-hoach.yaml"]
    assert Path("nam/ke-hoach.yaml").read_text("utf-8") == "của tôi"


@pytest.mark.parametrize("kind", ["ke-hoach", "KE_HOACH"])
def test_a_kind_may_be_written_as_files_are_named(kind: str) -> None:
    assert main(["new", kind, "nam"]) == 0
    assert Path("nam/ke-hoach.yaml").is_file()


@pytest.mark.parametrize("kind", ["x", "co_quan", "../new/ke_hoach"])
def test_a_kind_that_has_no_start_is_told(kind: str) -> None:
    with pytest.raises(WriteError, match="không có mẫu khởi đầu") as caught:
        api.start_new(kind, "nam")
    assert [fault.code for fault in caught.value.diagnostics] == ["VT-508"]
    assert not Path("nam").exists()


def test_a_start_goes_to_a_folder_of_its_kind_unless_told() -> None:
    assert main(["new", "cong-van"]) == 0
    assert main(["build", "cong-van"]) == 0
    assert [path.name for path in Path("dist/cong-van").iterdir()] == ["cong-van.docx"]


def test_every_start_has_its_folder() -> None:
    assert sorted(path.name for path in (ROOT / "templates" / "new").iterdir()) == sorted(STARTERS)


def test_schemas_are_printed_or_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "ke_hoach"]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")
    assert main(["schema"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"ke_hoach", "van_ban", "co_quan"}
    assert main(["schema", "quyet-dinh"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(api.schema_text("van_ban"))
    assert main(["schema", "-o", "s"]) == 0
    assert sorted(path.name for path in Path("s").iterdir()) == [
        "co-quan.schema.json",
        "ke-hoach.schema.json",
        "van-ban.schema.json",
    ]
    assert main(["schema", "khong_co"]) == 2


def test_doctor_names_what_is_missing_and_the_command_that_mends_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert "LibreOffice" in said
    assert "Times New Roman" in said
    assert "chạy:" in said


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"vtdocs {vtdocs.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "còn thiếu: LỆNH"),
        (["lam"], "không có lựa chọn “lam”"),
        (["build"], "còn thiếu: ĐƯỜNG_DẪN"),
        (["build", "x", "--mau"], "không hiểu: --mau"),
        (["build", "x", "-o"], "cần một giá trị theo sau"),
        (["new", "bien_ban"], "không có lựa chọn “bien_ban”"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    said = capsys.readouterr().err
    assert words in said
    assert "--help" in said


@pytest.mark.parametrize("command", [[], ["build"], ["demo"], ["new"], ["schema"], ["doctor"]])
def test_no_english_word_of_the_parser_is_left_in_the_help(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    said = capsys.readouterr().out
    assert not re.search(r"\b(usage|options|positional|arguments|show this help|exit)\b", said)
    assert "cách dùng: vtdocs" in said


def test_a_fault_of_ours_shows_no_traceback(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("vtdocs.api.build", broken)
    assert main(["build", str(plan)]) == 3
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert "ZeroDivisionError" in said


def test_an_interruption_ends_with_130(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vtdocs.api.build", stopped)
    assert main(["build", str(plan)]) == 130
    assert "đã dừng" in capsys.readouterr().err


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "vtdocs", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        capture_output=True,
        check=False,
    )


def test_the_module_is_the_command_and_speaks_utf8_in_any_code_page(plan: Path) -> None:
    done = run("build", str(plan), PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Đã tạo" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(("end", "code"), [(">/dev/full", 2), (">&-", 0), ("2>&-", 0), (">&- 2>&-", 0)])
def test_a_screen_that_takes_nothing_gives_no_traceback(plan: Path, end: str, code: int) -> None:
    command = f"{sys.executable} -m vtdocs build {plan} {end}"
    done = subprocess.run(
        ["sh", "-c", command], env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, capture_output=True, check=False
    )
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert done.returncode == code
    assert Path("dist/nam-2027/ke-hoach.docx").is_file()


def test_a_reader_who_leaves_early_hears_no_complaint() -> None:
    code = f"{sys.executable} -m vtdocs schema | head -c 1"
    done = subprocess.run(
        ["sh", "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, capture_output=True, check=False
    )
    assert done.stderr == b""


def test_only_a_process_of_its_own_looks_for_dead_rings_seldom() -> None:
    usual = gc.get_threshold()
    assert main(["rules", "ND30-101"]) == 0
    assert gc.get_threshold() == usual
    job = "import gc; from vtdocs.cli import main; main(); print(gc.get_threshold()[0])"
    done = subprocess.run(
        [sys.executable, "-c", job, "rules", "ND30-101"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1].strip() == b"50000"
