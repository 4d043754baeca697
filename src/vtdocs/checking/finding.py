"""What a rule says, and where: a place in a Word file, a slip as a rule yields it, a finding as a user reads it."""

from __future__ import annotations

from msgspec import Struct

from vtdocs.diagnostics import Diagnostic, Location, Severity
from vtdocs.readers.docx.observed import Paragraph

__all__ = ["Finding", "Place", "Slip", "place_of"]

# Words of a paragraph that a place shows.
_SHOWN = 60
_BLANK = "␣"


class Place(Location, frozen=True, kw_only=True):
    """A place in a Word file: part, paragraph (counted from 1), a few of its words, the page if it is known.

    A paragraph of None is the whole file; `start` and `end` are offsets in the paragraph's text (`Paragraph.text`),
    None where the whole paragraph is meant. `file` is filled in when the finding is made.
    """

    file: str = ""
    part: str = "word/document.xml"
    paragraph: int | None = None
    words: str = ""
    page: int | None = None
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        where = [self.file] if self.file else []
        if self.page is not None:
            where.append(f"trang {self.page}")
        if self.paragraph is not None:
            part = _PARTS.get(self.part.rpartition("/")[2].rstrip("0123456789.xml"), "")
            where.append(f"{part}đoạn {self.paragraph}" + (f" “{self.words}”" if self.words else ""))
        return ", ".join(where)

    @property
    def order(self) -> tuple[str, str, int, int, str]:
        """Reading order: the file as a whole, then paragraph by paragraph, the body before headers and notes."""
        part = "" if self.part == "word/document.xml" else self.part
        return (self.file, part, self.paragraph or 0, self.start or 0, "")


_PARTS = {"header": "đầu trang, ", "footer": "chân trang, ", "footnotes": "chú thích, ", "endnotes": "chú thích cuối, "}


def place_of(paragraph: Paragraph, start: int | None = None, end: int | None = None) -> Place:
    """Give the place of a paragraph, or of a stretch of it; its words are those around the stretch."""
    text = paragraph.text
    if start is not None and end is not None:
        margin = max(0, _SHOWN - (end - start)) // 2
        low, high = max(0, start - margin), min(len(text), end + margin)
    else:
        low, high = 0, min(len(text), _SHOWN)
    words = " ".join(text[low:high].split())
    if start is not None and end is not None and end - start > 1 and not text[start:end].strip(" \xa0"):
        # Blanks that are told of have to be seen.
        seen = (" ".join(text[low:start].split()), " ".join(text[end:high].split()))
        words = (_BLANK * (end - start)).join(seen)
    words = ("…" if low and words else "") + words + ("…" if high < len(text) and words else "")
    return Place(
        part=paragraph.part, paragraph=paragraph.number, words=words, page=paragraph.page, start=start, end=end
    )


class Slip(Struct, frozen=True):
    """What a rule yields for one fault of one cause; many places are one slip.

    `message` says in Vietnamese what is wrong with what stands there; `hint` how to mend it. `found` is what stands,
    `expected` what should, where that can be said in a word or a figure. `severity` is given only where it differs from
    the rule's own, and may only be milder. `replacements` are the words that should stand at each of `places` (which
    then have `start` and `end`), where there is exactly one right answer: mending offers them as tracked changes.
    """

    message: str
    places: tuple[Place, ...] = ()
    hint: str | None = None
    found: str = ""
    expected: str = ""
    severity: Severity | None = None
    replacements: tuple[str, ...] = ()


class Finding(Diagnostic, frozen=True, kw_only=True):
    """A diagnostic with a rule: `code` is the rule's id, `location` the first of `places`, `rule` its short title.

    `accepted` is the reason for which somebody accepted it in the file beside the document, else empty.
    """

    rule: str = ""
    places: tuple[Place, ...] = ()
    found: str = ""
    expected: str = ""
    accepted: str = ""
    replacements: tuple[str, ...] = ()
