"""Rendered pages in millimetres: LibreOffice makes a PDF, pdfplumber reads where everything stands.

x runs from the left edge of the paper, y from its top edge. Text is NFC. Tests hold literal millimetres;
0.5 mm is the tolerance that was found to be fair.
"""

from __future__ import annotations

import hashlib
import itertools
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber

from tests.judges import to_pdf

MM = 25.4 / 72
SAME_LINE = 0.5  # mm: baselines nearer than this are one line; body lines stand at least 3 mm apart
TOUCHING = 0.2  # mm: pieces of a rule nearer than this are one rule; tables draw a border cell by cell
THICKEST_RULE = 1.0  # mm: a filled rectangle thinner than this is a rule, a thicker one an area
WORD_GAP = 0.2  # of the size: a wider gap than this between two characters parts two words


@dataclass(frozen=True, slots=True)
class Char:
    """One character; `font` without the subset prefix, `size` in points, the rest in mm."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    font: str
    size: float


@dataclass(frozen=True, slots=True)
class Word:
    """Characters of one line without a gap; never holds white space."""

    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        return unicodedata.normalize("NFC", "".join(char.text for char in self.chars))

    @property
    def x0(self) -> float:
        return min(char.x0 for char in self.chars)

    @property
    def x1(self) -> float:
        return max(char.x1 for char in self.chars)

    @property
    def top(self) -> float:
        return min(char.top for char in self.chars)

    @property
    def bottom(self) -> float:
        return max(char.bottom for char in self.chars)

    @property
    def baseline(self) -> float:
        return self.chars[0].baseline

    @property
    def sizes(self) -> frozenset[float]:
        """Sizes in points, to a tenth."""
        return frozenset(round(char.size, 1) for char in self.chars)

    @property
    def fonts(self) -> frozenset[str]:
        return frozenset(char.font for char in self.chars)

    @property
    def bold(self) -> bool:
        """Every character in a bold face."""
        return all("Bold" in font for font in self.fonts)

    @property
    def italic(self) -> bool:
        """Every character in an italic face."""
        return all("Italic" in font or "Oblique" in font for font in self.fonts)


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Words joined by one space each: blanks of a given width are seen in the words' places."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def baseline(self) -> float:
        return self.words[0].baseline

    @property
    def sizes(self) -> frozenset[float]:
        return frozenset().union(*(word.sizes for word in self.words))

    @property
    def fonts(self) -> frozenset[str]:
        return frozenset().union(*(word.fonts for word in self.words))

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @property
    def italic(self) -> bool:
        return all(word.italic for word in self.words)


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn horizontal line: y is its middle."""

    x0: float
    x1: float
    y: float
    thickness: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class UprightRule:
    """A drawn vertical line: x is its middle."""

    y0: float
    y1: float
    x: float
    thickness: float

    @property
    def height(self) -> float:
        return self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Page:
    """One page of paper, its characters and its drawn lines."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    rules: tuple[Rule, ...]
    upright_rules: tuple[UprightRule, ...]

    def words(
        self,
        *,
        x0: float | None = None,
        x1: float | None = None,
        y0: float | None = None,
        y1: float | None = None,
    ) -> list[Word]:
        """Words from top to bottom and left to right; the bounds crop by the middle of each character."""
        return [word for line in self.lines(x0=x0, x1=x1, y0=y0, y1=y1) for word in line.words]

    def lines(
        self,
        *,
        x0: float | None = None,
        x1: float | None = None,
        y0: float | None = None,
        y1: float | None = None,
    ) -> list[Line]:
        """Lines of text, top to bottom. Two cells side by side come out as one line: crop by x first.

        A raised note mark has a baseline of its own and so is a line of its own.
        """
        inside = [
            char
            for char in self.chars
            if (x0 is None or (char.x0 + char.x1) / 2 >= x0)
            and (x1 is None or (char.x0 + char.x1) / 2 <= x1)
            and (y0 is None or (char.top + char.bottom) / 2 >= y0)
            and (y1 is None or (char.top + char.bottom) / 2 <= y1)
        ]
        return [Line(words) for row in _rows(inside) if (words := _words(row))]

    def text(self, *, x0: float | None = None, x1: float | None = None) -> str:
        """The page's lines, one a row."""
        return "\n".join(line.text for line in self.lines(x0=x0, x1=x1))

    def line(self, text: str, *, x0: float | None = None, x1: float | None = None) -> Line:
        """The one line that holds `text`. AssertionError where none or several do."""
        wanted = unicodedata.normalize("NFC", text)
        lines = self.lines(x0=x0, x1=x1)
        found = [line for line in lines if wanted in line.text]
        assert len(found) == 1, f"{len(found)} lines of page {self.number} hold {text!r}:\n" + "\n".join(
            line.text for line in lines
        )
        return found[0]

    def phrase(self, text: str) -> tuple[Word, ...]:
        """The words of `text` where they first follow each other on one line. AssertionError: nowhere."""
        wanted = unicodedata.normalize("NFC", text).split()
        for line in self.lines():
            texts = [word.text for word in line.words]
            for start in range(len(texts) - len(wanted) + 1):
                if texts[start : start + len(wanted)] == wanted:
                    return line.words[start : start + len(wanted)]
        raise AssertionError(f"{text!r} is not on page {self.number}:\n{self.text()}")

    @property
    def fonts(self) -> frozenset[str]:
        """Names of the faces in use, such as "LiberationSerif-Bold"; white space counts too."""
        return frozenset(char.font for char in self.chars)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A whole PDF."""

    path: Path
    pages: tuple[Page, ...]

    @property
    def fonts(self) -> frozenset[str]:
        return frozenset().union(*(page.fonts for page in self.pages))

    @property
    def text(self) -> str:
        """All pages' lines, pages parted by a form feed."""
        return "\f".join(page.text() for page in self.pages)


class Renderer:
    """Converts documents and keeps the pages by content, so that many tests may ask for the same document."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, Rendered] = {}

    def __call__(self, docx: bytes | Path) -> Rendered:
        """Pages of one document, given as its bytes or its file."""
        return self.many([docx])[0]

    def many(self, documents: Iterable[bytes | Path]) -> list[Rendered]:
        """Pages of several documents, all converted in one call: about 0.3 s each instead of 1.3 s."""
        contents = [doc if isinstance(doc, bytes) else doc.read_bytes() for doc in documents]
        keys = [hashlib.sha256(content).hexdigest()[:16] for content in contents]
        fresh = {k: c for k, c in zip(keys, contents, strict=True) if k not in self._known}
        sources = [self._folder / f"{key}.docx" for key in fresh]
        for source, content in zip(sources, fresh.values(), strict=True):
            source.write_bytes(content)
        for key, pdf in zip(fresh, to_pdf(sources, self._folder) if sources else [], strict=True):
            self._known[key] = read_pdf(pdf)
        return [self._known[key] for key in keys]


def read_pdf(path: Path) -> Rendered:
    """Read every page of a PDF, whoever made it."""
    with pdfplumber.open(path) as pdf:
        return Rendered(path, tuple(_page(page) for page in pdf.pages))


def _page(page: Any) -> Page:
    height = float(page.height)
    chars = []
    for char in page.chars:
        raised = float(char["matrix"][5])  # the baseline, counted from the bottom as PDF does
        font = str(char["fontname"])
        chars.append(
            Char(
                text=str(char["text"]),
                x0=float(char["x0"]) * MM,
                x1=float(char["x1"]) * MM,
                top=float(char["top"]) * MM,
                bottom=float(char["bottom"]) * MM,
                baseline=(height - raised) * MM,
                font=font.split("+", 1)[1] if font[6:7] == "+" else font,
                size=float(char["size"]),
            )
        )
    across, upright = _rules(page)
    return Page(int(page.page_number), float(page.width) * MM, height * MM, tuple(chars), across, upright)


def _rows(chars: Iterable[Char]) -> list[list[Char]]:
    """Characters grouped by baseline, top to bottom."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: char.baseline):
        if rows and char.baseline - rows[-1][0].baseline <= SAME_LINE:
            rows[-1].append(char)
        else:
            rows.append([char])
    return rows


def _words(row: Sequence[Char]) -> tuple[Word, ...]:
    words: list[list[Char]] = []
    apart = True
    for char in sorted(row, key=lambda char: (char.x0, char.x1)):
        if not char.text.strip():
            apart = True
            continue
        if apart or char.x0 - words[-1][-1].x1 > WORD_GAP * char.size * MM:
            words.append([char])
        else:
            words[-1].append(char)
        apart = False
    return tuple(Word(tuple(word)) for word in words)


def _rules(page: Any) -> tuple[tuple[Rule, ...], tuple[UprightRule, ...]]:
    """Drawn lines, in all three shapes LibreOffice gives them: strokes, thin rectangles, thin outlines."""
    across: list[tuple[float, float, float, float]] = []  # (where it stands, from, to, thickness)
    upright: list[tuple[float, float, float, float]] = []
    for shape in itertools.chain(page.lines, page.rects, page.curves):
        x0, x1 = float(shape["x0"]) * MM, float(shape["x1"]) * MM
        y0, y1 = float(shape["top"]) * MM, float(shape["bottom"]) * MM
        stroke = float(shape["linewidth"] or 0) * MM if shape["stroke"] else 0.0
        flat, tall = y1 - y0, x1 - x0
        if flat <= THICKEST_RULE and tall > max(flat, THICKEST_RULE):
            across.append(((y0 + y1) / 2, x0, x1, max(flat, stroke)))
        elif tall <= THICKEST_RULE and flat > max(tall, THICKEST_RULE):
            upright.append(((x0 + x1) / 2, y0, y1, max(tall, stroke)))
    return (
        tuple(Rule(start, end, place, thick) for place, start, end, thick in _joined(across)),
        tuple(UprightRule(start, end, place, thick) for place, start, end, thick in _joined(upright)),
    )


def _joined(pieces: Sequence[tuple[float, float, float, float]]) -> list[tuple[float, float, float, float]]:
    """Pieces at one place that touch become one rule; sorted by place, then start."""
    whole: list[tuple[float, float, float, float]] = []
    ordered = sorted(pieces, key=lambda piece: (round(piece[0] / TOUCHING), piece[1]))
    for place, start, end, thick in ordered:
        if whole and abs(whole[-1][0] - place) <= TOUCHING and start - whole[-1][2] <= TOUCHING:
            before = whole[-1]
            whole[-1] = (before[0], before[1], max(before[2], end), max(before[3], thick))
        else:
            whole.append((place, start, end, thick))
    return sorted(whole)
