"""What a mending did: one change of one cause, with its places, what stood there and what stands now."""

from __future__ import annotations

from msgspec import Struct

from vtdocs.checking.finding import Place

__all__ = ["Change", "Mended"]


class Change(Struct, frozen=True):
    """A change in Vietnamese words: `what` was changed, from `before` to `after`, at `places`, by which `source`.

    `offered` is true for a change of words that stands in the file as a tracked change, for a person to accept.
    """

    what: str
    before: str
    after: str
    source: str
    places: tuple[Place, ...] = ()
    offered: bool = False


class Mended(Struct, frozen=True):
    """A mended file, and all that was changed in it; without a change the bytes are those that came in."""

    data: bytes
    changes: tuple[Change, ...]
