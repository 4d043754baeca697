"""Reports that are made by hand, so that each form of a report is tested by what it is given."""

from __future__ import annotations

from pathlib import Path

from vtdocs.checking.finding import Finding, Place
from vtdocs.checking.paper import Regime
from vtdocs.checking.report import Found, Report
from vtdocs.diagnostics import Diagnostic, Location, Severity
from vtdocs.reporting.run import Checked, CheckRun

NAME = "dist/ke-hoach.docx"


def place(paragraph: int | None = None, words: str = "", **more: object) -> Place:
    return Place(file=NAME, paragraph=paragraph, words=words, **more)  # type: ignore[arg-type]


MARGIN = Finding(
    code="ND30-102",
    severity=Severity.ERROR,
    message="lề trái 25 mm, ngoài khoảng 30 - 35 mm",
    location=place(),
    hint="đặt lại ở Page Setup",
    source="30/2020/NĐ-CP, Phụ lục I",
    rule="Lề trang ngoài khoảng quy định",
    places=(),
    found="25 mm",
    expected="30 - 35 mm",
)
DATE = Finding(
    code="ND30-110",
    severity=Severity.WARNING,
    message="thiếu số 0 ở ngày <5>",
    location=place(6, "Hà Nội, ngày 5 tháng 1", page=1, start=8, end=14),
    hint="ngày 05 tháng 01",
    source="khoản 4",
    rule="Ngày thiếu số 0",
    places=(
        place(6, "Hà Nội, ngày 5 tháng 1", page=1, start=8, end=14),
        place(9, "& ngày 7", page=2, start=2, end=8),
    ),
)
SPACES = Finding(
    code="VB-111",
    severity=Severity.HINT,
    message="hai dấu cách",
    location=place(12, "a  b"),
    rule="Hai dấu cách",
    places=(place(12, "a  b"), place(2, "chân trang", part="word/footer1.xml")),
)
ACCEPTED = Finding(
    code="VB-113",
    severity=Severity.WARNING,
    message="chữ màu",
    location=place(3, "Đỏ"),
    rule="Chữ màu",
    places=(place(3, "Đỏ"),),
    accepted="biểu trưng của cơ quan",
)
REPORT = Report(
    name=NAME,
    findings=(MARGIN, DATE, SPACES),
    regime=Regime.ND30,
    components=(
        Found("quoc_hieu", "Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        Found("trich_yeu", "trích yếu", "Về <việc> này"),
    ),
    unsure=("không thấy rõ nơi nhận",),
    accepted=(ACCEPTED,),
    office="Ủy ban nhân dân xã An",
    kind="Kế hoạch",
)
CLEAN = Report(name="a b.docx", findings=(), regime=Regime.DANG)
UNREAD = Checked(
    Path("hong.docx"),
    diagnostics=(Diagnostic("VT-602", Severity.ERROR, "tệp bị hỏng", Location("hong.docx"), "mở lại bằng Word"),),
)
RUN = CheckRun((Checked(Path(NAME), REPORT), Checked(Path("a b.docx"), CLEAN), UNREAD))
