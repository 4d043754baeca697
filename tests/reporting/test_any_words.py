"""Whatever stands in a report and in the names of files, each form of it is sound."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.reporting.reports import DATE, REPORT
from tests.reporting.test_page import read
from vtdocs.diagnostics import Diagnostic, Location, Severity
from vtdocs.reporting.jsons import write_json
from vtdocs.reporting.page import write_page
from vtdocs.reporting.run import Checked, CheckRun
from vtdocs.reporting.sarif import write_sarif

# Lone surrogates too: so Python holds the bytes of a file's name that are no letters.
WORDS = st.text(st.characters(exclude_categories=()), max_size=30)


def run_of(words: str) -> CheckRun:
    place = replace(DATE.places[0], words=words, file=words)
    finding = replace(DATE, message=words, hint=words, source=words, places=(place,))
    report = replace(
        REPORT, name=words, findings=(finding,), accepted=(replace(finding, accepted=words),), unsure=(words,)
    )
    told = Diagnostic("VT-601", Severity.ERROR, words, Location(words), words)
    return CheckRun((Checked(Path(f"a{words}"), report, (told,)), Checked(Path("b"), fault=words)))


def whole(words: str) -> str:
    """The words with U+FFFD for what is half a letter, which strict readers of JSON refuse."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in words)


@given(WORDS)
@example("tệp \udcff")
def test_json_gives_back_the_words_and_has_nothing_that_a_screen_obeys(words: str) -> None:
    text = write_json(run_of(words))
    (file, _other) = json.loads(text)["files"]
    assert file["findings"][0]["message"] == whole(words)
    assert all(line.isprintable() for line in text.split("\n"))


@given(WORDS)
@example("tệp \udcff")
def test_sarif_gives_them_back_too(words: str) -> None:
    text = write_sarif(run_of(words))
    told = json.loads(text)["runs"][0]["results"][0]["message"]["text"]
    assert told == whole(f"{words}\nSửa: {words}" if words else words)
    assert all(line.isprintable() for line in text.split("\n"))


@given(WORDS)
def test_the_page_stays_sound(words: str) -> None:
    page = write_page(run_of(words))
    assert page.encode().decode() == page
    known = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4", "p", "a", "ul", "li"}
    known |= {"table", "thead", "tbody", "tr", "th", "td", "article", "code", "strong"}
    assert {tag for tag, _ in read(page).seen} <= known
