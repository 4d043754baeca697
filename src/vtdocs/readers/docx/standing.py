"""How a paragraph stands: `w:pPr` read as it is written, and what comes of the levels that are laid over each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any

from lxml import etree

from .measures import is_on, read_int, read_twips
from .names import W_NS, W_VAL
from .observed import ParagraphFormat

__all__ = ["Borders", "Standing", "lay_over", "read_standing", "settle_borders", "settle_standing"]

Standing = Mapping[str, Any]
"""What one level says of a paragraph: only what it says."""

Borders = Mapping[str, tuple[str, int]]
"""The borders of a paragraph by side ("top", "between" …): Word's word for the line, its size in eighths of a point."""

_AUTOMATIC = 280  # twips: 14 pt, ISO/IEC 29500-1, 17.3.1.33, as Word does it
_LINE_UNIT = 240  # twips of one line, for spacing in hundredths of a line
_ALIGNS = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "both": "both",
    "distribute": "distribute", "thaiDistribute": "both", "lowKashida": "both", "mediumKashida": "both",
    "highKashida": "both", "numTab": "left",
}  # fmt: skip
_NO_LEVEL = 9
_CLEAR = "clear"
_MOST_TABS = 64  # of a paragraph in Word


def _w(name: str) -> str:
    return f"{{{W_NS}}}{name}"


_SIDES = tuple((key, tuple(map(_w, names)), tuple(_w(f"{name}Chars") for name in names))
               for key, names in (("left", ("left", "start")), ("right", ("right", "end"))))  # fmt: skip
_FIRST, _FIRST_CHARS, _HANGING, _HANGING_CHARS = map(_w, ("firstLine", "firstLineChars", "hanging", "hangingChars"))
_GAPS = tuple((key, _w(key), _w(f"{key}Lines"), _w(f"{key}Autospacing")) for key in ("before", "after"))
_BORDERS = tuple((_w(side), f"border_{side}") for side in ("top", "bottom", "left", "right", "between", "bar"))
_SIZE = _w("sz")
_LINE, _LINE_RULE, _POS, _ILVL, _NUM_ID = map(_w, ("line", "lineRule", "pos", "ilvl", "numId"))


def read_standing(p_pr: etree._Element | None) -> dict[str, Any]:
    """Read what a `w:pPr` says; `style` is the style it names, `num_id` and `level` its numbering."""
    said: dict[str, Any] = {}
    for child in p_pr if p_pr is not None else ():
        read = _READERS.get(child.tag)
        if read is not None:
            read(said, child)
    return said


def lay_over(below: Standing, above: Standing) -> Standing:
    """Lay one level over another."""
    if not above or not below:
        return above or below
    both = {**below, **above}
    if "tabs" in below and "tabs" in above:
        both["tabs"] = _order_tabs((*below["tabs"], *above["tabs"]))
    return both


def settle_standing(said: Standing, size: int) -> ParagraphFormat:
    """Give what comes of all levels together; `size` in half-points measures indents in characters."""
    bidi = said.get("bidi", False)
    align = said.get("align", "left")
    if bidi and align in ("left", "right"):
        # Of a paragraph from right to left, "left" is the leading side.
        align = "right" if align == "left" else "left"
    sides = [_settle_indent(said.get(key), said.get(f"{key}_chars"), size) for key in ("left", "right")]
    left, right = reversed(sides) if bidi else sides
    return ParagraphFormat(
        align=align,
        left=left,
        right=right,
        first_line=_settle_indent(said.get("first"), said.get("first_chars"), size),
        before=_settle_gap(said, "before"),
        after=_settle_gap(said, "after"),
        contextual=said.get("contextual", False),
        line=said.get("line", 240),
        line_rule=said.get("line_rule", "auto"),
        keep_next=said.get("keep_next", False),
        keep_lines=said.get("keep_lines", False),
        page_break_before=said.get("page_break_before", False),
        widow_control=said.get("widow_control", True),
        outline_level=said.get("outline"),
        tabs=_settle_tabs(said.get("tabs", ())),
        framed=said.get("framed", ""),
    )


def settle_borders(said: Standing) -> Borders:
    """Give the borders that are drawn, by side."""
    return {key[7:]: said[key] for _name, key in _BORDERS if said.get(key) is not None}


def _settle_indent(twips: int | None, chars: tuple[int, int | None] | None, size: int) -> int:
    if chars is None or not chars[0]:
        return twips or 0
    hundredths, beside = chars
    # Word writes beside it the twips that it reckoned, from the grid of the page, which is not known here.
    return beside or round(hundredths * size / 10)


def _settle_gap(said: Standing, key: str) -> int:
    if said.get(f"{key}_auto"):
        return _AUTOMATIC
    lines = said.get(f"{key}_lines")
    if lines is None or not lines[0]:
        return int(said.get(key, 0))
    hundredths, beside = lines
    return int(beside) if beside else round(hundredths * _LINE_UNIT / 100)


def _order_tabs(tabs: Iterable[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """Put tabs into their order, the last one said at each place; so many as Word takes, which bounds all levels."""
    at = {tab[0]: tab for tab in tabs}
    return tuple(at[place] for place in sorted(at)[:_MOST_TABS])


def _settle_tabs(tabs: tuple[tuple[int, str], ...]) -> tuple[tuple[int, str], ...]:
    return tabs if all(kind != _CLEAR for _, kind in tabs) else tuple(tab for tab in tabs if tab[1] != _CLEAR)


def _read_switch(key: str) -> Callable[[dict[str, Any], etree._Element], None]:
    def read(said: dict[str, Any], child: etree._Element) -> None:
        said[key] = is_on(child)

    return read


def _read_style(said: dict[str, Any], child: etree._Element) -> None:
    said["style"] = child.get(W_VAL, "")


def _read_align(said: dict[str, Any], child: etree._Element) -> None:
    if (align := _ALIGNS.get(child.get(W_VAL, ""))) is not None:
        said["align"] = align


def _read_frame(said: dict[str, Any], child: etree._Element) -> None:
    # A dropped capital is framed as well, and stands where its paragraph does.
    if child.get(_w("dropCap"), "none") == "none":
        said["framed"] = child.get(_w("xAlign"), "at")


def _read_indent(said: dict[str, Any], child: etree._Element) -> None:
    for key, names, chars in _SIDES:
        twips = _first_of(child, names, read_twips)
        if twips is not None:
            said[key] = twips
        if (hundredths := _first_of(child, chars, read_int)) is not None:
            said[f"{key}_chars"] = (hundredths, twips)
    # One value in Word: what hangs takes the place of what stands in, at whatever level.
    hanging, first = read_twips(child.get(_HANGING)), read_twips(child.get(_FIRST))
    if hanging is not None:
        said["first"] = -hanging
    elif first is not None:
        said["first"] = first
    hanging_chars, first_chars = read_int(child.get(_HANGING_CHARS)), read_int(child.get(_FIRST_CHARS))
    if hanging_chars:
        said["first_chars"] = (-hanging_chars, None if hanging is None else -hanging)
    elif first_chars is not None or hanging_chars is not None:
        said["first_chars"] = (first_chars or 0, first)


def _first_of(child: etree._Element, names: tuple[str, ...], read: Callable[[str | None], int | None]) -> int | None:
    return next((value for name in names if (value := read(child.get(name))) is not None), None)


def _read_spacing(said: dict[str, Any], child: etree._Element) -> None:
    for key, plain, in_lines, automatic in _GAPS:
        twips = read_twips(child.get(plain))
        if twips is not None:
            said[key] = twips
        if (hundredths := read_int(child.get(in_lines))) is not None:
            said[f"{key}_lines"] = (hundredths, twips)
        if (value := child.get(automatic)) is not None:
            said[f"{key}_auto"] = value.lower() in ("1", "true", "on")
    line, rule = read_twips(child.get(_LINE)), child.get(_LINE_RULE)
    if line is not None:
        said["line"] = abs(line)
        # One value in Word: a line without a rule is of the rule "auto", whatever stood below.
        said["line_rule"] = "exact" if line < 0 else rule or "auto"
    elif rule:
        said["line_rule"] = rule


def _read_outline(said: dict[str, Any], child: etree._Element) -> None:
    level = read_int(child.get(W_VAL))
    if level is not None:
        said["outline"] = level if 0 <= level < _NO_LEVEL else None


def _read_tabs(said: dict[str, Any], child: etree._Element) -> None:
    tabs = ((read_twips(tab.get(_POS)), tab.get(W_VAL, "left")) for tab in islice(child, _MOST_TABS))
    said["tabs"] = _order_tabs((at, kind) for at, kind in tabs if at is not None)


def _read_numbering(said: dict[str, Any], child: etree._Element) -> None:
    for key, name in (("level", _ILVL), ("num_id", _NUM_ID)):
        row = child.find(name)
        if row is not None and (value := read_int(row.get(W_VAL))) is not None:
            said[key] = value


def _read_borders(said: dict[str, Any], child: etree._Element) -> None:
    for name, key in _BORDERS:
        side = child.find(name)
        if side is not None:
            kind = side.get(W_VAL, "none")
            # The size is in eighths of a point.
            said[key] = None if kind in ("nil", "none") else (kind, read_int(side.get(_SIZE)) or 0)


_READERS: dict[object, Callable[[dict[str, Any], etree._Element], None]] = {
    _w("pStyle"): _read_style,
    _w("jc"): _read_align,
    _w("ind"): _read_indent,
    _w("framePr"): _read_frame,
    _w("pBdr"): _read_borders,
    _w("spacing"): _read_spacing,
    _w("tabs"): _read_tabs,
    _w("numPr"): _read_numbering,
    _w("outlineLvl"): _read_outline,
    _w("contextualSpacing"): _read_switch("contextual"),
    _w("keepNext"): _read_switch("keep_next"),
    _w("keepLines"): _read_switch("keep_lines"),
    _w("pageBreakBefore"): _read_switch("page_break_before"),
    _w("widowControl"): _read_switch("widow_control"),
    _w("bidi"): _read_switch("bidi"),
}
