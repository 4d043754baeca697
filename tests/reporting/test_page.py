"""The page of a check: one file, sound, with nothing that runs or is fetched, and every word in its place."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from tests.reporting.reports import RUN
from vtdocs.reporting.page import is_page, write_page

VOID = {"meta"}


class Reader(HTMLParser):
    """Reads a page strictly: every element is closed in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1:] != ["style"]:
            self.words.append(data.strip())


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def test_the_page_is_sound_and_holds_every_finding() -> None:
    page = read(write_page(RUN))
    text = " ".join(page.words)
    for words in (
        "ND30-102 lề trái 25 mm, ngoài khoảng 30 - 35 mm Sửa: đặt lại ở Page Setup Nguồn: 30/2020/NĐ-CP, Phụ lục I",
        "thiếu số 0 ở ngày <5>",
        "trang 1, đoạn 6 “Hà Nội, ngày 5 tháng 1” trang 2, đoạn 9 “& ngày 7”",
        "chân trang, đoạn 2 “chân trang”",
        "Đã chấp nhận (1)",
        "Lý do chấp nhận: biểu trưng của cơ quan",
        "Chưa chắc: không thấy rõ nơi nhận",
        "hong.docx không kiểm tra được",
        "VT-602 tệp bị hỏng",
        "văn bản của Đảng",
    ):
        assert words in text


def test_nothing_runs_and_nothing_is_fetched() -> None:
    text = write_page(RUN)
    page = read(text)
    assert {tag for tag, _ in page.seen} & {"script", "link", "img", "iframe", "object", "form", "base"} == set()
    names = {name for _, attributes in page.seen for name in attributes}
    assert names == {"lang", "charset", "name", "content", "class", "colspan", "href", "id"}
    hrefs = [attributes["href"] for tag, attributes in page.seen if tag == "a"]
    assert hrefs == ["#tep-1", "#tep-2", "#tep-3"]
    assert {attributes["id"] for _, attributes in page.seen if "id" in attributes} == {"tep-1", "tep-2", "tep-3"}
    assert not re.search(r"url\(|@import|https?:", text)


def test_a_telephone_and_paper_are_thought_of() -> None:
    text = write_page(RUN)
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in text
    assert "@media print" in text
    assert 'lang="vi"' in text


def test_a_page_is_known_again_and_the_same_run_gives_the_same_one() -> None:
    assert is_page(write_page(RUN).encode())
    assert not is_page(b"<!DOCTYPE html>\n<p>my own</p>")
    assert write_page(RUN) == write_page(RUN)
