"""How points end and are marked, against the points beside them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Item, Paper, Role
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.outline import Marker

__all__: list[str] = []

_LISTS = "thông lệ: các ý ngang nhau được trình bày như nhau"
_ENDS = (".", ";", ":", ",", "!", "?", "…")
# A few words may be a title; without a mark before them they may be a caption.
_A_SENTENCE, _A_PARAGRAPH = 40, 100
_ALIKE, _ALIKE_ENDED = 3, 2
# So many points tell how a paper ends them.
_MANY = 5


@rule(
    "VB-815",
    "Ý không có dấu ở cuối",
    source=_LISTS,
    severity=Severity.WARNING,
    example=Example(
        "- Tổ chức các lớp tập huấn cho cán bộ, công chức xã.", "- Tổ chức các lớp tập huấn cho cán bộ, công chức xã"
    ),
    why="Chỉ nêu khi ý ngang hàng ở cùng chỗ có dấu.",
)
def thieu_dau_cuoi(paper: Paper) -> Iterator[Slip]:
    lists: dict[tuple[int, int, Marker | None], list[Item]] = defaultdict(list)
    holding = {item.below for item in paper.items}
    for index, item in enumerate(paper.items):
        if item.role is Role.TEXT and index not in holding:
            lists[item.body, item.below, item.marker].append(item)
    strict = _always_ended(item for items in lists.values() for item in items)
    found = []
    for items in lists.values():
        ended = [item for item in items if _end(item).endswith(_ENDS)]
        few = len(items) <= _ALIKE_ENDED and ended and items[0].marker and items[0].body in strict
        if few or (len(ended) >= _ALIKE_ENDED and 5 * len(ended) >= 3 * len(items)):
            least = _A_SENTENCE if items[0].marker else _A_PARAGRAPH
            found += [item for item in items if _end(item)[-1:].isalnum() and len(_end(item)) >= least]
    if found:
        found.sort(key=lambda item: item.line.paragraph.number)
        yield Slip(
            f"{len(found)} ý không có dấu chấm hay chấm phẩy ở cuối, khác các ý bên cạnh",
            tuple(item.line.place for item in found),
            "thêm dấu ở cuối như các ý bên cạnh",
            found=f"…{_end(found[0])[-30:]}",
        )


def _always_ended(items: Iterable[Item]) -> set[int]:
    """The texts (`Item.body`) whose points all end in a mark of punctuation, but for one, or one in ten."""
    ended: Counter[int] = Counter()
    bare: Counter[int] = Counter()
    for item in items:
        if item.marker is not None and len(_end(item)) >= _A_SENTENCE:
            (ended if _end(item).endswith(_ENDS) else bare)[item.body] += 1
    return {body for body, count in ended.items() if count >= _MANY and bare[body] <= max(1, count // 10)}


def _end(item: Item) -> str:
    return item.line.paragraph.text.rstrip()


@rule(
    "VB-816",
    "Ý không có gạch đầu dòng như các mục bên cạnh",
    source=_LISTS,
    severity=Severity.HINT,
    example=Example("các ý của mục 1, 2, 3 đều có gạch đầu dòng", "ý của mục 2 không có gạch, của mục 1, 3 có"),
    why="Một mục chỉ có một ý thì không cần gạch; nêu để người soạn chọn.",
)
def thieu_gach(paper: Paper) -> Iterator[Slip]:
    children: dict[int, list[Item]] = defaultdict(list)
    for item in paper.items:
        if item.role is Role.TEXT and item.below >= 0:
            children[item.below].append(item)
    headings: dict[tuple[int, int, Marker | None], list[int]] = defaultdict(list)
    for index, item in enumerate(paper.items):
        if item.role is Role.HEADING and children.get(index):
            headings[item.body, item.below, item.marker].append(index)
    for beside in headings.values():
        dashed = [index for index in beside if all(child.marker is Marker.GACH for child in children[index])]
        bare = [index for index in beside if index not in dashed]
        if len(bare) != 1 or len(dashed) < _ALIKE:
            continue
        only = children[bare[0]]
        if len(only) == 1 and only[0].marker is None:
            yield Slip(
                f"ý của mục “{paper.items[bare[0]].line.text[:60]}” không có gạch đầu dòng, các mục bên cạnh đều có",
                (only[0].line.place,),
                "thêm “- ” ở đầu ý, hoặc để vậy nếu mục chỉ có một ý",
                found=only[0].line.text[:40],
            )
