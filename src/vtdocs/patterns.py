"""Regular expressions that are compiled when they are first asked, and not when their module is imported.

The grammar, the tables and the faults know some two hundred patterns, of which one document meets forty; compiling
all of them took 27 ms of every start of the command, a sixth of the whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    from re import Pattern

__all__ = ["compile_late"]

# fmt: off
_ATTRIBUTES = (
    "findall", "finditer", "flags", "fullmatch", "groupindex", "groups", "match", "pattern", "search", "split", "sub",
    "subn",
)
# fmt: on


def compile_late(source: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """Give a pattern as `re.compile` does, all but its type; a wrong `source` is told where it is first used."""
    return cast("Pattern[AnyStr]", _Late(source, flags))


class _Late:
    """Stands for a pattern: at the first use it takes over all that the pattern has, so that later ones find it."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Python comes here only for what is not set yet.
        if name not in _ATTRIBUTES:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update((each, getattr(compiled, each)) for each in _ATTRIBUTES)
        return self.__dict__[name]
