"""Where a value lies in the data: `rows[3].ten`, found by what it is and not by what it equals."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

__all__ = ["Paths"]

_MOST = 200_000


class Paths:
    """The paths of the data of one rendering that failed; made when the first is asked for."""

    def __init__(self, context: Mapping[str, object]) -> None:
        self._context = context
        self._known: dict[int, str] | None = None

    def find(self, value: object) -> str:
        """Give the path of a value, or nothing where it is not one of the data's own."""
        if self._known is None:
            self._known = self._walk()
        return self._known.get(id(value), "")

    def _walk(self) -> dict[int, str]:
        known: dict[int, str] = {}
        waiting = deque((value, str(name)) for name, value in self._context.items())
        while waiting and len(known) < _MOST:
            value, path = waiting.popleft()
            if id(value) in known:
                continue
            known[id(value)] = path
            if isinstance(value, Mapping):
                waiting.extend((one, f"{path}.{key}") for key, one in value.items())
            elif isinstance(value, list | tuple):
                waiting.extend((one, f"{path}[{number}]") for number, one in enumerate(value))
        return known
