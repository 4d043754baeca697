"""What was read of a group of keys: the values, and the nodes that say where they stood."""

from __future__ import annotations

from typing import Any

from .nodes import Entry, Mapping, YamlNode

__all__ = ["INVALID", "Fields"]


class _Invalid:
    """The value of what has a fault: already told, so nothing more is said of it."""

    def __repr__(self) -> str:
        return "INVALID"


INVALID = _Invalid()


class Fields:
    """What was read of a record: a value for each key, `INVALID` where it has a fault, and the nodes for places."""

    def __init__(self, values: dict[str, Any], nodes: dict[str, Entry], node: Mapping) -> None:
        self._values = values
        self._nodes = nodes
        self.node = node

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def __contains__(self, key: str) -> bool:
        """Whether the key was written with a value."""
        return key in self._nodes

    @property
    def is_sound(self) -> bool:
        """Whether no key has a fault."""
        return INVALID not in self._values.values()

    def without(self, *keys: str) -> dict[str, Any]:
        """Give the values of all other keys, as arguments for a model value."""
        return {key: value for key, value in self._values.items() if key not in keys}

    def written(self) -> dict[str, Any]:
        """Give the values of the keys that were written, in the order of the file."""
        return {key: self._values[key] for key in self._nodes}

    def value_of(self, key: str) -> YamlNode:
        """Give the node of a written key's value."""
        return self._nodes[key].value

    def key_of(self, key: str) -> YamlNode:
        """Give the node of a written key itself."""
        return self._nodes[key].key

    def at(self, key: str) -> YamlNode:
        """Give the node that stands for a key's place: its value, or the record where it was not written."""
        entry = self._nodes.get(key)
        return entry.value if entry else self.node
