"""Points beside each other, and the text of a plan against its table."""

from __future__ import annotations

from tests.checking.papers import Sheet
from tests.checking.sentences import ask, paper_of
from vtdocs.checking.paper import Paper

_HEAD = ("STT", "Nội dung", "Cơ quan chủ trì", "Thời gian")
_TEXT = (
    "Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
    "I. HÌNH THỨC",
    "Tuyên truyền bằng tờ rơi, pano và các hội nghị.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Phòng Kinh tế",
    "- Hướng dẫn thủ tục đất đai cho người dân.",
    "2. Phòng Văn hóa - Xã hội",
    "- Biên tập tờ rơi về cải cách hành chính.",
    "3. Công an xã",
    "- Hướng dẫn đăng ký cư trú, căn cước.",
    "4. Các thôn",
    "- Vận động Nhân dân tham gia thực hiện.",
)
_ROWS = (
    ("1", "Phổ biến thủ tục đất đai", "Phòng Kinh tế", "Quý I"),
    ("2", "In tờ rơi về cải cách hành chính", "Phòng Văn hóa – Xã hội", "Quý II"),
    ("3", "Hướng dẫn đăng ký cư trú", "Công an xã Vĩnh Thông", "Quý III"),
)


def _plan(*rows: tuple[str, str, str, str], text: tuple[str, ...] = _TEXT) -> Paper:
    sheet = Sheet().head().title().body(text).sign()
    sheet.new_page().centre("Phụ lục", "CÁC HOẠT ĐỘNG").centre("(Kèm theo Kế hoạch số 12/KH-UBND)", bold=False)
    return sheet.grid(*([(cell,) for cell in row] for row in (_HEAD, *rows)), borders=True).read()


def test_who_has_duties_leads_something() -> None:
    (slip,) = ask("VB-941", _plan(*_ROWS))
    assert slip.message.endswith("trong bảng: “4. Các thôn”")
    assert ask("VB-941", _plan(*_ROWS, ("4", "Họp thôn", "Các thôn", "Quý IV"))) == []
    # Where most lead nothing, the table speaks of something else.
    assert ask("VB-941", _plan(_ROWS[0])) == []


def test_what_is_promised_is_done() -> None:
    (slip,) = ask("VB-942", _plan(*_ROWS))
    assert slip.found == "pano"
    assert [place.words for place in slip.places] == ["Tuyên truyền bằng tờ rơi, pano và các hội nghị."]
    assert ask("VB-942", _plan(*_ROWS, ("4", "Dựng pano", "Các thôn", "Quý IV"))) == []


def test_who_leads_has_the_duty() -> None:
    strange = ("4", "Kiểm tra an toàn thực phẩm", "Phòng Kinh tế", "Quý IV")
    (slip,) = ask("VB-943", _plan(*_ROWS, strange))
    assert slip.found == "Kiểm tra an toàn thực phẩm"
    assert ask("VB-943", _plan(*_ROWS)) == []


def test_a_paper_without_a_table_of_activities_is_not_asked() -> None:
    paper = paper_of(*_TEXT)
    assert [ask(rule, paper) for rule in ("VB-941", "VB-942", "VB-943")] == [[], [], []]


def test_a_point_ends_as_those_beside_it() -> None:
    points = [f"- {words} của các cơ quan, đơn vị trên địa bàn xã" for words in ("Kế hoạch", "Báo cáo", "Tài liệu")]
    text = ("I. NỘI DUNG", f"{points[0]}.", f"{points[1]}", f"{points[2]}.")
    (slip,) = ask("VB-815", Sheet().head().title().body(text).sign().read())
    assert [place.words for place in slip.places] == [points[1]]
    none = ("I. NỘI DUNG", *points)
    assert ask("VB-815", Sheet().head().title().body(none).sign().read()) == []


def test_of_two_points_one_tells_by_the_rest_of_the_paper() -> None:
    ended = [f"- Theo dõi, đôn đốc các đơn vị thực hiện nhiệm vụ thứ {word}." for word in ("nhất", "hai", "ba", "tư")]
    bare = "- Chỉ đạo Chi cục Kiểm lâm trực 24/24 giờ ở cấp IV, cấp V"
    lines = ("1. Sở Nội vụ", bare, ended[0], "2. Sở Tài chính", *ended[1:])
    assert ask("VB-815", Sheet().head().title().body(lines).sign().read()) == []
    more = (*lines, "3. Sở Xây dựng", "- Báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh.")
    (slip,) = ask("VB-815", Sheet().head().title().body(more).sign().read())
    assert slip.found == "…trực 24/24 giờ ở cấp IV, cấp V"


def test_a_lone_paragraph_beside_dashed_ones_is_told() -> None:
    (slip,) = ask("VB-816", _plan(*_ROWS, text=(*_TEXT[:-1], "Vận động Nhân dân tham gia thực hiện.")))
    assert slip.found == "Vận động Nhân dân tham gia thực hiện."
    assert ask("VB-816", _plan(*_ROWS)) == []
