"""The page number: in the middle of the top margin, from 1, in Arabic figures, not on page one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vtdocs.checking.filling import pages_filled
from vtdocs.checking.finding import Place, Slip, place_of
from vtdocs.checking.folios import Folio, align_of, count_pages, find_begun_anew, find_folios
from vtdocs.checking.lengths import format_allowed_sizes, format_size, size_fits
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.standards import nd30

_TO_HEADER = "chọn Insert > Page Number > Top of Page > Plain Number 2"
_TO_FORMAT = "chọn Insert > Page Number > Format Page Numbers"


def _all_folios(paper: Paper) -> tuple[Folio, ...]:
    """Find the page numbers of all sections; one that sections share is found once."""
    found: dict[int, Folio] = {}
    for section in paper.sections:
        for folio in find_folios(paper.observed, section):
            found.setdefault(id(folio.paragraph), folio)
    return tuple(found.values())


def _places(folios: Iterable[Folio]) -> tuple[Place, ...]:
    return tuple(place_of(folio.paragraph) for folio in folios)


@rule(
    "ND30-120",
    "Số trang không ở lề trên",
    fact=nd30.SO_TRANG_VI_TRI,
    example=Example("số trang ở đầu trang", "số trang ở chân trang"),
    why="Số trang đặt ở phần lề trên của trang, không đặt ở chân trang.",
)
def check_margin(paper: Paper) -> Iterator[Slip]:
    """Find page numbers in footers."""
    low = [folio for folio in _all_folios(paper) if folio.in_footer]
    if low:
        hint = f"xóa số trang ở chân trang, rồi {_TO_HEADER}"
        yield Slip("số trang đặt ở chân trang, không ở lề trên", _places(low), hint, "chân trang", "lề trên")


@rule(
    "ND30-121",
    "Số trang không canh giữa",
    fact=nd30.SO_TRANG_CANH,
    example=Example("số trang ở giữa đầu trang", "số trang ở bên phải đầu trang"),
    why="Số trang đặt ở giữa theo chiều ngang.",
)
def check_middle(paper: Paper) -> Iterator[Slip]:
    """Find page numbers that stand left or right."""
    aside = [folio for folio in _all_folios(paper) if align_of(folio) in ("left", "right")]
    if aside:
        sides = " và ".join(dict.fromkeys(_SIDES[align_of(folio) or ""] for folio in aside))
        hint = "đặt con trỏ ở số trang, bấm Ctrl+E; bỏ thụt dòng và dấu Tab nếu có"
        yield Slip(f"số trang đặt ở {sides}, không canh giữa", _places(aside), hint, sides, "canh giữa")


_SIDES = {"left": "bên trái", "right": "bên phải"}


@rule(
    "ND30-122",
    "Số trang hiện ở trang thứ nhất",
    fact=nd30.SO_TRANG_AN_TRANG_DAU,
    example=Example("trang thứ nhất không có số trang", "trang thứ nhất có số 1"),
    why="Trang thứ nhất được tính là trang 1 nhưng không in số.",
)
def check_first_page(paper: Paper) -> Iterator[Slip]:
    """Find a page number that is shown on page one."""
    if not paper.sections:
        return
    first = paper.sections[0]
    kind = "first" if first.title_page else "default"
    shown = [folio for folio in find_folios(paper.observed, first) if folio.kind == kind and not folio.is_conditional]
    if shown:
        hint = (
            "xóa số trang ở đầu trang của trang thứ nhất"
            if first.title_page
            else "bấm đúp vào đầu trang, đánh dấu chọn Different First Page"
        )
        yield Slip("số trang hiện ở trang thứ nhất", _places(shown), hint)


@rule(
    "ND30-123",
    "Thiếu số trang",
    fact=nd30.SO_TRANG_DAU,
    example=Example("văn bản ba trang có số trang", "văn bản ba trang không có số trang"),
    why="Văn bản có từ hai trang phải đánh số trang.",
)
def check_missing(paper: Paper) -> Iterator[Slip]:
    """Find papers of several pages without a number, and even pages that have none while odd ones have."""
    observed = paper.observed
    folios = _all_folios(paper)
    pages, sure = count_pages(observed)
    if pages < _FEWEST_PAGES:
        if not folios and pages_filled(observed) >= _SURELY_MORE:
            message = "văn bản dài hơn một trang nhưng không có số trang"
            yield Slip(message, (), _TO_HEADER, "không có", severity=Severity.WARNING)
        return
    severity = None if sure else Severity.WARNING
    if not folios:
        message = f"văn bản có từ {pages} trang nhưng không có số trang"
        yield Slip(message, (), _TO_HEADER, "không có", severity=severity)
        return
    kinds = [{folio.kind for folio in find_folios(observed, section)} for section in paper.sections]
    if observed.even_and_odd and any("default" in each and "even" not in each for each in kinds):
        hint = "bấm đúp vào đầu trang, bỏ đánh dấu Different Odd & Even Pages"
        yield Slip("trang chẵn không có số trang", (), hint, "không có ở trang chẵn", severity=severity)


# On one page there is no number to be seen.
_FEWEST_PAGES = 2
# By a rough count, where the file does not say: a page and a sixth.
_SURELY_MORE = 1.17


@rule(
    "ND30-124",
    "Số trang sai cỡ chữ",
    fact=nd30.SO_TRANG,
    example=Example("số trang cỡ 14", "số trang cỡ 11"),
    why="Số trang dùng cỡ chữ 13 đến 14.",
)
def check_size(paper: Paper) -> Iterator[Slip]:
    """Find page numbers of another size."""
    fact = nd30.SO_TRANG
    wrong = [
        (folio, run.format.size)
        for folio in _all_folios(paper)
        for run in folio.runs
        if not size_fits(run.format.size, fact.size)
    ]
    if wrong:
        found = " và ".join(dict.fromkeys(format_size(size) for _folio, size in wrong))
        allowed = format_allowed_sizes(fact.size)
        hint = f"bấm đúp vào đầu trang, chọn số trang, đặt cỡ chữ {allowed.replace(' - ', ' hoặc ')}"
        places = _places({id(folio.paragraph): folio for folio, _size in wrong}.values())
        yield Slip(f"số trang cỡ chữ {found}, ngoài khoảng {allowed}", places, hint, found, allowed)


@rule(
    "ND30-125",
    "Số trang in đậm hoặc nghiêng",
    fact=nd30.SO_TRANG,
    example=Example("số trang kiểu chữ đứng", "số trang in nghiêng"),
    why="Số trang dùng kiểu chữ đứng, không đậm.",
)
def check_style(paper: Paper) -> Iterator[Slip]:
    """Find page numbers that slant; heavy ones are a warning, as the decree's word is only "đứng"."""
    folios = _all_folios(paper)
    for message, holds, severity in (
        ("số trang in nghiêng; quy định là kiểu chữ đứng", "italic", None),
        ("số trang in đậm; quy định là kiểu chữ đứng", "bold", Severity.WARNING),
    ):
        wrong = [folio for folio in folios if any(getattr(run.format, holds) for run in folio.runs)]
        if wrong:
            hint = f"bấm đúp vào đầu trang, chọn số trang, bấm Ctrl+{holds[0].upper()}"
            yield Slip(message, _places(wrong), hint, severity=severity)


@rule(
    "ND30-126",
    "Số trang không phải chữ số Ả Rập",
    fact=nd30.SO_TRANG,
    example=Example("số trang 2, 3", "số trang ii, iii"),
    why="Số trang viết bằng chữ số Ả Rập, không viết bằng chữ số La Mã hay chữ cái.",
)
def check_figures(paper: Paper) -> Iterator[Slip]:
    """Find sections whose page numbers are letters or Roman."""
    wrong = [
        folio
        for section in paper.sections
        if section.page_format in _NO_FIGURES
        for folio in find_folios(paper.observed, section)[:1]
    ]
    if wrong:
        found = " và ".join(dict.fromkeys(_NO_FIGURES[folio.section.page_format] for folio in wrong))
        hint = f"{_TO_FORMAT}, ở ô Number format chọn 1, 2, 3"
        places = tuple(dict.fromkeys(_places(wrong)))
        yield Slip(f"số trang viết bằng {found}, không phải chữ số Ả Rập", places, hint, found, "1, 2, 3")


_NO_FIGURES = {
    "upperRoman": "chữ số La Mã",
    "lowerRoman": "chữ số La Mã",
    "upperLetter": "chữ cái",
    "lowerLetter": "chữ cái",
    "cardinalText": "chữ",
    "ordinalText": "chữ",
}


@rule(
    "ND30-127",
    "Số trang không bắt đầu từ 1",
    fact=nd30.SO_TRANG_DAU,
    example=Example("trang thứ hai mang số 2", "trang thứ hai mang số 5"),
    why="Số trang được đánh từ số 1.",
)
def check_start(paper: Paper) -> Iterator[Slip]:
    """Find a paper whose first page has another number than 1, and sections that begin anew amid its text."""
    yield from _begins_anew(paper)
    if not paper.sections or not find_folios(paper.observed, paper.sections[0]):
        return
    start = paper.sections[0].page_start
    if start is not None and start not in nd30.SO_TRANG_DAU.allowed:
        folios = find_folios(paper.observed, paper.sections[0])
        hint = f"{_TO_FORMAT}, đặt Start at là 1"
        yield Slip(f"số trang bắt đầu từ {start}, không phải từ 1", _places(folios[:1]), hint, str(start), "1")


def _begins_anew(paper: Paper) -> Iterator[Slip]:
    wrong = find_begun_anew(paper)
    if wrong:
        yield Slip(
            f"số trang giữa văn bản đánh lại từ {wrong[0].page_start}, không tiếp theo trang trước",
            tuple(place_of(paper.observed.paragraphs[section.first - 1]) for section in wrong),
            f"đặt con trỏ ở trang đó, {_TO_FORMAT}, chọn Continue from previous section",
            severity=Severity.WARNING,
        )


@rule(
    "ND30-129",
    "Có chữ bên cạnh số trang",
    fact=nd30.SO_TRANG,
    severity=Severity.WARNING,
    example=Example("số trang: 2", "số trang: Trang 2/5"),
    why="Mẫu của quy định chỉ in con số (2, 7, 13).",
)
def check_words_beside(paper: Paper) -> Iterator[Slip]:
    """Find words and dashes beside the page number."""
    wrong = [folio for folio in _all_folios(paper) if folio.beside and folio.runs]
    if wrong:
        found = wrong[0].paragraph.text.strip()
        hint = "bấm đúp vào đầu trang, xóa các chữ bên cạnh số trang"
        yield Slip(f"bên cạnh số trang còn chữ: “{found[:40]}”", _places(wrong), hint, found, "2")
