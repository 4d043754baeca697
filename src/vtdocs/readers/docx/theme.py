"""The theme of a Word file: the fonts and colours that styles name by their role."""

from __future__ import annotations

from lxml import etree

from .names import A_NS, W_NS
from .package import Package

__all__ = ["Theme"]

# ISO/IEC 29500-1, 17.18.96 and 17.15.1.20: what WordprocessingML calls a colour, and where settings map it.
_ROLES = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink", **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
}  # fmt: skip
_MAPPED = {"text1": "t1", "background1": "bg1", "text2": "t2", "background2": "bg2"}
_MAPPING = {"t1": "dark1", "bg1": "light1", "t2": "dark2", "bg2": "light2"}
_HEX = frozenset("0123456789abcdefABCDEF")
_ROUNDING = 2
_SCRIPTS = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}


class Theme:
    """Fonts and colours by their role; all is missing where the file has no theme."""

    def __init__(self, package: Package) -> None:
        """Read the theme of the main part. Raises ReadError."""
        part = package.related(package.main, "theme")
        root = package.xml(part) if part else None
        self._fonts: dict[str, str] = {}
        self._colours: dict[str, str] = {}
        if root is not None:
            self._read_fonts(root)
            self._read_colours(root)
        settings = package.related(package.main, "settings")
        self._mapping = _read_mapping(package.xml(settings) if settings else None)

    def font(self, role: str) -> str | None:
        """The font of a role ("minorHAnsi", "majorBidi" …), `None` where the theme gives none."""
        return self._fonts.get(role)

    def colour(self, role: str, written: str | None, tint: str | None, shade: str | None) -> str | None:
        """The colour of a role as "RRGGBB", made lighter by a tint or darker by a shade (two hexadecimal digits).

        `written` is the colour that stands beside it: what Word reckoned itself, where the theme is still the same.
        """
        if role in _MAPPED:
            role = self._mapping[_MAPPED[role]]
        colour = self._colours.get(_ROLES.get(role, role))
        if colour is None:
            return None
        shifted = _shift(colour, _part(tint), _part(shade))
        return written.upper() if written and _are_close(written, shifted) else shifted

    def _read_fonts(self, root: etree._Element) -> None:
        for size in ("major", "minor"):
            group = root.find(f".//{{{A_NS}}}{size}Font")
            if group is None:
                continue
            for word, script in _SCRIPTS.items():
                face = group.find(f"{{{A_NS}}}{script}")
                if face is not None and (name := face.get("typeface", "").strip()):
                    self._fonts[size + word] = name

    def _read_colours(self, root: etree._Element) -> None:
        scheme = root.find(f".//{{{A_NS}}}clrScheme")
        for row in scheme if scheme is not None else ():
            for one in row:
                value = one.get("lastClr") or one.get("val") or ""
                if len(value) == 6 and set(value) <= _HEX:
                    self._colours[etree.QName(row).localname] = value.upper()


def _read_mapping(settings: etree._Element | None) -> dict[str, str]:
    mapping = dict(_MAPPING)
    row = settings.find(f"{{{W_NS}}}clrSchemeMapping") if settings is not None else None
    if row is not None:
        mapping.update((name, row.get(f"{{{W_NS}}}{name}", role)) for name, role in _MAPPING.items())
    return mapping


def _part(text: str | None) -> float | None:
    if not text or len(text) > 2 or not set(text) <= _HEX:
        return None
    return int(text, 16) / 255


def _shift(colour: str, tint: float | None, shade: float | None) -> str:
    """ISO/IEC 29500-1, 17.3.2.6: the lightness times the shade; or times the tint, and the rest up to white."""
    if tint is None and shade is None:
        return colour
    import colorsys  # few papers shade a colour

    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    if shade is not None:
        light *= shade
    if tint is not None:
        light = light * tint + 1 - tint
    return "".join(f"{int(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, full))


def _are_close(written: str, reckoned: str) -> bool:
    """Whether two colours are the same but for rounding: Word reckons in coarser steps."""
    if len(written) != len(reckoned) or not set(written) <= _HEX:
        return False
    pairs = ((int(written[at : at + 2], 16), int(reckoned[at : at + 2], 16)) for at in (0, 2, 4))
    return all(abs(one - other) <= _ROUNDING for one, other in pairs)
