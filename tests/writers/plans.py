"""Plans of every shape that the model allows, for tests of what is written from them."""

from __future__ import annotations

from hypothesis import strategies as st

from vtdocs.kinds import DOCUMENT_KINDS
from vtdocs.model import (
    Bang,
    CanhO,
    CoQuan,
    Cot,
    Gop,
    Huong,
    KeHoach,
    KieuHang,
    Luu,
    NgayThang,
    NguoiKy,
    NhomNoiNhan,
    PhuLuc,
    VaiTro,
    VanBan,
)
from vtdocs.outline import Emphasis, Link, Marker, Node, Note, Reference, RefKind, Span, parse_outline

OFFICE = CoQuan("Ủy ban nhân dân xã Vĩnh Thông", "UBND", "Vĩnh Thông")
SIGNER = NguoiKy("Nguyễn Văn An", "PHÓ CHỦ TỊCH", ("KT. CHỦ TỊCH",))
RECIPIENTS = (NhomNoiNhan(("Như trên", "Các thôn")),)
COLUMNS = (
    Cot(VaiTro.STT, "STT"),
    Cot(VaiTro.NOI_DUNG, "Nội dung"),
    Cot(VaiTro.CHU_TRI, "Cơ quan chủ trì"),
    Cot(VaiTro.PHOI_HOP, "Cơ quan phối hợp"),
    Cot(VaiTro.THOI_GIAN, "Thời gian thực hiện"),
)


def table(rows: int, content: str = "Tuyên truyền cải cách hành chính trên hệ thống truyền thanh") -> Bang:
    return Bang(
        COLUMNS,
        tuple(
            (str(n), f"{content} {n}", "Phòng Văn hóa - Xã hội", "Các thôn", "Quý II/2026") for n in range(1, rows + 1)
        ),
    )


def plan(body: str = "I. MỤC ĐÍCH\n- Nâng cao nhận thức.", **changes: object) -> KeHoach:
    values: dict[str, object] = {
        "co_quan": OFFICE,
        "trich_yeu": "Tuyên truyền cải cách hành chính năm 2026",
        "noi_dung": parse_outline(body)[0],
        "nguoi_ky": SIGNER,
        "noi_nhan": RECIPIENTS,
        "ngay_ban_hanh": NgayThang(nam=2026),
        **changes,
    }
    return KeHoach(**values)  # type: ignore[arg-type]


# Letters of Vietnamese and of the world, signs that XML and Word treat in their own way, blanks inside.
_LETTERS = st.one_of(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyĂÂĐÊÔƠƯấầẩẫậắằẳẵặếềểễệ0123456789"),
    st.sampled_from("&<>\"'{}[]|*_#@%;:,.-–—…()/\\+=~`$€₫²½ "),
    st.characters(codec="utf-8", categories=("L", "N", "P", "S"), max_codepoint=0xFFFD),
)
WORDS = st.text(_LETTERS, min_size=1, max_size=60).map(lambda text: " ".join(text.split())).filter(bool)
LONG = st.one_of(WORDS, st.integers(20, 90).map(lambda count: "x" * count), st.just("từ " * 400))
NAMES = st.one_of(WORDS, st.just("Phòng Văn hóa - Xã hội"), st.just("a" * 60))

_BODY = st.lists(
    st.builds(
        lambda mark, text: f"{mark}{text}",
        st.sampled_from(["I. ", "II. ", "1. ", "1. Nhãn: ", "1.1. ", "1.1.1. ", "a) ", "- ", "+ ", ""]),
        LONG,
    ),
    min_size=1,
    max_size=12,
).map(lambda lines: parse_outline("\n".join(lines))[0])

_TABLES = st.builds(
    lambda columns, cells: Bang(columns, tuple(tuple(row[: len(columns)]) for row in cells)),
    st.sampled_from([COLUMNS, COLUMNS[:4], COLUMNS[1:3], COLUMNS[1:2]]),
    st.lists(st.tuples(*[st.one_of(st.just(""), LONG, st.just("một\nhai"))] * 5), min_size=1, max_size=6),
)

PLANS = st.builds(
    KeHoach,
    co_quan=st.builds(
        CoQuan,
        ten=NAMES,
        ten_viet_tat=st.just("UBND"),
        dia_danh=NAMES,
        ten_trinh_bay=st.lists(NAMES, max_size=3).map(tuple),
        co_quan_chu_quan=st.none() | NAMES,
    ),
    trich_yeu=st.one_of(LONG, st.lists(WORDS, min_size=1, max_size=3).map("\n".join)),
    noi_dung=_BODY,
    nguoi_ky=st.builds(
        NguoiKy,
        ho_ten=NAMES,
        chuc_vu=NAMES,
        quyen_han=st.lists(NAMES, max_size=3).map(tuple),
        chuc_vu_khac=st.none() | NAMES,
    ),
    noi_nhan=st.lists(
        st.builds(NhomNoiNhan, st.lists(NAMES, min_size=1, max_size=6).map(tuple), st.none() | NAMES), max_size=3
    ).map(tuple),
    so=st.none() | st.integers(1, 4000),
    ngay_ban_hanh=st.builds(
        NgayThang, st.none() | st.integers(1, 28), st.none() | st.integers(1, 12), st.none() | st.integers(2020, 2099)
    ),
    can_cu=st.lists(LONG, max_size=3).map(tuple),
    mo_dau=st.lists(LONG, max_size=2).map(tuple),
    ket_thuc=st.lists(LONG, max_size=2).map(tuple),
    luu=st.builds(
        Luu,
        st.lists(st.just("VHXH"), max_size=2).map(tuple),
        st.none() | st.integers(1, 9),
        st.none() | st.just("PL"),
        st.none() | st.integers(1, 300),
    ),
    phu_luc=st.lists(
        st.builds(PhuLuc, st.tuples(_TABLES), st.none() | LONG, st.none() | st.just("PHỤ LỤC"), st.none() | WORDS),
        max_size=2,
    ).map(tuple),
)


# --- every shape --------------------------------------------------------------------------------------------------


@st.composite
def tables(draw: st.DrawFn, words: st.SearchStrategy[str] = WORDS, most: int = 16) -> Bang:
    """Tables with heads of two rows, signs, groups, totals, cells merged both ways, internal columns."""
    count, height = draw(st.integers(1, most)), draw(st.integers(0, 6))
    columns = tuple(
        Cot(
            draw(st.none() | st.sampled_from(VaiTro)),
            draw(words),
            nhom=draw(st.none() | st.sampled_from(("Trong kỳ", "Lũy kế"))),
            ky_hieu=draw(st.none() | st.sampled_from(("A", "1=2+3"))),
            canh=draw(st.none() | st.sampled_from(CanhO)),
            gop_doc=draw(st.booleans()),
            noi_bo=place > 0 and draw(st.booleans()),
        )
        for place in range(count)
    )
    cell = st.one_of(st.just(""), st.just("Văn phòng"), st.just("1.234,5"), st.just("một\nhai"), words)
    rows = [[draw(cell) for _column in columns] for _row in range(height)]
    merged: list[Gop] = []
    taken: set[tuple[int, int]] = set()
    for _ in range(draw(st.integers(0, 3)) if height else 0):
        top, left = draw(st.integers(0, height - 1)), draw(st.integers(0, count - 1))
        gop = Gop(top, left, draw(st.integers(1, height - top)), draw(st.integers(1, count - left)))
        places = {(r, c) for r in range(top, top + gop.so_hang) for c in range(left, left + gop.so_cot)}
        if places & taken:
            continue
        taken |= places
        for row, column in places - {(top, left)}:
            rows[row][column] = ""
        merged.append(gop)
    kinds = draw(st.dictionaries(st.integers(0, height - 1), st.sampled_from(KieuHang), max_size=2)) if height else {}
    return Bang(
        columns,
        tuple(map(tuple, rows)),
        tieu_de=draw(st.none() | words),
        don_vi_tinh=draw(st.none() | st.just("triệu đồng")),
        ghi_chu=draw(st.lists(words, max_size=2).map(tuple)),
        kieu_hang=kinds,
        gop=tuple(merged),
        huong=draw(st.none() | st.sampled_from(Huong)),
    )


@st.composite
def _lines(draw: st.DrawFn, below: st.SearchStrategy[tuple[Node, ...]]) -> Node:
    """A line with any mark, heading and text, spans anywhere in it, and lines below it; some stand for a table."""
    if draw(st.integers(0, 9)) == 0:
        return Node(None, ref=Reference(RefKind.BANG, "bang"), children=draw(below))
    marker = draw(st.none() | st.sampled_from(Marker))
    heading, text = draw(st.just("") | WORDS), draw(WORDS)
    node = Node(marker, marker.value if marker else "", heading, text)
    end = len(node.words)
    spans: list[Span] = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, end - 1))
        stop = draw(st.integers(start + 1, end))
        spans.append(
            draw(
                st.one_of(
                    st.builds(Emphasis, st.just(start), st.just(stop), st.booleans(), st.booleans()),
                    st.builds(Link, st.just(start), st.just(stop), st.just("https://vinhthong.gov.vn/a?b=1&c=2")),
                    st.builds(Note, st.just(stop), WORDS),
                )
            )
        )
    return Node(marker, node.number, heading, text, draw(below), spans=tuple(spans))


OUTLINES: st.SearchStrategy[tuple[Node, ...]] = st.recursive(
    st.just(()), lambda below: st.lists(_lines(below), max_size=3).map(tuple), max_leaves=8
)

PAPERS = st.builds(
    VanBan,
    loai=st.sampled_from(DOCUMENT_KINDS),
    co_quan=st.builds(CoQuan, ten=NAMES, ten_viet_tat=st.just("UBND"), dia_danh=NAMES),
    trich_yeu=WORDS,
    noi_dung=OUTLINES,
    nguoi_ky=st.builds(
        NguoiKy,
        ho_ten=st.just("") | NAMES,
        chuc_vu=NAMES,
        quyen_han=st.lists(NAMES, max_size=3).map(tuple),
        chuc_vu_khac=st.none() | NAMES,
    ),
    noi_nhan=st.lists(
        st.builds(
            NhomNoiNhan,
            st.lists(NAMES, min_size=1, max_size=4).map(tuple),
            st.none() | NAMES,
            st.none() | st.just("để báo cáo"),
        ),
        max_size=3,
    ).map(tuple),
    ky_hieu=st.none() | st.just("UBND-VX"),
    kinh_gui=st.lists(NAMES, max_size=3).map(tuple),
    tham_quyen=st.none() | NAMES,
    can_cu=st.lists(WORDS, max_size=2).map(tuple),
    mo_dau=st.lists(WORDS, max_size=2).map(tuple),
    ket_thuc=OUTLINES,
    phu_luc=st.lists(
        st.builds(
            lambda tables, title, lines: PhuLuc(tables, title, noi_dung=lines or (Node(None, text="Không."),)),
            st.lists(tables(), max_size=2).map(tuple),
            st.none() | WORDS,
            OUTLINES,
        ),
        max_size=2,
    ).map(tuple),
    bang=tables().map(lambda table: {"bang": table}),
)
"""Documents of every kind, with outlines, tables, spans and appendices of every shape."""
