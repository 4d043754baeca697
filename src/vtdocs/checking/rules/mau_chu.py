"""The colour of the letters, and what was left on them from drafting."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.stretches import Stretches, gather
from vtdocs.diagnostics import Severity
from vtdocs.standards import custom, nd30

# Red ink is the law's own for these, and a draft's mark is taken off before the paper is issued.
_COLOURED_PARTS = ("do_khan", "do_mat", "du_thao")
_BLACK, _LINK, _COLOURED, _NEAR_BLACK = 0, 1, 2, 3


@rule(
    "ND30-112",
    "Chữ không phải màu đen",
    fact=nd30.MAU_CHU,
    example=Example("đường dẫn in màu đen", "đường dẫn in màu xanh"),
    why="Word tự tô xanh địa chỉ thư và trang mạng; chữ đỏ thường còn lại từ khi sửa dự thảo.",
)
def check_colour(paper: Paper) -> Iterator[Slip]:
    """Find letters in colours: links, near-black ones and all others are a slip each."""
    parts = (part for key in _COLOURED_PARTS if (part := paper.part(key)) is not None)
    spared = {id(line.paragraph) for part in parts for line in part.lines}
    kinds: dict[int, int] = {}
    found: dict[int, dict[str, Stretches]] = {_COLOURED: {}, _LINK: {}, _NEAR_BLACK: {}}
    for paragraph in paper.texts.paragraphs:
        for run in paragraph.runs:
            kind = kinds.get(id(run.format))
            if kind is None:
                kind = kinds[id(run.format)] = _kind_of(run.format.colour)
            if kind == _BLACK or not paragraph.text[run.start : run.end].strip() or id(paragraph) in spared:
                continue
            group = _LINK if run.link and kind == _COLOURED else kind
            found[group].setdefault(run.format.colour, Stretches()).add(paragraph, run.start, run.end)
        label = paragraph.label_format
        group = _kind_of(label.colour) if label is not None else _BLACK
        if label is not None and group != _BLACK:
            found[group].setdefault(label.colour, Stretches()).add(paragraph, 0, 0)
    for group, colours in found.items():
        if colours:
            yield _tell(group, colours)


def _kind_of(colour: str) -> int:
    """Tell black from what is nearly black and what is a colour."""
    if colour in ("auto", custom.MAU_DEN_RGB.value):
        return _BLACK
    try:
        red, green, blue = bytes.fromhex(colour)
    except ValueError:
        # No colour that anybody could show.
        return _BLACK
    return _NEAR_BLACK if max(red, green, blue) <= bytes.fromhex(custom.GAN_DEN_RGB.value)[0] else _COLOURED


def _tell(group: int, colours: dict[str, Stretches]) -> Slip:
    whole = Stretches()
    for where in colours.values():
        whole.join(where)
    named = ", ".join(_name_colour(colour) for colour in colours)
    who, hint = _WORDS[group]
    black = "chưa phải màu đen" if group == _NEAR_BLACK else "không phải màu đen"
    severity = Severity.WARNING if group == _NEAR_BLACK else None
    return Slip(f"{who} {named}, {black}", whole.places, hint, found=named, expected="đen", severity=severity)


_WORDS = {
    _COLOURED: ("chữ có màu", "chọn các chữ đó, đặt màu chữ Automatic"),
    _LINK: ("đường dẫn có màu", "bấm chuột phải vào đường dẫn, chọn Remove Hyperlink, rồi đặt màu chữ Automatic"),
    _NEAR_BLACK: ("chữ có màu gần đen", "chọn các chữ đó, đặt màu chữ Automatic"),
}
_COLOURS = {
    "FF0000": "đỏ", "C00000": "đỏ sẫm", "EE0000": "đỏ", "0000FF": "xanh", "0563C1": "xanh", "467886": "xanh",
    "0070C0": "xanh", "00B0F0": "xanh nhạt", "002060": "xanh sẫm", "00B050": "lục", "FFFFFF": "trắng",
    "FFFF00": "vàng", "7030A0": "tím", "7F7F7F": "xám", "808080": "xám",
}  # fmt: skip


def _name_colour(colour: str) -> str:
    return f"{_COLOURS[colour]} ({colour})" if colour in _COLOURS else colour


@rule(
    "VB-113",
    "Chữ còn tô nền hoặc gạch ngang",
    source="thông lệ soạn thảo: dấu sửa dự thảo bỏ đi trước khi ban hành",
    severity=Severity.WARNING,
    example=Example("lời văn không tô nền", "lời văn tô nền vàng"),
    why="Chữ tô nền, chữ gạch ngang là dấu của người sửa dự thảo; bản ban hành không để lại.",
)
def check_marks(paper: Paper) -> Iterator[Slip]:
    """Find letters with a highlight, and letters that are struck through."""
    texts = paper.texts.paragraphs
    if lit := gather(texts, lambda letters: bool(letters.highlight)):
        yield Slip("chữ còn tô nền", lit.places, "chọn các chữ đó, chọn No Color ở Text Highlight Color")
    if struck := gather(texts, lambda letters: letters.strike):
        yield Slip("chữ còn gạch ngang", struck.places, "xóa các chữ đó, hoặc bỏ chọn Strikethrough")
