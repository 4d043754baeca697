"""Documents of every kind: what each may hold, their tables, pictures and appendices, with every fault at its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.bounded import ends
from tests.loaders.inputs import OFFICE, PLAN, short
from vtdocs.api import write_docx
from vtdocs.diagnostics import Diagnostic
from vtdocs.errors import LoadError
from vtdocs.kinds import DOCUMENT_KINDS, STARTERS
from vtdocs.loaders import find_documents, json_schema, load_file, load_text
from vtdocs.loaders.shapes import LONGEST_OUTLINE
from vtdocs.model import KeHoach, Luu, NguoiKy, NhomNoiNhan, VanBan
from vtdocs.outline import Emphasis, Node, Reference, RefKind, walk_outline
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN

ROOT = Path(__file__).parents[2]
BASE = PLAN.replace("loai: ke_hoach", "loai: {kind}").replace("{ngay:, thang:, nam: 2026}", "05/01/2026")
PNG = (ROOT / "docs" / "img" / "phu-luc.png").read_bytes()


def document(kind: str, more: str = "") -> str:
    addressed = "kinh_gui: Sở Nội vụ\n" if kind in ("cong_van", "to_trinh") and "kinh_gui" not in more else ""
    return BASE.replace("{kind}", kind) + addressed + more


def read(text: str, **files: bytes) -> VanBan:
    named = {name.replace("_", "."): data for name, data in files.items()}
    return load_text(text, {"co-quan.yaml": OFFICE.encode(), **named})


def faults(text: str, **files: bytes) -> tuple[Diagnostic, ...]:
    try:
        return read(text, **files).diagnostics
    except LoadError as error:
        return error.diagnostics


def found(text: str, **files: bytes) -> list[str]:
    return [short(fault).removeprefix("van-ban.yaml:") for fault in faults(text, **files)]


def one(text: str, **files: bytes) -> Diagnostic:
    (fault,) = faults(text, **files)
    return fault


# --- kinds -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", DOCUMENT_KINDS)
def test_every_kind_is_read_and_fits_its_schema(kind: str) -> None:
    made = read(document(kind))
    assert made.loai == kind
    assert type(made) is (KeHoach if kind == "ke_hoach" else VanBan)
    assert made.diagnostics == ()
    assert LOAI_VAN_BAN[kind].key == kind
    data = yaml.load(document(kind), Loader=yaml.BaseLoader)
    data["phien_ban"], data["so"] = 1, None
    assert list(Draft202012Validator(json_schema(kind)).iter_errors(data)) == []


def test_a_misspelt_kind_is_told_alone_with_the_one_that_was_meant() -> None:
    fault = one(document("cong_van").replace("cong_van", "cong-van"))
    assert short(fault) == "van-ban.yaml:2:7 VT-016"
    assert fault.hint == "viết cong_van"


def test_an_unknown_kind_is_told_with_all_that_there_are() -> None:
    fault = one(document("bien_ban_hop"))
    assert short(fault) == "van-ban.yaml:2:7 VT-016"
    assert fault.hint is not None
    assert "quyet_dinh hoặc chi_thi" in fault.hint


def test_an_office_is_no_document_and_a_document_no_office() -> None:
    fault = one(OFFICE)
    assert (short(fault), fault.message) == (
        "van-ban.yaml:2:7 VT-016",
        "tệp này là loại “co_quan”, ở đây cần một văn bản",
    )
    with pytest.raises(LoadError) as caught:
        load_text(document("bao_cao"), {"co-quan.yaml": document("cong_van").encode()})
    assert [short(fault) for fault in caught.value.diagnostics] == ["co-quan.yaml:2:7 VT-016"]


@pytest.mark.parametrize(
    ("kind", "more", "place"),
    [
        ("ke_hoach", "kinh_gui: A\n", "11:1 VT-009"),
        ("quyet_dinh", "kinh_gui: A\n", "11:1 VT-009"),
        ("bao_cao", "tham_quyen: A\n", "11:1 VT-009"),
        ("cong_van", "kinh_gui:\n", "11:1 VT-014"),
        ("to_trinh", "kinh_gui: []\n", "11:11 VT-020"),
        ("bao_cao", "ky_hieu: 12/BC-UBND\n", "11:10 VT-022"),
    ],
)
def test_a_key_that_a_kind_does_not_have_is_told(kind: str, more: str, place: str) -> None:
    assert found(document(kind, more)) == [place]


def test_a_letter_needs_its_addressees() -> None:
    fault = one(document("cong_van", "kinh_gui: x\n").replace("kinh_gui: x\n", ""))
    assert short(fault) == "van-ban.yaml:1:1 VT-010"
    assert "kinh_gui" in fault.message


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Sở Nội vụ", ("Sở Nội vụ",)),
        ("'Kính gửi: Sở Nội vụ.'", ("Sở Nội vụ",)),
        ("[Sở Nội vụ;, '- Sở Tài chính.']", ("Sở Nội vụ", "Sở Tài chính")),
    ],
)
def test_addressees_lose_what_the_form_writes(written: str, expected: tuple[str, ...]) -> None:
    assert read(document("bao_cao", f"kinh_gui: {written}\n")).kinh_gui == expected


def test_authority_and_sign_of_a_decision() -> None:
    made = read(document("quyet_dinh", "tham_quyen: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\nky_hieu: /QĐ-CTUBND\n"))
    assert (made.tham_quyen, made.ky_hieu) == ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", "QĐ-CTUBND")


@pytest.mark.parametrize(
    ("kind", "about", "words"),
    [
        ("bao_cao", "Báo cáo kết quả", "mở đầu bằng “Báo cáo”"),
        ("quyet_dinh", "QUYẾT ĐỊNH về việc", "mở đầu bằng “QUYẾT ĐỊNH”"),
        ("quyet_dinh", "|\n  Quyết định\n  Về việc họp", "mở đầu bằng “Quyết định”"),
        ("bao_cao", "KẾT QUẢ NĂM 2026", "viết toàn chữ in hoa"),
    ],
)
def test_a_subject_that_repeats_what_the_form_prints_is_doubted(kind: str, about: str, words: str) -> None:
    fault = one(document(kind).replace("Tuyên truyền năm 2026", about))
    assert short(fault) == "van-ban.yaml:5:12 VT-028?"
    assert words in fault.message


def test_the_folder_may_hold_any_kind(tmp_path: Path) -> None:
    (tmp_path / "co-quan.yaml").write_text(OFFICE, encoding="utf-8")
    for kind in ("bao_cao", "ke_hoach"):
        (tmp_path / f"{kind}.yaml").write_text(document(kind), encoding="utf-8")
    assert [load_file(path).loai for path in find_documents(tmp_path)] == ["bao_cao", "ke_hoach"]


@pytest.mark.parametrize("kind", STARTERS)
def test_every_start_is_read_and_built_without_a_fault(kind: str, tmp_path: Path) -> None:
    folder = tmp_path / kind
    shutil.copytree(ROOT / "templates" / "new" / kind, folder)
    (document,) = find_documents(folder)
    made = load_file(document)
    assert (made.loai, made.diagnostics) == (kind, ())
    assert write_docx(made).startswith(b"PK")
    first = document.read_text(encoding="utf-8").split("\n")[0]
    assert first.endswith(f"schema/{'ke-hoach' if kind == 'ke_hoach' else 'van-ban'}.schema.json")


# --- prose -----------------------------------------------------------------------------------------


def test_marks_inside_the_opening_are_read() -> None:
    made = read(document("bao_cao", "mo_dau: |\n  Ủy ban **báo cáo** như sau:\n"))
    assert made.mo_dau == (Node(None, text="Ủy ban báo cáo như sau:", spans=(Emphasis(7, 14, bold=True),)),)


def test_a_note_that_never_closes_is_doubted_at_its_place() -> None:
    assert found(document("bao_cao", "ket_thuc: |\n  Một.\n  Hai {chu_thich: ba\n")) == ["13:7 VT-106?"]


# --- signer, recipients, archive -------------------------------------------------------------------


def test_a_draft_may_lack_the_name_of_its_signer() -> None:
    text = document(
        "bao_cao", "nguoi_ky: {quyen_han: [TL. CHỦ TỊCH, KT. CHÁNH VĂN PHÒNG], chuc_vu: PHÓ CHÁNH VĂN PHÒNG}\n"
    )
    assert found(text) == ["11:11 VT-086?"]
    assert read(text).nguoi_ky == NguoiKy("", "PHÓ CHÁNH VĂN PHÒNG", ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG"))


def test_a_group_may_have_a_note_for_all_and_no_name() -> None:
    text = document("bao_cao").replace("  - Sở Nội vụ\n", "  - Như trên\n  - {noi: [A, B], chung: (để báo cáo)}\n")
    assert read(text).noi_nhan == (NhomNoiNhan(("Như trên",)), NhomNoiNhan(("A", "B"), None, "để báo cáo"))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("VT, CST (PLP) (02b).", "VT, CST (PLP) (02b)."),
        ("'- Lưu: VT, CCHC&VTLT (Quý).'", "VT, CCHC&VTLT (Quý)."),
        ("Văn thư, Hồ sơ", "Văn thư, Hồ sơ"),
        ("VT, HC (2). PL.(300)", "VT, HC (2). PL.(300)"),
    ],
)
def test_the_archive_line_may_be_typed_whole(written: str, text: str) -> None:
    assert read(document("bao_cao", f"luu: {written}\n")).luu == Luu(chu=text)


def test_an_archive_line_without_the_archive_is_a_fault() -> None:
    fault = one(document("bao_cao", "luu: VHXH\n"))
    assert short(fault) == "van-ban.yaml:11:6 VT-013"
    assert fault.hint == "viết luu: VT, VHXH; hoặc luu: {don_vi_soan_thao: VHXH}"


# --- tables and pictures by name -------------------------------------------------------------------

TABLE = "bang:\n  kinh-phi: {hang: [{noi_dung: a}]}\n"
PICTURE = "hinh:\n  so_do: {tep: so.png, mo_ta: Sơ đồ}\n"


def naming(*lines: str) -> str:
    return document("bao_cao").replace("  1. Mục đích\n", "".join(f"  {line}\n" for line in lines))


def test_tables_and_pictures_stand_where_they_are_named() -> None:
    made = read(naming("{bang: kinh-phi}", "Một.", "{hinh: so_do}", "{hinh: so_do}") + TABLE + PICTURE, so_png=PNG)
    refs = [node.ref for node in walk_outline(made.noi_dung) if node.ref]
    assert refs == [Reference(RefKind.BANG, "kinh-phi")] + [Reference(RefKind.HINH, "so_do")] * 2
    assert made.bang["kinh-phi"].hang[0][-5:][1] == "a"
    assert made.hinh["so_do"].mo_ta == "Sơ đồ"
    assert made.diagnostics == ()


def test_a_name_that_is_not_declared_is_told_with_the_one_that_was_meant() -> None:
    fault = next(fault for fault in faults(naming("{bang: kinh_phi}") + TABLE) if fault.code == "VT-081")
    assert short(fault) == "van-ban.yaml:8:3 VT-081"
    assert fault.message == "không có bảng tên “kinh_phi”; có phải ý là “kinh-phi”?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (naming("{bang: kinh-phi}"), ["8:3 VT-081"]),
        (naming("Một.", "{hinh: kinh-phi}") + TABLE, ["9:3 VT-081", "13:3 VT-082?"]),
        (naming("Một.") + TABLE, ["12:3 VT-082?"]),
        (naming("{bang: kinh-phi}", "{bang: kinh-phi}") + TABLE, ["9:3 VT-083?"]),
        (naming("{bang: a}") + "bang:\n  a:\n", ["12:3 VT-014"]),
        (naming("Một.") + "bang: [a]\n", ["11:7 VT-013"]),
        (naming("Một.") + "bang: {a b: x.csv}\n", ["11:8 VT-080"]),
        (naming("{hinh: a}") + "hinh: {a: khong-co.png}\n", ["11:11 VT-030"]),
    ],
)
def test_a_fault_of_names_is_told_at_its_place(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_names_are_looked_for_in_appendices_too() -> None:
    text = naming("(Có Phụ lục kèm theo)") + "phu_luc:\n  - noi_dung: |\n      Một.\n      {bang: kinh-phi}\n" + TABLE
    assert found(text) == []
    assert found(text.replace("{bang: kinh-phi}", "{bang: x}")) == ["14:7 VT-081"]


# --- appendices ------------------------------------------------------------------------------------

PROSE = "  - noi_dung: |\n      I. PHẠM VI\n      1. Một.\n"


def appendices(words: str, count: int, more: str = PROSE) -> str:
    return naming(words) + ("phu_luc:\n" + more * count if count else "")


def test_an_appendix_may_be_prose_tables_or_both() -> None:
    table = "{hang: [{noi_dung: a}]}"
    more = f"{PROSE}    bang: [{table}, {table}]\n  - bang: {table}\n"
    first, second = read(appendices("(Có Phụ lục kèm theo)", 1, more)).phu_luc
    assert [node.full_text for node in walk_outline(first.noi_dung)] == ["I. PHẠM VI", "1. Một."]
    assert (len(first.bang), len(second.bang), second.noi_dung) == (2, 1, ())


def test_an_appendix_with_nothing_in_it_is_a_fault() -> None:
    assert found(appendices("(Có Phụ lục kèm theo)", 1, "  - tieu_de: a\n")) == ["12:5 VT-010"]


@pytest.mark.parametrize(
    ("words", "count", "expected"),
    [
        ("Chi tiết tại Phụ lục II", 1, ["8:16 VT-084?"]),
        ("Chi tiết tại Phụ lục số 02.", 0, ["8:16 VT-084?"]),
        ("theo phụ lục 3 kèm theo", 3, ["12:5 VT-085?", "15:5 VT-085?"]),
        ("Phụ lục I, II và III", 3, []),
        ("các Phụ lục I, II và IV", 3, ["8:7 VT-084?", "18:5 VT-085?"]),
        ("Phụ lục I đến Phụ lục II", 2, []),
        ("Phụ lục I - III", 3, []),
        ("Phụ lục 1, 20 hộ", 1, []),
        ("(Phụ lục I kèm theo Kế hoạch này)", 1, []),
        ("(Phụ lục II kèm theo Kế hoạch này)", 1, ["8:4 VT-084?"]),
        ("(Có các Phụ lục kèm theo)", 2, []),
        ("Phụ lục V ban hành kèm theo Nghị định số 30/2020/NĐ-CP; có phụ lục", 1, []),
        ("Phụ lục V Nghị quyết số 5; có phụ lục", 1, []),
        ("Phụ lục V, Thông tư số 01/2021/TT-BNV", 0, []),
        ("Phụ lục V của Bộ Nội vụ", 0, []),
        ("Nghị định 30/2020/NĐ-CP (Phụ lục V)", 0, []),
        ("Phụ lục I kèm theo Nghị định số 30/2020/NĐ-CP, chi tiết tại phụ lục", 2, []),
    ],
)
def test_numbered_mentions_are_compared_with_the_appendices(words: str, count: int, expected: list[str]) -> None:
    assert found(appendices(words, count)) == expected


def test_what_an_appendix_says_of_itself_is_no_mention() -> None:
    more = "  - noi_dung: |\n      Phụ lục I này và Phụ lục II.\n"
    assert found(appendices("Một.", 2, more)) == ["12:3 VT-025?"]
    assert found(appendices("Phụ lục I", 2, more)) == []


def test_an_appendix_with_a_label_of_its_own_is_known_by_that() -> None:
    labelled = "  - nhan: PHỤ LỤC 5\n    noi_dung: Một.\n"
    assert found(appendices("Chi tiết tại Phụ lục 5", 1, labelled)) == []
    assert found(appendices("Chi tiết tại Phụ lục 1", 1, labelled)) == ["8:16 VT-084?"]


# --- long documents --------------------------------------------------------------------------------


def test_three_hundred_pages_are_read() -> None:
    lines = [f"{n % 9 + 1}. " + "Nội dung công việc được giao trong năm. " * 7 for n in range(3600)]
    text = document("bao_cao").replace("  1. Mục đích\n", "".join(f"  {line}\n" for line in lines))
    assert len(text) > 1_000_000
    with ends():
        made = read(text)
    assert sum(1 for _node in walk_outline(made.noi_dung)) == 3601


def test_more_lines_than_any_paper_has_are_told_with_the_bound() -> None:
    fault = one(document("bao_cao").replace("  1. Mục đích\n", "  a\n" * (LONGEST_OUTLINE + 1)))
    assert short(fault) == "van-ban.yaml:6:11 VT-088"
    assert "có 50.002 đoạn, nhiều nhất là 50.000" in fault.message


def test_more_appendices_or_names_than_any_paper_has_are_told() -> None:
    assert found(appendices("(Có Phụ lục)", 101, "  - noi_dung: a\n"))[-1] == "112:5 VT-020"
    names = "bang:\n" + "".join(f"  b{n}: b.csv\n" for n in range(201))
    assert [place for place in found(naming("Một.") + names) if "VT-020" in place] == ["212:3 VT-020"]


def listing(items: str) -> str:
    return document("bao_cao").replace("|\n  I. MỤC ĐÍCH\n  1. Mục đích\n", items)


@pytest.mark.parametrize(
    "text",
    [
        naming(*(f"{{bang: b{n}}}" for n in range(20_000)))
        + "bang:\n"
        + "".join(f"  c{n}: {{}}\n" for n in range(200)),
        naming("Phụ lục 1" + ", 1" * 6_000, *["phụ lục 2, 3 và 4; "] * 20_000),
        naming("Phụ lục" + " " * 19_000 + "V"),
        listing("[" + "{kieu: khoanh, loi: a}," * 25_000 + "]\n"),
        listing("[" + "{so: 1., loi: a}," * 25_000 + "]\n"),
        listing("[" + "a," * 50_001 + "]\n"),
        listing("[{loi: a, con: " * 30 + "[b]" + "}]" * 30 + "\n"),
    ],
    ids=range(7),
)
def test_a_hostile_body_is_done_with_soon(text: str) -> None:
    with ends():
        assert faults(text) != ()


def test_a_plan_is_a_plan_by_what_its_file_says() -> None:
    plan, report = (load_text(text, {"co-quan.yaml": OFFICE.encode()}) for text in (PLAN, document("bao_cao")))
    assert (type(plan), plan.loai) == (KeHoach, "ke_hoach")
    assert (type(report), report.loai) == (VanBan, "bao_cao")


def test_the_package_loads_a_text_with_the_files_it_names() -> None:
    import vtdocs

    files = {"co-quan.yaml": OFFICE.encode()}
    assert vtdocs.load_text(PLAN, files) == vtdocs.load_text(PLAN.encode(), files) == load_text(PLAN, files)
    with pytest.raises(vtdocs.LoadError) as caught:
        vtdocs.load_text(PLAN, {}, name="xa-1.yaml")
    assert [(fault.code, str(fault.location).partition(":")[0]) for fault in caught.value.diagnostics] == [
        ("VT-030", "xa-1.yaml")
    ]


# --- one mistake, one message ----------------------------------------------------------------------

NESTED = """bang:
  kinh-phi:
    tieu_de: A
    cot: [Tên, Số]
    hang:
      - [a, "1"]
"""


def naming_kinh_phi(more: str, line: str = "  {bang: kinh-phi}\n") -> str:
    return document("quyet_dinh", more).replace("  I. MỤC ĐÍCH\n  1. Mục đích\n", f"  Gồm:\n{line}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (naming_kinh_phi("bang:\n  don_vi_tinh: đồng\n  cot: [A, B]\n  hang:\n    - [a, b]\n"), ["12:3 VT-080"]),
        (naming_kinh_phi(NESTED.replace('"1"', '"1')), ["16:13 VT-003"]),
        (naming_kinh_phi(NESTED.replace("    hang", "   hang")), ["15:4 VT-006"]),
        (naming_kinh_phi(NESTED.replace("    hang", "  hang")), ["15:3 VT-006"]),
        (naming_kinh_phi(NESTED, "Chưa thụt.\n  {bang: kinh-phi}\n"), ["8:1 VT-006"]),
        (naming_kinh_phi(NESTED, "  {bang: kinhphi}\n"), ["8:3 VT-081"]),
        (naming_kinh_phi(NESTED, "  {bang: xyz}\n"), ["8:3 VT-081"]),
        (naming_kinh_phi(NESTED), []),
    ],
)
def test_one_mistake_is_told_once(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_table_without_its_name_is_told_with_how_to_write_it() -> None:
    fault = one(naming_kinh_phi("bang:\n  don_vi_tinh: đồng\n  cot: [A, B]\n  hang:\n    - [a, b]\n"))
    assert fault.message == "bang: thiếu tên bảng: “don_vi_tinh”, “cot”, “hang” là khóa của bảng, không phải tên"
    assert fault.hint == ("thêm một dòng tên, ví dụ “bang-1:”, và thụt các khóa này thêm hai dấu cách dưới tên đó")


def test_a_name_in_a_list_is_looked_for_beside_other_bad_items() -> None:
    body = "noi_dung:\n  - {bang: khong-co}\n  - {so: zz, loi: A}\n"
    text = document("quyet_dinh", NESTED).replace("noi_dung: |\n  I. MỤC ĐÍCH\n  1. Mục đích\n", body)
    assert found(text) == ["7:5 VT-081", "8:10 VT-087"]


def test_a_name_that_is_too_long_says_how_long_it_is() -> None:
    fault = one(document("bao_cao", f"bang:\n  {'a' * 61}: a.csv\n"))
    assert fault.message == f"bang: tên bảng “{'a' * 60}” dài 61 ký tự, nhiều nhất 60"


@pytest.mark.parametrize(
    ("kind", "key", "words"),
    [
        ("ke_hoach", "kinh_gui", "chỉ công văn, tờ trình, báo cáo có kinh_gui"),
        ("quyet_dinh", "kinh_gui", "ghi nơi nhận ở khóa noi_nhan"),
        ("ke_hoach", "don_vi_soan_thao", "khóa này thuộc luu: viết dưới dòng luu:, thụt vào hai dấu cách"),
        ("bao_cao", "ho_ten", "khóa này thuộc nguoi_ky"),
    ],
)
def test_a_key_of_another_place_says_where_it_belongs(kind: str, key: str, words: str) -> None:
    fault = one(document(kind, f"{key}: A\n"))
    assert (short(fault), words in str(fault.hint)) == ("van-ban.yaml:11:1 VT-009", True)


# --- what is doubted --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (document("quyet_dinh", "tham_quyen: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH MINH\n"), ["11:13 VT-022?"]),
        (document("quyet_dinh", "tham_quyen: Chủ tịch Ủy ban nhân dân xã Vĩnh Thông\n"), []),
        (document("quyet_dinh", "tham_quyen: Trưởng phòng Văn hóa - Xã hội\n"), []),
        (document("cong_van").replace("trich_yeu: T", "trich_yeu: V/v t"), []),
        (document("quyet_dinh", "ky_hieu: 2025/QĐ-UBND\n"), []),
        (document("bao_cao").replace("- Sở Nội vụ", "- Như trên"), ["10:5 VT-022?"]),
        (document("bao_cao", "kinh_gui: A\n").replace("- Sở Nội vụ", "- Như trên"), []),
        (document("bao_cao").replace("- Sở Nội vụ", "- Lưu VT"), ["10:5 VT-026"]),
        (document("bao_cao", "nguoi_ky: {chuc_vu: CHỦ TỊCH, ho_ten: TS. Trần An}\n"), ["11:11 VT-089?"]),
        (document("bao_cao", "nguoi_ky: {chuc_vu: CHỦ TỊCH, ho_ten: ''}\n"), ["11:11 VT-086?"]),
        (naming_kinh_phi("", "  Dự thảo Kế hoạch gồm 02 phụ lục: Phụ lục I về A; Phụ lục II về B.\n"), []),
        (naming_kinh_phi("", "  Gồm Phụ lục I về A; Phụ lục II về B.\n"), ["8:7 VT-084?"]),
        (naming_kinh_phi("", "  Điều 1. A.\n").replace("- Sở Nội vụ", "- Như Điều 9"), ["10:5 VT-022?"]),
        (naming_kinh_phi("", "  Điều 1. A.\n").replace("- Sở Nội vụ", "- Như Điều 1"), []),
    ],
)
def test_what_does_not_fit_the_form_is_doubted(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_addressees_keep_their_case_and_what_was_taken_off_is_told() -> None:
    text = document("bao_cao", "kinh_gui: Kính gửi các Sở\n")
    assert read(text).kinh_gui == ("Các Sở",)
    assert one(text).message == ("kinh_gui: chữ “Kính gửi” do thể thức in ra, vtdocs đã bỏ chữ bạn gõ và in “Các Sở”")


def test_the_dot_of_a_capacity_is_put_in() -> None:
    made = read(document("bao_cao", "nguoi_ky: {quyen_han: KT CHỦ TỊCH, chuc_vu: PHÓ CHỦ TỊCH, ho_ten: A}\n"))
    assert made.nguoi_ky == NguoiKy("A", "PHÓ CHỦ TỊCH", ("KT. CHỦ TỊCH",))


def test_what_a_program_writes_with_blank_lines_between_its_paragraphs_is_not_folded() -> None:
    values = {
        "phien_ban": 1,
        "loai": "thong_bao",
        "trich_yeu": "Thử",
        "nguoi_ky": {"chuc_vu": "CHỦ TỊCH", "ho_ten": "Trần A"},
        "noi_nhan": ["Các thôn"],
        "co_quan": {"ten": "Ủy ban nhân dân xã X", "ten_viet_tat": "UBND", "dia_danh": "X"},
        "mo_dau": "Một đoạn.\nHai đoạn.\n",
        "noi_dung": "I. A\n- b.\n",
    }
    made = load_text(yaml.safe_dump(values, allow_unicode=True), {})
    assert [part if isinstance(part, str) else part.text for part in made.mo_dau] == ["Một đoạn.", "Hai đoạn."]
    assert [node.full_text for node in walk_outline(made.noi_dung)] == ["I. A", "- b."]
