"""The space between paragraphs and between lines of running text."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Place, Slip
from vtdocs.checking.flow import flow, is_form, only_in_appendices
from vtdocs.checking.lengths import SINGLE, format_allowed_pt, format_lines, format_pt, length_fits
from vtdocs.checking.lettering import main_size
from vtdocs.checking.paper import Item, Paper, Role
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.metrics import line_height
from vtdocs.readers.docx.observed import Paragraph
from vtdocs.standards import nd30
from vtdocs.units import Pt, Twips

__all__: list[str] = []

_GAP = format_pt(nd30.NOI_DUNG_CACH_DOAN.default.twips)
# Printed figures are rounded to a tenth of a point, and faces of the Times family differ by as much.
_LINE_SLACK = 0.01


@rule(
    "ND30-414",
    f"Khoảng cách giữa các đoạn nhỏ hơn {_GAP}",
    fact=nd30.NOI_DUNG_CACH_DOAN,
    example=Example("trước đoạn 6 pt, sau đoạn 0 pt", "trước và sau đoạn đều 0 pt"),
    why="Khoảng sau của đoạn trên cộng khoảng trước của đoạn dưới; đoạn cách bằng dòng trống có quy tắc riêng.",
)
def _gaps(paper: Paper) -> Iterator[Slip]:
    broken: list[Item] = []
    found: dict[str, int] = {}
    for above, below in _neighbours(paper):
        gap = _gap(above.line.paragraph, below.line.paragraph)
        if not length_fits(gap, nd30.NOI_DUNG_CACH_DOAN.allowed):
            broken.append(below)
            found[format_pt(gap)] = found.get(format_pt(gap), 0) + 1
    if broken:
        sizes = ", ".join(sorted(found, key=lambda size: -found[size])[:4])
        yield Slip(
            f"các đoạn văn cách nhau {sizes}, {format_allowed_pt(nd30.NOI_DUNG_CACH_DOAN.allowed)}",
            tuple(item.line.place for item in broken),
            f"chọn các đoạn này, mở Paragraph, đặt Before: {_GAP}, bỏ chọn "
            "“Don't add space between paragraphs of the same style”.",
            found=sizes,
            expected=format_allowed_pt(nd30.NOI_DUNG_CACH_DOAN.allowed),
            severity=only_in_appendices(broken),
        )


def _neighbours(paper: Paper) -> Iterator[tuple[Item, Item]]:
    """Give pairs of paragraphs of text with nothing between them, no table, picture or empty one."""
    above: Item | None = None
    for below in flow(paper, sections=True):
        if (
            above is not None
            and above.body == below.body
            and below.line.paragraph.number == above.line.paragraph.number + 1
            and "\f" not in above.line.paragraph.text + below.line.paragraph.text
            and not below.line.paragraph.format.page_break_before
        ):
            yield above, below
        above = below


def _gap(above: Paragraph, below: Paragraph) -> int:
    same = above.style == below.style
    after = 0 if same and above.format.contextual else above.format.after
    before = 0 if same and below.format.contextual else below.format.before
    return after + before


@rule(
    "VB-415",
    "Tạo khoảng cách bằng dòng trống",
    source=f"{nd30.NOI_DUNG_CACH_DOAN.source} (khoảng cách); cách tạo theo thói quen soạn thảo",
    severity=Severity.WARNING,
    example=Example("đặt Before 6 pt", "gõ Enter hai lần giữa các đoạn"),
    why="Dòng trống cao bằng một dòng chữ và rơi xuống đầu trang sau.",
)
def _empty_paragraphs(paper: Paper) -> Iterator[Slip]:
    places: list[Place] = []
    # Empty ones behind text, of which the next paragraph tells whether they stand between text.
    waiting: list[Item] = []
    text_above = False
    last = 0
    ends = {section.last for section in paper.sections}
    for item in paper.items:
        paragraph = item.line.paragraph
        if paragraph.spot is not None or paragraph.box is not None:
            continue
        runs_on, last = paragraph.number == last + 1, paragraph.number
        if item.role is Role.EMPTY:
            is_gap = paragraph.is_empty and "\f" not in paragraph.text and paragraph.number not in ends
            text_above = text_above and runs_on and is_gap
            if text_above:
                waiting.append(item)
            else:
                waiting.clear()
            continue
        is_text = item.role is not Role.CAPTION and not is_form(item)
        if waiting and runs_on and is_text and item.body == waiting[0].body:
            places += (empty.line.place for empty in waiting)
        waiting, text_above = [], is_text
    if places:
        yield Slip(
            f"có {len(places)} dòng trống giữa các đoạn văn",
            tuple(places),
            f"xóa dòng trống; chọn đoạn dưới, mở Paragraph, đặt Before: {_GAP} trở lên",
            found=f"{len(places)} dòng trống",
            expected="khoảng cách đặt trong Paragraph",
        )


@rule(
    "ND30-416",
    "Khoảng cách dòng ngoài khoảng quy định",
    fact=nd30.NOI_DUNG_GIAN_DONG,
    example=Example("giãn dòng 1,1", "giãn dòng 1,6"),
    why="Khoảng cách Exactly được đổi ra dòng: một dòng đơn của Times New Roman cao 1,149 lần cỡ chữ.",
)
def _line_spacing(paper: Paper) -> Iterator[Slip]:
    allowed = nd30.NOI_DUNG_GIAN_DONG.allowed
    low, high = float(min(allowed.values)), float(max(allowed.values))
    tight: list[tuple[Item, str]] = []
    loose: list[tuple[Item, str]] = []
    for item in flow(paper, sections=True):
        shape = item.line.paragraph.format
        if not shape.line:
            continue
        if shape.line_rule == "auto":
            if low * SINGLE - 1 <= shape.line <= high * SINGLE + 1:
                continue
            lines, found = shape.line / SINGLE, format_lines(shape.line)
        else:
            single = line_height(Pt((main_size(item.line) or nd30.NOI_DUNG.default.half_points) / 2))
            lines = Twips(shape.line).emu / single.emu
            found = f"{'Exactly' if shape.line_rule == 'exact' else 'At least'} {format_pt(shape.line)}"
        if lines > high * (1 + _LINE_SLACK):
            loose.append((item, found))
        elif lines < low * (1 - _LINE_SLACK) and shape.line_rule != "atLeast":
            tight.append((item, found))
    for broken, verdict in ((tight, "nhỏ hơn dòng đơn"), (loose, "lớn hơn 1,5 dòng")):
        if broken:
            found = ", ".join(list(dict.fromkeys(said for _item, said in broken))[:4])
            items = [item for item, _said in broken]
            yield Slip(
                f"khoảng cách dòng của lời văn là {found}, {verdict}",
                tuple(item.line.place for item in items),
                "chọn các đoạn này, mở Paragraph, đặt Line spacing: Multiple, At: 1,1",
                found=found,
                expected="từ dòng đơn đến 1,5 dòng",
                severity=only_in_appendices(items),
            )
