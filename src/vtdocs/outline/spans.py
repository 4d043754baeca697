"""Marks inside a line: emphasis, links, footnotes. The words stand in the plain text; a span says where it applies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

__all__ = ["Emphasis", "Link", "Note", "Piece", "Span", "cut_spans", "pieces"]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Bold or italic from `start` up to `end`, both counted in characters of the plain text."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link from `start` up to `end`; `url` is an http, https or mailto address."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote behind the character before `start`; its text has spans of its own, but no further notes."""

    start: int
    text: str
    spans: tuple[Span, ...] = ()

    @property
    def end(self) -> int:
        """Where it stands, as the other spans say it: a note covers no text."""
        return self.start


Span = Emphasis | Link | Note


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under one set of spans; with a `note` it is the note's mark, and has no text of its own."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""
    note: Note | None = None


def cut_spans(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """Give what of the spans lies from `start` up to `end`, counted from `start`; a note at `end` is within."""
    found: list[Span] = []
    for span in spans:
        if isinstance(span, Note):
            if start < span.start <= end or span.start == start == 0:
                found.append(replace(span, start=span.start - start))
        elif span.start < end and span.end > start:
            found.append(replace(span, start=max(span.start, start) - start, end=min(span.end, end) - start))
    return tuple(found)


def pieces(text: str, spans: tuple[Span, ...]) -> Iterator[Piece]:
    """Cut a text at the ends of its spans: the pieces in order, with the notes between them."""
    if not spans:
        if text:
            yield Piece(text)
        return
    cuts = sorted({0, len(text), *(place for span in spans for place in (span.start, span.end))})
    notes = sorted((span for span in spans if isinstance(span, Note)), key=lambda note: note.start)
    for start, end in zip(cuts, [*cuts[1:], None], strict=True):
        yield from (Piece("", note=note) for note in notes if note.start == start)
        if end is not None and end > start:
            over = [span for span in spans if not isinstance(span, Note) and span.start <= start and span.end >= end]
            yield Piece(
                text[start:end],
                bold=any(span.bold for span in over if isinstance(span, Emphasis)),
                italic=any(span.italic for span in over if isinstance(span, Emphasis)),
                url=next((span.url for span in over if isinstance(span, Link)), ""),
            )
