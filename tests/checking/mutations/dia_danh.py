"""Địa danh and date: zeros, marks, forms, letters, and places."""

from __future__ import annotations

from collections.abc import Callable

from tests.checking.editing import word_run
from tests.checking.mutating import Docx, Mutation, deep, w
from tests.checking.mutations.quoc_hieu import look, put

DATE = "Vĩnh Thông, ngày"
_HARMONY = frozenset({"ND30-208"})


def day(text: str) -> Callable[[Docx], None]:
    return lambda docx: word_run(docx, docx.paragraph(DATE), text)


def below(docx: Docx) -> None:
    """The date in a row of its own, below the number's."""
    date = docx.paragraph(DATE)
    row = next(row for row in docx.xml().iter(w("tr")) if date in [*row.iter(w("p"))])
    added = deep(row)
    row.addnext(added)
    for place, changed in ((1, row), (0, added)):
        for paragraph in changed.findall(w("tc"))[place].iter(w("p")):
            for child in [*paragraph][1:]:
                paragraph.remove(child)


MUTATIONS = [
    Mutation("date below the number", "ND30-272", below),
    Mutation("day 5", "ND30-261", day("Vĩnh Thông, ngày 5 tháng 01 năm 2026"), also=frozenset({"VB-922"})),
    Mutation("month 1", "ND30-261", day("Vĩnh Thông, ngày 15 tháng 1 năm 2026"), also=frozenset({"VB-922"})),
    Mutation("day 5, month 2", "ND30-261", day("Vĩnh Thông, ngày 5 tháng 2 năm 2026"), also=frozenset({"VB-922"})),
    Mutation("month 05", "ND30-262", day("Vĩnh Thông, ngày 15 tháng 05 năm 2026")),
    Mutation("date upright", "ND30-263", look(DATE, italic=False)),
    Mutation("date bold", "ND30-263", look(DATE, bold=True)),
    Mutation("date of 12 pt", "ND30-264", look(DATE, size=12)),
    Mutation("date of 15 pt", "ND30-264", look(DATE, size=15)),
    Mutation("no comma", "ND30-265", day("Vĩnh Thông ngày 15 tháng 5 năm 2026")),
    Mutation("a full stop for the comma", "ND30-265", day("Vĩnh Thông. ngày 15 tháng 5 năm 2026")),
    Mutation("date with strokes", "ND30-266", day("Vĩnh Thông, ngày 15/5/2026")),
    Mutation("date with dots", "ND30-266", day("Vĩnh Thông, 15.5.2026")),
    Mutation("year of two figures", "ND30-266", day("Vĩnh Thông, ngày 15 tháng 5 năm 26")),
    Mutation("the 31st of June", "ND30-267", day("Vĩnh Thông, ngày 31 tháng 6 năm 2026")),
    Mutation("month 13", "ND30-267", day("Vĩnh Thông, ngày 15 tháng 13 năm 2026")),
    Mutation("place in small letters", "ND30-268", day("vĩnh Thông, ngày 15 tháng 5 năm 2026")),
    Mutation("date in capitals", "ND30-268", day("VĨNH THÔNG, NGÀY 15 THÁNG 5 NĂM 2026")),
    Mutation("Ngày with a capital", "ND30-268", day("Vĩnh Thông, Ngày 15 Tháng 5 Năm 2026")),
    Mutation("date at the left of its column", "ND30-269", put(DATE, align="left")),
    Mutation("date at the right of its column", "ND30-269", put(DATE, align="right")),
    Mutation("no place", "ND30-270", day("ngày 15 tháng 5 năm 2026")),
    Mutation("place left blank", "ND30-270", day("…………, ngày 15 tháng 5 năm 2026")),
]
