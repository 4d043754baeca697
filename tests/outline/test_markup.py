"""Emphasis, links and footnotes inside a line, and all that only looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bounded import ends
from vtdocs.outline import (
    Emphasis,
    Link,
    MarkedText,
    Note,
    Piece,
    Span,
    cut_pieces,
    cut_spans,
    format_markup,
    parse_markup,
    parse_outline,
)


def bold(start: int, end: int) -> Emphasis:
    return Emphasis(start, end, bold=True)


def italic(start: int, end: int) -> Emphasis:
    return Emphasis(start, end, italic=True)


@pytest.mark.parametrize(
    ("typed", "text", "spans"),
    [
        ("**đậm**", "đậm", (bold(0, 3),)),
        ("*nghiêng*", "nghiêng", (italic(0, 7),)),
        ("***cả hai***", "cả hai", (Emphasis(0, 6, bold=True, italic=True),)),
        ("a **b**, c", "a b, c", (bold(2, 3),)),
        ("*(Có Phụ lục kèm theo)*", "(Có Phụ lục kèm theo)", (italic(0, 21),)),
        ("(*a*) “**b**”", "(a) “b”", (italic(1, 2), bold(5, 6))),
        ("**đậm *cả hai* nữa**", "đậm cả hai nữa", (bold(0, 14), italic(4, 10))),
        ("**đậm *cả hai***", "đậm cả hai", (bold(0, 10), italic(4, 10))),
        ("***a** b*", "a b", (bold(0, 1), italic(0, 3))),
        ("[chữ](https://a.vn)", "chữ", (Link(0, 3, "https://a.vn"),)),
        ("[a](http://b.vn/c(d)e), f", "a, f", (Link(0, 1, "http://b.vn/c(d)e"),)),
        ("[thư](mailto:a@b.vn)", "thư", (Link(0, 3, "mailto:a@b.vn"),)),
        ("**[a](http://b)**", "a", (bold(0, 1), Link(0, 1, "http://b"))),
        ("[**a** b](http://c)", "a b", (bold(0, 1), Link(0, 3, "http://c"))),
        ("chữ {chu_thich: Điều 5.} tiếp", "chữ tiếp", (Note(3, "Điều 5."),)),
        ("chữ{chu_thich: a}, tiếp", "chữ, tiếp", (Note(3, "a"),)),
        ("{chu_thich: a} b", "b", (Note(0, "a"),)),
        ("a{chu_thich: **b** [c](http://d) {e}}", "a", (Note(1, "b c {e}", (bold(0, 1), Link(2, 3, "http://d"))),)),
        ("a{chu_thich: b {chu_thich: c}}", "a", (Note(1, "b {chu_thich: c}"),)),
        ("*a {chu_thich: b}* c", "a c", (italic(0, 1), Note(1, "b"))),
        (r"\*a\* \{b\} \[c\](http://d) \\*", "*a* {b} [c](http://d) \\*", ()),
        (r"*\[1\]*", "[1]", (italic(0, 3),)),
    ],
)
def test_marks_are_taken_out_and_said_of_the_text(typed: str, text: str, spans: tuple[Span, ...]) -> None:
    assert parse_markup(typed) == MarkedText(text, spans)
    assert parse_markup(format_markup(text, spans)) == MarkedText(text, spans)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "(*)",
            "(**)",
            "2*3*4",
            "5 * 3",
            "Sở Nội vụ*",
            "**",
            "____",
            "|",
            "{…}",
            "[1]",
            "C:\\temp",
            "****",
            "{}",
            "\\",
        ),
        *("*a", "a*", "**a*", "***a** b", "* a *", "a*b*c", "*Ghi chú (*)", "(*) Ghi chú; (**) tính đến 30/6"),
        *(
            "[a](javascript:x)",
            "[a](ftp://b)",
            "[a] (http://b)",
            "{chuthich: a}",
            "{a: b}",
            "x_y_z",
            "# a",
            "~a~",
            "`a`",
            "<b>a</b>",
        ),
    ],
)
def test_what_is_no_mark_comes_through_unchanged(text: str) -> None:
    assert parse_markup(text) == MarkedText(text)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        *(("[a](http://)", 0), ("x [a](http://b c)", 2), ("[a](http://b(c)", 0), ("xy [ a](http://b)", 3)),
        *(("[](http://b)", 0), ("[a ](mailto:b@c.vn)", 0), ("[a]( https://b.vn)", 0), ("[a](https://b.vn", 0)),
        *(("[a](https://b[1].vn)", 0), ("[b] và [a](HTTPS://b c)", 7)),
    ],
)
def test_a_link_that_is_none_is_text_with_a_doubt_at_its_place(text: str, column: int) -> None:
    read = parse_markup(text)
    assert (read.text, read.spans) == (text, ())
    assert [(fault.column, fault.code, fault.message) for fault in read.faults] == [
        (column, "VT-106", "đường dẫn chưa đúng cách viết nên được in như lời văn")
    ]


def test_a_link_that_is_none_is_doubted_in_a_footnote_too_and_behind_a_mark() -> None:
    (fault,) = parse_outline("  - xem{chu_thich:  theo [a](http://b c)}")[1]
    assert (fault.line, fault.column, fault.code) == (0, 25, "VT-106")
    assert parse_outline(r"- xem \[a](http://b c)")[1] == ()


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("a {chu_thich: b", 2, "chú thích chưa có dấu } đóng lại nên được in như lời văn"),
        ("a {chu_thich: b {c}", 2, "chú thích chưa có dấu } đóng lại nên được in như lời văn"),
        ("ab {chu_thich: }", 3, "chú thích còn để trống nên được in như lời văn"),
    ],
)
def test_a_footnote_that_says_nothing_or_never_closes_is_doubted(text: str, column: int, message: str) -> None:
    read = parse_markup(text)
    assert (read.text, read.spans) == (text, ())
    assert [(fault.column, fault.code, fault.message) for fault in read.faults] == [(column, "VT-106", message)]
    (fault,) = parse_outline(f"I. A\n  1. {text}")[1]
    assert (fault.line, fault.column) == (1, 5 + column)


def test_spans_follow_the_words_of_a_line() -> None:
    (node,) = parse_outline("1. **Đối tượng: cán**   bộ [xã](http://a){chu_thich: b}.")[0]
    assert (node.heading, node.text) == ("Đối tượng:", "cán   bộ xã.")
    assert node.spans == (bold(0, 14), Link(20, 22, "http://a"), Note(22, "b"))
    (node,) = parse_outline("1. Đối tượng:   **cán bộ** xã")[0]
    assert (node.words, node.spans) == ("Đối tượng: cán bộ xã", (bold(11, 17),))
    (node,) = parse_outline("Chương I\nQUY ĐỊNH\n*CHUNG*")[0]
    assert (node.heading, node.spans) == ("QUY ĐỊNH\nCHUNG", (italic(9, 14),))
    (node,) = parse_outline("A. **Nguyễn Văn**")[0]
    assert (node.text, node.spans) == ("A. Nguyễn Văn", (bold(3, 13),))


def test_neighbours_cut_the_spans_too() -> None:
    long = "Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số xã:"
    nodes = parse_outline(f"1. Phòng: Chủ trì.\n2. {long}  **Chủ** trì.")[0]
    assert (nodes[1].heading, nodes[1].spans) == (long, (bold(len(long) + 1, len(long) + 4),))


def test_pieces_cut_a_text_at_its_spans() -> None:
    note = Note(2, "n")
    spans = (bold(0, 2), Link(1, 3, "http://a"), note)
    assert list(cut_pieces("abcd", spans)) == [
        Piece("a", bold=True),
        Piece("b", bold=True, url="http://a"),
        Piece("", note=note),
        Piece("c", url="http://a"),
        Piece("d"),
    ]
    assert list(cut_pieces("", ())) == []
    assert list(cut_pieces("a", (Note(1, "x"),))) == [Piece("a"), Piece("", note=Note(1, "x"))]


def test_cut_spans_count_from_the_cut() -> None:
    spans = (bold(0, 6), Note(3, "a"), italic(4, 8))
    assert cut_spans(spans, 0, 3) == (bold(0, 3), Note(3, "a"))
    assert cut_spans(spans, 3, 8) == (bold(0, 3), italic(1, 5))


SIGNS = st.sampled_from(
    [
        "a",
        "Ă1",
        " ",
        "*",
        "**",
        "***",
        "[",
        "]",
        "](http://a.vn)",
        "{chu_thich: ",
        "{",
        "}",
        "\\",
        "(",
        ")",
        '"',
        "“",
        ":",
    ]
)
TYPED = st.lists(SIGNS, max_size=20).map("".join)


@given(TYPED)
def test_what_is_read_can_be_written_and_read_again(typed: str) -> None:
    read = parse_markup(typed)
    again = parse_markup(format_markup(read.text, read.spans))
    assert (again.text, again.spans) == (read.text, read.spans)


@given(TYPED)
def test_pieces_hold_the_whole_text(typed: str) -> None:
    read = parse_markup(typed)
    assert "".join(piece.text for piece in cut_pieces(read.text, read.spans)) == read.text


@pytest.mark.parametrize(
    "part",
    ["*", "*a ", "**a", "{chu_thich:", "{", "[", "[a](http://(", "{chu_thich: a} ", "\\", "\\*", "*a* [b](http://c) "],
)
def test_twenty_thousand_signs_take_no_time(part: str) -> None:
    line = part * (20_000 // len(part))
    with ends():
        read = parse_markup(line)
        list(cut_pieces(read.text, read.spans))
        format_markup(read.text, read.spans)
        parse_outline(line)
