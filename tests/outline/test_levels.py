"""Levels of lines whose marks are cut off already: what the grammar says of typed text holds for them as well."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vtdocs.outline import Marker, Node, parse_outline
from vtdocs.outline.grammar import Level, read_levels
from vtdocs.outline.markers import MarkedLine, read_marker

LINES = (
    "Phần I",
    "TÌNH HÌNH CHUNG",
    "Chương I",
    "QUY ĐỊNH CHUNG",
    "CỦA QUY CHẾ",
    "Mục 1",
    "Điều 1. Phạm vi điều chỉnh",
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
    "A. KẾT QUẢ",
    "B. Hạn chế",
    "C. Mác viết",
    "I. MỤC ĐÍCH",
    "II. NỘI DUNG",
    "1. Mục đích",
    "2. Yêu cầu",
    "3. Đối tượng: Cán bộ, công chức xã.",
    "1. Các phòng có nhiệm vụ:",
    "4. Mục đích.",
    "1.1. Kết quả",
    "1.2. Hạn chế",
    "a) Niêm yết công khai;",
    "b) Thông báo.",
    "- Các phòng;",
    "+ Các thôn;",
    "(1) Một là",
    "Đoạn văn không có dấu đầu dòng.",
    "“Điều 7. Chế độ họp",
    "1. Họp hằng tháng.”",
    "Trên đây là Kế hoạch.",
)


def flat(nodes: tuple[Node, ...], above: int = -1) -> list[tuple[int, Marker | None, str, str, int]]:
    found = []
    for node in nodes:
        found.append((node.line, node.marker, node.heading, node.text, above))
        found += flat(node.children, node.line)
    return found


@given(st.lists(st.sampled_from(LINES), max_size=25))
def test_levels_are_those_of_the_grammar(lines: list[str]) -> None:
    levels = read_levels([read_marker(line) for line in lines])
    assert len(levels) == len(lines)
    placed = [
        (index, level.marker, level.heading, level.text, level.above)
        for index, level in enumerate(levels)
        if not level.is_title
    ]
    assert placed == sorted(flat(parse_outline("\n".join(lines))[0]), key=lambda node: node[0])


def test_markup_is_text() -> None:
    lines = ["**Đậm** và *nghiêng*", "{bang: ten}", "[chữ](https://a.vn) {tieu_de}", r"\* sao"]
    assert [level.text for level in read_levels([read_marker(line) for line in lines])] == lines


def test_a_title_stands_below_its_label() -> None:
    assert read_levels([MarkedLine(Marker.PHAN, "Phần I", ""), MarkedLine(None, "", "TÌNH HÌNH")]) == [
        Level(Marker.PHAN, "TÌNH HÌNH", "", -1, 1),
        Level(None, "TÌNH HÌNH", "", 0, is_title=True),
    ]
