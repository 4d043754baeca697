"""The drawn line under a component, by the decree's share of the text above it."""

from __future__ import annotations

from vtdocs.standards.base import RatioFact
from vtdocs.tree import Paragraph, Rule, Style

__all__ = ["build_duong_ke"]


def build_duong_ke(style: Style, under: Paragraph, fact: RatioFact) -> Rule:
    """Make the line under a paragraph whose rows it is measured by."""
    return Rule(style, (under,), min(fact.allowed.values), max(fact.allowed.values), fact.default)
