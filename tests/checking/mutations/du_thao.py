"""What drafting leaves behind: places to be filled in, tracked changes."""

from __future__ import annotations

from lxml import etree

from tests.checking.changes import add_paragraph, both, reword
from tests.checking.mutating import Docx, Mutation, w

__all__ = ["MUTATIONS"]

_QC = "examples/mau/chuong-dieu.yaml"
_WORDS = "công khai, dân chủ, kịp thời"


def _insert(docx: Docx) -> None:
    run = docx.paragraph(_WORDS).find(w("r"))
    assert run is not None
    inserted = etree.Element(w("ins"), {w("id"): "9", w("author"): "A", w("date"): "2026-03-01T00:00:00Z"})
    run.addprevious(inserted)
    inserted.append(run)


MUTATIONS = [
    Mutation("[cần bổ sung]", "VB-950", reword(_WORDS, f"{_WORDS} [cần bổ sung]"), _QC),
    Mutation("???", "VB-950", reword(_WORDS, f"{_WORDS} ???"), _QC),
    Mutation("xx ở chỗ số", "VB-950", reword(_WORDS, f"{_WORDS} trong xx ngày"), _QC),
    Mutation("số XX/KH-UBND", "VB-950", reword(_WORDS, f"{_WORDS} theo Kế hoạch số XX/KH-UBND"), _QC),
    Mutation("thẻ mẫu {{…}}", "VB-950", reword(_WORDS, f"{_WORDS} {{{{ ten_xa }}}}"), _QC),
    Mutation("dòng chấm trong lời văn", "VB-950", reword(_WORDS, f"{_WORDS} do ông ............ phụ trách"), _QC),
    Mutation("còn thay đổi đang theo dõi", "VB-952", _insert, _QC),
    Mutation(
        "DỰ THẢO mà đã có số",
        "VB-951",
        both(reword("Số:           ", "Số: 145", "SoKyHieu"), add_paragraph("QUY CHẾ", "DỰ THẢO", "TenLoai")),
        _QC,
    ),
    Mutation("chữ […] trong lời văn", "VB-950", reword(_WORDS, f"{_WORDS} […]"), _QC),
]
