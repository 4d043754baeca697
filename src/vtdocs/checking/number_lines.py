"""The line of số, ký hiệu taken apart as it is typed, whatever its marks and blanks are."""

from __future__ import annotations

from msgspec import Struct

from vtdocs.patterns import compile_late

from .once import once
from .paper import Paper
from .words import shown_text

__all__ = ["NumberLine", "read_number_line"]

_LINE = compile_late(
    r"(?P<word>[Ss][Ốố](?:\s{1,3}hiệu)?)?(?P<before>\s{0,9})(?P<colon>[:;.,]?)"
    r"(?P<gap>[\s._…xX?]{0,60})(?P<digits>\d{0,6})(?P<blank>[\s._…]{0,60})"
    r"(?P<stroke>[/-]?)(?P<after>\s{0,20})(?P<rest>.{0,80})"
)
_YEAR = compile_late(r"(?P<year>(?:19|20)\d\d)\s?[/-]\s?(?P<rest>.{0,80})")
_GROUPS = compile_late(r"\s*[-\u2010-\u2015\u2212/]\s*")


_LONGEST = 200


class NumberLine(Struct, frozen=True):
    """`word` is "Số" as typed, `colon` the mark behind it; `digits` are "" where the number is blank.

    `stroke` parts number and ký hiệu; `spaced` says that blanks stand around it though the number is filled in, or
    behind it. `symbol` is the ký hiệu as typed, without a year, which is in `year`.
    """

    text: str
    word: str
    colon: str
    digits: str
    stroke: str
    spaced: bool
    year: str
    symbol: str

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of the ký hiệu, whatever parts them."""
        return tuple(group for group in _GROUPS.split(self.symbol) if group)


@once
def read_number_line(paper: Paper) -> NumberLine | None:
    """Take the number line of a paper apart; None where it has none, or none that can be read."""
    part = paper.part("so_ky_hieu")
    if part is None:
        return None
    shown = " ".join(shown_text(line) for line in part.lines if line.text)
    text = " ".join(shown.replace("\u2011", "-").split())
    found = _LINE.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None or not found["stroke"]:
        return None
    rest, year = found["rest"].strip(), ""
    if (dated := _YEAR.fullmatch(rest)) is not None:
        rest, year = dated["rest"], dated["year"]
    return NumberLine(
        text=text,
        word=found["word"] or "",
        colon=found["colon"],
        digits=found["digits"],
        stroke=found["stroke"],
        spaced=bool(found["after"]) or bool(found["digits"] and found["blank"]),
        year=year,
        symbol=rest,
    )
