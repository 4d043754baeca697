"""Mends a Word file: form where there is one right answer, words as offers. The way through, and what guards it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from vtdocs.checking.finding import Finding, Place
from vtdocs.checking.judging import judge
from vtdocs.checking.office import Office
from vtdocs.checking.paper import Paper, Regime
from vtdocs.checking.recognising import recognise
from vtdocs.errors import ReadError
from vtdocs.readers.docx import read_docx
from vtdocs.readers.docx.observed import Observed
from vtdocs.readers.docx.package import open_package, read_file
from vtdocs.readers.docx.xml_parts import serialise

from .archive import replace_parts
from .changes import Change, Mended
from .columns import mend_columns
from .fonts import mend_fonts
from .harmony import mend_harmony
from .letters import mend_letters
from .lines import mend_lines
from .middle import mend_middle
from .numbers import mend_page_numbers
from .page import mend_pages
from .prose import mend_prose
from .refusing import check_mendable
from .spelling import mend_spelling
from .tables import mend_tables
from .tracked import offer_words
from .work import INVISIBLE, Work

__all__ = ["mend_docx"]

_Mender = Callable[[Work], Iterator[Change]]

_TYPING = re.compile(f"[\\s{INVISIBLE}]")
_FORM: tuple[_Mender, ...] = (
    mend_letters,
    mend_pages,
    mend_fonts,
    mend_prose,
    mend_middle,
    mend_tables,
    mend_page_numbers,
)
# A size that is mended may be found not to go with another: so much follows from so much, and no more.
_ROUNDS = 6


def mend_docx(source: Path | bytes, *, name: str | None = None, office: Office | None = None) -> Mended:
    """Mend a Word file; a second mending of the result changes nothing.

    Raises ReadError: VT-640 for papers of the Party and legal normative documents, which have forms of their own,
    VT-641 where a mending would have changed words, which is a fault of vtdocs; VT-644 to VT-647 for files whose
    mending would break what they are (`refusing`); and those of reading.
    """
    called = name or (source.name if isinstance(source, Path) else "văn bản.docx")
    file = _File(source, called, office)
    changes: list[Change] = []
    # Typing first: where letters and marks are apart, rules on words cannot say where those stand.
    for _round in range(_ROUNDS):
        if not (made := file.mend((mend_spelling,))):
            break
        changes += made
    for _round in range(_ROUNDS):
        # Offers by themselves: with them the letters of the file are others than those that were read.
        made = file.mend((offer_words,)) or file.mend(_FORM)
        # What has to go together is made so when all else is right, and lines are drawn when letters have their width.
        made = made or file.mend((mend_spelling,)) or file.mend((mend_harmony, mend_columns))
        if not made:
            break
        changes += made
    changes += file.mend((mend_lines,))
    return Mended(file.data, tuple(_joined(changes)))


def _joined(changes: Iterable[Change]) -> Iterator[Change]:
    """Join what was changed in several rounds but is one change to a reader; offers are for each place by itself."""
    found: dict[Change, list[Place]] = {}
    for change in changes:
        if change.offered:
            found[change] = [*change.places]
        else:
            found.setdefault(replace(change, places=()), []).extend(change.places)
    for change, where in found.items():
        yield replace(change, places=tuple(dict.fromkeys(where)))


class _File:
    """A file on its way: its bytes, and what is read in them."""

    def __init__(self, source: Path | bytes, name: str, office: Office | None) -> None:
        self.name, self._office = name, office
        # Read once, and by the reader's own bounds.
        self.data = source if isinstance(source, bytes) else read_file(source, name)
        self._observed = read_docx(self.data, name)
        check_mendable(open_package(self.data, name), self._observed)
        self._judged = self._judge()
        regime = self._judged[0].regime
        if regime in (Regime.DANG, Regime.QPPL):
            message = f"{name} là {regime.value}: Nghị định 30/2020/NĐ-CP không áp dụng, nên không sửa"
            raise ReadError.one("VT-640", message, hint="sửa theo quy định riêng của loại văn bản ấy")

    def _judge(self) -> tuple[Paper, tuple[Finding, ...]]:
        paper = recognise(self._observed, self._office)
        return paper, judge(paper).findings

    def mend(self, menders: Iterable[_Mender]) -> list[Change]:
        """Let menders work on what is read now; the file is then what they made of it."""
        work = Work(open_package(self.data, self.name), *self._judged)
        changes = [change for mend in menders for change in mend(work)]
        if changes:
            parts = {part: serialise(work.root(part)) for part in sorted(work.touched)}
            data = replace_parts(self.data, {**parts, **work.added}, self.name)
            after = read_docx(data, self.name)
            _compare(self._observed, after, [change for change in changes if change.offered], self.name)
            self.data, self._observed = data, after
            self._judged = self._judge()
        return changes


def _compare(before: Observed, after: Observed, offers: Iterable[Change], name: str) -> None:
    """See that no word was lost or moved: a fault of ours is told, and never written to a file."""
    replaced: dict[int, list[tuple[int, int, str]]] = {}
    for offer in offers:
        for place in offer.places:
            if place.paragraph is not None and place.start is not None and place.end is not None:
                replaced.setdefault(place.paragraph, []).append((place.start, place.end, offer.after))
    expected = []
    for paragraph in before.paragraphs:
        text = paragraph.text
        for start, end, words in sorted(replaced.get(paragraph.number, ()), reverse=True):
            text = text[:start] + words + text[end:]
        expected.append(_squash(text))
    found = [_squash(paragraph.text) for paragraph in after.paragraphs]
    if [text for text in expected if text] != [text for text in found if text]:
        message = f"vtdocs đã làm thay đổi lời văn khi sửa {name} nên không ghi tệp; đây là lỗi của vtdocs"
        raise ReadError.one("VT-641", message, hint="báo lỗi kèm tệp này cho nhóm phát triển; tệp gốc vẫn nguyên vẹn")


def _squash(text: str) -> str:
    """Words without what typing may differ in: blanks, normal form, the kind of dash, invisible characters."""
    return _TYPING.sub("", unicodedata.normalize("NFC", text)).replace("–", "-").replace("—", "-")
