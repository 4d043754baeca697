"""Number formats of a workbook: which cells have one, and whether a whole number is shown otherwise by it."""

from __future__ import annotations

import re

from vtdocs.patterns import compile_late

__all__ = ["read_formats", "shows_otherwise"]

# ECMA-376, Part 1, 18.8.30: the ids below 164 that are written nowhere. Those that are left out show a number by
# its digits, or a date, which calamine knows as one.
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: "$#,##0",
    6: "$#,##0",
    7: "$#,##0.00",
    8: "$#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: "#,##0",
    42: "$#,##0",
    43: "#,##0.00",
    44: "$#,##0.00",
    48: "##0.0E+0",
}
_FIRST_OWN = 164
_ID = compile_late(rb"numFmtId\s*=\s*[\"']\s*([0-9]{1,9})")
# Excel itself stops at 64 000 of them.
_MOST_STYLES, _MOST_BYTES = 65_536, 4 * 1024 * 1024
# Colours and languages, the width of a sign, a sign that fills the cell: nothing of a number's own.
_SILENT = compile_late(r"\[(?:\$-[0-9A-Fa-f]*|[A-Za-z]+[0-9]*)\]|_.|\*.")
_DIGITS = compile_late(r"[#?]*(?P<zeros>0*)|General|@|(?P<thousands>[#?]*,[#?]{2}(?P<last>[#?]|0))", re.IGNORECASE)


def read_formats(styles: bytes) -> dict[int, str]:
    """Give the format of each cell style that may show a number otherwise than by its digits; styles count from 0.

    Gives none of a part that is damaged or very large: they only serve a warning.
    """
    used = {int(number) for number in _ID.findall(styles)}
    if len(styles) > _MOST_BYTES or not any(number in _BUILT_IN or number >= _FIRST_OWN for number in used):
        return {}
    codes, ids = _read(styles)
    formats = ((style, codes.get(number)) for style, number in enumerate(ids))
    return {style: code for style, code in formats if code and not _is_plain(code)}


def _read(styles: bytes) -> tuple[dict[int, str], list[int]]:
    """Read the format codes by their ids, and the id that each cell style uses."""
    from xml.parsers import expat

    codes = dict(_BUILT_IN)
    ids: list[int] = []
    inside: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        parent = inside[-1] if inside else ""
        inside.append(name)
        written = attributes.get("numFmtId", "0")
        number = int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0
        if name == "numFmt" and parent == "numFmts":
            codes[number] = attributes.get("formatCode", "")[:255]
        elif name == "xf" and parent == "cellXfs" and len(ids) < _MOST_STYLES:
            ids.append(number)

    def end(_tag: str) -> None:
        inside.pop()

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(styles, True)
    except expat.ExpatError:
        return {}, []
    return codes, ids


def _is_plain(code: str) -> bool:
    return code.casefold() in ("", "@", "general")


def shows_otherwise(code: str, value: int) -> bool:
    """Whether a whole number is shown by anything else than its digits; in doubt it is."""
    sections = code.split(";")
    if value < 0 and len(sections) > 1:
        # This section writes its own sign, which is a minus or is not.
        section = sections[1].replace("\\-", "-")
        own_sign = _SILENT.sub("", section).strip()
        if not own_sign.startswith("-"):
            return True
        section = own_sign[1:]
    else:
        section = sections[2] if value == 0 and len(sections) > 2 else sections[0]
    found = _DIGITS.fullmatch(_SILENT.sub("", section).strip())
    if found is None:
        return True
    if found["thousands"]:
        return abs(value) >= 1000 or (value == 0 and found["last"] != "0")
    if found["zeros"] is None:
        return False
    return len(str(abs(value))) < len(found["zeros"]) or (value == 0 and not found["zeros"])
