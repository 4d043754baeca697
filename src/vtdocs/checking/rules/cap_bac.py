"""Phần, Chương, Mục, Tiểu mục: a row of their own for word and number, the title below it in capitals, both centred."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from vtdocs.checking.finding import Slip
from vtdocs.checking.flow import text_of
from vtdocs.checking.lettering import in_capitals, judge_lettering
from vtdocs.checking.paper import Item, Line, Paper, Role
from vtdocs.checking.positions import is_pushed
from vtdocs.checking.putting_right import Cure, places_and_words
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.outline import Marker
from vtdocs.outline.markers import LABELLED
from vtdocs.standards import nd30

__all__: list[str] = []

_NAMES = {Marker.PHAN: "Phần", Marker.CHUONG: "Chương", Marker.MUC_SO: "Mục", Marker.TIEU_MUC: "Tiểu mục"}
_ROMAN = (Marker.PHAN, Marker.CHUONG)
# The decree gives all four the same letters and titles; which fact is quoted is of the level.
_FACTS = {
    Marker.PHAN: (nd30.PHAN, nd30.PHAN_TIEU_DE),
    Marker.CHUONG: (nd30.CHUONG, nd30.CHUONG_TIEU_DE),
    Marker.MUC_SO: (nd30.MUC, nd30.MUC_TIEU_DE),
    Marker.TIEU_MUC: (nd30.TIEU_MUC, nd30.TIEU_MUC_TIEU_DE),
}


class _Heading(Struct, frozen=True):
    """A "Chương I": its item, the row of word and number, the rows of its title, whether both share a row."""

    item: Item
    label: Line
    title: tuple[Line, ...]
    shares_row: bool = False

    @property
    def name(self) -> str:
        return _NAMES[self.item.marker] if self.item.marker else ""


@rule(
    "ND30-420",
    "Từ Phần, Chương, Mục, Tiểu mục in hoa",
    fact=nd30.PHAN,
    example=Example("Chương I", "CHƯƠNG I"),
)
def _label_in_capitals(paper: Paper) -> Iterator[Slip]:
    broken = [heading for heading in _headings(paper) if heading.item.number.split(" ")[0].isupper()]
    if broken:
        first = broken[0]
        # An automatic number is not in the text.
        typed = all(heading.label.text.startswith(heading.item.number) for heading in broken)
        words = (heading.item.number.rpartition(" ")[0] for heading in broken)
        cures = [Cure(heading.label, 0, len(word), heading.name) for heading, word in zip(broken, words, strict=True)]
        places, replacements = places_and_words(cures)
        yield Slip(
            f"từ “{first.item.number.split(' ')[0]}” in hoa; từ “{first.name}” phải viết bằng chữ in thường",
            places if typed else tuple(heading.label.place for heading in broken),
            f"gõ lại, ví dụ “{first.name} {first.item.number.rpartition(' ')[2]}”",
            found=first.item.number,
            expected=first.name,
            replacements=replacements if typed else (),
        )


@rule(
    "ND30-421",
    "Tiêu đề đứng cùng dòng với Phần, Chương, Mục",
    fact=nd30.CHUONG_CANH,
    example=Example("Chương I (dòng riêng), QUY ĐỊNH CHUNG ở dòng dưới", "Chương I. QUY ĐỊNH CHUNG"),
)
def _label_shares_row(paper: Paper) -> Iterator[Slip]:
    broken = [heading for heading in _headings(paper) if heading.shares_row]
    if broken:
        yield Slip(
            f"“{broken[0].item.number}” đứng cùng dòng với tiêu đề; phải ở một dòng riêng, tiêu đề ngay dưới",
            tuple(heading.label.place for heading in broken),
            "đặt con trỏ trước tiêu đề, nhấn Enter; bỏ dấu chấm hoặc hai chấm sau số thứ tự",
            found=broken[0].label.text[:60],
            expected=broken[0].item.number.rstrip(".:"),
        )


@rule(
    "ND30-422",
    "Sai loại số của Phần, Chương, Mục",
    fact=nd30.CHUONG_SO,
    example=Example("Chương I, Mục 1", "Chương 1, Mục I"),
    why="“Phần thứ nhất” ghi bằng chữ là cảnh báo: nhiều nơi viết vậy, Nghị định quy định chữ số La Mã.",
)
def _wrong_numeral(paper: Paper) -> Iterator[Slip]:
    for marker, name in _NAMES.items():
        wanted = nd30.CHUONG_SO if marker in _ROMAN else nd30.MUC_SO
        wrong: list[_Heading] = []
        words: list[_Heading] = []
        for heading in _headings(paper):
            if heading.item.marker is not marker:
                continue
            number = heading.item.number.rstrip(".: ").rpartition(" ")[2]
            if number.isascii() and number.isalnum() and not number.islower():
                if number[0].isdigit() is (marker in _ROMAN):
                    wrong.append(heading)
            else:
                words.append(heading)
        for broken, found, severity in (
            (wrong, "Ả Rập" if marker in _ROMAN else "La Mã", None),
            (words, "bằng chữ", Severity.WARNING),
        ):
            if broken:
                yield Slip(
                    f"số thứ tự của {name.lower()} ghi {found if found == 'bằng chữ' else f'bằng chữ số {found}'}"
                    f" (“{broken[0].item.number}”), phải dùng chữ số {wanted.default}",
                    tuple(heading.label.place for heading in broken),
                    f"đánh lại số bằng chữ số {wanted.default}",
                    found=broken[0].item.number,
                    expected=f"chữ số {wanted.default}",
                    severity=severity,
                )


@rule(
    "ND30-423",
    "Kiểu chữ của Phần, Chương, Mục, Tiểu mục không đúng",
    fact=nd30.PHAN,
    example=Example("“Chương I” cỡ 14, đứng, đậm", "“Chương I” không đậm"),
)
def _label_lettering(paper: Paper) -> Iterator[Slip]:
    headings = list(_headings(paper))
    for marker, (fact, _title) in _FACTS.items():
        lines = [heading.label for heading in headings if heading.item.marker is marker]
        yield from judge_lettering(lines, fact, f"dòng “{_NAMES[marker]} …”", caps=False)


@rule(
    "ND30-424",
    "Kiểu chữ của tiêu đề phần, chương, mục, tiểu mục không đúng",
    fact=nd30.PHAN_TIEU_DE,
    example=Example("QUY ĐỊNH CHUNG (in hoa, đứng, đậm)", "Quy định chung"),
)
def _title_lettering(paper: Paper) -> Iterator[Slip]:
    headings = list(_headings(paper))
    for marker, (_label, fact) in _FACTS.items():
        named = [heading for heading in headings if heading.item.marker is marker and not heading.shares_row]
        lines = [line for heading in named for line in heading.title]
        yield from judge_lettering(lines, fact, f"tiêu đề của {_NAMES[marker].lower()}")


@rule(
    "ND30-425",
    "Phần, Chương, Mục hoặc tiêu đề không canh giữa",
    fact=nd30.CHUONG_CANH,
    example=Example("“Chương I” và tiêu đề canh giữa", "“Chương I” canh trái"),
)
def _label_off_centre(paper: Paper) -> Iterator[Slip]:
    lines = [line for heading in _headings(paper) for line in (heading.label, *heading.title)]
    broken = [line for line in lines if line.paragraph.format.align != "center" and not is_pushed(line)]
    if broken:
        yield Slip(
            "số thứ tự hoặc tiêu đề của phần, chương, mục không canh giữa",
            tuple(dict.fromkeys(line.place for line in broken)),
            "chọn các dòng này, nhấn Ctrl+E; đặt First line: 0",
            found="không canh giữa",
            expected="canh giữa",
        )


@rule(
    "ND30-426",
    "Phần, Chương, Mục, Tiểu mục không có tiêu đề",
    source=f"{nd30.CHUONG.source.rpartition(', ')[0]}, điểm d",
    example=Example("Chương I / QUY ĐỊNH CHUNG", "Chương I, ngay dưới là Điều 1"),
    why="Văn bản bố cục theo phần, chương, mục, tiểu mục, điều thì các phần này phải có tiêu đề.",
)
def _label_without_title(paper: Paper) -> Iterator[Slip]:
    broken = [heading for heading in _headings(paper) if not heading.title]
    if broken:
        yield Slip(
            f"“{broken[0].item.number}” không có tiêu đề",
            tuple(heading.label.place for heading in broken),
            "viết tiêu đề ở dòng ngay dưới, in hoa, đậm, canh giữa",
            found="không có tiêu đề",
            expected="có tiêu đề",
        )


def _headings(paper: Paper) -> Iterator[_Heading]:
    """Put each label together with its title: on its row, behind a line break, or in the paragraphs below it."""
    if not any(item.marker in LABELLED for item in paper.items):
        return
    items = [item for item in paper.items if item.role is not Role.EMPTY]
    for index, item in enumerate(items):
        if item.marker not in LABELLED:
            continue
        rest = text_of(item).lstrip(".: \t")
        if rest and item.role is not Role.HEADING:
            continue
        paragraph = item.line.paragraph
        if rest:
            cut = paragraph.text.find("\n", item.line.start, item.line.end)
            if cut > 0 and len(paragraph.text[item.line.start : cut].strip()) <= len(item.number) + 1:
                label = Line(paragraph, item.line.start, cut)
                yield _Heading(item, label, (Line(paragraph, cut + 1, item.line.end),))
            # An automatic "Chương I" may stand above its title by the format of its list.
            elif paragraph.label:
                yield _Heading(item, item.line, (item.line,))
            else:
                yield _Heading(item, item.line, (item.line,), shares_row=True)
            continue
        title: list[Line] = []
        for below in items[index + 1 : index + 4]:
            if below.role is not Role.HEADING or below.marker is not None or below.body != item.body:
                break
            if title and not in_capitals(below.line):
                break
            title.append(below.line)
        yield _Heading(item, item.line, tuple(title))
