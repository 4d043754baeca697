"""What an office file tells the checker; without it the rules that ask for it are silent."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Office", "office_words"]


class Office(Struct, frozen=True):
    """An office: its full name, what else it is called, where it sits, its units and who signs for it.

    `units` are pairs of a unit's name and its abbreviation (in the ký hiệu and on the Lưu line); `signers` pairs of a
    person's name and title.
    """

    name: str
    abbreviation: str = ""
    also: tuple[str, ...] = ()
    place: str = ""
    units: tuple[tuple[str, str], ...] = ()
    signers: tuple[tuple[str, str], ...] = ()


def office_words(office: Office | None) -> frozenset[str]:
    """Give the abbreviations that an office file knows; none without one."""
    if office is None:
        return frozenset()
    return frozenset((office.abbreviation, *office.also, *(short for _, short in office.units)))
