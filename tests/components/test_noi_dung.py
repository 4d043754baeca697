"""Each mark of the outline in its style, spans as inlines, tables and pictures in their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bounded import ends
from vtdocs.components.ket_thuc import close_content
from vtdocs.components.noi_dung import build_noi_dung, build_prose
from vtdocs.outline import Emphasis, Link, Marker, Node, Note, Reference, RefKind, parse_outline
from vtdocs.tree import Break, CharStyle, Column, HeadCell, Paragraph, Style, Table, Text
from vtdocs.tree import Link as TreeLink
from vtdocs.tree import Note as TreeNote

BOLD = CharStyle.TIEU_DE_LIEN
A_TABLE = Table((Column(),), ((HeadCell("Nội dung"),),), (("Một",),))


def one(node: Node) -> Paragraph:
    (block,) = build_noi_dung((node,))
    assert isinstance(block, Paragraph)
    return block


# --- headings -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marker", "number", "style", "text"),
    [
        (Marker.CHU_HOA, "A.", Style.MUC, "A. TÌNH HÌNH"),
        (Marker.MUC, "I.", Style.MUC, "I. TÌNH HÌNH"),
        (Marker.DIEU, "Điều 1.", Style.DIEU, "Điều 1. Tình hình"),
        (Marker.DIEU, "ĐIỀU 2.", Style.DIEU, "Điều 2. Tình hình"),
        (Marker.KHOAN, "1.", Style.KHOAN_TIEU_DE, "1. Tình hình"),
        (Marker.TIEU_KHOAN, "1.1.", Style.TIEU_KHOAN_TIEU_DE, "1.1. Tình hình"),
        (Marker.TIEU_KHOAN_3, "1.1.1.", Style.TIEU_KHOAN_3_TIEU_DE, "1.1.1. Tình hình"),
        (Marker.TIEU_KHOAN_4, "1.1.1.1.", Style.TIEU_KHOAN_4_TIEU_DE, "1.1.1.1. Tình hình"),
        (Marker.DIEM, "a)", Style.DIEM_TIEU_DE, "a) Tình hình"),
        (Marker.NGOAC, "(1)", Style.DIEM_TIEU_DE, "(1) Tình hình"),
        (Marker.SAO, "*", Style.DIEM_TIEU_DE, "* Tình hình"),
        (Marker.GACH, "-", Style.DIEM_TIEU_DE, "- Tình hình"),
        (Marker.CONG, "+", Style.DIEM_TIEU_DE, "+ Tình hình"),
        (None, "", Style.MUC, "Tình hình"),
    ],
)
def test_a_heading_that_stands_alone(marker: Marker | None, number: str, style: Style, text: str) -> None:
    assert one(Node(marker, number, heading="Tình hình")) == Paragraph(style, (Text(text),))


@pytest.mark.parametrize(
    ("marker", "number", "style"),
    [
        (Marker.CHU_HOA, "A.", Style.KHOAN),
        (Marker.MUC, "I.", Style.KHOAN),
        (Marker.KHOAN, "1.", Style.KHOAN),
        (Marker.TIEU_KHOAN, "1.1.", Style.TIEU_KHOAN),
        (Marker.TIEU_KHOAN_3, "1.1.1.", Style.TIEU_KHOAN),
        (Marker.TIEU_KHOAN_4, "1.1.1.1.", Style.TIEU_KHOAN),
        (Marker.DIEM, "a)", Style.DIEM),
        (Marker.NGOAC, "(1)", Style.NGOAC),
        (Marker.SAO, "*", Style.SAO),
        (Marker.GACH, "-", Style.GACH),
        (Marker.CONG, "+", Style.CONG),
    ],
)
def test_a_line_of_text(marker: Marker, number: str, style: Style) -> None:
    assert one(Node(marker, number, text="Làm ngay.")) == Paragraph(style, (Text(f"{number} Làm ngay."),))


def test_a_paragraph_without_a_mark() -> None:
    assert one(Node(None, text="Làm ngay.")) == Paragraph(Style.NOI_DUNG, (Text("Làm ngay."),))


def test_an_article_that_runs_straight_on_has_a_bold_number() -> None:
    assert one(Node(Marker.DIEU, "Điều 1.", text="Thành lập Tổ.")) == Paragraph(
        Style.KHOAN, (Text("Điều 1.", BOLD), Text(" Thành lập Tổ."))
    )


def test_an_article_with_a_heading_that_runs_in() -> None:
    assert one(Node(Marker.DIEU, "Điều 1.", "Phạm vi:", "Toàn xã.")) == Paragraph(
        Style.KHOAN, (Text("Điều 1. Phạm vi:", BOLD), Text(" Toàn xã."))
    )


@pytest.mark.parametrize("marker", [Marker.MUC, Marker.CHU_HOA])
def test_a_muc_that_runs_in_has_its_label_in_capitals(marker: Marker) -> None:
    assert one(Node(marker, marker.value, "Mục tiêu:", "Làm tốt.")) == Paragraph(
        Style.MUC_LIEN, (Text(f"{marker.value} MỤC TIÊU:", BOLD), Text(" Làm tốt."))
    )


def test_a_line_that_opens_a_list_stays_with_it() -> None:
    node = Node(Marker.KHOAN, "1.", text="Gồm:", children=(Node(Marker.GACH, "-", text="Một."),))
    assert [block.keep_next for block in build_noi_dung((node,)) if isinstance(block, Paragraph)] == [True, False]


def test_the_last_line_of_all_opens_nothing() -> None:
    opening = Node(Marker.GACH, "-", text="Gồm:  ")
    below = Node(Marker.KHOAN, "1.", text="Nội dung:", children=(opening, opening))

    def kept(*nodes: Node, goes_on: bool = False) -> list[bool]:
        return [block.keep_next for block in build_noi_dung(nodes, goes_on=goes_on) if isinstance(block, Paragraph)]

    assert kept(opening) == [False]
    assert kept(opening, goes_on=True) == [True]
    assert kept(opening, opening) == [True, False]
    assert kept(below) == [True, True, False]
    assert kept(below, opening) == [True, True, True, False]


@pytest.mark.parametrize(
    ("node", "inlines"),
    [
        (Node(Marker.GACH, "-", text="Một\nhai"), (Text("- Một"), Break(), Text("hai"))),
        (Node(Marker.GACH, "-", text="Một"), (Text("- Một"),)),
        (Node(Marker.GACH, text="Một"), (Text("Một"),)),
        (Node(None, text="Một\nhai"), (Text("Một"), Break(), Text("hai"))),
        (Node(Marker.DIEU, "Điều 1.", text="Một\nhai"), (Text("Điều 1.", BOLD), Text(" Một"), Break(), Text("hai"))),
        (
            Node(Marker.KHOAN, "1.", heading="Nhãn:", text="Một\nhai"),
            (Text("1. Nhãn:", BOLD), Text(" Một"), Break(), Text("hai")),
        ),
    ],
)
def test_line_breaks_stay_in_their_line(node: Node, inlines: tuple[Text | Break, ...]) -> None:
    assert one(node).inlines == inlines


def test_a_mark_without_words_stands_alone() -> None:
    assert one(Node(Marker.DIEU, "Điều 2.")) == Paragraph(Style.DIEU, (Text("Điều 2."),))
    assert one(Node(Marker.KHOAN, "1.")) == Paragraph(Style.KHOAN, (Text("1."),))


# --- parts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marker", "typed", "printed"),
    [
        (Marker.PHAN, "Phần I", "Phần I"),
        (Marker.PHAN, "PHẦN II.", "Phần II"),
        (Marker.PHAN, "PHẦN THỨ NHẤT", "Phần thứ nhất"),
        (Marker.PHAN, "phần thứ hai:", "Phần thứ hai"),
        (Marker.CHUONG, "CHƯƠNG XIV", "Chương XIV"),
        (Marker.CHUONG, "Chương IIa", "Chương IIa"),
        (Marker.MUC_SO, "MỤC 1", "Mục 1"),
        (Marker.TIEU_MUC, "TIỂU MỤC 12", "Tiểu mục 12"),
    ],
)
def test_the_label_of_a_part_stands_on_its_own_row_and_its_title_below(
    marker: Marker, typed: str, printed: str
) -> None:
    assert build_noi_dung((Node(marker, typed, heading="Quy định chung"),)) == (
        Paragraph(Style.SO_PHAN, (Text(printed),)),
        Paragraph(Style.TEN_PHAN, (Text("Quy định chung"),), by_sense=True, capitals=True),
    )


def test_a_label_may_stand_without_a_title() -> None:
    assert build_noi_dung((Node(Marker.PHAN, "Phần I"),)) == (Paragraph(Style.SO_PHAN, (Text("Phần I"),), level=0),)


def test_a_heading_below_one_of_its_own_level_stands_deeper_in_the_outline() -> None:
    unmarked = Node(None, heading="Kết quả")
    muc = Node(
        Marker.MUC, "I.", heading="Mục đích", children=(Node(Marker.KHOAN, "1.", heading="Một", children=(unmarked,)),)
    )
    chuong = Node(
        Marker.CHUONG, "Chương I", heading="Chung", children=(Node(Marker.DIEU, "Điều 1.", heading="Phạm vi"),)
    )
    blocks = build_noi_dung((Node(Marker.PHAN, "Phần I", heading="Chung", children=(muc,)), muc, chuong))
    assert [(block.style, block.level) for block in blocks if isinstance(block, Paragraph)] == [
        (Style.SO_PHAN, None),
        (Style.TEN_PHAN, None),
        (Style.MUC, 1),
        (Style.KHOAN_TIEU_DE, 2),
        (Style.MUC, 3),
        # These are where their styles say, but for the one without a mark.
        (Style.MUC, None),
        (Style.KHOAN_TIEU_DE, None),
        (Style.MUC, 2),
        (Style.SO_PHAN, None),
        (Style.TEN_PHAN, None),
        (Style.DIEU, None),
    ]


def test_a_title_keeps_its_line_breaks_and_a_part_its_text() -> None:
    spans = (Emphasis(7, 10, italic=True), Emphasis(16, 19, bold=True))
    assert build_noi_dung((Node(Marker.CHUONG, "Chương I", "Kết quả\nnăm", "Đạt tốt.", spans=spans),))[1:] == (
        Paragraph(
            Style.TEN_PHAN,
            (Text("Kết quả"), Break(), Text("nă", CharStyle.NGHIENG), Text("m")),
            by_sense=True,
            capitals=True,
        ),
        Paragraph(Style.NOI_DUNG, (Text("Đạt "), Text("tốt", CharStyle.DAM), Text("."))),
    )


# --- spans --------------------------------------------------------------------------------------------------------


def test_spans_count_behind_the_mark() -> None:
    spans = (
        Emphasis(0, 3, bold=True),
        Emphasis(4, 7, italic=True),
        Emphasis(8, 11, bold=True, italic=True),
        Link(12, 15, "https://a.vn"),
        Note(16, "Xem Luật.", (Emphasis(4, 8, italic=True),)),
    )
    assert one(Node(Marker.DIEM, "a)", text="một hai bab bốn.", spans=spans)).inlines == (
        Text("a) "),
        Text("một", CharStyle.DAM),
        Text(" "),
        Text("hai", CharStyle.NGHIENG),
        Text(" "),
        Text("bab", CharStyle.DAM_NGHIENG),
        Text(" "),
        TreeLink((Text("bốn"),), "https://a.vn"),
        Text("."),
        TreeNote((Text("Xem "), Text("Luật", CharStyle.NGHIENG), Text("."))),
    )


def test_a_label_keeps_its_weight_and_takes_italics() -> None:
    node = Node(Marker.KHOAN, "1.", "Đối tượng:", "cán bộ.", spans=(Emphasis(4, 14, bold=True, italic=True),))
    assert one(node).inlines == (
        Text("1. Đối ", BOLD),
        Text("tượng: cán", CharStyle.DAM_NGHIENG),
        Text(" bộ."),
    )


def test_a_note_between_label_and_text_is_printed_once() -> None:
    for place in (6, 7):
        node = Node(Marker.KHOAN, "1.", "Nhãn 1", "lời.", spans=(Note(place, "Ghi chú."),))
        assert sum(isinstance(inline, TreeNote) for inline in one(node).inlines) == 1


def test_bold_in_a_bold_title_adds_nothing_for_word_would_take_it_away() -> None:
    node = Node(Marker.KHOAN, "1.", heading="Một hai", spans=(Emphasis(0, 3, bold=True), Emphasis(4, 7, italic=True)))
    assert one(node).inlines == (Text("1. Một "), Text("hai", CharStyle.NGHIENG))


def test_spans_hold_their_place_where_capitals_are_longer() -> None:
    node = Node(Marker.MUC, "I.", heading="ßß Lê An", spans=(Emphasis(3, 5, italic=True),))
    assert one(node).inlines == (Text("I. SSSS "), Text("LÊ", CharStyle.NGHIENG), Text(" AN"))


def test_a_link_over_several_weights_is_one_link() -> None:
    node = Node(None, text="xem trang này", spans=(Link(4, 13, "https://a.vn"), Emphasis(4, 9, bold=True)))
    assert one(node).inlines == (
        Text("xem "),
        TreeLink((Text("trang", CharStyle.DAM), Text(" này")), "https://a.vn"),
    )


def test_a_line_of_very_many_spans_is_made_in_the_time_of_its_length() -> None:
    count = 20_000
    spans = tuple(Emphasis(3 * n, 3 * n + 2, bold=True) for n in range(count))
    with ends():
        inlines = one(Node(None, text="ab " * count, spans=spans)).inlines
    assert len(inlines) == 2 * count


_RANGES = st.lists(st.integers(0, 12), min_size=2, max_size=2).map(sorted)
_SPANS = st.lists(
    st.one_of(
        st.builds(lambda ends, *how: Emphasis(*ends, *how), _RANGES, st.booleans(), st.booleans()),
        st.builds(lambda ends: Link(ends[0], ends[1], "https://a.vn"), _RANGES),
        st.builds(Note, st.integers(0, 12), st.just("ghi chú")),
    ),
    max_size=6,
).map(tuple)


@given(st.sampled_from(list(Marker)), st.sampled_from(["", "nhãn:"]), st.sampled_from(["", "lời văn"]), _SPANS)
def test_no_word_and_no_note_is_lost_or_said_twice(marker: Marker, heading: str, text: str, spans: tuple) -> None:  # type: ignore[type-arg]
    node = Node(marker, marker.value, heading, text)
    spans = tuple(s for s in spans if s.end <= len(node.words) and s.start <= len(node.words))
    inlines = [
        inline
        for block in build_noi_dung((Node(marker, marker.value, heading, text, spans=spans),))
        if isinstance(block, Paragraph)
        for inline in block.inlines
    ]
    said = "".join(
        inline.text if isinstance(inline, Text) else "".join(t.text for t in inline.texts)
        for inline in inlines
        if isinstance(inline, Text | TreeLink)
    )
    assert said.replace(" ", "").casefold() == node.full_text.replace(" ", "").casefold()
    if heading or text:
        assert sum(isinstance(i, TreeNote) for i in inlines) == sum(isinstance(s, Note) for s in spans)


# --- tables and pictures ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("- Việc gồm:\n- Một.\n- Hai:", [True, False, False]),
        ("a) Việc chung\nLàm ngay.\nb) Việc khác", [True, False, False]),
        ("1. Gồm các việc sau:\n- Một:\n+ Hai.", [True, True, False]),
    ],
)
def test_a_line_that_opens_what_follows_stays_with_it(body: str, kept: list[bool]) -> None:
    blocks = [block for block in build_noi_dung(parse_outline(body)[0]) if isinstance(block, Paragraph)]
    assert [block.keep_next for block in blocks] == kept


def test_a_line_above_a_table_stays_with_it() -> None:
    ref = Reference(RefKind.BANG, "lich")
    nodes = (Node(None, text="Lịch như sau:"), Node(None, ref=ref))
    assert build_noi_dung(nodes, {ref: A_TABLE}) == (
        Paragraph(Style.NOI_DUNG, (Text("Lịch như sau:"),), keep_next=True),
        A_TABLE,
    )


def test_a_line_that_stands_for_a_table_becomes_it() -> None:
    ref = Reference(RefKind.BANG, "lich")
    nodes = (Node(Marker.KHOAN, "1.", heading="Lịch:", children=(Node(None, ref=ref),)), Node(None, text="Hết."))
    assert build_noi_dung(nodes, {ref: A_TABLE}) == (
        Paragraph(Style.KHOAN_TIEU_DE, (Text("1. Lịch:"),)),
        A_TABLE,
        Paragraph(Style.NOI_DUNG, (Text("Hết."),)),
    )


def test_prose_takes_texts_and_nodes() -> None:
    ref = Reference(RefKind.BANG, "lich")
    assert build_prose(("Một.", Node(None, ref=ref)), {ref: A_TABLE}) == (
        Paragraph(Style.NOI_DUNG, (Text("Một."),)),
        A_TABLE,
    )


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(KeyError, match="lich"):
        build_noi_dung((Node(None, ref=Reference(RefKind.BANG, "lich")),))


# --- the end mark -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inlines", "closed"),
    [
        ((Text("Hết."),), (Text("Hết./."),)),
        ((Text("Hết"), TreeNote((Text("x"),))), (Text("Hết"), TreeNote((Text("x"),)), Text("./."))),
        ((Text("Hết."), TreeNote((Text("x"),))), (Text("Hết"), TreeNote((Text("x"),)), Text("./."))),
        ((Text("Hết"), TreeNote((Text("x"),)), Text(".")), (Text("Hết"), TreeNote((Text("x"),)), Text("./."))),
        ((Text("a "), Text("b.", CharStyle.DAM)), (Text("a "), Text("b", CharStyle.DAM), Text("./."))),
        ((Text("a "), Text("b./.", CharStyle.DAM)), (Text("a "), Text("b", CharStyle.DAM), Text("./."))),
        ((Text("b.", CharStyle.DAM), Text("/.")), (Text("b", CharStyle.DAM), Text("./."))),
        (
            (Text("xem "), TreeLink((Text("a.vn;"),), "https://a.vn")),
            (Text("xem "), TreeLink((Text("a.vn"),), "https://a.vn"), Text("./.")),
        ),
        ((Text("Hết. / ..."),), (Text("Hết./."),)),
        ((Text("Hết ./"),), (Text("Hết./."),)),
        ((Text("Hết /."),), (Text("Hết./."),)),
        ((Text("Hết../."),), (Text("Hết.././."),)),
        ((Text("xem a.vn/b/"),), (Text("xem a.vn/b/./."),)),
        ((Text("ghi “Hết./.”"),), (Text("ghi “Hết./.”"),)),
        ((), ()),
    ],
)
def test_the_last_paragraph_is_closed_once_behind_whatever_ends_it(inlines: tuple, closed: tuple) -> None:  # type: ignore[type-arg]
    assert close_content((Paragraph(Style.NOI_DUNG, inlines),)) == (Paragraph(Style.NOI_DUNG, closed),)


def test_many_blanks_before_the_end_do_not_hold_it_up() -> None:
    text = f"a{' ' * 200_000}b//."
    with ends():
        closed = close_content((Paragraph(Style.NOI_DUNG, (Text(text),)),))
    assert closed == (Paragraph(Style.NOI_DUNG, (Text(f"{text[:-1]}./."),)),)


def test_a_body_that_ends_with_a_table_takes_no_mark() -> None:
    blocks = (Paragraph(Style.NOI_DUNG, (Text("Như sau:"),)), A_TABLE)
    assert close_content(blocks) == blocks
    assert close_content(()) == ()


@pytest.mark.parametrize(
    ("above", "note", "printed"),
    [
        ("Trên đây là Kế hoạch./.", "(Có Phụ lục kèm theo)", ["Trên đây là Kế hoạch./.", "(Có Phụ lục kèm theo)"]),
        ("Hết. /.", "(Có Phụ lục kèm theo).", ["Hết./.", "(Có Phụ lục kèm theo)."]),
        ("Trên đây là Kế hoạch.", "(Có Phụ lục)", ["Trên đây là Kế hoạch.", "(Có Phụ lục)./."]),
        ("Hết./.", "Còn nữa.", ["Hết./.", "Còn nữa./."]),
    ],
)
def test_a_note_below_the_mark_takes_none(above: str, note: str, printed: list[str]) -> None:
    assert close_content(build_prose((above, note))) == build_prose(printed)
