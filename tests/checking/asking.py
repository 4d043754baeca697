"""Asks rules about a document: one rule for its slips, or those on page, head and title about a mutation."""

from __future__ import annotations

from tests.checking.mutating import Docx, Mutation
from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.recognising import recognise
from vtdocs.checking.registry import all_rules
from vtdocs.readers.docx import read_docx

__all__ = ["ask", "ask_mutation", "read"]


def read(docx: Docx | bytes) -> Paper:
    """Read and recognise a document."""
    return recognise(read_docx(docx if isinstance(docx, bytes) else docx.save(), "thử.docx"))


def ask(docx: Docx | bytes | Paper, rule: str) -> list[Slip]:
    """Ask one rule about a document."""
    paper = docx if isinstance(docx, Paper) else read(docx)
    return [*all_rules()[rule].check(paper)]


def ask_mutation(mutation: Mutation) -> set[str]:
    """Ask the rules on the page, the head and the title; what answers beside the mutation's rule it has to name."""
    paper = read(mutation.broken())
    rules = (rule for rule in all_rules().values() if rule.id.rpartition("-")[2] < "330")
    found = {rule.id for rule in rules if [*rule.check(paper)]}
    unexpected = found - {mutation.rule} - mutation.also
    assert not unexpected, (mutation.name, unexpected)
    return found
