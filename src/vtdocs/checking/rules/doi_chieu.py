"""The text of a plan against its table: who has duties and leads nothing, what is promised and not done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from msgspec import Struct

from vtdocs.checking.bodies import body_key, without_place
from vtdocs.checking.finding import Slip, place_of
from vtdocs.checking.paper import Item, Paper, Role
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.readers.docx.observed import Cell, Paragraph, Table

__all__: list[str] = []

_AGREEMENT = "thông lệ: phần lời và phụ lục của một kế hoạch khớp nhau"
_LEAD = compile_late(r"chủ trì|đơn vị thực hiện|trách nhiệm thực hiện", re.IGNORECASE)
_WHAT = compile_late(r"nội dung|nhiệm vụ|hoạt động|công việc", re.IGNORECASE)
_DUTIES, _MEANS = "tổ chức thực hiện", "hình thức"
_ASKED = compile_late(r"^(?:Đề nghị|Giao|Yêu cầu) ")
_MARK = compile_late(r"^(?:[IVXLC]{1,6}\.|\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[a-zđ]\))\s*")
# What a plan promises to make or hold, and a row would name: things and events that can be counted.
_PRODUCTS = (
    "pano", "băng rôn", "khẩu hiệu", "áp phích", "bản tin", "tờ rơi", "tờ gấp", "sổ tay", "cẩm nang", "video", "clip",
    "phóng sự", "chuyên mục", "tập huấn", "hội thi", "cuộc thi", "hội thảo", "tọa đàm", "diễn đàn",
    "triển lãm", "mít tinh", "lễ phát động", "sân khấu hóa",
)  # fmt: skip
# Words that every row of such a table has.
_COMMON = frozenset(
    (
        "việc", "về", "và", "của", "các", "trên", "tại", "cho", "trong", "ở", "theo", "đối", "với", "có", "để", "được",
        "thực", "hiện", "tuyên", "truyền", "tổ", "chức", "tiếp", "tục", "xã", "là", "những",
    )
)  # fmt: skip
_WORD = compile_late(r"[^\W\d_]+")
_FEW = 2
# A plan has some dozens of each; more is a text of another kind, and each is compared with each.
_MOST_BODIES, _MOST_ROWS = 60, 400


class _Row(Struct, frozen=True):
    """An activity: what is done, who leads it (as keys of bodies, joined), the first paragraph of its words."""

    what: str
    lead: str
    paragraph: Paragraph


class _Body(Struct, frozen=True):
    """A body with duties: its heading, its key, the words of its duties."""

    heading: Item
    key: str
    duties: str


def _text(cell: Cell) -> str:
    return " ".join(block.plain for block in cell.blocks if isinstance(block, Paragraph))


def _rows(paper: Paper) -> list[_Row]:
    return list(islice((row for table in paper.data_tables for row in _rows_of(table)), _MOST_ROWS))


def _rows_of(table: Table) -> Iterator[_Row]:
    head = [(cell.column, _text(cell)) for cell in table.rows[0].cells] if table.rows else []
    leads = [column for column, text in head if _LEAD.search(text)]
    whats = [column for column, text in head if _WHAT.search(text)]
    if not (leads and whats) or leads[0] == whats[0]:
        return
    for row in table.rows[1:]:
        cells = {cell.column: cell for cell in row.cells}
        what, lead = cells.get(whats[0]), cells.get(leads[0])
        if what is not None and lead is not None:
            first = next((block for block in what.blocks if isinstance(block, Paragraph)), None)
            if first is not None:
                yield _Row(_text(what), body_key(_text(lead)), first)


def _below(items: Sequence[Item], wanted: str) -> Iterator[int]:
    """The headings that hold some words, by their indices."""
    return (
        index
        for index, item in enumerate(items)
        if item.role is Role.HEADING and item.body == 0 and wanted in item.line.text.lower()
    )


def _items_under(items: Sequence[Item], index: int) -> list[int]:
    """All that stands below an item, however deep; it follows it without a gap."""
    above = {index}
    for at in range(index + 1, len(items)):
        if items[at].below not in above:
            if items[at].below < index:
                break
            continue
        above.add(at)
    return sorted(above - {index})


def _words_under(items: Sequence[Item], index: int) -> str:
    return "\n".join(items[at].line.paragraph.plain for at in _items_under(items, index))


def _bodies(paper: Paper) -> list[_Body]:
    items = paper.items
    tops = set(_below(items, _DUTIES))
    found: list[_Body] = []
    for index, item in enumerate(items):
        if item.below in tops and item.role is Role.HEADING and len(found) < _MOST_BODIES:
            name = _ASKED.sub("", _MARK.sub("", item.line.text)).strip(" .:;")
            found.append(_Body(item, body_key(without_place(name)), _words_under(items, index)))
    return found


@rule(
    "VB-941",
    "Cơ quan có nhiệm vụ nhưng không chủ trì hoạt động nào",
    source=_AGREEMENT,
    severity=Severity.HINT,
    example=Example(
        "mỗi cơ quan ở phần tổ chức thực hiện chủ trì ít nhất một dòng", "mục 3 “Phòng Kinh tế” không chủ trì dòng nào"
    ),
    why="Chỉ nêu khi phần tổ chức thực hiện và bảng hoạt động nói về cùng những cơ quan.",
)
def khong_chu_tri(paper: Paper) -> Iterator[Slip]:
    rows = _rows(paper)
    bodies = _bodies(paper) if rows else []
    idle = [body for body in bodies if not any(body.key in row.lead for row in rows)]
    if idle and len(bodies) - len(idle) > len(idle):
        names = ", ".join(f"“{body.heading.line.text}”" for body in idle)
        yield Slip(
            f"có nhiệm vụ ở phần tổ chức thực hiện nhưng không chủ trì hoạt động nào trong bảng: {names}",
            tuple(body.heading.line.place for body in idle),
            "thêm hoạt động cho các cơ quan ấy, hoặc để vậy nếu chỉ phối hợp",
        )


@rule(
    "VB-942",
    "Hình thức nêu ở phần lời không có trong bảng hoạt động",
    source=_AGREEMENT,
    severity=Severity.HINT,
    example=Example("tờ rơi ở phần hình thức, dòng 2 làm tờ rơi", "pano ở phần hình thức, không dòng nào làm pano"),
)
def khong_lam(paper: Paper) -> Iterator[Slip]:
    rows = _rows(paper)
    if not rows:
        return
    items = paper.items
    done = "\n".join(row.what for row in rows).lower()
    headings = list(islice(_below(items, _MEANS), _MOST_BODIES))
    for index in headings:
        under = _items_under(items, index)
        if not set(under).isdisjoint(headings):
            continue  # a heading below it says it more exactly
        texts = {at: items[at].line.paragraph.plain.lower() for at in under}
        promised = [word for word in _PRODUCTS if any(word in text for text in texts.values())]
        missing = [word for word in promised if word not in done]
        if missing:
            listed = ", ".join(missing)
            yield Slip(
                f"nêu ở “{items[index].line.text}” nhưng không hoạt động nào trong bảng thực hiện: {listed}",
                tuple(items[at].line.place for at, text in texts.items() if any(word in text for word in missing)),
                "thêm hoạt động vào bảng, hoặc bỏ hình thức ấy",
                found=missing[0],
            )


@rule(
    "VB-943",
    "Cơ quan chủ trì một hoạt động không có trong nhiệm vụ của mình",
    source=_AGREEMENT,
    severity=Severity.HINT,
    example=Example(
        "Văn phòng chủ trì dòng 3, nhiệm vụ của Văn phòng nói đến việc ấy",
        "Văn phòng chủ trì dòng 6, nhiệm vụ của Văn phòng không nói đến việc ấy",
    ),
    why="So từng cặp chữ của hoạt động với nhiệm vụ; chỉ nêu khi hầu hết các dòng khác đều khớp.",
)
def ngoai_nhiem_vu(paper: Paper) -> Iterator[Slip]:
    rows = _rows(paper)
    duties = {body.key: _pairs(body.duties) for body in _bodies(paper)} if rows else {}
    known = [(row, key) for row in rows if (key := next((key for key in duties if key in row.lead), None))]
    strange = [(row, key) for row, key in known if _pairs(row.what).isdisjoint(duties[key])]
    if strange and len(strange) <= _FEW and len(known) >= 3 * len(strange):
        for row, _ in strange:
            yield Slip(
                f"nhiệm vụ của cơ quan chủ trì không nói đến hoạt động “{row.what.strip()[:80]}”",
                (place_of(row.paragraph),),
                "thêm nhiệm vụ ấy vào phần tổ chức thực hiện, hoặc đổi cơ quan chủ trì",
                found=row.what.strip()[:80],
            )


def _pairs(text: str) -> set[str]:
    """The words of a text two by two, without those that all such texts have."""
    words = [word for word in _WORD.findall(text.lower()) if word not in _COMMON]
    return {f"{first} {second}" for first, second in pairwise(words)}
