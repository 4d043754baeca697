"""Write `src/vtdocs/metrics/_widths.py`: the advance widths of the Times-metric faces, from Liberation Serif.

Liberation Serif has the advance widths of Times New Roman and is free; only numbers are taken.
`--check` compares instead of writing and ends with 1 where the table is not current.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parents[1] / "src" / "vtdocs" / "metrics" / "_widths.py"
# Debian 12 and Ubuntu 22.04 have version 2 in the first, later releases in the second.
FONT_DIRS = (
    Path("/usr/share/fonts/truetype/liberation2"),
    Path("/usr/share/fonts/truetype/liberation"),
)
FACES = {
    "REGULAR": "LiberationSerif-Regular.ttf",
    "BOLD": "LiberationSerif-Bold.ttf",
    "ITALIC": "LiberationSerif-Italic.ttf",
    "BOLD_ITALIC": "LiberationSerif-BoldItalic.ttf",
}
UNITS_PER_EM = 2048

RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x02B0, 0x02DD),  # modifier letters
    (0x0300, 0x036F),  # combining marks
    (0x0391, 0x03C9),  # Greek, for formulas
    (0x1EA0, 0x1EF9),  # Vietnamese
    (0x2000, 0x206F),  # spaces, dashes, quotation marks, ellipsis
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency, ₫ among it
    (0x2100, 0x218B),  # №, ™, fractions, Roman numerals
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2500, 0x25FF),  # boxes and geometric bullets
    (0x2600, 0x26FF),  # stars, ballot boxes
    (0x2700, 0x27BF),  # check marks
)
# Characters that a font may lack and that every program draws as another.
SAME_AS = {0x00A0: 0x0020, 0x2010: 0x002D, 0x2011: 0x002D}
# No ink and no advance, whatever the font says; the soft hyphen shows only where a line breaks at it.
ZERO_WIDTH = frozenset({0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)})


def read_widths(path: Path) -> dict[int, int]:
    """Read the advance of each wanted character of one face, in units of 1/2048 em."""
    with TTFont(path, lazy=True) as font:
        if font["head"].unitsPerEm != UNITS_PER_EM:
            raise SystemExit(f"{path}: {font['head'].unitsPerEm} units an em, not {UNITS_PER_EM}")
        glyphs = font.getBestCmap()
        advances = font["hmtx"]
        widths: dict[int, int] = {}
        for first, last in RANGES:
            for code in range(first, last + 1):
                if code in ZERO_WIDTH or unicodedata.combining(chr(code)):
                    widths[code] = 0
                elif (glyph := glyphs.get(SAME_AS.get(code, code))) is not None:
                    widths[code] = advances[glyph][0]
    return widths


def _escape(char: str) -> str:
    if char == "\\":
        return "\\\\"
    # A mark, a blank or a control inside a string would be drawn over its neighbour or not at all.
    if char != " " and (unicodedata.category(char)[0] in "MZC"):
        return f"\\u{ord(char):04x}"
    return char


def _literal(chars: str) -> str:
    """Quote as ruff would: double quotes, single where the text holds a double one."""
    quote = "'" if '"' in chars else '"'
    return quote + "".join(map(_escape, chars)).replace(quote, "\\" + quote) + quote


def render(faces: dict[str, dict[int, int]]) -> str:
    """Write the module: for each face a mapping from width to the characters that have it."""
    lines = [
        '"""Advance widths of the Times-metric faces. Made by tools/make_widths.py; do not edit."""',
        "",
        f"UNITS_PER_EM = {UNITS_PER_EM}",
    ]
    for name, widths in faces.items():
        by_width: dict[int, str] = {}
        for code in sorted(widths):
            by_width[widths[code]] = by_width.get(widths[code], "") + chr(code)
        lines += ["", f"{name} = {{"]
        lines += [f"    {width}: {_literal(by_width[width])}," for width in sorted(by_width)]
        lines.append("}")
    return "\n".join(lines) + "\n"


def find_fonts() -> Path | None:
    """Return the first usual folder that holds every face; None where there is none."""
    return next((d for d in FONT_DIRS if all((d / file).exists() for file in FACES.values())), None)


def main(argv: list[str] | None = None) -> int:
    """Write the table, or compare it."""
    parser = argparse.ArgumentParser(description="Make the table of advance widths from Liberation Serif.")
    parser.add_argument("--fonts", type=Path, default=find_fonts(), help="folder of LiberationSerif-*.ttf")
    parser.add_argument("--check", action="store_true", help="compare, do not write")
    options = parser.parse_args(argv)
    if options.fonts is None:
        parser.error("Liberation Serif is not in the usual places: name its folder with --fonts")
    text = render({name: read_widths(options.fonts / file) for name, file in FACES.items()})
    if not options.check:
        TARGET.write_text(text, encoding="utf-8")
        return 0
    if TARGET.read_text(encoding="utf-8") == text:
        return 0
    print(f"{TARGET.name} is not current: run tools/make_widths.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
