"""The faults of one template file, each with its part and its place, up to a number that a person can mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtdocs.diagnostics import Diagnostic, Location, Severity, has_errors

from .places import Places

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Faults"]

# So many faults of one template are told; a file with more of them is no template.
_MOST = 100


class Faults:
    """Gathers the faults of one template file, with the part and the place of each."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[Diagnostic] = []
        self.left_out = 0
        self._places: dict[etree._Element, Places] = {}

    def add(
        self,
        code: str,
        message: str,
        hint: str,
        *,
        part: str | None = None,
        at: etree._Element | None = None,
        severity: Severity = Severity.ERROR,
        source: str | None = None,
    ) -> None:
        """Add a fault of the file, of a part, or of the paragraph, cell or table `at` in it."""
        if len(self.found) >= _MOST:
            self.left_out += 1
            return
        place = Location(self.name, sheet=part)
        if at is not None:
            root = at.getroottree().getroot()
            # Counted before the first cut is made, as a person counts who opens the file; kept by the root, for a
            # hostile file has as many faults as paragraphs.
            places = self._places.get(root) or self._places.setdefault(root, Places(root))
            # The line is not printed beside a part; it puts the faults in the order of the text.
            place = Location(self.name, line=places.order(at), sheet=part, cell=places.words(at))
        self.found.append(Diagnostic(code, severity, message, place, hint, source))

    def has(self, code: str) -> bool:
        """Whether a fault of this code was found."""
        return any(fault.code == code for fault in self.found)

    @property
    def are_grave(self) -> bool:
        """Whether any of them is an error."""
        return has_errors(self.found)

    def all(self) -> list[Diagnostic]:
        """Give what was found, and how much more there is."""
        if self.left_out:
            last = Diagnostic(
                "VT-406",
                Severity.ERROR,
                f"còn {self.left_out} lỗi nữa trong tệp mẫu này",
                Location(self.name),
                "sửa các lỗi đã nêu trước",
            )
            return [*self.found, last]
        return self.found
