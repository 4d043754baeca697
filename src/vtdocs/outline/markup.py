"""Marks inside a line: **đậm**, *nghiêng*, ***cả hai***, [chữ](https://…), {chu_thich: …}; plain text and spans out.

A backslash before one of `* { } [ ] \\` prints the sign itself. What is no mark is text, letter for letter: a star
opens only behind a blank or an opening sign and right before a word, and closes only right behind one; what never
closes is text. One pass over the line, and the signs are looked up, never searched for again: linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from vtdocs.patterns import compile_late

from .faults import Doubt, OutlineFault
from .spans import Emphasis, Link, Note, Span, shift_spans

__all__ = ["OPENING_SIGNS", "MarkedText", "may_open_before", "parse_markup"]

_SPECIAL = "*{}[]\\"
_NOTE = "{chu_thich:"
# Signs that a word may follow without a blank; the straight quotes open and close.
OPENING_SIGNS = "([{“‘«"
STRAIGHT_QUOTES = "\"'"
_STEP = compile_late(r"\\[*{}\[\]\\]|\*+|\{chu_thich:|[\[\]]|[^*{\[\]\\]+|.", re.DOTALL)
_BRACE = compile_late(r"\\[*{}\[\]\\]|[{}]")
_ADDRESS = compile_late(r"\((?:https?://|mailto:)(?=[^()\s\[\]\\])", re.IGNORECASE)
_MEANT_ADDRESS = compile_late(r"\(\s*(?:https?://|mailto:)", re.IGNORECASE)
_ADDRESS_STOP = compile_late(r"[()\s\[\]\\]")


class MarkedText(Struct, frozen=True):
    """A plain text, the spans over it in order, and doubts, whose columns count in the text as it was typed."""

    text: str
    spans: tuple[Span, ...] = ()
    faults: tuple[OutlineFault, ...] = ()


def parse_markup(text: str) -> MarkedText:
    """Read the marks of one paragraph; VT-106 where a footnote never closes or says nothing, or a link is none."""
    if not any(sign in text for sign in _SPECIAL):
        return MarkedText(text)
    return _Scan(text, notes=True).read()


def may_open_before(sign: str) -> bool:
    """Whether stars right before this sign may open."""
    return sign.isalnum() or (sign != "" and sign in "([“‘«\"'")


def _sort_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Put spans in the one order that they have in nodes: by start and end, emphasis before links before notes."""
    kinds = (Emphasis, Link, Note)
    return tuple(sorted(spans, key=lambda span: (span.start, span.end, kinds.index(type(span)))))


class _Stars(Struct, eq=False):
    """A run of stars: an opener still owes the stars that nothing closed, and knows the runs that closed it."""

    size: int
    owed: int = 0
    ends: list[tuple[int, _Stars, int]] = field(default_factory=list)
    dead: bool = False


class _Scan:
    """One paragraph: pieces of text in `out`, with runs of stars and notes standing at their places among them."""

    def __init__(self, text: str, notes: bool) -> None:
        self._text, self._notes = text, notes
        self._closers = _match_braces(text) if notes and _NOTE in text else {}
        self._out: list[str | _Stars | Note] = []
        self._links: list[tuple[int, int, str]] = []
        self._faults: list[OutlineFault] = []
        self._open: dict[int, _Stars] = {}
        self._bracket: int | None = None
        self._bracket_at = 0
        # The last sign, and the last that is no blank: what stands behind a note is judged by what stands before it.
        self._last = self._solid = " "

    def read(self) -> MarkedText:
        place = 0
        while (found := _STEP.match(self._text, place)) is not None:
            place = self._take(found[0], place, found.end())
        for stars in list(self._open.values()):
            self._kill(stars)
        return self._write()

    def _take(self, sign: str, start: int, end: int) -> int:
        if sign[0] == "*":
            self._take_stars(len(sign), end)
        elif sign == _NOTE and self._notes:
            return self._take_note(start, end)
        elif sign == "]":
            return self._take_link(start)
        else:
            if sign == "[":
                self._bracket, self._bracket_at = len(self._out), start
            self._put(sign[1] if len(sign) == 2 and sign[0] == "\\" else sign)
        return end

    def _put(self, text: str) -> None:
        self._out.append(text)
        self._last = text[-1]
        self._solid = (text.rstrip() or self._solid)[-1]

    # --- stars --------------------------------------------------------------------------------------

    def _take_stars(self, size: int, end: int) -> None:
        behind = self._text[end : end + 2]
        sign = behind[1] if behind in ("\\[", "\\]") else behind[:1]
        kinds = {1: (1,), 2: (2,), 3: (1, 2)}.get(size, ())
        stars = _Stars(size)
        starts = self._last.isspace() or self._last in OPENING_SIGNS
        if kinds and not starts and not sign.isalnum() and all(kind in self._open for kind in kinds):
            for kind in kinds:
                opener = self._open.pop(kind)
                opener.owed -= kind
                opener.ends.append((kind, stars, len(self._out)))
        elif kinds and (starts or self._last in STRAIGHT_QUOTES) and may_open_before(sign):
            for kind in kinds:
                if kind in self._open:
                    self._kill(self._open[kind])
                self._open[kind] = stars
            stars.owed = size
        else:
            stars.dead = True
        self._out.append(stars)
        self._last = self._solid = "*"

    def _kill(self, stars: _Stars) -> None:
        """Make an opener text, and with it the run that closed a part of it (which closed nothing else)."""
        for run in (stars, *(end for _kind, end, _at in stars.ends)):
            run.dead = True
        for kind in [kind for kind, opener in self._open.items() if opener is stars]:
            del self._open[kind]

    # --- links and notes ----------------------------------------------------------------------------

    def _take_link(self, start: int) -> int:
        opened, self._bracket = self._bracket, None
        if opened is not None and self._is_label(opened) and (end := self._find_address_end(start + 1)) is not None:
            self._links.append((opened, len(self._out), self._text[start + 2 : end]))
            self._out[opened] = ""
            self._out.append("")
            return end + 1
        if opened is not None and _MEANT_ADDRESS.match(self._text, start + 1):
            message = "đường dẫn chưa đúng cách viết nên được in như lời văn"
            hint = (
                "viết [chữ](https://…): chữ không bắt đầu, kết thúc bằng dấu cách; địa chỉ không có dấu cách, "
                "dấu ngoặc lẻ; nếu muốn in đúng các chữ này thì gõ \\ trước dấu ["
            )
            self._faults.append(OutlineFault(0, self._bracket_at, Doubt.BRACES, message, hint))
        self._put("]")
        return start + 1

    def _is_label(self, opened: int) -> bool:
        first = self._out[opened + 1] if opened + 1 < len(self._out) else " "
        return not (isinstance(first, str) and first[:1].isspace()) and not self._last.isspace()

    def _find_address_end(self, start: int) -> int | None:
        """Find the bracket that closes an address: those inside are in pairs, and it holds no blank."""
        found = _ADDRESS.match(self._text, start)
        if found is None:
            return None
        depth, place = 0, found.end()
        while (stop := _ADDRESS_STOP.search(self._text, place)) is not None and stop[0] in "()":
            if stop[0] == ")" and depth == 0:
                return stop.start()
            depth += 1 if stop[0] == "(" else -1
            place = stop.end()
        return None

    def _take_note(self, start: int, end: int) -> int:
        closer = self._closers.get(start)
        inside = self._text[end:closer].strip() if closer is not None else ""
        said = _Scan(inside, notes=False).read()
        if closer is None or not said.text:
            what = "chú thích chưa có dấu } đóng lại" if closer is None else "chú thích còn để trống"
            how = "thêm } sau lời chú thích" if closer is None else "viết lời chú thích sau dấu hai chấm"
            hint = f"{how}; nếu muốn in đúng các chữ này thì gõ \\ trước dấu {{"
            self._faults.append(OutlineFault(0, start, Doubt.BRACES, f"{what} nên được in như lời văn", hint))
            self._put(self._text[start:end])
            return end
        skipped = end + len(self._text[end:closer]) - len(self._text[end:closer].lstrip())
        self._faults.extend(replace(fault, column=skipped + fault.column) for fault in said.faults)
        self._out.append(Note(0, said.text, said.spans))
        self._bracket, self._last = None, self._solid
        return closer + 1

    # --- what comes out -----------------------------------------------------------------------------

    def _write(self) -> MarkedText:
        parts: list[str] = []
        notes: list[Note] = []
        places: list[int] = []
        length = 0
        for part in self._out:
            if isinstance(part, Note):
                # The mark of a note stands right behind the word, whether a blank was typed or not.
                while parts and not parts[-1].rstrip():
                    length -= len(parts.pop())
                if parts:
                    length -= len(parts[-1]) - len(parts[-1].rstrip())
                    parts[-1] = parts[-1].rstrip()
                notes.append(replace(part, start=length))
            places.append(length)
            if isinstance(part, str) or (isinstance(part, _Stars) and part.dead):
                parts.append(part if isinstance(part, str) else "*" * part.size)
                length += len(parts[-1])
        text = "".join(parts)
        links = [Link(places[start], places[end], url) for start, end, url in self._links]
        spans: tuple[Span, ...] = (*_find_emphasis(self._out, places), *links, *notes)
        # A note that opens the paragraph leaves the blank behind it.
        blanks = len(text) - len(text.lstrip())
        return MarkedText(
            text.strip(), _sort_spans(shift_spans(spans, 0, -blanks, len(text.strip()))), tuple(self._faults)
        )


def _find_emphasis(out: Iterable[str | _Stars | Note], places: list[int]) -> Iterable[Emphasis]:
    kinds: dict[tuple[int, int], set[int]] = {}
    for index, part in enumerate(out):
        if isinstance(part, _Stars) and not part.dead:
            for kind, _stars, end in part.ends:
                kinds.setdefault((places[index], places[end]), set()).add(kind)
    return [Emphasis(start, end, bold=2 in kind, italic=1 in kind) for (start, end), kind in kinds.items()]


def _match_braces(text: str) -> dict[int, int]:
    """Give for each brace that opens the one that closes it; those behind a backslash are text."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for found in _BRACE.finditer(text):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            pairs[opened.pop()] = found.start()
    return pairs
