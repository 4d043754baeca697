"""What opens a line, what stands below what, what is a heading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdocs.outline import Marker, Node, format_outline, parse_outline, walk_outline


def parse(text: str) -> tuple[Node, ...]:
    return parse_outline(text)[0]


def faults(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.code) for fault in parse_outline(text)[1]]


def shape(nodes: tuple[Node, ...]) -> list[object]:
    return [(node.number, shape(node.children)) if node.children else node.number for node in nodes]


@pytest.mark.parametrize(
    ("line", "marker", "number"),
    [
        ("I. MỤC ĐÍCH", Marker.MUC, "I."),
        ("XIV. KẾT LUẬN", Marker.MUC, "XIV."),
        ("II.NỘI DUNG", Marker.MUC, "II."),
        ("1. Mục đích", Marker.KHOAN, "1."),
        ("1.Mục đích", Marker.KHOAN, "1."),
        ("1.2. Yêu cầu", Marker.TIEU_KHOAN, "1.2."),
        ("1.2.3. Yêu cầu", Marker.TIEU_KHOAN_3, "1.2.3."),
        ("đ) Đối với thôn;", Marker.DIEM, "đ)"),
        ("- Chủ trì;", Marker.GACH, "-"),
        ("-Chủ trì;", Marker.GACH, "-"),
        ("– Chủ trì;", Marker.GACH, "–"),
        ("+ Phối hợp;", Marker.CONG, "+"),
    ],
)
def test_a_mark_opens_a_line(line: str, marker: Marker, number: str) -> None:
    (node,) = parse(line)
    assert (node.marker, node.number) == (marker, number)


@pytest.mark.parametrize(
    "line",
    [
        "1.500 người dân",
        "1.5 triệu đồng",
        "-5 độ C",
        "IIII. Không phải số La Mã",
        "V.I. Lênin đã dạy: học, học nữa, học mãi",
        "L.A Vĩnh Thông",
        "Chi từ nguồn ngân sách được giao",
        "(Có Phụ lục kèm theo)",
        "(*) Chú thích",
        "** dán từ nơi khác **",
        "|a|b|",
        "{khong_phai_nhan}",
        "a.b",
        "1.",
        "-",
    ],
)
def test_other_lines_are_unmarked_and_come_through_letter_for_letter(line: str) -> None:
    (node,) = parse(line)
    assert (node.marker, node.text, node.heading) == (None, line, "")


def test_lower_ranks_stand_below_higher_ones_whatever_is_skipped() -> None:
    text = "I. A\n- x\n- y\n1. B\n1.1. C\n+ z\nII. D\na) p\n- q\nb) r"
    assert shape(parse(text)) == [
        ("I.", ["-", "-", ("1.", [("1.1.", ["+"])])]),
        ("II.", [("a)", ["-"]), "b)"]),
    ]


def test_an_unmarked_line_stands_below_the_line_before_it() -> None:
    assert shape(parse("Mở đầu\nI. A\nmột\n1. B\nhai")) == ["", ("I.", ["", ("1.", [""])])]


def test_blank_lines_and_blanks_at_line_ends_are_nothing() -> None:
    assert [node.full_text for node in parse("\n\n  I. A  \n\n\t- b \n")[0].children] == ["- b"]


def test_a_roman_heading_is_a_heading_unless_it_ends_like_a_sentence() -> None:
    assert [bool(node.heading) for node in parse("I. Mục đích\nII. KINH PHÍ.\nIII. Việc này đã xong.")] == [
        True,
        True,
        False,
    ]


def test_a_numbered_line_is_a_heading_when_something_stands_below_it() -> None:
    first, second = parse("1. Phòng Kinh tế\n- Chủ trì;\n2. Phối hợp với Công an xã.")
    assert (first.heading, first.text) == ("Phòng Kinh tế", "")
    assert (second.heading, second.text) == ("", "Phối hợp với Công an xã.")
    assert parse("1. Phòng Kinh tế\n2. Công an xã")[1].heading == ""


def test_a_short_line_among_headings_of_its_kind_is_a_heading_too() -> None:
    long = "Tuyên truyền " + "rất " * 20 + "rộng"
    nodes = parse(f"1. Phòng Kinh tế\n- Chủ trì;\n2. Công an xã\n3. {long}\n4. Các thôn {{loi_van}}\na) Điểm")
    assert [node.heading for node in nodes] == ["Phòng Kinh tế", "Công an xã", "", ""]
    assert [node.full_text for node in nodes][1] == "2. Công an xã"


@pytest.mark.parametrize(
    "line",
    [
        *("• Một", "\uf0b7 Một", "a/ Một", "1) Một", "2/ Một", "1- Một", "1 . Một"),
        *("A . MỤC TIÊU", "IV/ KINH PHÍ", "V - CHẾ ĐỘ", "PHẦN B. NHIỆM VỤ", "Chương A"),
    ],
)
def test_a_line_that_only_looks_marked_is_doubted_and_printed_as_typed(line: str) -> None:
    nodes, doubts = parse_outline(f"I. A\n{line}")
    assert [(doubt.line, doubt.code) for doubt in doubts] == [(1, "VT-105")]
    assert nodes[0].children[0].text == line
    assert parse_outline(f"I. A\n{line} {{doan_van}}")[1] == ()


@pytest.mark.parametrize(
    "line", ["1.1 triệu đồng", "(*) Ghi chú", "**", "(1) Một", "2030 là mốc", "a.b", "* Băng rôn:", "Phần việc của xã"]
)
def test_other_openings_are_not_doubted(line: str) -> None:
    assert faults(line) == []


def test_a_heading_may_end_with_a_bare_colon() -> None:
    assert parse("1. Nhiệm vụ cụ thể:\n- Một;")[0].heading == "Nhiệm vụ cụ thể:"


def test_a_bare_colon_among_sentences_of_its_kind_opens_a_list_and_is_text() -> None:
    nodes = parse("1. Rà soát thủ tục.\n2. Tổ chức các hoạt động:\n- Phát tờ rơi;\n3. Báo cáo kết quả.")
    assert [(node.heading, node.text) for node in nodes] == [
        ("", "Rà soát thủ tục."),
        ("", "Tổ chức các hoạt động:"),
        ("", "Báo cáo kết quả."),
    ]
    assert shape(nodes) == ["1.", ("2.", ["-"]), "3."]


@pytest.mark.parametrize(
    "other",
    ["3. Mục tiêu\n- Một;", "3. Đối tượng: Cán bộ xã."],
    ids=["a title", "a label"],
)
def test_a_bare_colon_is_a_heading_where_another_line_of_its_kind_is_one(other: str) -> None:
    nodes = parse(f"1. Rà soát thủ tục.\n2. Tổ chức các hoạt động:\n- Phát tờ rơi;\n{other}")
    assert [bool(node.heading) for node in nodes] == [False, True, True]


def test_a_word_in_braces_keeps_a_bare_colon_a_heading() -> None:
    nodes = parse("1. Rà soát thủ tục.\n2. Tổ chức các hoạt động: {tieu_de}\n- Phát tờ rơi;")
    assert nodes[1].heading == "Tổ chức các hoạt động:"


def test_a_numbered_line_that_ends_like_a_sentence_is_text() -> None:
    assert parse("1. Giao Phòng Kinh tế chủ trì.\n- Một;")[0].heading == ""


def test_a_heading_of_more_than_150_characters_is_text() -> None:
    title = "Giao " + "x" * 146
    assert parse(f"1. {title[:150]}\n- a")[0].heading == title[:150]
    assert parse(f"1. {title}\n- a")[0].heading == ""


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("1. Đối tượng: Đội ngũ cán bộ xã.", "Đối tượng:"),
        ("1. Thời gian: từ ngày 01/3/2026.", "Thời gian:"),
        ("2. Trung tâm Phục vụ hành chính công xã: Công khai thủ tục.", "Trung tâm Phục vụ hành chính công xã:"),
        ("3. Thực hiện tốt ba nhiệm vụ sau đây: tuyên truyền, vận động.", ""),
        ("4. Làm xong. Sau đó: Báo cáo.", ""),
        ("5. Phấn đấu đến hết năm 2026 đạt các chỉ tiêu: 100% hồ sơ trực tuyến.", ""),
        ("6. Thực hiện các nhiệm vụ sau: Rà soát.", ""),
        ("III. KINH PHÍ THỰC HIỆN: Từ nguồn ngân sách xã.", "KINH PHÍ THỰC HIỆN:"),
        ("III. Thời gian thực hiện: Từ ngày 01/01/2026 đến ngày 31/12/2026", "Thời gian thực hiện:"),
        ("III. KINH PHÍ: NGÂN SÁCH XÃ", "KINH PHÍ: NGÂN SÁCH XÃ"),
        ("2. Lực lượng tuần tra canh gác đê: 24 người.", "Lực lượng tuần tra canh gác đê:"),
        ("4. Theo Quyết định số: 12/QĐ-UBND ngày 05/01/2026.", ""),
        ("1. Ủy ban nhân dân Tp. Thanh Hóa: Chủ trì thực hiện.", "Ủy ban nhân dân Tp. Thanh Hóa:"),
        ("a) Đối tượng: Đội ngũ cán bộ.", ""),
        ("- Đối tượng: Đội ngũ cán bộ.", ""),
    ],
)
def test_a_short_label_before_a_colon_runs_in(line: str, heading: str) -> None:
    (node,) = parse(line)
    assert node.heading == heading
    assert node.full_text == line


def test_long_labels_among_run_in_headings_of_their_kind_run_in_too() -> None:
    labels = [
        "Phòng Kinh tế:",
        "Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số xã:",
        "Văn phòng HĐND - UBND xã; Phòng Kinh tế:",
        "Đề nghị TT. Đảng ủy:",
        "",
    ]
    texts = [f"{n}. {label} Chủ trì thực hiện." for n, label in enumerate(labels, 1)]
    assert [node.heading for node in parse("\n".join(texts))] == labels
    alone = f"2. {labels[1]} Chủ trì."
    assert parse(alone)[0].heading == ""


def test_neighbours_of_run_in_headings_run_in_whatever_letter_follows() -> None:
    text = (
        "1. Phòng Kinh tế: chủ trì.\n2. Phòng Văn hóa - Xã hội: chủ trì tuyên truyền.\n"
        "3. Ông Lê Văn C, Trưởng Công an xã - Ủy viên: phụ trách.\n4. Theo Kế hoạch số: 05/KH-UBND."
    )
    assert [node.heading for node in parse(text)] == [
        "Phòng Kinh tế:",
        "Phòng Văn hóa - Xã hội:",
        "Ông Lê Văn C, Trưởng Công an xã - Ủy viên:",
        "",
    ]


def test_a_short_title_with_lines_below_it_keeps_its_full_stop() -> None:
    nodes = parse("I. Mục đích, yêu cầu.\n1. Mục đích.\n- Một.\n2. Công chức Văn hóa - Xã hội xã.\n- Hai.\n3. Làm.")
    assert nodes[0].heading == "Mục đích, yêu cầu."
    assert [node.heading for node in nodes[0].children] == ["Mục đích.", "Công chức Văn hóa - Xã hội xã.", ""]


def test_a_numbered_case_with_lines_below_it_is_a_heading_as_a_whole() -> None:
    first, second = parse("1. Tình huống 1: Khi có bão gần bờ\n- Thông báo.\n2. Khi có lũ lớn\n- Di dời.")
    assert (first.heading, second.heading) == ("Tình huống 1: Khi có bão gần bờ", "Khi có lũ lớn")


def test_marks_begin_anew_below_a_heading_of_the_authors_own_kind() -> None:
    text = "A. ĐẶC ĐIỂM {tieu_de}\n1. Một.\n2. Hai.\nB. NHIỆM VỤ {tieu_de}\n1. Ba.\nPHẦN C {tieu_de}\nI. BỐN\n1. Năm."
    assert faults(text) == []


def test_marks_may_also_run_on_below_such_a_heading() -> None:
    assert faults("A. X {tieu_de}\nI. B\n1. c.\nB. Y {tieu_de}\nII. Z\n1. d.\n2. e.") == []
    assert faults("A. X {tieu_de}\nI. B.\nB. Y {tieu_de}\nIV. Z.") == [(3, "VT-101")]


def test_a_heading_amid_a_list_closes_nothing() -> None:
    text = "I. A\n1. b.\nGhi chú {tieu_de}\n2. c.\nII. D\n1. e."
    assert faults(text) == []
    assert [node.number for node in parse(text)] == ["I.", "II."]


def test_a_lead_in_is_text_though_a_list_stands_below_it() -> None:
    node = parse("6. Giao Văn phòng chủ trì, phối hợp thực hiện các nhiệm vụ sau:\n- Một;")[0]
    assert (node.heading, len(node.children)) == ("", 1)


def test_a_word_in_braces_says_otherwise() -> None:
    nodes = parse(
        "1. Công an xã {tieu_de}\n2. Đối tượng: Cán bộ. {loi_van}\n3. không phải khoản {doan_van}\n- Ghi chú {la}"
    )
    heading, text, plain = nodes[0], nodes[1], nodes[1].children[0]
    assert (heading.heading, heading.text) == ("Công an xã", "")
    assert (text.heading, text.text) == ("", "Đối tượng: Cán bộ.")
    assert (plain.marker, plain.text) == (None, "3. không phải khoản")
    assert nodes[1].children[1].text == "Ghi chú {la}"


def test_gaps_repeats_and_foreign_letters_are_told_with_their_line() -> None:
    text = "I. A\n1. B\n1. C\n3. D\nIII. E\na) p\nc) q\nf) r"
    assert faults(text) == [(2, "VT-102"), (3, "VT-101"), (4, "VT-101"), (6, "VT-101"), (7, "VT-103")]


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert faults("\n".join(f"{letter}) x" for letter in "abcdđeghiklmnopqrstuvxy")) == []


def test_numbering_starts_again_below_each_heading() -> None:
    assert faults("I. A\n1. b\n2. c\nII. D\n1. e\n1.1. f\n1.2. g\n2. h\n2.1. i") == []


def test_a_number_below_another_ones_number_is_told() -> None:
    assert faults("1. A\n1.1. b\n2. C\n1.1. d") == [(3, "VT-104")]


LINES = st.lists(
    st.builds(
        lambda mark, text: f"{mark}{text}",
        st.sampled_from(
            [
                "I. ",
                "II. ",
                "1. ",
                "2. ",
                "1.1. ",
                "1.1.1. ",
                "a) ",
                "đ) ",
                "(1) ",
                "- ",
                "+ ",
                "* ",
                "Điều 1. ",
                "A. ",
                "",
            ]
        ),
        st.text(
            st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="*{}[]\\"),
            min_size=1,
            max_size=40,
        ),
    ),
    max_size=30,
)


@given(LINES)
def test_every_word_comes_through_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    words = " ".join(node.full_text for node in walk_outline(parse(text))).split()
    typed = " ".join(line for line in lines)
    # A blank is put in where it was forgotten behind a mark; nothing else may change.
    assert "".join(words) == "".join(typed.split())


@given(st.text())
def test_no_text_is_too_strange_to_read(text: str) -> None:
    parse_outline(text)


def test_letters_in_order_with_marked_lines_below_are_headings() -> None:
    text = "A. Đặc điểm tình hình\nI. Thuận lợi\n- x\nB. Nội dung thực hiện\nI. Mục tiêu\n- y"
    nodes = parse(text)
    assert shape(nodes) == [("A.", [("I.", ["-"])]), ("B.", [("I.", ["-"])])]
    assert [(node.marker, node.heading) for node in nodes] == [
        (Marker.CHU_HOA, "Đặc điểm tình hình"),
        (Marker.CHU_HOA, "Nội dung thực hiện"),
    ]
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [
        ("A. Tên\n- x", [], [(0, "VT-105")]),
        ("A. Tên\nmột\nB. Tên\n- x", [], []),
        ("A. Tên\n- x\nC. Tên\n- y", [], [(0, "VT-105")]),
        ("A. Tên {doan_van}\n- x", [], []),
        ("A. KẾT QUẢ\n- x\nC. Mác viết", ["A."], []),
        ("A. KẾT QUẢ\n- x\nC. Mác viết\n- y", ["A."], []),
        ("A. Kết quả\nmột\nB. TỒN TẠI", ["A.", "B."], []),
        ("A. Một\n- x\nB. Hai\n- y\nC. Ba\n- z", ["A.", "B.", "C."], []),
        ("A. Một\n- x\nB. Hai\n- y\nC. Mác viết", ["A.", "B."], []),
        ("I. MỘT\nA. Một\n- x\nB. Hai\n- y\nII. HAI\nA. Ba\n- x\nB. Bốn\n- y", ["A.", "B.", "A.", "B."], []),
    ],
)
def test_a_letter_counts_in_a_run_alone(text: str, letters: list[str], expected: list[tuple[int, str]]) -> None:
    assert [node.number for node in walk_outline(parse(text)) if node.marker is Marker.CHU_HOA] == letters
    assert faults(text) == expected


def test_quoted_text_of_another_paper_has_no_marks() -> None:
    text = (
        "1. Sửa đổi Điều 7 như sau:\n“Điều 7. Chế độ họp\n1. Họp thường kỳ.\n2. Họp đột xuất.\n"
        "3. Họp chuyên đề.”\n2. Bãi bỏ Điều 9."
    )
    nodes = parse(text)
    assert shape(nodes) == [("1.", ["", "", "", ""]), "2."]
    assert [child.text for child in nodes[0].children] == [
        "“Điều 7. Chế độ họp",
        "1. Họp thường kỳ.",
        "2. Họp đột xuất.",
        "3. Họp chuyên đề.”",
    ]
    assert faults(text) == []
    assert parse(format_outline(nodes)) == nodes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. a:\n“1. x\n5. gọi là “y”\n6. z”.\n2. b", [("1.", ["", "", ""]), "2."]),
        ("1. a:\n“1. x”\n2. b", [("1.", [""]), "2."]),
        ("1. a:\n“x\n2. b”", [("1.", [""]), "2."]),
        ("1. a:\n“1. x\n2. b", [("1.", [""]), "2."]),
        ("1. a:\n“1. x\n2. y {loi_van}\n3. z”;", [("1.", [""]), ("2.", [""])]),
        ("1. a:\n“1. x\n" + "- y\n" * 199 + "z”\n2. b", [("1.", [""] * 201), "2."]),
        ("1. a:\n“1. x\n" + "- y\n" * 200 + "z”", [("1.", ["", *["-"] * 199, ("-", [""])])]),
    ],
)
def test_where_a_quotation_ends(text: str, expected: list[object]) -> None:
    nodes = parse(text)
    assert shape(nodes) == expected
    assert parse(format_outline(nodes)) == nodes


def test_a_letter_without_lines_below_it_does_not_end_a_run_that_goes_on() -> None:
    nodes, doubts = parse_outline("A. Khu một\n- x\nB. Khu hai\nĐang xây dựng.\nC. Khu ba\n- y")
    assert [(node.number, node.heading) for node in nodes] == [("A.", "Khu một"), ("B.", "Khu hai"), ("C.", "Khu ba")]
    assert doubts == ()
