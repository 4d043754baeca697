"""`vtdocs.testing.assert_nd30`, for the tests of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checking.mutating import w
from tests.reporting.papers import narrow, plain
from vtdocs.errors import ReadError
from vtdocs.testing import assert_nd30


def test_a_clean_file_passes_and_gives_its_report(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(plain().save())
    assert assert_nd30(path).ok
    assert assert_nd30(str(path), strict=True).ok
    assert assert_nd30(path.read_bytes()).ok


def test_a_fault_fails_with_its_place_and_its_article() -> None:
    with pytest.raises(AssertionError) as caught:
        assert_nd30(narrow())
    told = str(caught.value)
    assert told.startswith(
        "van-ban.docx: 1 điều trái thể thức\nvan-ban.docx, đoạn 1 “ỦY BAN NHÂN DÂN XÃ AN”  ND30-102  lỗi: "
    )
    assert "lề trên 17,6" in told
    assert "nguồn: 30/2020/NĐ-CP" in told


def test_what_is_allowed_passes_and_has_to_be_a_rule() -> None:
    assert [finding.code for finding in assert_nd30(narrow(), allow=["ND30-102"])] == ["ND30-102"]
    for allow in ("ND30-102", "nd30-102", ["nd30-102"]):
        assert [finding.code for finding in assert_nd30(narrow(), allow=allow)] == ["ND30-102"]
    with pytest.raises(ValueError, match="ND30-000"):
        assert_nd30(narrow(), allow=["ND30-000"])


def test_a_paper_that_is_not_recognised_fails() -> None:
    docx = plain()
    body = docx.xml().find(w("body"))
    assert body is not None
    for block in list(body)[:-1]:
        body.remove(block)
    with pytest.raises(AssertionError, match="không xét được theo Nghị định 30: chưa rõ loại văn bản"):
        assert_nd30(docx.save())


def test_what_is_no_word_file_is_told() -> None:
    with pytest.raises(ReadError):
        assert_nd30(b"x")
