"""What has one right form is offered, letter for letter where it stands."""

from __future__ import annotations

import pytest

from tests.checking.asking import ask, read
from tests.checking.changes import Change, both, reword
from tests.checking.mutating import clean
from tests.checking.papers import Sheet
from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Line, Paper
from vtdocs.checking.putting_right import Cure, cure_end, places_and_words

_QD, _QC, _CV = "examples/mau/quyet-dinh.yaml", "examples/mau/chuong-dieu.yaml", "examples/mau/cong-van.yaml"
_DE_AN, _TTR = "examples/mau/phan-muc.yaml", "examples/mau/to-trinh.yaml"


def _mended(paper: Paper, slip: Slip) -> list[str]:
    """The last words of each paragraph, with what is offered in its place."""
    texts = []
    for place, words in zip(slip.places, slip.replacements, strict=True):
        assert place.paragraph is not None
        text = paper.observed.paragraphs[place.paragraph - 1].text
        texts.append((text[: place.start] + words + text[place.end :])[-24:])
    return texts


@pytest.mark.parametrize(
    ("rule", "change", "base", "mended"),
    [
        ("ND30-352", reword("năm 2025;", "năm 2025,"), _QD, ["gày 16 tháng 6 năm 2025;"]),
        ("ND30-352", reword("năm 2025;", "năm 2025"), _QD, ["gày 16 tháng 6 năm 2025;"]),
        ("ND30-353", reword("Văn hóa - Xã hội.", "Văn hóa - Xã hội;"), _QD, ["Phòng Văn hóa - Xã hội."]),
        (
            "ND30-436",
            both(reword("a) Nâng cấp", "a. Nâng cấp"), reword("b) Tập huấn", "b/ Tập huấn")),
            _DE_AN,
            ["âng cấp trang thiết bị.", "nghệ số cộng đồng."],
        ),
        ("ND30-501", reword("TL. CHỦ TỊCH", "T/L CHỦ TỊCH"), _CV, ["TL. CHỦ TỊCH"]),
        ("VB-502", reword("TL. CHỦ TỊCH", "TL.CHỦ TỊCH"), _CV, ["TL. CHỦ TỊCH"]),
        ("ND30-508", reword("Trần Văn Bình", "TRẦN VĂN BÌNH"), _QC, ["Trần Văn Bình"]),
        ("ND30-530", reword("Nơi nhận:", "Nơi nhận"), _QC, ["Nơi nhận:"]),
        ("ND30-534", reword("- Các phòng;", "- Các phòng,"), _QC, ["- Các phòng;"]),
        ("ND30-534", reword("- Lưu: VT, VP.", "- Lưu: VT, VP"), _QC, ["- Lưu: VT, VP."]),
        ("ND30-556", reword("- Sở Tài chính;", "- Sở Tài chính,"), _TTR, ["- Sở Tài chính;"]),
        ("ND30-601", reword("Phụ lục", "PHỤ LỤC", "PhuLuc"), _QD, ["Phụ lục"]),
        ("VB-419", reword("Quy chế này./.", "Quy chế này /."), _QC, ["thực hiện Quy chế này./."]),
        ("VB-419", reword("Quy chế này./.", "Quy chế này"), _QC, ["thực hiện Quy chế này./."]),
    ],
)
def test_what_is_offered(rule: str, change: Change, base: str, mended: list[str]) -> None:
    docx = clean(base)
    change(docx)
    paper = read(docx)
    (slip,) = ask(paper, rule)
    assert [text[-len(end) :] for text, end in zip(_mended(paper, slip), mended, strict=True)] == mended


def test_a_line_with_combining_marks_is_left_to_a_person() -> None:
    paper = Sheet().head().title().body().sign(left=("Nơi nhận", "- Các pho\u0300ng;", "- Lưu: VT.")).read()
    part = paper.part("noi_nhan_danh_sach")
    assert part is not None
    line = part.lines[0]
    assert places_and_words([cure_end(line, ".")]) == ((line.place,), ())


def test_blanks_in_front_do_not_move_it() -> None:
    paragraph = Sheet().head().title().body(("   Một việc  ",)).read().items[0].line.paragraph
    line = Line(paragraph, 0, len(paragraph.text))
    (place,), words = places_and_words([Cure(line, 0, 3, "Hai")])
    assert (paragraph.text[place.start : place.end], words) == ("Một", ("Hai",))
