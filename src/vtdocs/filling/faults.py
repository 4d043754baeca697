"""Faults of a free template, and of the data that it is filled with, with their place in Word's own terms."""

from __future__ import annotations

from collections.abc import Iterable

from vtdocs.diagnostics import Diagnostic, Location, Severity
from vtdocs.likeness import closest

from .items import Site, Tag

__all__ = ["FillError", "Reporter", "diagnose", "nearby"]

_SHOWN = 60


class FillError(Exception):
    """What goes wrong inside a rendering; becomes a WriteError with the place of the tag."""

    def __init__(self, code: str, message: str, hint: str = "", value: object = None) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.value = code, message, hint, value


def diagnose(code: str, message: str, hint: str, name: str, part: str = "", tag: Tag | Site | str = "") -> Diagnostic:
    """Make the fault: its file, part, paragraph or cell, and the words around it."""
    around, place, order = (tag.strip(), "", 0) if isinstance(tag, str) else (tag.around, tag.place, tag.order)
    part = part if isinstance(tag, str) else tag.part or part
    if around and around not in message:
        shown = around if len(around) <= _SHOWN else around[:_SHOWN] + "…"
        message += f", ở “{shown}”"
    # The line is not printed beside a part; it puts the faults in the order of the text.
    location = Location(name, line=order or None, sheet=part or None, cell=place or None)
    return Diagnostic(code, Severity.ERROR, message, location, hint or None)


class Reporter:
    """Gathers the faults of one part."""

    def __init__(self, name: str, part: str, faults: list[Diagnostic]) -> None:
        self.name, self.part, self.faults = name, part, faults
        self.found = False

    def __call__(self, code: str, message: str, hint: str, tag: Tag | str) -> None:
        """Note a fault, and that there is one."""
        self.found = True
        self.faults.append(diagnose(code, message, hint, self.name, self.part, tag))


def nearby(name: str, known: Iterable[str]) -> str:
    """Give a hint that names what is most like a name that does not exist."""
    names = sorted({str(one) for one in known})
    if close := closest(name, names):
        return f"có phải “{close}” không?"
    shown = ", ".join(names[:20])
    return f"các tên có: {shown}{', …' if len(names) > 20 else ''}" if names else ""
