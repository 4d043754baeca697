"""How letters look: `w:rPr` read as it stands, and what comes of the levels that are laid over each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from .measures import is_on, read_half_points, read_twips
from .names import W_NS, W_VAL
from .observed import RunFormat
from .theme import Theme

__all__ = ["Letters", "add_character_style", "read_letters", "settle_letters", "stack_letters"]

Letters = Mapping[str, Any]
"""What one level says of letters: only what it says."""

TOGGLES = ("b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "vanish")
"""ISO/IEC 29500-1, 17.7.3: switches that styles of different levels turn, and do not set."""
_FONT = "Times New Roman"


def _w(name: str) -> str:
    return f"{{{W_NS}}}{name}"


_FONTS = tuple((slot, _w(slot), _w(f"{slot}Theme" if slot != "cs" else "cstheme")) for slot in ("ascii", "hAnsi", "cs"))
_COLOUR, _TINT, _SHADE = _w("themeColor"), _w("themeTint"), _w("themeShade")
_FILL, _FILL_COLOUR, _FILL_TINT, _FILL_SHADE = _w("fill"), _w("themeFill"), _w("themeFillTint"), _w("themeFillShade")
_PLAIN_COLOUR = _w("color")


def read_letters(r_pr: etree._Element | None, theme: Theme) -> dict[str, Any]:
    """Read what an `w:rPr` says; `style` is the character style it names."""
    said: dict[str, Any] = {}
    for child in r_pr if r_pr is not None else ():
        read = _READERS.get(child.tag)
        if read is not None:
            read(said, child, theme)
    return said


def _read_switch(key: str) -> Callable[[dict[str, Any], etree._Element, Theme], None]:
    def read(said: dict[str, Any], child: etree._Element, _theme: Theme) -> None:
        said[key] = is_on(child)

    return read


def _read_word(key: str, *off: str) -> Callable[[dict[str, Any], etree._Element, Theme], None]:
    def read(said: dict[str, Any], child: etree._Element, _theme: Theme) -> None:
        value = child.get(W_VAL, "")
        said[key] = "" if value in off else value

    return read


def _read_fonts(said: dict[str, Any], child: etree._Element, theme: Theme) -> None:
    for slot, plain, by_role in _FONTS:
        role = child.get(by_role)
        name = (theme.font(role) if role else None) or child.get(plain)
        if name:
            said[slot] = name


def _read_size(key: str) -> Callable[[dict[str, Any], etree._Element, Theme], None]:
    def read(said: dict[str, Any], child: etree._Element, _theme: Theme) -> None:
        size = read_half_points(child.get(W_VAL))
        if size is not None and size > 0:
            said[key] = size

    return read


def _read_colour(said: dict[str, Any], child: etree._Element, theme: Theme) -> None:
    role = child.get(_COLOUR)
    found = theme.colour(role, child.get(W_VAL), child.get(_TINT), child.get(_SHADE)) if role else None
    said["colour"] = found or _plain_colour(child.get(W_VAL))


def _plain_colour(value: str | None) -> str:
    return "auto" if not value or value == "auto" else value.upper()


def _fill_of(child: etree._Element, theme: Theme) -> str:
    """What `w:shd` paints behind: "RRGGBB", "" for nothing."""
    pattern = child.get(W_VAL, "clear")
    if pattern in ("nil", "none"):
        return ""
    role = child.get(_FILL_COLOUR)
    found = theme.colour(role, child.get(_FILL), child.get(_FILL_TINT), child.get(_FILL_SHADE)) if role else None
    fill = found or _plain_colour(child.get(_FILL))
    if pattern == "solid":
        fill = _plain_colour(child.get(_PLAIN_COLOUR))
        return "000000" if fill == "auto" else fill
    return "" if fill == "auto" else fill


def _read_shading(said: dict[str, Any], child: etree._Element, theme: Theme) -> None:
    said["shading"] = _fill_of(child, theme)


def _read_spacing(said: dict[str, Any], child: etree._Element, _theme: Theme) -> None:
    spacing = read_twips(child.get(W_VAL))
    if spacing is not None:
        said["spacing"] = spacing


_READERS: dict[object, Callable[[dict[str, Any], etree._Element, Theme], None]] = {
    **{_w(name): _read_switch(name) for name in (*TOGGLES, "dstrike", "rtl")},
    # In a run, "w:cs" is a switch: its letters are of a complex script.
    _w("cs"): _read_switch("complex"),
    _w("rStyle"): _read_word("style"),
    _w("rFonts"): _read_fonts,
    _w("sz"): _read_size("sz"),
    _w("szCs"): _read_size("szCs"),
    _w("color"): _read_colour,
    _w("u"): _read_word("u", "none"),
    _w("highlight"): _read_word("highlight", "none"),
    _w("shd"): _read_shading,
    _w("vertAlign"): _read_word("vertAlign", "baseline"),
    _w("spacing"): _read_spacing,
    _w("lang"): _read_word("lang"),
}


def stack_letters(defaults: Letters, table: Letters, paragraph: Letters) -> Letters:
    """Lay table style and paragraph style over the document's defaults."""
    said = {**defaults, **table, **paragraph}
    for toggle in TOGGLES:
        if toggle in said:
            said[toggle] = defaults.get(toggle, False) or table.get(toggle, False) != paragraph.get(toggle, False)
    return said


def add_character_style(said: Letters, character: Letters, defaults: Letters) -> Letters:
    """Lay a character style over what `stack_letters` gave."""
    both = {**said, **character}
    for toggle in TOGGLES:
        if toggle in character:
            both[toggle] = defaults.get(toggle, False) or said.get(toggle, False) != character[toggle]
    return both


def settle_letters(said: Letters) -> RunFormat:
    """Give what comes of all levels together."""
    get = said.get
    is_complex = get("complex", False) or get("rtl", False)
    font = get("cs", _FONT) if is_complex else ""
    return RunFormat(
        ascii=font or get("ascii", _FONT),
        h_ansi=font or get("hAnsi", _FONT),
        size=get("szCs" if is_complex else "sz", 20),
        bold=get("bCs" if is_complex else "b", False),
        italic=get("iCs" if is_complex else "i", False),
        caps=get("caps", False),
        small_caps=get("smallCaps", False),
        underline=get("u", ""),
        strike=get("strike", False) or get("dstrike", False),
        colour=get("colour", "auto"),
        highlight=get("highlight", ""),
        shading=get("shading", ""),
        hidden=get("vanish", False),
        raised=get("vertAlign", ""),
        spacing=get("spacing", 0),
        language=get("lang", ""),
    )
