"""Which lines are headings, and where a heading runs in: the rule that `grammar` documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vtdocs.patterns import compile_late

from .markers import LABELLED
from .nodes import Marker, Node
from .spans import shift_spans

__all__ = ["agree", "ends_sentence", "make_titled", "may_be_titled", "split_heading"]

_ROMAN_LIKE = frozenset({Marker.MUC, Marker.CHU_HOA})
_NUMBERED = frozenset({Marker.KHOAN, Marker.TIEU_KHOAN, Marker.TIEU_KHOAN_3, Marker.TIEU_KHOAN_4})
_TITLED = _ROMAN_LIKE | _NUMBERED
_LABEL = compile_late(r"(?P<label>[^:]{1,150}:)\s+(?P<text>\S.*)", re.DOTALL)
# A sentence that ends before the colon; the full stop of "TT. Đảng ủy" ends none.
_SENTENCE_INSIDE = compile_late(r"(?:^|\s)(?!(?:Tp|Tx|Ths|Bs|[Đđ]/c)\.)\S*[a-zà-ỹ)]\.\s")
# A lead-in by its last words; some of them lead in without the colon too, but "Người có trách nhiệm" is a title.
_LEAD_IN = compile_late(
    r"\b(?:(?:sau|là|số|ngày):|(?:sau đây|như sau|gồm|(?<!người )(?:(?:có|chịu) trách nhiệm|có nhiệm vụ)):?)$"
    r"|\b(?:(?:có|chịu) trách nhiệm|có nhiệm vụ):$",
    re.IGNORECASE,
)
_LEAD_IN_ENDS = tuple(
    f"{word}{colon}"
    for word in ("sau", "là", "số", "ngày", "sau đây", "như sau", "gồm", "trách nhiệm", "nhiệm vụ")
    for colon in ("", ":")
)
_NUMBERED_CASE = compile_late(r"\d+:$")
# Long clauses that say who must do what; titles of such length name things.
_DUTY = compile_late(
    r"\b(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|có thẩm quyền|chủ trì, phối hợp)\b", re.IGNORECASE
)
_SENTENCE_END = (".", ";", ",", "!", "?", "…")
_LONGEST_HEADING, _LONGEST_BARE_HEADING, _LONGEST_DUTY = 150, 80, 100
_LABEL_WORDS, _LABEL_WORDS_BEFORE_FIGURE, _LABEL_WORDS_BEFORE_CAPITAL = 4, 8, 12
_STOPPED_TITLE_WORDS, _STOPPED_TITLE_WORDS_AMONG_HEADINGS, _SURE_TITLE_WORDS = 4, 8, 2


def split_heading(marker: Marker | None, words: str, directive: str, owns: bool) -> tuple[str, str]:
    """Cut what follows the mark into heading and text; one of them is empty unless the heading runs in."""
    may_run_in = ":" in words and marker not in LABELLED and marker is not Marker.DIEU
    label = _LABEL.fullmatch(words) if may_run_in else None
    if directive == "tieu_de":
        return (label["label"], label["text"]) if label else (words, "")
    if directive or not may_be_titled(marker):
        return "", words
    if label and _runs_in(label) and not words.isupper():
        case = owns and _NUMBERED_CASE.search(label["label"]) and not words.endswith(_SENTENCE_END)
        return (words, "") if case else (label["label"], label["text"])
    return (words, "") if _is_heading(marker, words, owns) else ("", words)


def make_titled(node: Node, heading: str, text: str) -> Node:
    """Cut the words of a node anew; its spans follow them, though blanks behind the colon are left out."""
    if heading == node.heading and text == node.text:
        return node
    titled = Node(node.marker, node.number, heading, text, node.children, node.line, node.spans, node.ref)
    if not (node.spans and heading and text):
        return titled
    start, before = titled.text_start, len(node.words) - len(text)
    return replace(titled, spans=shift_spans(node.spans, start, start - before, len(titled.words)))


def agree(siblings: Sequence[Node], said: frozenset[int]) -> tuple[Node, ...]:
    """Make like things alike: a short line among headings of its kind is one ("8. Công an xã", with nothing below
    it), and a label among run-in headings of its kind runs in, though it is longer than others. What stands on a
    line of `said` was said by its author. A title that ends with a bare colon among sentences of its kind, with no
    other title there, is a sentence as well: it opens the list below it.
    """
    titled = [node for node in siblings if node.heading and (node.marker in _TITLED or node.marker is Marker.DIEU)]
    alone = {node.marker for node in titled if not node.text}
    running = {node.marker for node in titled if node.text}
    if not titled or len(titled) == len(siblings):
        return tuple(siblings)
    stopped = _find_sentences(siblings, said)
    firm = {node.marker for node in titled if not node.text and not node.heading.endswith(":")} - stopped
    agreed = tuple(
        node
        if node.line in said
        else make_titled(node, "", node.heading)
        if node.marker in stopped and node.heading and not node.text and ends_sentence(node.heading)
        else _like_neighbours(node, alone, firm, running)
        for node in siblings
    )
    openers = {node.marker for node in agreed if node.marker in _NUMBERED and not node.heading}
    openers -= {node.marker for node in agreed if node.heading and (node.text or not node.heading.endswith(":"))}
    if not openers:
        return agreed
    return tuple(
        make_titled(node, "", node.heading)
        if node.marker in openers and node.heading and node.line not in said
        else node
        for node in agreed
    )


def _find_sentences(siblings: Sequence[Node], said: frozenset[int]) -> set[Marker | None]:
    """The kinds of which short titles with a full stop are sentences, as a sentence of their kind stands beside them.

    A line of five to eight words may be a title as well, beside one of at most two ("Mục đích.").
    """
    titles = [node for node in siblings if node.marker in _NUMBERED and node.heading and not node.text]
    firm = {node.marker for node in titles if node.line in said or not node.heading.endswith((".", ":"))}
    firm |= {node.marker for node in titles if node.heading.isupper()}
    sure = {
        node.marker
        for node in titles
        if node.heading.endswith(".") and len(node.heading.split()) <= _SURE_TITLE_WORDS and node.marker not in firm
    }
    return {
        node.marker
        for node in siblings
        if node.marker in _NUMBERED
        and node.marker not in firm
        and not node.heading
        and ends_sentence(node.text)
        and not _is_stopped_title(
            node.text, _STOPPED_TITLE_WORDS_AMONG_HEADINGS if node.marker in sure else _STOPPED_TITLE_WORDS
        )
    }


def _like_neighbours(
    node: Node, alone: set[Marker | None], firm: set[Marker | None], running: set[Marker | None]
) -> Node:
    if node.heading:
        return node
    if node.marker in running and ":" in node.text and (label := _LABEL.fullmatch(node.text)) and _may_be_label(label):
        return make_titled(node, label["label"], label["text"])
    if node.marker not in alone:
        return node
    if node.marker is Marker.DIEU:
        is_title = _is_heading(node.marker, node.text, owns=True) and not ends_sentence(node.text)
        return make_titled(node, node.text, "") if is_title else node
    if _is_short_title(node.text) or (
        node.marker in firm and node.children and _is_stopped_title(node.text, _STOPPED_TITLE_WORDS_AMONG_HEADINGS)
    ):
        return make_titled(node, node.text, "")
    return node


def ends_sentence(text: str) -> bool:
    """Whether a line ends like a sentence; one in capitals is a title all the same."""
    return text.endswith(_SENTENCE_END) and not text.isupper()


def may_be_titled(marker: Marker | None) -> bool:
    """Whether a line with this mark may be a heading, or have one that runs in."""
    return marker in _TITLED or marker in LABELLED or marker is Marker.DIEU


def _is_heading(marker: Marker | None, text: str, owns: bool) -> bool:
    sentence = ends_sentence(text)
    if marker in _ROMAN_LIKE or marker in LABELLED:
        return not sentence or (owns and text.endswith(".") and len(text) <= _LONGEST_BARE_HEADING)
    if not owns or len(text) > _LONGEST_HEADING or _leads_in(text):
        return False
    if (marker is Marker.DIEU and text.endswith(":")) or (len(text) > _LONGEST_DUTY and _DUTY.search(text)):
        return False
    return not sentence or _is_stopped_title(text, _STOPPED_TITLE_WORDS)


def _is_stopped_title(text: str, words: int) -> bool:
    """Whether a title ends with a full stop that is none of a sentence: few words, and no other mark."""
    return text.endswith(".") and len(text.split()) <= words and not any(mark in text[:-1] for mark in ".;:,")


def _is_short_title(text: str) -> bool:
    if _leads_in(text):
        return False
    return len(text) <= _LONGEST_BARE_HEADING and not text.endswith((*_SENTENCE_END, ":")) and ": " not in text


def _runs_in(label: re.Match[str]) -> bool:
    if ";" in label["label"] or not _is_clean(label["label"]):
        return False
    words, first = len(label["label"].split()), _first_letter(label["text"])
    return (
        words <= _LABEL_WORDS
        or (words <= _LABEL_WORDS_BEFORE_CAPITAL and first.isupper())
        or (words <= _LABEL_WORDS_BEFORE_FIGURE and first.isdigit())
    )


def _may_be_label(label: re.Match[str]) -> bool:
    """Whether a label may run in where its neighbours do."""
    few = len(label["label"].split()) <= _LABEL_WORDS_BEFORE_CAPITAL
    return _is_clean(label["label"]) and (few or _first_letter(label["text"]).isupper())


def _is_clean(label: str) -> bool:
    return not ("." in label and _SENTENCE_INSIDE.search(label)) and not _leads_in(label)


def _leads_in(text: str) -> bool:
    return text.lower().endswith(_LEAD_IN_ENDS) and _LEAD_IN.search(text) is not None


def _first_letter(text: str) -> str:
    return text.lstrip("“\"'(")[:1]
