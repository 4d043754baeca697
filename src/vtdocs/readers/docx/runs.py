"""What stands in a paragraph: its text, with the formatting of each stretch, its fields, notes and drawings.

Only what is printed is text: no field codes, no deleted and no hidden letters. Nothing recurses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from lxml.etree import _Element as Element

from .fields import Fields
from .formats import Formats, ParagraphLook
from .lines import Column
from .measures import read_int
from .names import (
    M_O_MATH,
    M_O_MATH_PARA,
    M_T,
    MC_ALTERNATE_CONTENT,
    R_ID,
    W_BDO,
    W_BR,
    W_CR,
    W_DIR,
    W_DRAWING,
    W_ENDNOTE_REFERENCE,
    W_FLD_CHAR,
    W_FLD_SIMPLE,
    W_FOOTNOTE_REFERENCE,
    W_HYPERLINK,
    W_INS,
    W_INSTR_TEXT,
    W_LAST_RENDERED_PAGE_BREAK,
    W_MOVE_TO,
    W_NO_BREAK_HYPHEN,
    W_NS,
    W_OBJECT,
    W_P_PR,
    W_PG_NUM,
    W_PICT,
    W_PTAB,
    W_R,
    W_R_PR,
    W_RUBY,
    W_RUBY_BASE,
    W_SYM,
    W_T,
    W_TAB,
    W_TYPE,
    XML_SPACE,
)
from .observed import Run, RunFormat, Section
from .package import Relation
from .pages import Pages
from .walking import branch_of, open_wrapper

if TYPE_CHECKING:
    from .drawings import Drawn

__all__ = ["Runs"]

_FLD_CHAR_TYPE, _INSTR, _ANCHOR, _ID = (f"{{{W_NS}}}{name}" for name in ("fldCharType", "instr", "anchor", "id"))
_FONT, _CHAR = f"{{{W_NS}}}font", f"{{{W_NS}}}char"
_PRESERVE = "preserve"
_MATH = frozenset({M_O_MATH, M_O_MATH_PARA})
_TURNED = frozenset({W_DIR, W_BDO})
# What prints always the same.
_FIXED = {W_TAB: "\t", W_PTAB: "\t", W_CR: "\n", W_NO_BREAK_HYPHEN: "\u2011"}
_NO_SPACES = " \t\r\n"


class Runs:
    """Reads the paragraphs of one part, one after the other; what a paragraph holds is in its attributes after `read`.

    `page` is the page that its first letters are on.
    """

    def __init__(self, formats: Formats, relations: Mapping[str, Relation], *, keeps_space: bool = False) -> None:
        self._formats = formats
        self._relations = relations
        self._keeps_space = keeps_space
        self.fields = Fields(balanced=True)
        self.pages = Pages()
        self._link, self._target, self._inserted = False, "", False
        self._others: dict[str, Callable[[Element, RunFormat], None]] = {
            W_BR: self._read_break,
            W_FLD_CHAR: self._read_field_mark,
            W_INSTR_TEXT: self._read_code,
            W_PG_NUM: self._read_page_number,
            W_LAST_RENDERED_PAGE_BREAK: self._read_page_mark,
            W_SYM: self._read_symbol,
            W_FOOTNOTE_REFERENCE: self._read_note_mark,
            W_ENDNOTE_REFERENCE: self._read_note_mark,
            W_DRAWING: self._draw,
            W_PICT: self._draw,
            W_OBJECT: self._draw,
        }
        self._column: Column | None = None
        self._section: Section | None = None

    def start(self, look: ParagraphLook, column: Column | None, section: Section | None) -> None:
        """Begin a paragraph."""
        self._look = look
        self._column, self._section = column, section
        self._pieces: list[str] = []
        self._length = 0
        self.runs: list[Run] = []
        # The elements that the text comes from, with the offsets of what each gives.
        self.sources: list[tuple[Element, int, int]] = []
        self.notes: list[tuple[int, int]] = []
        self.drawn: Drawn | None = None
        self.page: int | None = None
        self._broken: int | None = None
        self._open: tuple[RunFormat, bool, str, str, bool] | None = None
        self._since = 0
        self.fields.start_paragraph()

    def end(self) -> tuple[str, tuple[str, ...]]:
        """End the paragraph; give its text and the names of its fields."""
        self._close()
        if self.page is None:
            # Nothing is printed: an empty paragraph, which stands before the break that it may hold.
            self.page = self._broken if self._broken is not None else self.pages.page
        self.pages.end_paragraph()
        return "".join(self._pieces), self.fields.end_paragraph()

    def read(self, paragraph: Element) -> None:
        """Read what stands in a `w:p`, after what was read since `start`."""
        children: Iterator[Element] = iter(paragraph)
        outer: list[tuple[Iterator[Element], bool, str, bool, bool]] = []
        while True:
            for child in children:
                tag = child.tag
                if tag == W_R:
                    self._read_run(child)
                elif tag == W_P_PR:
                    continue
                else:
                    before = self._link, self._target, self._inserted
                    inside, is_field = self._enter(child)
                    if inside is not None:
                        outer.append((children, *before, is_field))
                        children = iter(inside)
                        break
            else:
                if not outer:
                    return
                children, self._link, self._target, self._inserted, is_field = outer.pop()
                if is_field:
                    self.fields.end()

    def _enter(self, element: Element) -> tuple[Element | None, bool]:
        """Give what is to be read inside an element that is no run, and whether it is a field."""
        tag = element.tag
        if tag == W_HYPERLINK:
            relation = self._relations.get(element.get(R_ID) or "")
            anchor = element.get(_ANCHOR)
            self._link = True
            self._target = (relation.target if relation is not None else "") + (f"#{anchor}" if anchor else "")
            return element, False
        if tag == W_FLD_SIMPLE:
            self.fields.enter(element.get(_INSTR) or "")
            return element, True
        if tag in _MATH:
            if not self.fields.in_code:
                self._add("".join([t.text or "" for t in element.iter(M_T)]), self._look.letters)
            return None, False
        if tag in (W_INS, W_MOVE_TO):
            self._inserted = True
            return element, False
        return (element if tag in _TURNED else open_wrapper(element)), False

    def _read_run(self, run: Element) -> None:
        letters, before = self._look.letters, self._length
        children: Iterator[Element] = iter(run)
        outer: list[Iterator[Element]] = []
        while True:
            for child in children:
                tag = child.tag
                if tag == W_T:
                    text = child.text
                    if text and not self.fields.in_code:
                        if (text[0] in _NO_SPACES or text[-1] in _NO_SPACES or "\n" in text) and not self._keeps_space:
                            text = _trim(child, text)
                        self._add(text, letters)
                elif tag == W_R_PR:
                    letters = self._formats.run(child, self._look)
                elif (inside := self._read_other(child, tag, letters)) is not None:
                    outer.append(children)
                    children = iter(inside)
                    break
            else:
                if not outer:
                    break
                children = outer.pop()
        if self._length > before:
            self.sources.append((run, before, self._length))

    def _read_other(self, child: Element, tag: str, letters: RunFormat) -> Element | None:
        """Read what is no plain text; give what is to be read in its place."""
        if tag in _FIXED:
            if not self.fields.in_code:
                self._add(_FIXED[tag], letters)
        elif tag in self._others:
            self._others[tag](child, letters)
        elif tag == MC_ALTERNATE_CONTENT:
            return branch_of(child)
        elif tag == W_RUBY:
            return child.find(W_RUBY_BASE)
        elif tag == W_R:
            # The base of a ruby holds runs.
            return child
        return None

    def _read_break(self, child: Element, letters: RunFormat) -> None:
        if self.fields.in_code:
            return
        if child.get(W_TYPE) == "page":
            self._add("\f", letters)
            if self._broken is None:
                self._broken = self.pages.page
            self.pages.turn()
        else:
            self._add("\n", letters)

    def _read_field_mark(self, child: Element, _letters: RunFormat) -> None:
        kind = child.get(_FLD_CHAR_TYPE)
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self.fields.end()

    def _read_code(self, child: Element, _letters: RunFormat) -> None:
        self.fields.add_code(child.text or "")

    def _read_page_number(self, _child: Element, _letters: RunFormat) -> None:
        # What Word 95 had for the field.
        self.fields.enter("PAGE")
        self.fields.end()

    def _read_page_mark(self, _child: Element, _letters: RunFormat) -> None:
        self.pages.mark()

    def _read_symbol(self, child: Element, letters: RunFormat) -> None:
        if not self.fields.in_code:
            self._add(_find_symbol(child), letters)

    def _read_note_mark(self, child: Element, letters: RunFormat) -> None:
        note = read_int(child.get(_ID))
        if note is not None and not letters.hidden and not self.fields.in_code:
            self.notes.append((self._length, note if child.tag == W_FOOTNOTE_REFERENCE else -note))

    def _draw(self, child: Element, letters: RunFormat) -> None:
        if letters.hidden or self.fields.in_code:
            return
        # Only here: a paper that draws nothing is read without the modules of drawings, a fiftieth of a short check.
        from .drawings import Drawn, read_drawing
        from .vml import read_object, read_vml

        if self.drawn is None:
            self.drawn = Drawn([], {})
        self._print()
        read = {W_DRAWING: read_drawing, W_PICT: read_vml, W_OBJECT: read_object}[child.tag]
        read(child, self._column, self._section, self.drawn)

    def _add(self, text: str, letters: RunFormat) -> None:
        """Add letters of one formatting; those that look like the last ones join them."""
        if letters.hidden or not text:
            return
        fields = self.fields
        look = (
            letters,
            self._link or (fields.target != "" and fields.name == "HYPERLINK"),
            self._target or fields.target,
            fields.name,
            self._inserted,
        )
        if look != self._open:
            self._close()
            self._open, self._since = look, self._length
        self._pieces.append(text)
        self._length += len(text)
        if text != "\f":
            self._print()

    def _print(self) -> None:
        """Something is seen here: it is the page of the paragraph if it is the first."""
        self.pages.fresh = False
        if self.page is None:
            self.page = self.pages.page

    def _close(self) -> None:
        if self._open is not None:
            self.runs.append(Run(self._since, self._length, *self._open))
            self._open = None


def _find_symbol(element: Element) -> str:
    """Give the character of a `w:sym`; U+FFFD for one that is not known."""
    from .symbols import read_symbols

    try:
        return read_symbols(chr(int(element.get(_CHAR) or "", 16)), element.get(_FONT) or "") or "\ufffd"
    except (ValueError, OverflowError):
        return "\ufffd"


def _trim(element: Element, text: str) -> str:
    """Do what Word does with blanks at the ends of a text that does not ask to keep them, and with line ends."""
    if element.get(XML_SPACE) != _PRESERVE:
        text = text.strip(_NO_SPACES)
    return text.replace("\r", "").replace("\n", " ") if "\n" in text else text
