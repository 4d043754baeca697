"""What a program may hand over by mistake is refused where the value is made, and the message names the field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.bounded import ends
from tests.writers.plans import plan
from vtdocs.model import (
    Bang,
    CoQuan,
    Cot,
    DonVi,
    Gop,
    Hinh,
    KieuAnh,
    KieuHang,
    Luu,
    NgayThang,
    NguoiKy,
    NhomNoiNhan,
    PhuLuc,
    VanBan,
)
from vtdocs.model.checks import show
from vtdocs.outline import Emphasis, Link, Marker, Node, Note, Reference, RefKind
from vtdocs.units import Mm

ODD: Any = "cheo"
WHOLE: Any = 100
NOTHING: Any = None
COLUMNS = (Cot(None, "A"), Cot(None, "B"))
ROWS = (("1", "2"), ("3", "4"), ("5", "6"))
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"


def table(**changes: Any) -> Bang:
    return Bang(**{"cot": COLUMNS, "hang": ROWS} | changes)


def office(**changes: Any) -> CoQuan:
    return CoQuan(
        **{"ten": "Ủy ban nhân dân xã Vĩnh Thông", "ten_viet_tat": "UBND", "dia_danh": "Vĩnh Thông"} | changes
    )


def picture(**changes: Any) -> Hinh:
    parts: dict[str, Any] = {"du_lieu": PNG, "kieu": KieuAnh.PNG, "diem_ngang": 10, "diem_doc": 10, "mo_ta": "Sơ đồ"}
    return Hinh(**parts | changes)


def node(**changes: Any) -> Node:
    return Node(**{"marker": None, "text": "abc"} | changes)


TYPES: list[tuple[Callable[[], object], str]] = [
    # One text where a tuple of texts is wanted would be printed letter by letter.
    (lambda: NguoiKy("A", "B", quyen_han=ODD), "quyen_han is a tuple, not 'cheo'"),
    (lambda: NhomNoiNhan(ODD), "noi is a tuple, not 'cheo'"),
    (lambda: office(ten_trinh_bay=ODD), "ten_trinh_bay is a tuple, not 'cheo'"),
    (lambda: Luu(don_vi_soan_thao=ODD), "don_vi_soan_thao is a tuple, not 'cheo'"),
    (lambda: table(ghi_chu=ODD), "ghi_chu is a tuple, not 'cheo'"),
    (lambda: plan(can_cu=ODD), "can_cu is a tuple, not 'cheo'"),
    (lambda: plan(mo_dau=ODD), "mo_dau is a tuple, not 'cheo'"),
    (lambda: node(children=ODD), "children is a tuple, not str"),
    # Lists can change behind the back of a frozen value.
    (lambda: plan(noi_dung=[node()]), r"noi_dung is a tuple, not \[Node"),
    (lambda: table(hang=[["1", "2"]]), r"hang is a tuple, not \[\['1', '2'\]\]"),
    (lambda: table(hang=(["1", "2"],)), r"hang\[0\] is of type tuple, not \['1', '2'\]"),
    (lambda: table(gop=[Gop(0, 0)]), "gop is a tuple"),
    (lambda: node(spans=[Emphasis(0, 1)]), "spans is a tuple, not list"),
    # Things inside.
    (lambda: NhomNoiNhan((NOTHING,)), r"noi\[0\] is of type str, not None"),
    (lambda: plan(can_cu=("Căn cứ", NOTHING)), r"can_cu\[1\] is of type str, not None"),
    (lambda: plan(noi_dung=("a",)), r"noi_dung\[0\] is of type Node, not 'a'"),
    (lambda: plan(mo_dau=(NOTHING,)), r"mo_dau\[0\] is of type str or Node, not None"),
    (lambda: plan(noi_nhan=("a",)), r"noi_nhan\[0\] is of type NhomNoiNhan, not 'a'"),
    (lambda: plan(phu_luc=(NOTHING,)), r"phu_luc\[0\] is of type PhuLuc, not None"),
    (lambda: plan(bang={"x": NOTHING}), r"bang\['x'\] is of type Bang, not None"),
    (lambda: plan(bang={1: table()}), "a key of bang is of type str, not 1"),
    (lambda: plan(bang=(table(),)), "bang is of type Mapping, not"),
    (lambda: plan(hinh={"x": b"png"}), r"hinh\['x'\] is of type Hinh, not b'png'"),
    (lambda: PhuLuc(bang=table()), "bang is a tuple, not Bang"),  # type: ignore[arg-type]
    (lambda: PhuLuc(noi_dung=("a",)), r"noi_dung\[0\] is of type Node"),  # type: ignore[arg-type]
    (lambda: office(don_vi=("VHXH",)), r"don_vi\[0\] is of type DonVi, not 'VHXH'"),
    (lambda: office(nguoi_ky=("A",)), r"nguoi_ky\[0\] is of type NguoiKy, not 'A'"),
    # Whole values of the wrong type.
    (lambda: plan(loai_nao=1), "loai_nao"),
    (lambda: plan(trich_yeu=NOTHING), "trich_yeu is of type str, not None"),
    (lambda: plan(co_quan="UBND"), "co_quan is of type CoQuan, not 'UBND'"),
    (lambda: plan(nguoi_ky="A"), "nguoi_ky is of type NguoiKy, not 'A'"),
    (lambda: plan(luu=NOTHING), "luu is of type Luu, not None"),
    (lambda: plan(ngay_ban_hanh="05/01/2026"), "ngay_ban_hanh is of type NgayThang, not '05/01/2026'"),
    (lambda: plan(ky_hieu=5), "ky_hieu is of type str or None, not 5"),
    (lambda: NguoiKy(NOTHING, "B"), "ho_ten is of type str, not None"),
    (lambda: DonVi("A", NOTHING), "ten_viet_tat is of type str, not None"),
    (lambda: PhuLuc((table(),), tieu_de=WHOLE), "tieu_de is of type str or None, not 100"),
    # Numbers.
    (lambda: plan(so=True), "so is a whole number, not True"),
    (lambda: plan(so=1.5), "so is a whole number, not 1.5"),
    (lambda: plan(so="5"), "so is a whole number, not '5'"),
    (lambda: NgayThang(1.5, 2, 2026), "ngay is a whole number, not 1.5"),  # type: ignore[arg-type]
    (lambda: Luu(so_ban=ODD), "so_ban is a whole number, not 'cheo'"),
    (lambda: Gop(0, NOTHING), "cot is a whole number, not None"),
    # Tables.
    (lambda: Cot(ODD, "B"), "vai_tro is of type VaiTro or None, not 'cheo'"),
    (lambda: Cot(None, NOTHING), "ten is of type str, not None"),
    (lambda: Cot(None, "A", canh=ODD), "canh is of type CanhO or None, not 'cheo'"),
    (lambda: Cot(None, "A", gop_doc=WHOLE), "gop_doc is of type bool, not 100"),
    (lambda: table(cot=("A", "B")), r"cot\[0\] is of type Cot, not 'A'"),
    (lambda: table(hang=(("1", "2"), ("3", NOTHING))), r"hang\[1\]\[1\] is of type str, not None"),
    (lambda: table(hang=((1, 2),)), r"hang\[0\]\[0\] is of type str, not 1"),
    (lambda: table(hang=("ab", "cd")), r"hang\[0\] is of type tuple, not 'ab'"),
    (lambda: table(kieu_hang={1: "nhom"}), r"kieu_hang\[1\] is of type KieuHang, not 'nhom'"),
    (lambda: table(kieu_hang={"1": KieuHang.NHOM}), "a key of kieu_hang is of type int, not '1'"),
    (lambda: table(kieu_hang=[1]), r"kieu_hang is of type Mapping, not \[1\]"),
    (lambda: table(huong=ODD), "huong is of type Huong or None, not 'cheo'"),
    # Pictures.
    (lambda: picture(kieu="gif"), "kieu is of type KieuAnh, not 'gif'"),
    (lambda: picture(du_lieu="a"), "du_lieu is of type bytes, not 'a'"),
    (lambda: picture(diem_ngang=10.5), "diem_ngang is a whole number, not 10.5"),
    (lambda: picture(rong=100), "rong is of type Length or None, not 100"),
    (lambda: picture(mo_ta=NOTHING), "mo_ta is of type str, not None"),
    # Lines and what is marked in them.
    (lambda: node(marker="1."), r"marker is of type Marker or None, not '1\.'"),
    (lambda: node(number=NOTHING), "number is a text, not None"),
    (lambda: node(text=7), "text is a text, not 7"),
    (lambda: node(children=("b",)), "children holds a value that is no Node"),
    (lambda: node(spans=("b",)), "spans holds a value that is no span"),
    (lambda: node(spans=NOTHING), "spans is a tuple, not NoneType"),
    (lambda: Node(None, ref="x"), "ref is of type Reference or None, not 'x'"),  # type: ignore[arg-type]
    (lambda: Reference("bang", "x"), "kind is of type RefKind, not 'bang'"),  # type: ignore[arg-type]
    (lambda: Reference(RefKind.BANG, NOTHING), "name is a text, not None"),
    (lambda: Note(1, "a", (Note(1, "b"),)), "a note has no further notes"),
    (lambda: Note(1, NOTHING), "text is a text, not None"),
    (lambda: Link(0, 1, NOTHING), "url is a text, not None"),
    (lambda: Emphasis(0, 1.5), "a span goes from and to whole numbers"),  # type: ignore[arg-type]
]

VALUES: list[tuple[Callable[[], object], str]] = [
    (lambda: plan(trich_yeu=""), "trich_yeu is empty"),
    (lambda: plan(trich_yeu=" \n"), "trich_yeu is empty"),
    (lambda: plan(can_cu=("",)), r"can_cu\[0\] is empty"),
    (lambda: plan(kinh_gui=("Sở Nội vụ", " ")), r"kinh_gui\[1\] is empty"),
    (lambda: NguoiKy("A", ""), "chuc_vu is empty"),
    (lambda: NguoiKy("A", "B", ("KT. CHỦ TỊCH", "")), r"quyen_han\[1\] is empty"),
    (lambda: NhomNoiNhan(("",)), r"noi\[0\] is empty"),
    (lambda: office(ten=""), "ten is empty"),
    (lambda: office(dia_danh=" "), "dia_danh is empty"),
    (lambda: DonVi("", "VHXH"), "ten is empty"),
    (lambda: Luu(("",)), r"don_vi_soan_thao\[0\] is empty"),
    (lambda: table(ghi_chu=("",)), r"ghi_chu\[0\] is empty"),
    (lambda: PhuLuc(), "an appendix holds a table, prose, or both"),
    (lambda: plan(phu_luc=(PhuLuc((table(),)),) * 4000), "phu_luc has 4000 appendices, and .* end at 3999"),
    (lambda: plan(so=-1), "so is -1, and goes from 1 to"),
    (lambda: plan(so=10**5000), "so is a very long int, and goes from 1 to"),
    (lambda: Luu(so_ban=-5), "so_ban is -5, and goes from 1"),
    (lambda: Luu(so_ban_phat_hanh=0), "so_ban_phat_hanh is 0, and goes from 1"),
    (lambda: NgayThang(31, 2, 2026), "ngay is 31, which is not a day of the calendar in thang 2"),
    (lambda: NgayThang(29, 2, 2026), "not a day of the calendar"),
    (lambda: NgayThang(29, 2, 1900), "not a day of the calendar"),
    (lambda: NgayThang(30, 2), "not a day of the calendar"),
    (lambda: NgayThang(31, 4), "not a day of the calendar"),
    (lambda: table(kieu_hang={3: KieuHang.NHOM}), "kieu_hang names a row that is not there"),
    (lambda: table(gop=(Gop(0, 0, 2, 1),)), r"hang\[1\] has words that a merged cell covers"),
    (lambda: picture(du_lieu=b"GIF89a"), "du_lieu does not begin as a file of kind png does"),
    (lambda: picture(du_lieu=JPEG), "du_lieu does not begin as a file of kind png does"),
    (lambda: picture(kieu=KieuAnh.JPEG), "du_lieu does not begin as a file of kind jpeg does"),
    (lambda: picture(diem_doc=0), "diem_doc is 0, and goes from 1"),
    (lambda: picture(rong=Mm(0)), "rong is 0.0 mm, and a picture has a width"),
    (lambda: picture(xoay=45), "xoay is 45"),
    (lambda: node(ref=Reference(RefKind.BANG, "x")), "a node with a ref .* has no words"),
    (lambda: Emphasis(4, 2), "a span goes from 0 or later to its end, not from 4 to 2"),
    (lambda: Note(-1, "a"), "a span goes from 0 or later"),
    (lambda: Link(0, 1, "javascript:alert(1)"), "is an http, https or mailto address"),
    (lambda: Link(0, 1, ""), "is an http, https or mailto address"),
]


@pytest.mark.parametrize(("make", "message"), TYPES)
def test_a_wrong_type_is_a_type_error(make: Callable[[], object], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        make()


@pytest.mark.parametrize(("make", "message"), VALUES)
def test_a_wrong_value_is_a_value_error(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make()


@pytest.mark.parametrize("day", [(29, 2, 2024), (29, 2, 2000), (29, 2, None), (31, None, 2026), (None, 2, 2026), (31,)])
def test_a_day_of_the_calendar_may_be_blank_in_part(day: tuple[int | None, ...]) -> None:
    assert NgayThang(*day).ngay == day[0]


def test_what_may_be_empty_is_taken() -> None:
    assert NguoiKy("", "CHỦ TỊCH").ho_ten == ""
    assert Cot(None, "").ten == ""
    assert picture(mo_ta="").mo_ta == ""
    assert table(hang=()).hang == ()
    assert picture(kieu=KieuAnh.JPEG, du_lieu=JPEG, rong=Mm(60), xoay=90).rong == Mm(60)
    assert node(marker=Marker.KHOAN, spans=(Link(0, 3, "HTTPS://a.vn"), Note(3, "b", (Emphasis(0, 1),)))).text == "abc"


def test_a_changed_copy_is_checked_too() -> None:
    document: VanBan = plan()
    with pytest.raises(TypeError, match="co_quan is of type CoQuan"):
        replace(document, co_quan=NOTHING)


def test_messages_are_short() -> None:
    assert len(show("a" * 10_000)) < 50
    assert show(10**5000) == "a very long int"


def test_many_rows_are_checked_in_no_time() -> None:
    rows = tuple(tuple(f"{row}-{column}" for column in range(5)) for row in range(50_000))
    columns = tuple(Cot(None, f"{column}") for column in range(5))
    with ends():
        bang = Bang(columns, rows)
    assert len(bang.hang) == 50_000
