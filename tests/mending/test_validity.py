"""What was valid is valid when it is mended, for judges that know nothing of vtdocs; other programs' files too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checking.mutating import NS
from tests.checking.papers import Sheet
from tests.judges import check_integrity, resave, validate_sdk
from tests.mending.mended import changed, findings, mend, part, words
from tests.mending.test_mutations import MUTATIONS

# One or more for every mender, and for offers.
_TRIED = """
ND30-101 ND30-102 ND30-110 ND30-112 ND30-120 ND30-123 ND30-126 ND30-208 ND30-211 ND30-215 ND30-227 ND30-316
ND30-401 ND30-412 ND30-424 ND30-431 VB-413 VB-650 VB-801
"""


@pytest.mark.judge("sdk", "integrity")
def test_mended_papers_are_valid(tmp_path: Path) -> None:
    paths = []
    for mutation in MUTATIONS:
        if mutation.rule in _TRIED.split():
            paths.append(tmp_path / f"{mutation.rule}.docx")
            paths[-1].write_bytes(mend(mutation.broken()).data)
    assert len(paths) >= 16
    assert validate_sdk(paths) == []
    found = [line for path in paths for line in check_integrity(path)]
    assert [line for line in found if not line.startswith("[INFO")] == []


def _sheet() -> bytes:
    """A paper as python-docx makes it: Calibri 11, no lines, no numbers, wide margins."""
    return Sheet().head().title().body().sign().save()


MADE = {"ND30-102", "ND30-110", "ND30-202", "ND30-213", "ND30-215", "ND30-226", "ND30-316", "ND30-412", "ND30-532"}
# What the wrong font hid from the eye: with it the width of Quốc hiệu was not known.
WRAPPED = "ND30-206"


def test_a_paper_of_another_program_is_mended() -> None:
    before = _sheet()
    after = mend(before)
    assert set(findings(before)) >= MADE
    assert set(findings(after.data)) & {*MADE, WRAPPED} == set()
    assert ("độ rộng cột Quốc hiệu", "95 mm", "101,4 mm") in changed(after)
    assert ("đường kẻ dưới Tiêu ngữ", "không có", "nét liền, dài 60 mm") in changed(after)
    assert words(after.data) == words(before)
    assert mend(after.data).changes == ()
    # Each line stands close below its words, and what follows keeps its distance.
    body = part(after.data)
    gaps = body.xpath("//w:p[w:pPr/w:pBdr]/w:pPr/w:spacing/@w:after", namespaces=NS)
    above = body.xpath("//w:p[w:pPr/w:pBdr]/preceding-sibling::w:p[1]/w:pPr/w:spacing/@w:after", namespaces=NS)
    assert (gaps, above) == (["200"] * 3, ["0"] * 3)


@pytest.mark.judge("libreoffice", "sdk")
def test_a_paper_that_libreoffice_saved_is_mended(tmp_path: Path) -> None:
    made = tmp_path / "soan.docx"
    made.write_bytes(_sheet())
    before = resave(made, tmp_path / "lo").read_bytes()
    after = mend(before)
    assert set(findings(after.data)) & {*MADE, WRAPPED} == set()
    assert words(after.data) == words(before)
    assert mend(after.data).changes == ()
    mended = tmp_path / "soan.docx"
    # LibreOffice writes what the SDK finds fault with; mending adds nothing to that.
    mended.write_bytes(before)
    known = validate_sdk([mended])
    mended.write_bytes(after.data)
    assert len(validate_sdk([mended])) <= len(known)
