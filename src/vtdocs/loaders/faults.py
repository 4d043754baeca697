"""Where the faults of one loading are gathered, and how a message repeats what was typed."""

from __future__ import annotations

from collections.abc import Iterable

from vtdocs.diagnostics import Diagnostic, Location, Severity
from vtdocs.patterns import compile_late

from .codes import Code

__all__ = ["MOST_OF_ONE_CODE", "Faults", "cut", "dotted", "listed"]

# Of one kind of fault in one file this many are told; a sheet may be wrong in every row.
MOST_OF_ONE_CODE = 50

# Of what a user typed a message repeats this much; a hint more, as it may be there to be copied.
_LONGEST_ECHO, _LONGEST_COPY = 80, 300
_LONGEST_MESSAGE = 2_000
_QUOTED = compile_late("“([^”]*)”")


class Faults:
    """All faults found so far."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._counts: dict[tuple[str, str], int] = {}
        self._last: dict[tuple[str, str], int] = {}
        self.has_errors = False

    def error(self, code: Code | str, message: str, location: Location, hint: str | None = None) -> None:
        """Add a fault that makes the input unusable."""
        self.has_errors = True
        self._add(Diagnostic(str(code), Severity.ERROR, message, location, hint))

    def warn(self, code: Code | str, message: str, location: Location, hint: str | None = None) -> None:
        """Add a fault that should be looked at."""
        self._add(Diagnostic(str(code), Severity.WARNING, message, location, hint))

    def _add(self, fault: Diagnostic) -> None:
        key = (fault.code, fault.location.file if fault.location else "")
        count = self._counts[key] = self._counts.get(key, 0) + 1
        if count <= MOST_OF_ONE_CODE:
            self._last[key] = len(self._found)
            message, hint = _cut_echoes(fault.message, _LONGEST_ECHO), fault.hint
            hint = hint and _cut_echoes(hint, _LONGEST_COPY)
            if (message, hint) != (fault.message, fault.hint):
                fault = Diagnostic(fault.code, fault.severity, message, fault.location, hint, fault.source)
            self._found.append(fault)

    def count_more(self, code: Code, file: str, count: int) -> None:
        """Count further faults of a kind whose first `MOST_OF_ONE_CODE` have been added."""
        if count:
            self._counts[(code, file)] += count

    def told(self) -> list[Diagnostic]:
        """Give the faults; where some of a kind were left out, the last of them says how many."""
        found = list(self._found)
        for key, count in self._counts.items():
            if count > MOST_OF_ONE_CODE:
                last = found[self._last[key]]
                message = f"{last.message} (và {count - MOST_OF_ONE_CODE} chỗ nữa như thế)"
                found[self._last[key]] = Diagnostic(
                    last.code, last.severity, message, last.location, last.hint, last.source
                )
        return found


def cut(text: str, most: int = _LONGEST_ECHO) -> str:
    """Cut a long text, for repeating it in a message."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def dotted(number: int) -> str:
    """Write a number with its thousands apart, as Vietnamese does."""
    return f"{number:,}".replace(",", ".")


def _cut_echoes(text: str, most: int) -> str:
    """Cut what stands in quotes, and at last the whole: a value may hold the closing quote itself."""
    if len(text) <= most:
        return text
    return cut(_QUOTED.sub(lambda match: f"“{cut(match[1], most)}”", text), _LONGEST_MESSAGE)


def listed(names: Iterable[str], most: int = 12) -> str:
    """Write names one after the other, in quotes; a long list is cut."""
    names = [cut(name) for name in names]
    text = ", ".join(f"“{name}”" for name in names[:most])
    return f"{text} và {len(names) - most} tên nữa" if len(names) > most else text
