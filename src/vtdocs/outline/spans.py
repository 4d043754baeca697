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
    notes: dict[int, list[Note]] = {}
    turns: dict[int, list[tuple[int, Emphasis | Link]]] = {}
    for span in spans:
        if isinstance(span, Note):
            notes.setdefault(span.start, []).append(span)
        else:
            turns.setdefault(span.start, []).append((1, span))
            turns.setdefault(span.end, []).append((-1, span))
    bold = italic = 0
    urls: list[str] = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        yield from (Piece("", note=note) for note in notes.get(start, ()))
        for turn, span in turns.get(start, ()):
            if isinstance(span, Emphasis):
                bold += turn * span.bold
                italic += turn * span.italic
            elif turn > 0:
                urls.append(span.url)
            else:
                urls.remove(span.url)
        if text[start:end]:
            yield Piece(text[start:end], bold > 0, italic > 0, urls[0] if urls else "")
