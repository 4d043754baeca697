"""Plans of every shape that the model allows, for tests of what is written from them."""

from __future__ import annotations

from hypothesis import strategies as st

from vtdocs.model import Bang, CoQuan, Cot, KeHoach, Luu, NgayThang, NguoiKy, NhomNoiNhan, PhuLuc, VaiTro
from vtdocs.outline import parse_outline

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
