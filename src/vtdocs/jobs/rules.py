"""The rules of the checker, for whoever asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from vtdocs.checking.groups import GROUPS
from vtdocs.checking.registry import Rule, all_rules
from vtdocs.errors import LoadError
from vtdocs.likeness import fold

__all__ = ["find_id", "find_rules", "say_near"]

_MOST_NEAR, _LONGEST = 8, 40
_ALL = "xem mọi quy tắc: vtdocs rules"


def find_rules(name: str | None = None) -> tuple[Rule, ...]:
    """Give all rules in the order of their ids, or the one of this id.

    Raises LoadError with the rules of the same group where there is none of it.
    """
    rules = all_rules()
    if name is None:
        return tuple(rules.values())
    rule = find_id(name)
    if rule is None:
        raise LoadError.one("VT-653", f"không có quy tắc “{name[:_LONGEST]}”", hint=say_near(name))
    return (rules[rule],)


def find_id(name: str) -> str | None:
    """Give the id that somebody wrote in whatever case, with whatever mark before the number; None for none."""
    return _folded().get(fold(name[:_LONGEST]))


def say_near(name: str) -> str:
    """Say what an id that no rule has may have meant: the same number, else the numbers of its group.

    Numbers that look alike mean nothing alike, so none is guessed.
    """
    rules = all_rules()
    digits = name[len(name.rstrip("0123456789")) :]
    same = [f"{rule.id} ({rule.title})" for rule in rules.values() if digits and rule.id.endswith(f"-{digits}")]
    if same:
        return f"có phải ý là {', '.join(same)}? Nếu không, {_ALL}"
    group = [rule for rule in rules if len(digits) == 3 and rule.rpartition("-")[2][0] == digits[0]]
    if not group:
        return _ALL
    listed = ", ".join(group[:_MOST_NEAR]) + (", …" if len(group) > _MOST_NEAR else "")
    return f"các quy tắc về {GROUPS[digits[0]].lower()}: {listed}; {_ALL}"


@cache
def _folded() -> Mapping[str, str]:
    """The ids by their letters and figures alone; a file may name thousands."""
    return {fold(rule): rule for rule in all_rules()}
