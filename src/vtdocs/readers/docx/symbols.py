"""Signs of the symbol fonts as what is seen: in the file they are letters, or stand in the private area of Unicode."""

from __future__ import annotations

__all__ = ["read_symbols"]

_PRIVATE = 0xF000
_SIGNS = 0x100
_UNKNOWN = "•"
# fmt: off
_SYMBOL = {
    0x2A: "∗", 0x2B: "+", 0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xAA: "♠", 0xAE: "→", 0xB0: "°",
    0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xD0: "∠", 0xD7: "⋅", 0xD8: "¬", 0xDE: "⇒",
}
_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x45: "☜", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑",
    0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○",
    0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xB2: "✧", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x97: "●", 0xA2: "■", 0xA3: "□"}
_WINGDINGS_3 = {0x7D: "▶", 0x7E: "◁", 0x84: "◀"}
# fmt: on
_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": {},
}  # fmt: skip


def read_symbols(text: str, font: str) -> str:
    """Give what is seen of a text in a font; a sign of a symbol font that is not known here is seen as "•"."""
    signs = _FONTS.get(font.casefold())
    if signs is None and not any(_is_private(sign) for sign in text):
        return text
    return "".join(_see(sign, signs) for sign in text)


def _see(sign: str, signs: dict[int, str] | None) -> str:
    code = ord(sign)
    if _is_private(sign):
        code -= _PRIVATE
    elif signs is None or code >= _SIGNS:
        return sign
    return " " if code == ord(" ") else (signs or {}).get(code, _UNKNOWN)


def _is_private(sign: str) -> bool:
    return _PRIVATE <= ord(sign) < _PRIVATE + _SIGNS
