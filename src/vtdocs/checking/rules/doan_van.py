"""How the paragraphs of running text stand: justified, indented."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Slip
from vtdocs.checking.flow import flow, only_in_appendices, places_by
from vtdocs.checking.lengths import format_allowed_mm, format_mm, length_fits
from vtdocs.checking.lettering import main_size
from vtdocs.checking.paper import Item, Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.metrics import Face, text_width
from vtdocs.patterns import compile_late
from vtdocs.readers.docx.observed import ParagraphFormat
from vtdocs.standards import custom, nd30
from vtdocs.units import Pt

__all__: list[str] = []

_ALIGNS = {"left": "canh trái", "center": "canh giữa", "right": "canh phải"}
_JUSTIFIED = ("both", "distribute")
# As Word asks for it, in centimetres.
_USUAL = f"{nd30.NOI_DUNG_THUT_DONG.default.mm / 10:.2f} cm".replace(".", ",")
_NEARLY = custom.THUT_DONG_GAN.value.twips
# A stray blank or two behind an indent is nothing; these move the line by more than 5 mm.
_MANY_BLANKS = compile_late(r"[ \xa0]{5}")


@rule(
    "ND30-411",
    "Lời văn không canh đều hai lề",
    fact=nd30.NOI_DUNG_CANH,
    example=Example("lời văn canh đều hai lề", "lời văn canh trái"),
    why="Đoạn chỉ có một dòng thì canh trái hay canh đều in ra như nhau nên không tính.",
)
def _justified(paper: Paper) -> Iterator[Slip]:
    broken = [
        item for item in flow(paper) if item.line.paragraph.format.align not in _JUSTIFIED and _wraps(paper, item)
    ]
    if not broken:
        return
    groups = places_by(broken, lambda item: _ALIGNS.get(item.line.paragraph.format.align, "canh khác"))
    found = ", ".join(groups)
    yield Slip(
        f"lời văn {found}, phải canh đều cả hai lề",
        tuple(item.line.place for item in broken),
        "chọn các đoạn này, nhấn Ctrl+J (Justify)",
        found=found,
        expected=nd30.NOI_DUNG_CANH.default,
        severity=only_in_appendices(broken),
    )


def _wraps(paper: Paper, item: Item) -> bool:
    """Whether a paragraph surely takes more than one line."""
    paragraph = item.line.paragraph
    left, right = paper.column_of(paragraph)
    room = right - left - paragraph.format.left - paragraph.format.right - max(0, paragraph.format.first_line)
    size = Pt((main_size(item.line) or nd30.NOI_DUNG.default.half_points) / 2)
    return text_width(item.line.text, Face.REGULAR, size).twips > room


@rule(
    "ND30-412",
    "Đầu dòng lùi vào không đúng",
    fact=nd30.NOI_DUNG_THUT_DONG,
    example=Example("lùi đầu dòng 12,7 mm", "đầu dòng sát lề"),
    why="Đặt 1,25 cm coi như 1,27 cm; lệch dưới 1 mm là cảnh báo. Danh sách lùi cả khối không tính.",
)
def _indents(paper: Paper) -> Iterator[Slip]:
    allowed = format_allowed_mm(nd30.NOI_DUNG_THUT_DONG.allowed)
    wrong: list[Item] = []
    nearly: list[Item] = []
    shifted: list[Item] = []
    for item in flow(paper):
        paragraph = item.line.paragraph
        shape = paragraph.format
        if shape.align in ("center", "right") or _fits(shape) or _begins_blank(item):
            continue
        if not shape.left and shape.first_line >= 0:
            near = length_fits(_first(shape), nd30.NOI_DUNG_THUT_DONG.allowed, _NEARLY)
            (nearly if near else wrong).append(item)
        elif item.marker is None and not paragraph.label:
            shifted.append(item)
    for items, severity in ((wrong, None), (nearly, Severity.WARNING), (shifted, Severity.WARNING)):
        if not items:
            continue
        groups = places_by(items, lambda item: format_mm(_first(item.line.paragraph.format)))
        found = ", ".join(list(groups)[:4])
        yield Slip(
            f"chữ đầu dòng lùi vào {found}, phải là {allowed}",
            tuple(item.line.place for item in items),
            f"chọn các đoạn này, mở Paragraph, đặt Special: First line, By: {_USUAL}, Left: 0",
            found=found,
            expected=allowed,
            severity=severity or only_in_appendices(items),
        )


def _first(shape: ParagraphFormat) -> int:
    return shape.left + shape.first_line


def _fits(shape: ParagraphFormat) -> bool:
    return length_fits(_first(shape), nd30.NOI_DUNG_THUT_DONG.allowed, custom.DUNG_SAI_THUT_DONG.value.twips)


def _begins_blank(item: Item) -> bool:
    """Whether blanks or a tab push in what has no indent of its own."""
    text = item.line.paragraph.text
    return not item.line.paragraph.format.first_line and text.startswith(("\t", "  ", "\xa0\xa0", " \xa0", "\xa0 "))


@rule(
    "VB-413",
    "Lùi đầu dòng bằng dấu cách hoặc phím Tab",
    source=f"{nd30.NOI_DUNG_THUT_DONG.source} (khoảng lùi); cách tạo theo thói quen soạn thảo",
    severity=Severity.WARNING,
    example=Example("đặt First line 1,27 cm", "gõ Tab ở đầu đoạn"),
    why="Nghị định chỉ định khoảng lùi; lùi bằng dấu cách hay Tab thì lệch khi đổi cỡ chữ, khổ giấy.",
)
def _indented_by_blanks(paper: Paper) -> Iterator[Slip]:
    broken = [
        item
        for item in flow(paper)
        if item.line.start == 0
        and item.line.paragraph.format.align not in ("center", "right")
        and (
            _begins_blank(item)
            if not _fits(item.line.paragraph.format)
            else _MANY_BLANKS.match(item.line.paragraph.text)
        )
    ]
    if broken:
        tabs = all(item.line.paragraph.text.startswith("\t") for item in broken)
        found = "phím Tab" if tabs else "dấu cách"
        yield Slip(
            f"đầu dòng lùi vào bằng {found}",
            tuple(item.line.place for item in broken),
            "xóa dấu cách, Tab ở đầu đoạn; mở Paragraph, đặt Special: First line, By: 1,27 cm",
            found=found,
            expected="First line 1 cm hoặc 1,27 cm",
        )
