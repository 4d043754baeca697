"""Whole numbers as automatic lists print them."""

from __future__ import annotations

from vtdocs.figures.money import spell_number

__all__ = ["write_number"]

# fmt: off
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)
# fmt: on
_LARGEST_ROMAN = 32_767
_LARGEST_LETTER = 780
_LARGEST_CIRCLED = 20
_LETTERS = 26


def write_number(value: int, kind: str) -> str:
    """Write a number in a format of Word's ("decimal", "upperRoman", "lowerLetter" …); in an unknown one in figures.

    "decimal:3" is of three digits and more ("007").
    """
    kind, _, digits = kind.partition(":")
    if digits:
        return f"{value:0{int(digits)}d}"
    write = _WRITERS.get(kind)
    return str(value) if write is None else write(value)


def _roman(value: int) -> str:
    if not 0 < value <= _LARGEST_ROMAN:
        return str(value)
    text = ""
    for size, sign in _ROMAN:
        text += sign * (value // size)
        value %= size
    return text


def _letter(value: int) -> str:
    # After Z comes AA, then BB: the same letter again, not as the columns of a sheet.
    if not 0 < value <= _LARGEST_LETTER:
        return str(value)
    again, place = divmod(value - 1, _LETTERS)
    return chr(ord("A") + place) * (again + 1)


def _circled(value: int) -> str:
    return chr(ord("①") + value - 1) if 0 < value <= _LARGEST_CIRCLED else str(value)


def _spell(value: int) -> str:
    return spell_number(value)


_WRITERS = {
    "none": lambda _value: "",
    "bullet": lambda _value: "",
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda value: _letter(value).lower(),
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "decimalEnclosedParen": lambda value: f"({value})",
    "hex": lambda value: f"{value:X}",
    "vietnameseCounting": _spell,
}
