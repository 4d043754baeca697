"""Số, ký hiệu: marks, zeros, letters, kinds, and places."""

from __future__ import annotations

from collections.abc import Callable

from tests.checking.editing import word_run
from tests.checking.mutating import Docx, Mutation
from tests.checking.mutations.quoc_hieu import look, put

NUMBER = "Số:"
LETTER = "examples/mau/cong-van.yaml"


def number(text: str) -> Callable[[Docx], None]:
    return lambda docx: word_run(docx, docx.paragraph(NUMBER), text)


def heading(docx: Docx) -> None:
    """A letter that says what it is."""
    word_run(docx, docx.paragraph("KẾ HOẠCH"), "CÔNG VĂN")
    number("Số: 12/UBND-VX")(docx)


MUTATIONS = [
    Mutation("no colon", "ND30-241", number("Số 13/KH-UBND")),
    Mutation("Số in capitals", "ND30-241", number("SỐ: 13/KH-UBND")),
    Mutation("số in small letters", "ND30-241", number("số: 13/KH-UBND")),
    Mutation("Số left out", "ND30-241", number("13/KH-UBND")),
    Mutation("number of 14 pt", "ND30-242", look(NUMBER, size=14)),
    Mutation("number of 12 pt", "ND30-242", look(NUMBER, size=12)),
    Mutation("number bold", "ND30-243", look(NUMBER, bold=True)),
    Mutation("number italic", "ND30-243", look(NUMBER, italic=True)),
    Mutation("5 without a zero", "ND30-244", number("Số: 5/KH-UBND")),
    Mutation("the Party's marks", "ND30-245", number("Số: 13-KH/UBND")),
    Mutation("a full stop in the ký hiệu", "ND30-245", number("Số: 13/KH.UBND")),
    Mutation("a blank before the stroke", "ND30-245", number("Số: 13 /KH-UBND")),
    Mutation("a blank behind the stroke", "ND30-245", number("Số: 13/ KH-UBND")),
    Mutation("blanks around the hyphen", "ND30-245", number("Số: 13/KH - UBND")),
    Mutation("an en dash in the ký hiệu", "ND30-245", number("Số: 13/KH–UBND")),
    Mutation("two strokes", "ND30-245", number("Số: 13/KH/UBND")),
    Mutation("a year behind the number", "ND30-246", number("Số: 13/2026/KH-UBND")),
    Mutation("number left of the middle", "ND30-247", put(NUMBER, align="left")),
    Mutation("number right of the middle", "ND30-247", put(NUMBER, align="right")),
    Mutation("abbreviation in other letters", "ND30-248", number("Số: 13/Kh-UBND")),
    Mutation("TTR for TTr", "ND30-248", number("Số: 13/TTR-UBND"), "examples/mau/to-trinh.yaml"),
    Mutation("QĐi for QĐ", "ND30-248", number("Số: 13/QĐi-UBND"), "examples/mau/quyet-dinh.yaml"),
    Mutation("QCh for QC", "ND30-248", number("Số: 13/QCh-UBND"), "examples/mau/chuong-dieu.yaml"),
    Mutation("a plan with BC", "ND30-249", number("Số: 13/BC-UBND")),
    Mutation("a plan without its abbreviation", "ND30-249", number("Số: 13/UBND-VX")),
    Mutation("a report with KH", "ND30-249", number("Số: 13/KH-UBND"), "examples/mau/chu-trong-cau.yaml"),
    Mutation("CV in a letter", "ND30-250", number("Số: 13/CV-UBND"), LETTER),
    Mutation("CV at the end", "ND30-250", number("Số: 13/UBND-CV"), LETTER),
    Mutation("a letter with KH", "ND30-250", number("Số: 13/KH-UBND"), LETTER),
    Mutation("CÔNG VĂN as a title", "ND30-251", heading),
    Mutation("ký hiệu in small letters", "ND30-252", number("Số: 13/KH-ubnd")),
    Mutation("a letter without its unit", "ND30-253", number("Số: 13/UBND"), LETTER),
]
