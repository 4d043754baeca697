"""Tags in a stretch of text, as docxtpl and Jinja2 read them: where each begins and ends, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vtdocs.patterns import compile_late

from .items import Tag

__all__ = ["find_tags", "is_open", "read_tag", "straighten"]

_OPENING = compile_late(r"\{[{%#]")
# What decides where a tag ends: strings hide everything, brackets hide the closing mark. Word makes quotes curly, and
# a curly one is closed by any of its kind.
_STRING = (
    r'"(?:\\.|[^"\\])*"|'
    r"'(?:\\.|[^'\\])*'|"
    '[“”][^“”"]*[“”"]|'
    "[‘’][^‘’']*[‘’']|"
    '"[^"“”]*[“”]|'
    "'[^'‘’]*[‘’]"
)
_STEP = compile_late(rf"{_STRING}|%\}}|\}}\}}|[(\[{{]|[)\]}}]", re.DOTALL)
_CURLY = compile_late(_STRING, re.DOTALL)
_ENDS = {"{": "}}", "%": "%}", "#": "#}"}
_LEVEL = compile_late(r"(tr|tc|p|r)\s+(?=\S)")
_OTHER_QUOTES = str.maketrans("“”‘’", "\"\"''")
_BLANKS = compile_late(r"\s+")


def find_tags(text: str) -> Iterator[tuple[int, int]]:
    """Give the start and the end of each tag; one that is not closed ends at -1 and is the last."""
    position = 0
    while found := _OPENING.search(text, position):
        end = _find_end(text, found.end(), found[0][1])
        yield found.start(), end
        if end < 0:
            return
        position = end


def is_open(text: str) -> bool:
    """Whether the text ends inside a tag."""
    return any(end < 0 for _, end in find_tags(text))


def _find_end(text: str, position: int, kind: str) -> int:
    if kind == "#":
        end = text.find("#}", position)
        return end + 2 if end >= 0 else -1
    close, depth, at = _ENDS[kind], 0, position
    while step := _STEP.search(text, at):
        word, at = step[0], step.end()
        if depth == 0 and word == close:
            return at
        if word in ("(", "[", "{"):
            depth += 1
        elif word in (")", "]", "}", "}}"):
            depth = max(0, depth - 1)
            at = step.start() + 1
    # Nothing in balance closes it: the first mark does, and the parser says what is wrong in between.
    end = text.find(close, position)
    return end + 2 if end >= 0 else -1


def read_tag(text: str, note: str) -> Tag:
    """Read a whole tag, with its marks; `note` is the text around it, for messages."""
    kind, content = text[1], text[2:-2]
    left = content[:1] if content[:1] in ("-", "+") and kind != "#" else ""
    content = content[len(left) :]
    right = content[-1:] if content[-1:] in ("-", "+") else ""
    content = content[: len(content) - len(right)] if right else content
    level = ""
    if found := _LEVEL.match(content):
        level, content = found[1], content[found.end() :]
    if kind != "#":
        content = straighten(content)
    return Tag(kind, level, content.strip(), left == "-", right == "-", text, note)


def straighten(content: str) -> str:
    """Make the quotes of Word straight, and every line break or run of blanks outside a string one blank."""
    pieces: list[str] = []
    position = 0
    for string in _CURLY.finditer(content):
        pieces.append(_BLANKS.sub(" ", content[position : string.start()].translate(_OTHER_QUOTES)))
        word = string[0]
        word = word if word[0] == word[-1] and word[0] in "\"'" else word.translate(_OTHER_QUOTES)
        pieces.append(word.replace("\r", " ").replace("\n", " "))
        position = string.end()
    pieces.append(_BLANKS.sub(" ", content[position:].translate(_OTHER_QUOTES)))
    return "".join(pieces)
