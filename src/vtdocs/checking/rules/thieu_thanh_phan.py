"""Components of the head that are not there at all."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.components import COMPONENTS
from vtdocs.checking.finding import Slip, place_of
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.strokes import head_of
from vtdocs.likeness import fold
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30

_HEAD = ("quoc_hieu", "tieu_ngu", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_thoi_gian")
# With fewer found, what was read is no head, or not enough of one.
_FEWEST = 3
# Words, without accents and blanks, by which a component would be there, though it was not recognised.
_TRACES = {
    "quoc_hieu": compile_late("conghoaxa|chunghiaviet"),
    "tieu_ngu": compile_late("doclap|hanhphuc"),
    "so_ky_hieu": compile_late(r"^so|\d[a-z]{2,12}$"),
    "dia_danh_thoi_gian": compile_late(r"ngay.{0,8}thang|\d{6,8}$"),
}
# A record has its time in the text (Mẫu 1.9); the decree has no sample of the others.
_WITHOUT_DATE = ("bien_ban", "hop_dong", "ban_ghi_nho", "ban_thoa_thuan", "thu_cong")
_WITHOUT_NUMBER = ("hop_dong", "ban_ghi_nho", "ban_thoa_thuan", "thu_cong")


@rule(
    "ND30-209",
    "Thiếu thành phần ở phần đầu văn bản",
    source=f"{nd30.VAN_BAN}, Điều 8, khoản 2",
    example=Example("đủ Quốc hiệu, Tiêu ngữ, số, ký hiệu, địa danh và thời gian", "không có Tiêu ngữ"),
    why="Các thành phần chính phải có đủ; dự thảo để trống số và ngày thì vẫn giữ dòng ghi số và dòng ghi ngày.",
)
def check_missing(paper: Paper) -> Iterator[Slip]:
    """Find components of which no word is at the top of a paper whose head was recognised."""
    if paper.part("kem_theo") is not None and paper.part("so_ky_hieu") is None:
        return  # a text issued with a paper, in a file of its own (Mẫu 1.3): number and date are the paper's
    missing = [key for key in _HEAD if paper.part(key) is None and key in _TRACES and _is_owed(paper, key)]
    found = [part for key in _HEAD if (part := paper.part(key)) is not None]
    head = head_of(paper)
    if not missing or len(found) < _FEWEST or any(part.lines[-1].paragraph.number > len(head) for part in found):
        return
    boxes = (paragraph for paragraph in paper.observed.paragraphs[len(head) :] if paragraph.box is not None)
    rows = (row for paragraph in (*head, *boxes) for row in paragraph.text.split("\n"))
    words = [fold(row[:200]).replace(" ", "") for row in rows]
    lacking = [key for key in missing if not any(_TRACES[key].search(row) for row in words)]
    if lacking:
        named = ", ".join(COMPONENTS[key] for key in lacking)
        places = tuple(map(place_of, head[:1]))
        yield Slip(
            f"phần đầu văn bản thiếu {named}", places, f"thêm {named} theo mẫu của Phụ lục III", found="không có"
        )


def _is_owed(paper: Paper, key: str) -> bool:
    without = {"dia_danh_thoi_gian": _WITHOUT_DATE, "so_ky_hieu": _WITHOUT_NUMBER}.get(key, ())
    return paper.loai is None or paper.loai.key not in without
