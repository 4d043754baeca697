"""Where letters with one fault stand: a stretch for each paragraph, in reading order, however many runs it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vtdocs.readers.docx.observed import Paragraph, RunFormat

from .finding import Place, place_of

__all__ = ["Stretches", "gather"]


class Stretches:
    """Stretches of text by their paragraphs: from the first wrong letter of each to the last."""

    def __init__(self) -> None:
        self._by_paragraph: dict[int, tuple[Paragraph, int, int]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_paragraph)

    def add(self, paragraph: Paragraph, start: int, end: int) -> None:
        """Add a stretch of a paragraph's text."""
        _paragraph, low, high = self._by_paragraph.get(id(paragraph), (paragraph, start, end))
        self._by_paragraph[id(paragraph)] = paragraph, min(low, start), max(high, end)

    def join(self, other: Stretches) -> None:
        """Add all stretches of another."""
        for stretch in other._by_paragraph.values():
            self.add(*stretch)

    @property
    def places(self) -> tuple[Place, ...]:
        """The places, one a paragraph; of a number that Word sets by itself, the paragraph as a whole."""
        return tuple(
            place_of(paragraph, low, high) if low < high and (low, high) != (0, len(paragraph.text))
            else place_of(paragraph)
            for paragraph, low, high in self._by_paragraph.values()
        )  # fmt: skip


def gather(paragraphs: Iterable[Paragraph], holds: Callable[[RunFormat], bool]) -> Stretches:
    """Gather what is printed in formats of which something holds."""
    found = Stretches()
    # Formats are few and shared, runs are many: a format is judged once.
    judged: dict[int, bool] = {}
    for paragraph in paragraphs:
        for run in paragraph.runs:
            held = judged.get(id(run.format))
            if held is None:
                held = judged[id(run.format)] = holds(run.format)
            if held and paragraph.text[run.start : run.end].strip():
                found.add(paragraph, run.start, run.end)
    return found
