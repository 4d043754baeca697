"""Running text: the spans of a line as what a paragraph is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from vtdocs.outline import Piece, Span, cut_pieces
from vtdocs.tree import Break, CharStyle, Inline, Link, Note, Text

__all__ = ["build_loi_van", "join_texts"]


def build_loi_van(
    text: str,
    spans: tuple[Span, ...] = (),
    *,
    lead: str = "",
    bold: CharStyle | None = None,
    in_bold: bool = False,
    capitals: bool = False,
) -> tuple[Inline, ...]:
    """Give text, links and notes in their order; a line break in the text stays one.

    `lead` stands before the text as it is: the number of its line. `bold` is the style of a whole text that is bold
    in a paragraph that is not. In a paragraph that is bold itself (`in_bold`) emphasis in bold adds nothing: in Word
    it would take the weight away, as bold upon bold.
    """
    # Nine lines in ten are plain and become one run, in a tenth of the time that cutting them into pieces takes.
    if not spans and "\n" not in text:
        words = f"{lead}{text.upper()}" if capitals else lead + text
        return (Text(words, bold),) if words else ()
    pieces = _build_pieces(text, spans, bold, in_bold=in_bold, capitals=capitals)
    return join_texts((Text(lead, bold), *pieces))


def _build_pieces(
    text: str, spans: tuple[Span, ...], bold: CharStyle | None = None, *, in_bold: bool = False, capitals: bool = False
) -> Iterator[Inline]:
    for url, group in groupby(cut_pieces(text, spans), key=lambda piece: piece.url):
        texts: list[Text | Break] = []
        for piece in group:
            if piece.note is not None:
                yield from _wrapped(texts, url)
                texts = []
                yield _build_note(piece.note.text, piece.note.spans)
            else:
                words = piece.text.upper() if capitals else piece.text
                texts += _split_rows(words, _style_of(piece, bold, in_bold=in_bold))
        yield from _wrapped(texts, url)


def _build_note(text: str, spans: tuple[Span, ...]) -> Note:
    # The foot of the page takes its rows from its width, and has no line breaks of its own.
    inlines = _build_pieces(" ".join(text.split("\n")), spans)
    return Note(tuple(inline for inline in inlines if isinstance(inline, Text | Link)))


def _style_of(piece: Piece, bold: CharStyle | None, *, in_bold: bool) -> CharStyle | None:
    if in_bold:
        return CharStyle.NGHIENG if piece.italic else None
    if bold or piece.bold:
        return CharStyle.DAM_NGHIENG if piece.italic else bold or CharStyle.DAM
    return CharStyle.NGHIENG if piece.italic else None


def _split_rows(words: str, style: CharStyle | None) -> Iterator[Text | Break]:
    for number, row in enumerate(words.split("\n")):
        if number:
            yield Break()
        if row:
            yield Text(row, style)


def _wrapped(texts: list[Text | Break], url: str) -> Iterator[Inline]:
    """Put texts into their link; a break parts it, for it stands between links."""
    if not url:
        yield from texts
        return
    for is_text, group in groupby(texts, key=lambda inline: isinstance(inline, Text)):
        held = tuple(group)
        if is_text:
            yield Link(tuple(inline for inline in held if isinstance(inline, Text)), url)
        else:
            yield from held


def join_texts(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Join neighbours of one style: one run in the file for what reads as one. Empty texts go."""
    joined: list[Inline] = []
    same: list[Text] = []
    for inline in inlines:
        if not isinstance(inline, Text):
            joined += (*_join(same), inline)
            same = []
        elif inline.text:
            if same and inline.style != same[0].style:
                joined += _join(same)
                same = []
            same.append(inline)
    return (*joined, *_join(same))


def _join(texts: list[Text]) -> list[Text]:
    """Make one text of several of one style, at once: text by text, what was joined would be copied each time."""
    return [Text("".join([text.text for text in texts]), texts[0].style)] if len(texts) > 1 else texts
