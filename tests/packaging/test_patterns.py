"""Patterns that are compiled late: each is one, and is asked as Python's own."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

import vtdocs
from vtdocs.patterns import compile_late


def patterns_in(value: object) -> Iterator[Any]:
    if isinstance(value, type(compile_late("x"))):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from patterns_in(part)
    elif isinstance(value, dict):
        yield from patterns_in(tuple(value.values()))


def late_patterns() -> Iterator[Any]:
    for module in pkgutil.walk_packages(vtdocs.__path__, "vtdocs."):
        if module.name != "vtdocs.__main__":
            for value in vars(import_module(module.name)).values():
                yield from patterns_in(value)


def test_every_late_pattern_can_be_compiled() -> None:
    patterns = list(late_patterns())
    assert len(patterns) > 100
    for pattern in patterns:
        assert re.compile(pattern.pattern, pattern.flags).groups == pattern.groups


@pytest.mark.parametrize(
    ("source", "flags", "text"),
    [(r"(?P<word>\w+)", 0, "một hai"), (r"MỘT", re.IGNORECASE, "một"), (rb"\d+", 0, b"a12 3"), (r"x", 0, "")],
)
def test_a_late_pattern_answers_as_one_compiled_at_once(source: Any, flags: int, text: Any) -> None:
    late, own = compile_late(source, flags), re.compile(source, flags)
    for name in ("match", "search", "fullmatch"):
        ours, theirs = getattr(late, name)(text), getattr(own, name)(text)
        assert (ours and (ours.span(), ours.groupdict())) == (theirs and (theirs.span(), theirs.groupdict()))
    assert late.findall(text) == own.findall(text)
    assert [found.span() for found in late.finditer(text)] == [found.span() for found in own.finditer(text)]
    assert late.split(text) == own.split(text)
    assert late.sub(text[:0], text) == own.sub(text[:0], text)
    assert late.subn(text[:0], text) == own.subn(text[:0], text)
    for name in ("pattern", "flags", "groups", "groupindex"):
        assert getattr(late, name) == getattr(own, name)


def test_a_late_pattern_has_nothing_that_a_pattern_has_not() -> None:
    late = compile_late("x")
    with pytest.raises(AttributeError, match="replace"):
        late.replace  # type: ignore[attr-defined]  # noqa: B018


def test_a_wrong_pattern_is_told_where_it_is_first_asked() -> None:
    wrong = compile_late("(")
    with pytest.raises(re.error, match="missing"):
        wrong.match("x")
