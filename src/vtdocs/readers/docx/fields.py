"""Fields: codes that print nothing, results that do, and the names of both."""

from __future__ import annotations

import re

from msgspec import Struct

from vtdocs.patterns import compile_late

__all__ = ["Fields", "name_of", "target_of"]

_NAME = compile_late(r"\s*([A-Za-z]+|=)")
# The address is the first word that is no switch; \l "x" names a place in this file.
_TARGET = compile_late(r'HYPERLINK\s+(?:"([^"]*)"|([^\s"\\][^\s"]*))', re.IGNORECASE)
_PLACE = compile_late(r'\\l\s+(?:"([^"]*)"|([^\s"\\][^\s"]*))')

# The longest code that is looked into; a longer one is damage or malice.
_LONGEST_CODE = 4096


def name_of(code: str) -> str:
    """Give the name of a field by its code, in capitals; "" where it has none."""
    found = _NAME.match(code)
    return found[1].upper() if found else ""


def target_of(code: str) -> str:
    """Give where the code of a HYPERLINK leads: an address, "#place", both or ""."""
    address, place = _TARGET.search(code), _PLACE.search(code)
    return (address[1] or address[2] or "" if address else "") + ("#" + (place[1] or place[2]) if place else "")


class Field(Struct):
    """A field that is open. `hides`, `shown` and `target` are what holds inside it, outer fields counted in."""

    code: str = ""
    name: str = ""
    in_result: bool = False
    hides: bool = True
    shown: str = ""
    target: str = ""


# Fields within fields; deeper ones print nothing of their own.
_DEEPEST = 32


class Fields:
    """The fields that are open at a place of a story; a table of contents stays open over many paragraphs.

    `in_code` is true where what is read is a code and not printed; `name` and `target` are of the innermost result.
    Unless every field of the part is closed (`balanced`), what is open ends with its paragraph: one lost end would hide
    the rest of the document.
    """

    def __init__(self, *, balanced: bool) -> None:
        self.balanced = balanced
        self.open: list[Field] = []
        self.in_code = False
        self.name = ""
        self.target = ""
        self._names: list[str] = []
        self._too_deep = 0

    def begin(self) -> None:
        """A complex field begins: its code comes first."""
        if len(self.open) == _DEEPEST:
            self._too_deep += 1
            return
        self._push(Field(shown=self.name, target=self.target))

    def add_code(self, text: str) -> None:
        """Take a piece of the innermost code."""
        if self.open and not self._too_deep and not self.open[-1].in_result:
            self.open[-1].code = (self.open[-1].code + text)[:_LONGEST_CODE]

    def separate(self) -> None:
        """The innermost field's code has ended, its result begins."""
        if self.open and not self._too_deep and not self.open[-1].in_result:
            self._begin_result(self.open[-1])
            self._settle()

    def end(self) -> None:
        """The innermost field ends; one without a result has only a code."""
        if self._too_deep:
            self._too_deep -= 1
        elif self.open:
            field = self.open.pop()
            if not field.in_result:
                self._begin_result(field)
            self._settle()

    def enter(self, code: str) -> None:
        """A simple field begins: its code is known, its result follows. It ends by `end`."""
        self.begin()
        self.add_code(code)
        self.separate()

    def start_paragraph(self) -> None:
        """What is open goes on into a new paragraph."""
        self._names = [field.name for field in self.open if field.name] if self.open else []

    def end_paragraph(self) -> tuple[str, ...]:
        """Give the names of the fields that stand in the paragraph or go on in it, as often as they do."""
        if self.open and not self.balanced:
            self._too_deep = 0
            while self.open:
                self.end()
        return tuple(self._names)

    def _push(self, field: Field) -> None:
        self.open.append(field)
        self._settle()

    def _begin_result(self, field: Field) -> None:
        field.in_result = True
        field.name = name_of(field.code)
        outer = self.open[-2] if len(self.open) > 1 and self.open[-1] is field else None
        field.hides = outer is not None and outer.hides
        if field.name:
            field.shown = field.name
            self._names.append(field.name)
        if field.name == "HYPERLINK":
            field.target = target_of(field.code)

    def _settle(self) -> None:
        """Say what holds here, so that a run asks three attributes and no list."""
        if self.open:
            innermost = self.open[-1]
            self.in_code, self.name, self.target = innermost.hides, innermost.shown, innermost.target
        else:
            self.in_code, self.name, self.target = False, "", ""
