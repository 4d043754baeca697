from __future__ import annotations

import re
import unicodedata

from tests.standards.decree_text import FOLDER
from vtdocs.standards.loai_van_ban import BAN_SAO, LOAI_VAN_BAN


def decree_table() -> dict[str, str]:
    """The abbreviations that the decree prints, by the name without tone marks, spelled uỷ or ủy alike."""
    text = (FOLDER / "phu-luc-3.txt").read_text(encoding="utf-8")
    rows = re.findall(r"^\|  \| ([^|]+?)(?: \(cá biệt\))? \| ([A-Za-zĐđ]+) \|$", text, flags=re.MULTILINE)
    return {plain(name): abbreviation for name, abbreviation in rows}


def plain(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return "".join(char for char in letters if not unicodedata.combining(char)).replace(" ", "_")


def test_every_abbreviation_is_the_decrees() -> None:
    ours = {plain(kind.ten): kind.viet_tat for kind in [*LOAI_VAN_BAN.values(), *BAN_SAO.values()]}
    assert {name: code for name, code in ours.items() if code is not None} == decree_table()


def test_there_are_29_kinds_and_two_have_no_abbreviation() -> None:
    assert len(LOAI_VAN_BAN) == 29
    assert [key for key, kind in LOAI_VAN_BAN.items() if kind.viet_tat is None] == ["cong_van", "thu_cong"]


def test_a_key_is_the_name_without_accents() -> None:
    assert all(key == kind.key == plain(kind.ten) for key, kind in LOAI_VAN_BAN.items())


def test_what_a_kind_has_of_its_own_is_in_its_row() -> None:
    assert {key: kind.kinh_gui for key, kind in LOAI_VAN_BAN.items() if kind.kinh_gui} == {
        "bao_cao": "may",
        "to_trinh": "must",
        "cong_van": "must",
    }
    assert {key: kind.loi for key, kind in LOAI_VAN_BAN.items() if kind.loi} == {
        "nghi_quyet": "QUYẾT NGHỊ:",
        "quyet_dinh": "QUYẾT ĐỊNH:",
    }
    assert [key for key, kind in LOAI_VAN_BAN.items() if not kind.co_ten] == ["cong_van"]


def test_no_two_kinds_share_an_abbreviation() -> None:
    codes = [kind.viet_tat for kind in [*LOAI_VAN_BAN.values(), *BAN_SAO.values()] if kind.viet_tat]
    assert len(set(codes)) == len(codes) == 30


def test_the_kinds_of_the_reference_papers_are_as_everybody_knows_them() -> None:
    assert (LOAI_VAN_BAN["ke_hoach"].ten, LOAI_VAN_BAN["ke_hoach"].viet_tat) == ("Kế hoạch", "KH")
    assert LOAI_VAN_BAN["bao_cao"].viet_tat == "BC"
    assert LOAI_VAN_BAN["quyet_dinh"].viet_tat == "QĐ"
    assert [kind.viet_tat for kind in BAN_SAO.values()] == ["SY", "TrS", "SL"]
