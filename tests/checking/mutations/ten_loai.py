"""Name of the kind and trích yếu, and what a letter is about: letters, places, lines, words."""

from __future__ import annotations

from collections.abc import Callable

from tests.checking.editing import word_run
from tests.checking.mutating import Docx, Mutation, runs
from tests.checking.mutations.quoc_hieu import dashed, line, look, no_line, put, say, underlined

KIND, SUBJECT = "KẾ HOẠCH", "Tuyên truyền cải cách hành chính, nâng cao"
LETTER, ABOUT = "examples/mau/cong-van.yaml", "V/v"
SHORT, SHORT_SUBJECT = "examples/mau/bang-nhom.yaml", "Cải cách hành chính năm 2026"


def about(text: str) -> Callable[[Docx], None]:
    return lambda docx: word_run(docx, docx.paragraph(ABOUT), text)


def justified(docx: Docx) -> None:
    """The subject as one paragraph that fills its first row, set like the text."""
    paragraph = docx.paragraph(SUBJECT)
    text = " ".join("".join(t.text or "" for t in run) for run in runs(paragraph))
    word_run(docx, paragraph, text)
    put(SUBJECT, align="both")(docx)


def half_italic(docx: Docx) -> None:
    _first, second = runs(docx.paragraph(SUBJECT))
    from tests.checking.editing import set_letters

    set_letters(second, italic=True)


def behind_number(docx: Docx) -> None:
    """Number and subject in one paragraph, parted by a line break."""
    number, below = docx.paragraph("Số:"), docx.paragraph(ABOUT)
    first = next(runs(below))
    first.insert(0, first.makeelement(first.tag.replace("}r", "}br")))
    for run in [*runs(below)]:
        number.append(run)
    parent = below.getparent()
    assert parent is not None
    parent.remove(below)


MUTATIONS = [
    Mutation("kind in small letters", "ND30-301", say(KIND, "Kế hoạch")),
    Mutation("kind in small capitals", "ND30-301", look(KIND, small_caps=True)),
    Mutation("kind not bold", "ND30-302", look(KIND, bold=False)),
    Mutation("kind italic", "ND30-302", look(KIND, italic=True)),
    Mutation("kind of 16 pt", "ND30-303", look(KIND, size=16)),
    Mutation("kind of 12 pt", "ND30-303", look(KIND, size=12)),
    Mutation("kind at the left", "ND30-304", put(KIND, align="left")),
    Mutation("kind moved by an indent", "ND30-304", put(KIND, left=1134)),
    Mutation("subject in capitals", "ND30-311", look(SUBJECT, caps=True), also=frozenset({"ND30-317"})),
    Mutation("subject not bold", "ND30-312", look(SUBJECT, bold=False)),
    Mutation("subject italic", "ND30-312", look(SUBJECT, italic=True)),
    Mutation("subject half italic", "ND30-312", half_italic),
    Mutation("subject of 12 pt", "ND30-313", look(SUBJECT, size=12)),
    Mutation("subject of 16 pt", "ND30-313", look(SUBJECT, size=16)),
    Mutation("subject at the left", "ND30-314", put(SHORT_SUBJECT, align="left"), SHORT),
    Mutation("subject justified", "ND30-314", justified, also=frozenset({"ND30-317"})),
    Mutation("full stop behind the subject", "ND30-315", say(SHORT_SUBJECT, "Cải cách hành chính năm 2026."), SHORT),
    Mutation("no line below the subject", "ND30-316", no_line(SHORT_SUBJECT), SHORT),
    Mutation("subject underlined", "ND30-316", underlined(SHORT_SUBJECT), SHORT),
    Mutation("line below the subject across the page", "ND30-317", line(SHORT_SUBJECT, 0, 0), SHORT),
    Mutation("line below the subject as long as it", "ND30-317", line(SHORT_SUBJECT, 2696, 2696), SHORT),
    Mutation("line below the subject too short", "ND30-317", line(SHORT_SUBJECT, 4400, 4400), SHORT),
    Mutation("line below the subject dashed", "ND30-318", dashed(SHORT_SUBJECT), SHORT),
    Mutation("V/V", "ND30-321", about("V/V đẩy mạnh tiếp nhận hồ sơ trực tuyến"), LETTER),
    Mutation("v/v", "ND30-321", about("v/v đẩy mạnh tiếp nhận hồ sơ trực tuyến"), LETTER),
    Mutation("Về việc", "ND30-321", about("Về việc đẩy mạnh tiếp nhận hồ sơ trực tuyến"), LETTER),
    Mutation("V/v Về việc", "ND30-321", about("V/v Về việc đẩy mạnh tiếp nhận hồ sơ"), LETTER),
    Mutation("V/v bold", "ND30-322", look(ABOUT, bold=True), LETTER),
    Mutation("V/v italic", "ND30-322", look(ABOUT, italic=True), LETTER),
    Mutation("V/v of 14 pt", "ND30-323", look(ABOUT, size=14), LETTER),
    Mutation("V/v of 11 pt", "ND30-323", look(ABOUT, size=11), LETTER),
    Mutation("V/v at the left", "ND30-324", put("V/v", align="left", right=0), LETTER),
    Mutation("V/v in capitals", "ND30-325", look(ABOUT, caps=True), LETTER, also=frozenset({"ND30-321"})),
    Mutation("V/v close below the number", "ND30-326", put(ABOUT, before=0), LETTER),
    Mutation("V/v far below the number", "ND30-326", put(ABOUT, before=360), LETTER),
    Mutation("V/v in the number's paragraph", "ND30-326", behind_number, LETTER),
    Mutation("full stop behind V/v", "ND30-327", about("V/v đẩy mạnh tiếp nhận hồ sơ trực tuyến."), LETTER),
]
