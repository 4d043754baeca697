"""Documents of every shape that the model allows: outlines of all chains, tables of all kinds, appendices of both."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.writers.plans import OFFICE, RECIPIENTS, SIGNER
from vtdocs.model import Bang, CanhO, Cot, Gop, Huong, KieuHang, NgayThang, PhuLuc, VaiTro, VanBan
from vtdocs.outline import Node, parse_outline

# Words that real papers hold; the marks of markup stand among them and come through as they are.
_SYLLABLES = [
    "tuyên",
    "truyền",
    "cải",
    "cách",
    "hành",
    "chính",
    "xã",
    "Vĩnh",
    "Thông",
    "năm",
    "2026",
    "kế",
    "hoạch",
    "nghiêm",
    "túc",
    "Nghị",
    "quyết",
    "số",
    "76/NQ-CP",
    "đẩy",
    "mạnh",
    "người",
    "dân",
    "(b/c)",
    "98,82%",
    "1.250",
    "và/hoặc",
    "“đúng",
    "hạn”",
    "a",
    "&",
    "b",
    "<",
    "c",
    ">",
    "d",
    "*",
    "**",
    "(*)",
    "[1]",
    "5*3",
    "H2O",
    "đ/c",
]
TEXTS = st.lists(st.sampled_from(_SYLLABLES), min_size=1, max_size=14).map(" ".join)
LONG_TEXTS = st.one_of(TEXTS, st.just("từ " * 300 + "hết"), st.integers(20, 70).map(lambda count: "x" * count))
_MARKUP = st.sampled_from(
    [
        "{}",
        "**{}**",
        "*{}* sau",
        "trước ***{}***",
        "{}{{chu_thich: nguồn số liệu}}",
        "xem [{}](https://vidu.vn/a?b=1&c=2)",
    ]
)
_MARKS = (
    "Phần I", "Chương I", "Mục 1", "Tiểu mục 1", "Điều 1.", "I.", "II.", "1.", "2.", "1.1.", "1.1.1.", "1.1.1.1.",
    "a)", "b)", "đ)", "(1)", "(2)", "*", "-", "-", "+", "",
)  # fmt: skip


def _line(mark: str, text: str, markup: str, directive: str) -> str:
    # A label stands alone; markup would be no markup around signs of its own kind.
    if mark.startswith(("Phần", "Chương", "Mục", "Tiểu")):
        return f"{mark}\nTÊN CỦA PHẦN NÀY"
    marked = markup.format("chữ có dạng riêng")
    return f"{mark} {text} {marked}{directive}".strip()


OUTLINES: st.SearchStrategy[tuple[Node, ...]] = st.lists(
    st.builds(
        _line, st.sampled_from(_MARKS), LONG_TEXTS, _MARKUP, st.sampled_from(["", "", "", " {tieu_de}", " {loi_van}"])
    ),
    min_size=1,
    max_size=14,
).map(lambda lines: parse_outline("\n".join(lines))[0])

_CELLS = st.one_of(
    st.just(""),
    TEXTS,
    st.sampled_from(["1.234.567", "98,5%", "25", "-", "một\nhai\nba", "Quý II/2026", "15/6/2026"]),
    st.just("ô rất dài " * 120 + "hết"),
)


@st.composite
def tables(draw: st.DrawFn, most_columns: int = 16, most_rows: int = 8) -> Bang:
    """A table with a head of one or two rows, groups, totals, merged cells, signs, notes."""
    count = draw(st.integers(2, most_columns))
    groups = draw(st.lists(st.sampled_from([None, None, "Trong kỳ", "Lũy kế"]), min_size=count, max_size=count))
    signs = draw(st.booleans())
    columns = tuple(
        Cot(
            draw(st.sampled_from([None, None, *VaiTro])),
            draw(
                st.sampled_from(
                    ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian", "Số liệu", "Kết quả thực hiện"]
                )
            ),
            nhom=groups[place],
            ky_hieu=str(place + 1) if signs else None,
            canh=draw(st.sampled_from([None, None, *CanhO])),
            noi_bo=place > 1 and draw(st.booleans()) and draw(st.booleans()),
        )
        for place in range(count)
    )
    rows = draw(st.integers(1, most_rows))
    cells = [[draw(_CELLS) for _column in range(count)] for _row in range(rows)]
    merged: list[Gop] = []
    covered: set[tuple[int, int]] = set()
    for _try in range(draw(st.integers(0, 3))):
        row, column = draw(st.integers(0, rows - 1)), draw(st.integers(0, count - 1))
        down, across = draw(st.integers(1, min(3, rows - row))), draw(st.integers(1, min(3, count - column)))
        area = {(r, c) for r in range(row, row + down) for c in range(column, column + across)}
        if len(area) > 1 and not area & covered:
            covered |= area
            merged.append(Gop(row, column, down, across))
            for r, c in area - {(row, column)}:
                cells[r][c] = ""
    kinds = {row: draw(st.sampled_from(KieuHang)) for row in range(rows) if draw(st.integers(0, 4)) == 0}
    return Bang(
        columns,
        tuple(map(tuple, cells)),
        tieu_de=draw(st.none() | st.just("Biểu tổng hợp kết quả")),
        don_vi_tinh=draw(st.none() | st.just("triệu đồng")),
        ghi_chu=draw(st.sampled_from([(), ("Số liệu tính đến ngày 14 tháng 6.",)])),
        kieu_hang=kinds,
        gop=tuple(merged),
        huong=draw(st.sampled_from([None, None, *Huong])),
    )


def _with_table(nodes: tuple[Node, ...], name: str) -> tuple[Node, ...]:
    return (*nodes, *parse_outline(f"{{bang: {name}}}")[0], *parse_outline("Sau bảng có lời văn.")[0])


@st.composite
def documents(draw: st.DrawFn) -> VanBan:
    """A document of some kind, with tables in its text and appendices of prose, of tables, or of both."""
    named = {f"bang-{place}": draw(tables()) for place in range(draw(st.integers(0, 2)))}
    body = draw(OUTLINES)
    for name in named:
        body = _with_table(body, name)
    appendices = tuple(
        PhuLuc(
            tuple(draw(st.lists(tables(), min_size=0 if prose else 1, max_size=2))),
            draw(st.none() | TEXTS),
            noi_dung=prose,
        )
        for prose in draw(st.lists(st.one_of(st.just(()), OUTLINES), max_size=3))
    )
    kind = draw(st.sampled_from(["ke_hoach", "quyet_dinh", "bao_cao", "to_trinh", "cong_van", "quy_che"]))
    return VanBan(
        loai=kind,
        co_quan=OFFICE,
        trich_yeu=draw(TEXTS),
        noi_dung=body,
        nguoi_ky=SIGNER,
        noi_nhan=RECIPIENTS,
        ngay_ban_hanh=NgayThang(nam=2026),
        kinh_gui=("Ủy ban nhân dân tỉnh", "Sở Nội vụ") if kind in ("to_trinh", "cong_van") else (),
        phu_luc=appendices,
        bang=named,
    )
