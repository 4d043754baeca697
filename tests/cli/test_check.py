"""`vtdocs check` and `vtdocs rules`, and the check at the end of `vtdocs build`, as a user meets them."""

from __future__ import annotations

import contextlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.checking.mutating import Docx, w
from tests.judges import ROOT
from tests.reporting.papers import PLAN, narrow, plain
from vtdocs import api
from vtdocs.checking.judging import check_docx
from vtdocs.checking.registry import all_rules
from vtdocs.cli import main, make_parser
from vtdocs.jobs import check as job

HEAD = "phien_ban: 1\nloai: "


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VTDOCS_DEBUG", raising=False)


@pytest.fixture
def good() -> str:
    Path("tot.docx").write_bytes(plain().save())
    return "tot.docx"


@pytest.fixture
def bad() -> str:
    Path("xau.docx").write_bytes(narrow())
    return "xau.docx"


def test_a_clean_file_is_0_and_one_with_errors_1(good: str, bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", good]) == 0
    assert capsys.readouterr().out.startswith("tot.docx: không thấy điều gì\n")
    assert main(["check", bad]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("xau.docx: 1 lỗi\n")
    assert re.search(r"LỖI \(1\)\n  Trang giấy và phông chữ\n    ND30-102  lề", said.out)
    assert "nguồn: 30/2020/NĐ-CP" in said.out
    assert said.err == ""


def test_several_files_end_with_a_table(good: str, bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", good, bad]) == 1
    table = capsys.readouterr().out.partition("Đã kiểm tra:\n")[2].splitlines()
    assert [re.split(r" {2,}", line.strip()) for line in table] == [
        ["Tệp", "Lỗi", "Cảnh báo", "Gợi ý", "Kết quả"],
        ["tot.docx", "0", "0", "0", "đạt"],
        ["xau.docx", "1", "0", "0", "1 lỗi"],
    ]


def test_what_cannot_be_read_is_2_and_the_others_are_told(
    good: str, bad: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("hong.docx").write_bytes(b"x")
    assert main(["check", "hong.docx", bad, "khong-co.docx"]) == 2
    said = capsys.readouterr()
    assert "hong.docx  VT-6" in said.err
    assert "khong-co.docx  VT-6" in said.err
    assert "xau.docx: 1 lỗi" in said.out
    assert "không kiểm tra được" in said.out
    assert "Traceback" not in said.err


def test_a_warning_is_an_error_with_strict(good: str) -> None:
    warning = "VB-804"
    docx = plain()
    next(t for t in docx.xml().iter(w("t")) if t.text and "cán bộ" in t.text).text = "- Các thôn , bản."
    Path("a.docx").write_bytes(docx.save())
    Path("tinh.yaml").write_text(f"{HEAD}quy_dinh_kiem_tra\nten: T\nmuc_do: {{{warning}: canh_bao}}\n", "utf-8")
    found = api.check("a.docx", profile="tinh.yaml")
    assert [finding.severity.label for finding in found if finding.code == warning] == ["cảnh báo"]
    assert main(["check", "a.docx", "--quy-dinh", "tinh.yaml"]) == 0
    assert main(["check", "a.docx", "--quy-dinh", "tinh.yaml", "--strict"]) == 1


def test_json_and_sarif_are_all_that_goes_to_standard_output(
    good: str, bad: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("hong.docx").write_bytes(b"x")
    assert main(["check", good, bad, "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["summary"]["errors"] == 1
    assert main(["check", good, "hong.docx", "--sarif"]) == 2
    said = capsys.readouterr()
    assert json.loads(said.out)["runs"][0]["invocations"][0]["executionSuccessful"] is False
    assert "hong.docx" in said.err
    with pytest.raises(SystemExit) as caught:
        main(["check", good, "--json", "--sarif"])
    assert caught.value.code == 2
    assert "--json" in capsys.readouterr().err


def test_a_page_is_written_over_an_older_one_and_over_nothing_else(
    bad: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main(["check", bad, "--html", "ra/ket-qua.html"]) == 1
    assert "ND30-102" in Path("ra/ket-qua.html").read_text("utf-8")
    Path("cua-toi.html").write_text("của tôi", "utf-8")
    capsys.readouterr()
    assert main(["check", bad, "--html", "cua-toi.html"]) == 2
    assert "VT-503" in capsys.readouterr().err
    assert main(["check", bad, "--html", bad]) == 2
    assert "VT-657" in capsys.readouterr().err
    assert main(["check", bad, "--html", "cua-toi.html", "--force"]) == 1


def test_a_page_that_may_not_be_written_is_told_before_anything_is_checked(
    bad: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", bad, "--html", "x.docx"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "VT-657" in said.err


class _Gone(io.StringIO):
    """Standard output that whoever read it has closed."""

    def write(self, _text: str) -> int:
        raise BrokenPipeError

    def flush(self) -> None:
        raise BrokenPipeError


def test_files_are_written_and_errors_are_1_though_nobody_reads_what_is_told(
    bad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", _Gone())
    assert main(["check", bad, "--html", "a.html", "--annotate", "b.docx"]) == 1
    assert Path("a.html").exists()
    assert Path("b.docx").exists()
    assert main(["check", bad, "--json"]) == 1


def test_what_was_found_is_told_though_a_file_cannot_be_written(bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("tep").write_text("x", "utf-8")
    assert main(["check", bad, "--html", "tep/a.html"]) == 2
    said = capsys.readouterr()
    assert "ND30-102" in said.out
    assert "VT-504" in said.err


def test_the_copy_of_a_signed_file_has_no_signature_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    docx = plain()
    docx.parts["_xmlsignatures/origin.sigs"] = b""
    Path("ky.docx").write_bytes(narrow(docx))
    assert main(["check", "ky.docx", "--annotate", "ghi-chu.docx"]) == 1
    assert "ghi-chu.docx  VT-658  cảnh báo: ky.docx đã ký số" in capsys.readouterr().err


def test_usage_that_cannot_be_used_is_told_in_vietnamese(bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, told in (
        (["check", bad, "--json", "--sarif"], "--sarif: không dùng cùng với --json"),
        (["check", ""], "TỆP: đường dẫn còn để trống"),
        (["fix", bad, "-o", ""], "-o/--out: đường dẫn còn để trống"),
    ):
        with pytest.raises(SystemExit):
            main(arguments)
        assert told in capsys.readouterr().err


def test_a_file_elsewhere_is_called_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("o-day").mkdir()
    Path("xau.docx").write_bytes(narrow())
    with contextlib.chdir("o-day"):
        assert main(["check", "../xau.docx"]) == 1
        assert capsys.readouterr().out.startswith("../xau.docx: 1 lỗi\n")
        assert main(["check", "/khong-co/a.docx"]) == 2
        assert "/khong-co/a.docx  VT-601" in capsys.readouterr().err
        assert main(["check", str(tmp_path / "xau.docx"), "--json"]) == 1
        assert json.loads(capsys.readouterr().out)["files"][0]["path"] == (tmp_path / "xau.docx").as_posix()


def test_an_annotated_copy_is_written_and_the_file_left_alone(bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(bad).read_bytes()
    assert main(["check", bad, "--annotate", "ghi-chu.docx"]) == 1
    assert Path(bad).read_bytes() == before
    assert main(["check", "ghi-chu.docx"]) == 1
    assert main(["check", bad, "--annotate", bad]) == 2
    Path("nam").mkdir()
    for paths in ([bad, "khac.docx"], ["nam"]):
        capsys.readouterr()
        assert main(["check", *paths, "--annotate", "x.docx"]) == 2
        assert "đúng một tệp" in capsys.readouterr().err
    assert not Path("x.docx").exists()


def test_a_fault_of_ours_is_3_and_the_other_files_are_told(
    good: str, bad: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(source: Path, **options: Any) -> object:
        if source.name == good:
            raise ZeroDivisionError
        return check_docx(source, **options)

    monkeypatch.setattr(job, "check_docx", broken)
    assert main(["check", good, bad]) == 3
    said = capsys.readouterr()
    assert "xau.docx: 1 lỗi" in said.out
    assert "ZeroDivisionError" in said.err
    assert "Traceback" not in said.err


def test_an_empty_folder_and_a_broken_house_rule_are_told(good: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("rong").mkdir()
    assert main(["check", "rong", "--quy-dinh", "khong-co.yaml"]) == 2
    said = capsys.readouterr().err
    assert "VT-651" in said
    assert "VT-030" in said


def test_control_characters_of_a_stranger_do_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    docx = plain()
    next(t for t in docx.xml().iter(w("t")) if t.text and "cán bộ" in t.text).text = "cán\u200b bộ  \u009b31m x"
    Path("a.docx").write_bytes(docx.save())
    main(["check", "a.docx"])
    assert "\u009b" not in capsys.readouterr().out


def test_the_hook_for_repositories_is_a_command_that_exists() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, *words = hook["entry"].split()
    assert program == "vtdocs"
    options = make_parser().parse_args([*words, "a.docx", "nam/b.docx"])
    assert options.paths == [Path("a.docx"), Path("nam/b.docx")]
    wanted, left = re.compile(hook["files"]), re.compile(hook["exclude"])
    names = ("a.docx", "nam/b.docm", "nam/~$b.docx", "a.doc", "a.docx.yaml")
    assert [bool(wanted.search(name)) and not left.search(name) for name in names] == [True, True, False, False, False]


# --- rules ------------------------------------------------------------------------------------------


def test_the_rules_are_listed_and_told_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    said = capsys.readouterr().out
    assert all(f"  {rule}  " in said for rule in all_rules())
    assert main(["rules", "nd30_102"]) == 0
    said = capsys.readouterr().out
    rule = all_rules()["ND30-102"]
    assert said.startswith(f"ND30-102  {rule.title}\n  mức độ: lỗi\n  nguồn: {rule.source}\n")
    assert f"  đúng: {rule.example.clean}\n  sai: {rule.example.broken}\n" in said


def test_a_rule_that_does_not_exist_is_told_with_those_that_are_near(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "VB-102"]) == 2
    said = capsys.readouterr().err
    assert "không có quy tắc “VB-102”" in said
    assert "có phải ý là ND30-102 (" in said
    assert main(["rules", "x"]) == 2
    assert "sửa: xem mọi quy tắc: vtdocs rules" in capsys.readouterr().err
    # Numbers that look alike mean nothing alike: the group is named, and none of it guessed.
    assert main(["rules", "nd30-199"]) == 2
    assert "các quy tắc về trang giấy và phông chữ: ND30-101, ND30-102, " in capsys.readouterr().err
    assert main(["rules", "nd30 102"]) == 0


# --- build ------------------------------------------------------------------------------------------


@pytest.fixture
def plan() -> str:
    Path("nam").mkdir()
    Path("nam/ke-hoach.yaml").write_text(PLAN, "utf-8")
    return "nam/ke-hoach.yaml"


def test_a_build_ends_with_the_check_of_what_it_made(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", plan]) == 0
    said = capsys.readouterr().out
    assert re.search(r"Cỡ +Thể thức\n.* KB +đạt\n", said)
    assert said.endswith(f"Kiểm tra cả lời văn:   vtdocs check {Path('dist/nam/ke-hoach.docx')}\n")
    (checked,) = api.build("nam", "ra").checks
    assert checked.path == Path("ra/ke-hoach.docx")
    assert checked.report is not None
    assert (checked.report.office, list(checked.report)) == ("Ủy ban nhân dân xã An", [])
    assert checked.report.only_form


def test_the_check_can_be_left_out(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", plan, "--no-check"]) == 0
    said = capsys.readouterr().out
    assert "Thể thức" not in said
    assert "vtdocs check" not in said
    assert api.build("nam", "ra", check=False).checks == ()


def test_a_dry_run_is_checked_too(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", plan, "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert re.search(r" KB +đạt\n", said)
    assert "vtdocs check" not in said  # there is no file to be checked
    assert not Path("dist").exists()


def test_a_build_asks_nothing_of_what_the_author_wrote(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(plan).write_text(PLAN.replace("cán bộ,", "cán bộ ,").replace("Nâng", "Nâng  "), "utf-8")
    assert main(["build", plan]) == 0
    assert re.search(r" KB +đạt\n", capsys.readouterr().out)
    assert main(["check", "dist/nam/ke-hoach.docx"]) == 0
    assert "VB-804" in capsys.readouterr().out


def test_what_is_accepted_of_words_is_not_doubted_by_a_build(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(plan).write_text(PLAN.replace("cán bộ,", "cán bộ ,"), "utf-8")
    accepted = f"{HEAD}chap_nhan\nchap_nhan:\n  - {{quy_tac: VB-804, ly_do: Theo mẫu của tỉnh}}\n"
    Path("dist/nam").mkdir(parents=True)
    Path("dist/nam/ke-hoach.docx.chap-nhan.yaml").write_text(accepted, "utf-8")
    assert main(["build", plan]) == 0
    said = capsys.readouterr()
    assert re.search(r" KB +đạt\n", said.out)
    assert "VT-652" not in said.err


def test_the_way_to_see_every_finding_names_the_office_file(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("nam/co-quan.yaml").write_text(
        f"{HEAD}co_quan\nten: Ủy ban nhân dân xã An\nten_viet_tat: UBND\ndia_danh: An\n", "utf-8"
    )
    Path(plan).write_text(re.sub(r"co_quan: \{.*\}", "co_quan: co-quan.yaml", PLAN), "utf-8")
    assert main(["build", plan]) == 0
    shown = capsys.readouterr().out.splitlines()[-1]
    assert shown.startswith("Kiểm tra cả lời văn:   vtdocs check ")
    assert shown.endswith(f" --co-quan {Path('nam/co-quan.yaml')}")
    assert main(shown.partition("vtdocs ")[2].split()) == 0
    assert "Cơ quan: Ủy ban nhân dân xã An" in capsys.readouterr().out


def test_a_fault_of_form_in_what_was_made_is_1_and_the_file_is_there(
    plan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "new", "mau"]) == 0
    template = Path("mau/van-ban-co-ten-loai.docx")
    template.write_bytes(narrow(Docx(template.read_bytes())))
    capsys.readouterr()
    assert main(["build", plan, "--templates", "mau"]) == 1
    said = capsys.readouterr()
    assert "ND30-102  lỗi: " in said.err
    assert re.search(r" KB +1 lỗi", said.out)
    assert Path("dist/nam/ke-hoach.docx").is_file()


def test_the_check_is_a_stage_of_its_own(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", plan, "--profile"]) == 0
    assert re.search(r"ghi +kiểm tra +khác", capsys.readouterr().out)
    assert main(["build", plan, "--profile", "--no-check"]) == 0
    assert "kiểm tra" not in capsys.readouterr().out


def test_a_fault_of_ours_in_the_check_leaves_the_file_and_is_3(
    plan: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(job, "check_docx", broken)
    assert main(["build", plan]) == 3
    said = capsys.readouterr()
    assert "ZeroDivisionError" in said.err
    assert "không kiểm tra được" in said.out
    assert Path("dist/nam/ke-hoach.docx").is_file()
