"""The issuer and the body above it: letters, lines, names, and bodies that are no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.checking.editing import set_letters, word_run
from tests.checking.mutating import Docx, Mutation, deep, runs
from tests.checking.mutations.quoc_hieu import dashed, line, look, no_line, put, say, underlined

ISSUER, PLACE = "ỦY BAN NHÂN DÂN", "XÃ VĨNH THÔNG"
_LENGTH = frozenset({"ND30-227"})


def with_parent(
    docx: Docx, above: str = "UBND XÃ VĨNH THÔNG", name: str = "PHÒNG VĂN HÓA - XÃ HỘI", **looks: Any
) -> None:
    """Make the issuer a unit below another body, with the line below of a fair length."""
    paragraph = docx.paragraph(ISSUER)
    upper = deep(paragraph)
    paragraph.addprevious(upper)
    word_run(docx, paragraph, name)
    word_run(docx, upper, above)
    for run in runs(upper):
        set_letters(run, **{"bold": False, **looks})
    line(name, 1033, 1033)(docx)


def parent(**looks: Any) -> Callable[[Docx], None]:
    return lambda docx: with_parent(docx, **looks)


def named(above: str, name: str = "PHÒNG VĂN HÓA - XÃ HỘI") -> Callable[[Docx], None]:
    return lambda docx: with_parent(docx, above, name)


def parted(docx: Docx) -> None:
    """The issuer left of the middle of the body above."""
    with_parent(docx, name="VĂN PHÒNG")
    line("VĂN PHÒNG", 1400, 1400)(docx)
    put("VĂN PHÒNG", align="left")(docx)


def small(docx: Docx) -> None:
    say(ISSUER, "Ủy ban nhân dân xã Vĩnh Thông")(docx)
    line("Ủy ban nhân dân", 1000, 1000)(docx)


def half_bold(docx: Docx) -> None:
    """Only the first row bold."""
    first, second = runs(docx.paragraph(ISSUER))
    set_letters(first, bold=True)
    set_letters(second, bold=False)


def recipient(text: str) -> Callable[[Docx], None]:
    def change(docx: Docx) -> None:
        words = "- Các thôn"
        word_run(docx, docx.paragraph(words), f"- {text};")

    return change


def short_name(docx: Docx) -> None:
    say(ISSUER, "UBND XÃ VĨNH THÔNG")(docx)
    line("UBND XÃ", 1150, 1150)(docx)


MUTATIONS = [
    Mutation("issuer not bold", "ND30-221", look(ISSUER, bold=False)),
    Mutation("issuer italic", "ND30-221", look(ISSUER, italic=True)),
    Mutation("issuer half bold", "ND30-221", half_bold),
    Mutation("parent bold", "ND30-222", parent(bold=True)),
    Mutation("parent italic", "ND30-222", parent(italic=True)),
    Mutation("issuer of 14 pt", "ND30-223", look(ISSUER, size=14)),
    Mutation("parent of 11 pt", "ND30-223", parent(size=11)),
    Mutation("issuer in small letters", "ND30-224", small),
    Mutation("parent in small letters", "ND30-224", named("Ủy ban nhân dân xã Vĩnh Thông")),
    Mutation("issuer not below the middle of its parent", "ND30-225", parted, also=frozenset({"ND30-247", "ND30-227"})),
    Mutation("no line below the issuer", "ND30-226", no_line(ISSUER)),
    Mutation("issuer underlined", "ND30-226", underlined(ISSUER)),
    Mutation("line below the issuer as long as its words", "ND30-227", line(ISSUER, 700, 700)),
    Mutation("line below the issuer too short", "ND30-227", line(ISSUER, 1650, 1650)),
    Mutation("line below the issuer across the column", "ND30-227", line(ISSUER, 0, 0)),
    Mutation("line below the issuer dashed", "ND30-228", dashed(ISSUER)),
    Mutation("issuer one and a half spaced", "ND30-229", put(ISSUER, line=360)),
    Mutation("issuer abbreviated", "ND30-230", short_name),
    Mutation("parent of the district", "VB-231", named("UBND HUYỆN BẠCH THÔNG")),
    Mutation(
        "issuer of the district",
        "VB-231",
        named("UBND TỈNH THÁI NGUYÊN", "ỦY BAN NHÂN DÂN HUYỆN BẠCH THÔNG"),
        also=_LENGTH,
    ),
    Mutation("recipient of the district", "VB-231", recipient("UBND huyện Bạch Thông")),
    Mutation("recipients of all districts", "VB-231", recipient("Ủy ban nhân dân các huyện, thành phố")),
]
