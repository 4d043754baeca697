"""House rules, acceptances and office files: what they say, and every fault of them at once with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from vtdocs.checking.office import Office
from vtdocs.checking.registry import all_rules
from vtdocs.diagnostics import Severity
from vtdocs.errors import LoadError
from vtdocs.jobs.beside import find_acceptance_files, find_office, name_file
from vtdocs.jobs.check import CheckJob
from vtdocs.jobs.check_inputs import load_acceptances, load_office, load_profile

RULES = all_rules()
ERROR = next(rule.id for rule in RULES.values() if rule.severity is Severity.ERROR)
HINT = next(rule.id for rule in RULES.values() if rule.severity is not Severity.ERROR)
HEAD = "phien_ban: 1\nloai: "


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.write_text(text, "utf-8")
    return path


def faults(load: object, path: Path) -> list[str]:
    assert callable(load)
    with pytest.raises(LoadError) as caught:
        load(path)
    return [f"{fault.location} {fault.code}" for fault in caught.value.diagnostics]


def test_a_house_rule_has_a_name_and_severities() -> None:
    path = write("tinh.yaml", f"{HEAD}quy_dinh_kiem_tra\nten: Quy định tỉnh\nmuc_do:\n  {HINT}: loi\n  {ERROR}: loi\n")
    profile = load_profile(path)
    assert (profile.name, profile.source) == ("Quy định tỉnh", "tinh.yaml")
    assert profile.severities == {HINT: Severity.ERROR, ERROR: Severity.ERROR}


def test_advice_may_be_left_out_by_a_house_rule() -> None:
    path = write("tinh.yaml", f"{HEAD}quy_dinh_kiem_tra\nten: T\nmuc_do: {{{HINT}: bo_qua}}\n")
    assert load_profile(path).severities == {HINT: None}


def test_all_faults_of_a_house_rule_are_told_at_once() -> None:
    text = f"{HEAD}quy_dinh_kiem_tra\nmuc_do:\n  ND30-000: loi\n  {ERROR}: goi_y\n  {HINT}: nang\n"
    assert faults(load_profile, write("tinh.yaml", text)) == [
        "tinh.yaml:1:1 VT-010",
        "tinh.yaml:4:3 VT-653",
        f"tinh.yaml:5:{len(ERROR) + 5} VT-654",
        f"tinh.yaml:6:{len(HINT) + 5} VT-013",
    ]


def test_another_kind_of_file_is_told() -> None:
    assert faults(load_profile, write("a.yaml", f"{HEAD}co_quan\n")) == ["a.yaml:2:7 VT-016"]
    assert faults(load_acceptances, write("b.yaml", f"{HEAD}ke_hoach\n")) == ["b.yaml:2:7 VT-016"]
    assert faults(load_profile, Path("khong-co.yaml")) == ["khong-co.yaml VT-030"]


def test_acceptances_have_a_rule_words_and_a_reason() -> None:
    text = f"{HEAD}chap_nhan\nchap_nhan:\n- quy_tac: {HINT}\n  co_chu: Hà Nội\n  ly_do: mẫu cũ\n"
    (accepted,) = load_acceptances(write("chap-nhan.yaml", text))
    assert (accepted.rule, accepted.words, accepted.reason) == (HINT, "Hà Nội", "mẫu cũ")
    assert str(accepted.location) == "chap-nhan.yaml:4:12"


def test_a_reason_is_required_and_the_rule_has_to_exist() -> None:
    text = f"{HEAD}chap_nhan\nchap_nhan:\n- {{quy_tac: {HINT}}}\n- {{quy_tac: ND30-000, ly_do: x}}\n"
    assert faults(load_acceptances, write("chap-nhan.yaml", text)) == [
        "chap-nhan.yaml:4:3 VT-010",
        "chap-nhan.yaml:5:13 VT-653",
    ]


def test_ids_are_taken_in_any_case() -> None:
    path = write("tinh.yaml", f"{HEAD}quy_dinh_kiem_tra\nten: T\nmuc_do: {{{HINT.lower()}: loi}}\n")
    assert load_profile(path).severities == {HINT: Severity.ERROR}
    entry = f"{HEAD}chap_nhan\nchap_nhan:\n- {{quy_tac: {ERROR.lower()}, ly_do: x}}\n"
    assert [each.rule for each in load_acceptances(write("chap-nhan.yaml", entry))] == [ERROR]
    twice = f"{HEAD}quy_dinh_kiem_tra\nten: T\nmuc_do:\n  {HINT}: loi\n  {HINT.lower()}: goi_y\n"
    assert faults(load_profile, write("tinh.yaml", twice)) == ["tinh.yaml:6:3 VT-011"]


def test_an_unknown_id_is_told_with_its_group() -> None:
    path = write("tinh.yaml", f"{HEAD}quy_dinh_kiem_tra\nten: T\nmuc_do: {{ND30-199: loi}}\n")
    with pytest.raises(LoadError) as caught:
        load_profile(path)
    (fault,) = caught.value.diagnostics
    assert fault.message == "không có quy tắc “ND30-199”"
    assert str(fault.hint).startswith("các quy tắc về trang giấy và phông chữ: ND30-101, ND30-102, ")


def test_hints_are_those_of_the_file_that_is_meant() -> None:
    for load, text, told in (
        (load_profile, "", "viết các khóa: phien_ban, loai: quy_dinh_kiem_tra, ten, muc_do"),
        (load_acceptances, "", "viết các khóa: phien_ban, loai: chap_nhan, chap_nhan"),
        (load_office, "", "tạo tệp mẫu bằng lệnh: vtdocs new ke_hoach"),
    ):
        with pytest.raises(LoadError) as caught:
            load(write("a.yaml", text))
        assert [fault.hint for fault in caught.value.diagnostics] == [told]
    with pytest.raises(LoadError) as caught:
        load_profile(write("a.yaml", f"{HEAD}quy_dinh_kiem_tra\nten: T\nmuc_do: [{HINT}]\n"))
    assert [fault.message for fault in caught.value.diagnostics] == ["muc_do: cần nhóm khóa, đang là danh sách"]


def test_a_folder_in_the_place_of_a_file_is_told() -> None:
    with pytest.raises(LoadError, match=r"^\.  VT-032  lỗi: “\.” là thư mục, không phải tệp"):
        load_profile(Path())
    Path("a.docx.chap-nhan.yaml").mkdir()
    assert find_acceptance_files(Path("a.docx")) == (Path("a.docx.chap-nhan.yaml"), None)
    assert faults(load_acceptances, Path("a.docx.chap-nhan.yaml")) == ["a.docx.chap-nhan.yaml VT-032"]


def test_a_file_of_its_own_name_and_one_of_the_folder_are_found() -> None:
    path = Path("a.docx")
    assert find_acceptance_files(path) == (None, None)
    own, common = write("a.docx.chap-nhan.yaml", "loai: x"), write("chap-nhan.yaml", "loai: y")
    assert find_acceptance_files(path) == (own, common)
    assert find_acceptance_files(Path("b.docx")) == (None, common)
    assert faults(CheckJob().check, path) == ["a.docx.chap-nhan.yaml:1:7 VT-016", "chap-nhan.yaml:1:7 VT-016"]


def test_a_name_that_is_too_long_for_the_disk_has_nothing_beside_it() -> None:
    assert find_acceptance_files(Path("a" * 255)) == (None, None)


def test_a_file_is_named_from_here_or_as_it_was_called() -> None:
    assert name_file(Path("nam/../nam/a.docx")) == "nam/a.docx"
    assert name_file(Path.cwd() / "a.docx") == "a.docx"
    assert name_file(Path("../khac/a.docx")) == "../khac/a.docx"
    assert name_file(Path("/khac/nam/../a.docx")) == "/khac/a.docx"


def test_the_office_file_of_the_folder_or_the_one_above_is_found() -> None:
    Path("nam/thang").mkdir(parents=True)
    assert find_office(Path("nam/thang/a.docx")) is None
    Path("nam/co-quan.yaml").touch()
    assert find_office(Path("nam/thang/a.docx")) == Path.cwd() / "nam" / "co-quan.yaml"
    assert find_office(Path("nam/a.docx")) == Path.cwd() / "nam" / "co-quan.yaml"


def test_the_checker_gets_of_an_office_what_it_asks_for() -> None:
    text = """\
co_quan
ten: Ủy ban nhân dân xã An
ten_viet_tat: UBND
dia_danh: An
don_vi: [{ten: Văn phòng, ten_viet_tat: VP}]
nguoi_ky:
  - {chuc_vu: CHỦ TỊCH, ho_ten: Nguyễn Văn A}
  - {quyen_han: KT. CHỦ TỊCH, chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Trần Thị B}
"""
    assert load_office(write("co-quan.yaml", HEAD + text)) == Office(
        name="Ủy ban nhân dân xã An",
        abbreviation="UBND",
        place="An",
        units=(("Văn phòng", "VP"),),
        signers=(("Nguyễn Văn A", "CHỦ TỊCH"), ("Trần Thị B", "PHÓ CHỦ TỊCH")),
    )


def test_what_stands_beside_documents_is_not_built() -> None:
    from vtdocs.loaders import find_documents

    write("ke-hoach.yaml", f"{HEAD}ke_hoach\n")
    write("chap-nhan.yaml", f"{HEAD}chap_nhan\n")
    write("tinh.yaml", f"{HEAD}quy_dinh_kiem_tra\n")
    assert find_documents(Path()) == [Path("ke-hoach.yaml")]
