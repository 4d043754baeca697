"""Marks inside a line: emphasis, links, footnotes. The words stand in the plain text; a span says where it applies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

__all__ = ["Emphasis", "Link", "Note", "Piece", "Span", "cut_pieces", "cut_spans", "shift_spans"]


_SCHEMES = ("http://", "https://", "mailto:")


def _check_places(start: object, end: object) -> None:
    if type(start) is not int or type(end) is not int:
        raise TypeError(f"a span goes from and to whole numbers, not from {start!r} to {end!r}")
    if not 0 <= start <= end:
        raise ValueError(f"a span goes from 0 or later to its end, not from {start} to {end}")


class Emphasis(Struct, frozen=True):
    """Bold or italic from `start` up to `end`, both counted in characters of the plain text."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False

    def __post_init__(self) -> None:
        _check_places(self.start, self.end)


class Link(Struct, frozen=True):
    """A link from `start` up to `end`; `url` is an http, https or mailto address."""

    start: int
    end: int
    url: str

    def __post_init__(self) -> None:
        _check_places(self.start, self.end)
        if not isinstance(self.url, str):
            raise TypeError(f"url is a text, not {self.url!r}")
        if not self.url.lower().startswith(_SCHEMES):
            raise ValueError(f"url is {self.url!r}, and is an http, https or mailto address")


class Note(Struct, frozen=True):
    """A footnote behind the character before `start`; its text has spans of its own, but no further notes."""

    start: int
    text: str
    spans: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        _check_places(self.start, self.start)
        if not isinstance(self.text, str):
            raise TypeError(f"text is a text, not {self.text!r}")
        spans: object = self.spans
        if not isinstance(spans, tuple) or not all(isinstance(span, Emphasis | Link) for span in spans):
            raise TypeError("spans is a tuple of Emphasis and Link: a note has no further notes")

    @property
    def end(self) -> int:
        """Where it stands, as the other spans say it: a note covers no text."""
        return self.start


Span = Emphasis | Link | Note


class Piece(Struct, frozen=True):
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


def shift_spans(spans: Iterable[Span], start: int, by: int, end: int) -> tuple[Span, ...]:
    """Move what begins at `start` or later by `by` characters, within 0 and `end`."""

    def move(place: int) -> int:
        return min(max(place + by, 0), end) if place >= start else min(place, end)

    moved: list[Span] = []
    for span in spans:
        if isinstance(span, Note):
            moved.append(replace(span, start=move(span.start)))
        elif move(span.start) < move(span.end):
            moved.append(replace(span, start=move(span.start), end=move(span.end)))
    return tuple(moved)


def cut_pieces(text: str, spans: tuple[Span, ...]) -> Iterator[Piece]:
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
