"""Golden documents: parts of a Word file as text, one element a line, kept in `tests/golden/`.

PYTHONPATH=src python -m tests.examples.golden     write them anew; then read the difference, and look at the pages
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import vtdocs
from tests.docx_xml import normalise, parts
from tests.judges import ROOT
from tests.writers.plans import plan, table
from vtdocs.model import CoQuan, Luu, NgayThang, NguoiKy, NhomNoiNhan, PhuLuc, VanBan

FOLDER = ROOT / "tests" / "golden"
PARTS = ("word/document.xml", "word/footnotes.xml", "docProps/core.xml")
SAMPLES = ROOT / "examples" / "mau"


def _reference() -> VanBan:
    return vtdocs.load(ROOT / "examples" / "cchc-2026" / "ke-hoach.yaml")


def _issued() -> VanBan:
    """Everything given: number and date, a body above, bases, a second title, drafter and copies, two appendices."""
    return plan(
        "I. MỤC TIÊU\n1. Mục tiêu chung\n1.1. Về nhận thức: Nâng cao.\n"
        "1.2. Về kỹ năng\na) Cán bộ;\n+ người dân.\nHết mục.",
        co_quan=CoQuan("Phòng Văn hóa - Xã hội", "VHXH", "Vĩnh Thông", (), "UBND xã Vĩnh Thông"),
        so=5,
        ngay_ban_hanh=NgayThang(5, 1, 2026),
        can_cu=("Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Nghị định số 30/2020/NĐ-CP"),
        mo_dau=("Phòng ban hành Kế hoạch như sau:",),
        nguoi_ky=NguoiKy("Trần Văn B", "PHÓ TRƯỞNG BAN", ("TM. BAN CHỈ ĐẠO",), "PHÓ TRƯỞNG PHÒNG"),
        noi_nhan=(NhomNoiNhan(("UBND xã (b/c)",), "Gửi bản giấy"),),
        luu=Luu(("VHXH",), 2, "PL", 300),
        phu_luc=(
            PhuLuc((table(2),), "Bảng một"),
            PhuLuc((table(1),), None, "PHỤ LỤC SỐ 2", "(Kèm theo Kế hoạch trên)"),
        ),
    )


def _sample(path: Path) -> Callable[[], VanBan]:
    return lambda: vtdocs.load(path)


CASES: dict[str, Callable[[], VanBan]] = {
    "cchc-2026": _reference,
    "ban-hanh": _issued,
    **{path.stem: _sample(path) for path in sorted(SAMPLES.glob("*.yaml")) if path.stem != "co-quan"},
}


def texts(case: str) -> dict[Path, str]:
    """The normalised parts of a case, by the file that keeps them."""
    made = parts(vtdocs.write_docx(CASES[case]()))
    return {FOLDER / case / Path(name).name: normalise(made[name]) for name in PARTS if name in made}


def main() -> None:
    for case in CASES:
        for path, text in texts(case).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
