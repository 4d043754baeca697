"""Names that the data do not have: using one is a fault; asking whether it is there is not."""

from __future__ import annotations

from collections.abc import Callable
from inspect import currentframe
from types import FrameType
from typing import Any

from jinja2.runtime import StrictUndefined, Undefined

__all__ = ["FILE", "Missing", "collector", "line_of"]

FILE = "<vtdocs "
"""How the code of every template's part is called; its lines lead to the tags."""


# What a name that is not there gives when a rendering goes on without it.
_NOTHING: dict[str, Callable[[Any], Any]] = {
    "__str__": lambda _: "",
    "__iter__": lambda _: iter(()),
    "__bool__": lambda _: False,
    "__len__": lambda _: 0,
    "__int__": lambda _: 0,
    "__float__": lambda _: 0.0,
    "__hash__": id,
    **dict.fromkeys(("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__contains__"), lambda _: False),
}
_BINARY = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow")
_FURTHER = (
    *("__call__", "__getitem__", "__neg__", "__pos__"),
    *(f"__{side}{name}__" for name in _BINARY for side in ("", "r")),
)


class Missing(StrictUndefined):
    """A name that is not there: any use raises jinja2's UndefinedError."""

    __slots__ = ()

    @property
    def key(self) -> tuple[str, Any]:
        """The name, and what it was looked for in; that is jinja2's `missing` for a name of its own."""
        return str(self._undefined_name), self._undefined_obj


def line_of(frame: FrameType | None) -> tuple[str, int] | None:
    """Give the name and the line of the template's code that a frame runs in, or was called by."""
    while frame is not None:
        if frame.f_code.co_filename.startswith(FILE):
            return frame.f_code.co_filename, frame.f_lineno
        frame = frame.f_back
    return None


def collector(found: list[tuple[Missing, tuple[str, int] | None]]) -> type[Undefined]:
    """Make the class for a second look at a rendering that failed: each use is noted in `found`, and goes on."""

    def noting(give: Callable[[Missing], Any]) -> Callable[..., Any]:
        def note(self: Missing, *_args: Any, **_keywords: Any) -> Any:
            found.append((self, line_of(currentframe())))
            return give(self)

        return note

    def read(self: Missing, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return further(self)

    further = noting(lambda missing: missing)
    members: dict[str, Any] = {name: noting(give) for name, give in _NOTHING.items()}
    members |= dict.fromkeys(_FURTHER, further)
    return type("Noted", (Missing,), {"__slots__": (), "__getattr__": read, **members})
