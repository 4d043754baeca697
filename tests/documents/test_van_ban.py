"""Documents of every kind as trees: what stands where."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

import vtdocs
from tests.docx_xml import paragraph_texts
from tests.writers.plans import PAPERS
from vtdocs.documents import build_document, publish
from vtdocs.errors import WriteError
from vtdocs.model import (
    Bang,
    CoQuan,
    Cot,
    Hinh,
    KeHoach,
    KieuAnh,
    Luu,
    NgayThang,
    NguoiKy,
    NhomNoiNhan,
    PhuLuc,
    VaiTro,
    VanBan,
)
from vtdocs.outline import Marker, Node, Reference, RefKind, parse_outline, walk_outline
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN
from vtdocs.tree import Block, CharStyle, Field, Link, Paragraph, Picture, Style, Table, Text

OFFICE = CoQuan("Ủy ban nhân dân xã Vĩnh Thông", "UBND", "Vĩnh Thông")
INNER = Bang((Cot(VaiTro.NOI_DUNG, "Nội dung"), Cot(None, "Lý do", noi_bo=True)), (("Việc một", "kín"),))


def paper(loai: str, body: str = "- Một việc.", **changes: object) -> VanBan:
    values: dict[str, object] = {
        "loai": loai,
        "co_quan": OFFICE,
        "trich_yeu": "Về việc thành lập Tổ",
        "noi_dung": parse_outline(body)[0],
        "nguoi_ky": NguoiKy("Lê Văn A", "CHỦ TỊCH"),
        "noi_nhan": (NhomNoiNhan(("Các thôn",)),),
        "ngay_ban_hanh": NgayThang(5, 1, 2026),
        **changes,
    }
    return VanBan(**values)  # type: ignore[arg-type]


def said(blocks: tuple[Block, ...]) -> list[tuple[Style, str]]:
    return [
        (block.style, "".join(i.text for i in block.inlines if isinstance(i, Text | Field)))
        for block in blocks
        if isinstance(block, Paragraph)
    ]


def line(text: str) -> Node:
    return Node(None, text=text)


# --- kinds --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("loai", [key for key in LOAI_VAN_BAN if key != "cong_van"])
def test_every_named_kind_bears_its_name_and_sign(loai: str) -> None:
    document = build_document(paper(loai))
    row = LOAI_VAN_BAN[loai]
    assert said(document.frame.slots["ten_loai"])[0] == (Style.TEN_LOAI, row.ten.upper())
    assert document.frame.slots["trich_yeu_cong_van"] == ()
    assert document.frame.tags["ky_hieu"] == Text(f"{row.viet_tat}-UBND" if row.viet_tat else "UBND")


def test_a_plan_is_a_document_of_its_kind() -> None:
    plan = paper("ke_hoach", can_cu=("Luật A", "Luật B;"), mo_dau=("Xã làm như sau:",), ket_thuc=("Hết.",))
    assert said(build_document(plan).body) == [
        (Style.CAN_CU, "Luật A;"),
        (Style.CAN_CU, "Luật B."),
        (Style.NOI_DUNG, "Xã làm như sau:"),
        (Style.GACH, "- Một việc."),
        (Style.NOI_DUNG, "Hết./."),
    ]


def test_a_letter_has_no_name_says_v_v_and_signs_with_its_unit() -> None:
    letter = paper(
        "cong_van",
        trich_yeu="báo cáo tiến độ",
        kinh_gui=("Sở Nội vụ",),
        luu=Luu(("VHXH",)),
        phu_luc=(PhuLuc((INNER,)),),
    )
    document = build_document(letter)
    slots = document.frame.slots
    assert document.frame.tags["ky_hieu"] == Text("UBND-VHXH")
    assert slots["ten_loai"] == ()
    assert said(slots["trich_yeu_cong_van"]) == [(Style.TRICH_YEU_CONG_VAN, "V/v báo cáo tiến độ")]
    assert said(slots["kinh_gui"]) == [(Style.KINH_GUI, "Kính gửi: Sở Nội vụ")]
    assert said(slots["noi_nhan"])[1:] == [
        (Style.NOI_NHAN_MUC, "- Như trên;"),
        (Style.NOI_NHAN_MUC, "- Các thôn;"),
        (Style.NOI_NHAN_MUC, "- Lưu: VT, VHXH."),
    ]
    assert said(document.appendices[0].head)[1] == (
        Style.KEM_THEO,
        "(Kèm theo Công văn số /UBND-VHXH ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã Vĩnh Thông)",
    )
    assert (document.properties.title, document.properties.created) == ("Công văn báo cáo tiến độ", "2026-01-05")


def test_a_sign_that_is_given_stands_as_given() -> None:
    assert build_document(paper("cong_van", ky_hieu="UBND-VX")).frame.tags["ky_hieu"] == Text("UBND-VX")
    assert build_document(paper("cong_van")).frame.tags["ky_hieu"] == Text("UBND")


def test_a_report_may_be_addressed() -> None:
    slots = build_document(paper("bao_cao", kinh_gui=("Sở A", "Sở B"))).frame.slots
    assert said(slots["kinh_gui"]) == [
        (Style.KINH_GUI, "Kính gửi:"),
        (Style.KINH_GUI_MUC, "- Sở A;"),
        (Style.KINH_GUI_MUC, "- Sở B."),
    ]


def test_an_unknown_kind_is_told() -> None:
    with pytest.raises(WriteError, match=r"VT-310.*“thu_moi”"):
        build_document(paper("thu_moi"))


# --- decisions ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("loai", "words"), [("quyet_dinh", "QUYẾT ĐỊNH:"), ("nghi_quyet", "QUYẾT NGHỊ:")])
def test_a_decision_says_by_whose_authority_and_where_its_articles_begin(loai: str, words: str) -> None:
    decision = paper(loai, can_cu=("Luật A", "Theo đề nghị của Trưởng phòng"), mo_dau=("Xét tình hình.",))
    articles = (Node(Marker.DIEU, "Điều 1.", text="Thành lập Tổ."), Node(Marker.DIEU, "Điều 2.", text="Thi hành."))
    body = build_document(replace(decision, noi_dung=articles)).body
    assert said(body) == [
        (Style.THAM_QUYEN, "Ủy ban nhân dân xã Vĩnh Thông"),
        (Style.CAN_CU, "Luật A;"),
        (Style.CAN_CU, "Theo đề nghị của Trưởng phòng."),
        (Style.NOI_DUNG, "Xét tình hình."),
        (Style.THAM_QUYEN, words),
        (Style.KHOAN, "Điều 1. Thành lập Tổ."),
        (Style.KHOAN, "Điều 2. Thi hành./."),
    ]
    assert body[0] == Paragraph(Style.THAM_QUYEN, (Text(OFFICE.ten),), by_sense=True, capitals=True)
    assert body[4] == Paragraph(Style.THAM_QUYEN, (Text(words),), by_sense=True, keep_next=True)
    assert body[5] == Paragraph(Style.KHOAN, (Text("Điều 1.", CharStyle.TIEU_DE_LIEN), Text(" Thành lập Tổ.")))


def test_the_authority_may_be_the_head_of_the_office() -> None:
    body = build_document(paper("quyet_dinh", tham_quyen="Chủ tịch Ủy ban nhân dân xã")).body
    assert said(body)[0] == (Style.THAM_QUYEN, "Chủ tịch Ủy ban nhân dân xã")


def test_a_kind_without_an_authority_prints_one_that_is_given() -> None:
    assert said(build_document(paper("chi_thi", tham_quyen="CHỦ TỊCH")).body)[0] == (Style.THAM_QUYEN, "CHỦ TỊCH")


@pytest.mark.parametrize(
    "changes",
    [{"mo_dau": ("Quyết định:",)}, {"noi_dung": (line("QUYẾT ĐỊNH:"), line("Một."))}, {"noi_dung": (line("Một."),)}],
)
def test_words_that_the_author_typed_himself_stand_once(changes: dict[str, object]) -> None:
    body = build_document(replace(paper("quyet_dinh", "Một."), **changes)).body  # type: ignore[arg-type]
    assert said(body)[1:] == [(Style.THAM_QUYEN, "QUYẾT ĐỊNH:"), (Style.NOI_DUNG, "Một./.")]


def test_a_decision_without_articles_closes_nothing() -> None:
    assert said(build_document(paper("quyet_dinh", noi_dung=())).body)[-1] == (Style.THAM_QUYEN, "QUYẾT ĐỊNH:")


# --- tables, pictures, appendices ---------------------------------------------------------------------------------


def test_lines_become_the_tables_and_pictures_that_they_name_in_body_and_appendix() -> None:
    table, picture = Reference(RefKind.BANG, "lich"), Reference(RefKind.HINH, "so_do")
    document = build_document(
        paper(
            "ke_hoach",
            noi_dung=(line("Lịch:"), Node(None, ref=table)),
            ket_thuc=(Node(None, ref=picture), "Hết."),
            phu_luc=(PhuLuc((INNER,), noi_dung=(line("Xem:"), Node(None, ref=table))), PhuLuc(noi_dung=(line("A"),))),
            bang={"lich": INNER},
            hinh={"so_do": Hinh(b"\x89PNG\r\n\x1a\n", KieuAnh.PNG, 1, 1, "Sơ đồ")},
        )
    )
    assert [type(block) for block in document.body] == [Paragraph, Table, Picture, Paragraph]
    first, second = document.appendices
    assert [type(block) for block in first.blocks] == [Paragraph, Table, Table]
    assert said(first.head)[0] == (Style.PHU_LUC, "Phụ lục I")
    assert said(second.head)[0] == (Style.PHU_LUC, "Phụ lục II")
    assert said(second.blocks) == [(Style.NOI_DUNG, "A")]


@pytest.mark.parametrize(
    ("loai", "authority", "issuer"),
    [
        ("quyet_dinh", "Chủ tịch Ủy ban nhân dân xã Vĩnh Thông", "Chủ tịch Ủy ban nhân dân xã Vĩnh Thông"),
        ("quyet_dinh", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG", "Chủ tịch Ủy ban nhân dân xã Vĩnh Thông"),
        ("quyet_dinh", "CHỦ TỊCH ỦY BAN NHÂN DÂN", "Chủ tịch Ủy ban nhân dân xã Vĩnh Thông"),
        ("quyet_dinh", "CHỦ TỊCH UBND XÃ VĨNH THÔNG", "Chủ tịch Ủy ban nhân dân xã Vĩnh Thông"),
        ("quyet_dinh", "CHỦ TỊCH HỘI ĐỒNG NHÂN DÂN XÃ VĨNH THÔNG", "Chủ tịch Hội đồng nhân dân xã Vĩnh Thông"),
        ("quyet_dinh", "CHỦ TỊCH ỦY BAN XÃ VĨNH THÔNG", "Ủy ban nhân dân xã Vĩnh Thông"),
        ("quyet_dinh", "HIỆU TRƯỞNG TRƯỜNG THCS NGUYỄN DU", "Ủy ban nhân dân xã Vĩnh Thông"),
        ("nghi_quyet", "HỘI ĐỒNG NHÂN DÂN XÃ VĨNH THÔNG", "Hội đồng nhân dân xã Vĩnh Thông"),
        ("quyet_dinh", None, "Ủy ban nhân dân xã Vĩnh Thông"),
        ("ke_hoach", "CHỦ TỊCH", "Ủy ban nhân dân xã Vĩnh Thông"),
    ],
)
def test_an_appendix_names_who_issued_the_paper(loai: str, authority: str | None, issuer: str) -> None:
    (appendix,) = build_document(paper(loai, tham_quyen=authority, phu_luc=(PhuLuc((INNER,)),))).appendices
    kind = LOAI_VAN_BAN[loai]
    assert said(appendix.head)[1] == (
        Style.KEM_THEO,
        f"(Kèm theo {kind.ten} số /{kind.viet_tat}-UBND ngày 05 tháng 01 năm 2026 của {issuer})",
    )


@pytest.mark.parametrize(
    ("label", "capitals"), [("QUY ĐỊNH", False), ("Danh sách", False), ("PHỤ LỤC", True), (None, True)]
)
def test_a_paper_that_is_attached_has_a_title_as_papers_have(label: str | None, capitals: bool) -> None:
    (appendix,) = build_document(paper("quyet_dinh", phu_luc=(PhuLuc((INNER,), "Về hội họp", label),))).appendices
    assert appendix.head[1] == Paragraph(Style.TEN_PHU_LUC, (Text("Về hội họp"),), by_sense=True, capitals=capitals)


def test_a_line_that_opens_the_tables_of_an_appendix_stays_with_them() -> None:
    (appendix,) = build_document(paper("ke_hoach", phu_luc=(PhuLuc((INNER,), noi_dung=(line("Xem:"),)),))).appendices
    assert appendix.blocks[0] == Paragraph(Style.NOI_DUNG, (Text("Xem:"),), keep_next=True)


def test_all_unknown_names_are_told_at_once() -> None:
    lost = (Node(None, ref=Reference(RefKind.BANG, "mot")), Node(None, ref=Reference(RefKind.HINH, "hai")))
    appendix = PhuLuc(noi_dung=(Node(None, ref=Reference(RefKind.BANG, "ba")),))
    document = paper("ke_hoach", noi_dung=lost[:1], ket_thuc=lost[1:], phu_luc=(appendix,))
    with pytest.raises(WriteError) as caught:
        vtdocs.write_docx(document)
    assert [(d.code, d.message) for d in caught.value.diagnostics] == [
        ("VT-311", "nội dung gọi bảng “mot” mà văn bản không có"),
        ("VT-311", "nội dung gọi hình “hai” mà văn bản không có"),
        ("VT-311", "nội dung gọi bảng “ba” mà văn bản không có"),
    ]


@pytest.mark.parametrize(
    ("bound", "most", "message"),
    [
        ("MOST_CELLS", 1, "văn bản có 2 ô bảng, nhiều nhất là 1"),
        ("MOST_NOTES", 0, "văn bản có 1 chú thích, nhiều nhất là 0"),
    ],
)
def test_a_document_of_a_program_has_bounds(
    bound: str, most: int, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = paper("ke_hoach", "- Một việc{chu_thich: nhỏ}.", phu_luc=(PhuLuc((INNER,)),))
    assert len(build_document(document).appendices) == 1
    monkeypatch.setattr(f"vtdocs.documents.van_ban.{bound}", most)
    with pytest.raises(WriteError) as caught:
        build_document(document)
    assert [(d.code, d.message) for d in caught.value.diagnostics] == [("VT-313", message)]


# --- as issued ----------------------------------------------------------------------------------------------------


def test_issuing_leaves_out_internal_columns_everywhere() -> None:
    plan = KeHoach(
        co_quan=OFFICE,
        trich_yeu="Thử",
        noi_dung=(Node(None, ref=Reference(RefKind.BANG, "lich")), line("Hết.")),
        nguoi_ky=NguoiKy("A", "CHỦ TỊCH"),
        noi_nhan=(),
        bang={"lich": INNER},
        phu_luc=(PhuLuc((INNER,)),),
    )
    own, issued = vtdocs.write_docx(plan), vtdocs.write_docx(plan, phat_hanh=True)
    assert [paragraph_texts(own).count(word) for word in ("Việc một", "kín", "Lý do")] == [2, 2, 2]
    assert [paragraph_texts(issued).count(word) for word in ("Việc một", "kín", "Lý do")] == [2, 0, 0]
    assert isinstance(publish(plan), KeHoach)


def test_tables_that_would_lose_every_column_are_all_told() -> None:
    lost = Bang((Cot(None, "Lý do", noi_bo=True),), (("kín",),))
    document = paper("ke_hoach", bang={"lich": lost}, phu_luc=(PhuLuc((INNER, lost)),))
    with pytest.raises(WriteError) as caught:
        publish(document)
    assert [d.message.partition(":")[0] for d in caught.value.diagnostics] == [
        "bảng “lich”",
        "bảng 2 của phụ lục 1",
    ]


def test_a_table_without_a_name_is_called_by_its_title_or_its_place() -> None:
    lost = Bang((Cot(None, "Lý do", noi_bo=True),), (("kín",),))
    shown = [Node(None, ref=Reference(RefKind.BANG, name)) for name in ("lich", "#1", "#2", "#3")]
    document = paper(
        "ke_hoach",
        noi_dung=tuple(shown[:3]),
        bang={"lich": INNER, "#1": lost, "#2": replace(lost, tieu_de="Kinh phí"), "#3": lost},
        phu_luc=(PhuLuc(noi_dung=(line("Lời."), shown[3])),),
    )
    with pytest.raises(WriteError) as caught:
        publish(document)
    assert [d.message.partition(":")[0] for d in caught.value.diagnostics] == [
        "bảng thứ 2 trong nội dung",
        "bảng “Kinh phí”",
        "bảng thứ 1 trong nội dung của phụ lục 1",
    ]


# --- every shape --------------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(PAPERS)
def test_no_word_of_an_outline_is_lost_and_each_stands_in_its_order(document: VanBan) -> None:
    tree = build_document(document)
    pairs = [(tree.body, (*document.noi_dung, *document.ket_thuc))]
    pairs += [(a.blocks, p.noi_dung) for a, p in zip(tree.appendices, document.phu_luc, strict=True)]
    for blocks, nodes in pairs:
        printed = "".join(words_of(block) for block in blocks if isinstance(block, Paragraph))
        at = 0
        for node in walk_outline(nodes):  # type: ignore[arg-type]
            # A closing mark takes the place of the last one that was typed.
            words = folded(node.heading) + folded(node.text).rstrip("./;,")
            at = printed.find(words, at)
            assert at >= 0, words
            at += len(words)
        named = sum(node.ref is not None for node in walk_outline(nodes))  # type: ignore[arg-type]
        own = sum(isinstance(block, Table) for block in blocks)
        assert own >= named


def words_of(block: Paragraph) -> str:
    texts = [
        inline.text if isinstance(inline, Text) else "".join(text.text for text in inline.texts)
        for inline in block.inlines
        if isinstance(inline, Text | Link)
    ]
    return folded("".join(texts))


def folded(text: str) -> str:
    return "".join(text.split()).upper()
