"""What the tests of the documentation ask of a Markdown page: its blocks, links, headings and tables.

A fenced block may say in its opening line what it is, behind the language, where no reader sees it:

    ```yaml keys=ke-hoach.yaml     top-level keys that take the place of those in a fresh starter's file
    ```yaml excerpt=PATH           lines of a file of the repository; "…" stands for what is left out
    ```text file=PATH              a whole file
    ```text output                 what the Python block before it prints
    ```diff file=PATH              lines of a file to be taken out (-) and put in (+)

`<!-- setup: COMMAND -->` runs a command first; `<!-- edited: FILE -->` changes a Word file as a person would.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"```(\w+)?(.*)")
_NOTE = re.compile(r"<!-- (setup|edited): (.+) -->")
_LINK = re.compile(r"\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
_CODE_SPAN = re.compile(r"`[^`]*`")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block, or a note to the tests; `where` is its page and line."""

    where: str
    language: str
    words: tuple[str, ...]
    text: str

    def option(self, name: str) -> str | None:
        """The value of `name=` in the opening line."""
        return next((word.partition("=")[2] for word in self.words if word.startswith(f"{name}=")), None)


def read_blocks(page: Path) -> list[Block]:
    """Blocks and notes of a page, in order. AssertionError: a fence that is not closed."""
    blocks: list[Block] = []
    lines = enumerate(page.read_text(encoding="utf-8").split("\n"), 1)
    for number, line in lines:
        where = f"{page.name}:{number}"
        if note := _NOTE.fullmatch(line):
            blocks.append(Block(where, note[1], (), note[2]))
        elif fence := _FENCE.fullmatch(line):
            body = []
            for _number, inner in lines:
                if inner == "```":
                    break
                body.append(inner)
            else:
                raise AssertionError(f"{where}: the block does not end")
            blocks.append(Block(where, fence[1] or "", tuple(fence[2].split()), "\n".join(body)))
    return blocks


def prose(page: Path) -> str:
    """The page without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def read_links(page: Path) -> list[str]:
    """Targets of links and pictures."""
    return [found[1] or found[2] for found in _LINK.finditer(_CODE_SPAN.sub("", prose(page)))]


def read_anchors(page: Path) -> set[str]:
    """Anchors of the headings, as GitHub makes them."""
    anchors: set[str] = set()
    for heading in re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE):
        kept = (char for char in unicodedata.normalize("NFC", heading.lower()) if char.isalnum() or char in " -_")
        anchors.add("".join(kept).strip().replace(" ", "-"))
    return anchors


def read_rows(text: str) -> Iterator[tuple[str, ...]]:
    """Rows of all tables of a text, heads among them, without the rows of dashes."""
    for line in text.split("\n"):
        if line.startswith("|") and not re.fullmatch(r"[|\s:-]+", line):
            yield tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1])


def section(text: str, heading: str) -> str:
    """The part of a page from a heading to the next one of its rank or above."""
    rank = len(heading) - len(heading.lstrip("#"))
    start = text.index(f"\n{heading}\n") + len(heading) + 2
    end = re.compile(rf"^#{{1,{rank}}} ", re.MULTILINE).search(text, start)
    return text[start : end.start() if end else len(text)]
