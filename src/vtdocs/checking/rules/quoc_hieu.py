"""Quốc hiệu: its words and letters, its place at the top right, the line below it."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Slip
from vtdocs.checking.lengths import format_about_mm, format_size
from vtdocs.checking.lettered_parts import find_wrong_case, find_wrong_size, find_wrong_style
from vtdocs.checking.lettering import main_size
from vtdocs.checking.paper import Paper
from vtdocs.checking.positions import center_of, room_of, stands_alone, text_center, width_of
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.rewording import reword
from vtdocs.checking.spacing import find_not_single
from vtdocs.checking.words import fold_words
from vtdocs.diagnostics import Severity
from vtdocs.standards import custom, nd30

_KEY = "quoc_hieu"


@rule(
    "ND30-201",
    "Quốc hiệu sai chữ",
    fact=nd30.QUOC_HIEU_TEXT,
    example=Example("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM", _KEY),
    why="Hai cách bỏ dấu HÒA và HOÀ đều đúng; ngoài ra từng chữ phải như quy định.",
)
def check_words(paper: Paper) -> Iterator[Slip]:
    """Compare its words with the law's, capitals apart."""
    part = paper.part(_KEY)
    if part is None or fold_words(part.text.upper()) in map(fold_words, nd30.QUOC_HIEU_TEXT.allowed.values):
        return
    right = nd30.QUOC_HIEU_TEXT.default
    message = f"Quốc hiệu viết “{part.text}”, không đúng “{right}”"
    yield reword(part, {part.text: right}, message, f"gõ lại: {right}", part.text, right)


@rule(
    "ND30-202",
    "Quốc hiệu sai cỡ chữ",
    fact=nd30.QUOC_HIEU,
    example=Example("Quốc hiệu cỡ chữ 12 hoặc 13", "Quốc hiệu cỡ chữ 14"),
    why="Quốc hiệu dùng cỡ chữ từ 12 đến 13.",
)
def check_size(paper: Paper) -> Iterator[Slip]:
    """Compare its size with the law's."""
    return find_wrong_size(paper, _KEY, nd30.QUOC_HIEU)


@rule(
    "ND30-203",
    "Quốc hiệu không đứng, đậm",
    fact=nd30.QUOC_HIEU,
    example=Example("Quốc hiệu kiểu chữ đứng, đậm", "Quốc hiệu không đậm"),
    why="Quốc hiệu dùng kiểu chữ đứng, đậm.",
)
def check_style(paper: Paper) -> Iterator[Slip]:
    """Compare its weight and slant with the law's."""
    return find_wrong_style(paper, _KEY, nd30.QUOC_HIEU)


@rule(
    "ND30-204",
    "Quốc hiệu không viết in hoa",
    fact=nd30.QUOC_HIEU,
    example=Example("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam", _KEY),
    why="Quốc hiệu viết toàn chữ in hoa.",
)
def check_case(paper: Paper) -> Iterator[Slip]:
    """Find small letters in it."""
    return find_wrong_case(paper, _KEY, nd30.QUOC_HIEU)


@rule(
    "ND30-205",
    "Quốc hiệu không ở bên phải",
    fact=nd30.QUOC_HIEU_VI_TRI,
    example=Example("Quốc hiệu bên phải, tên cơ quan bên trái", "Quốc hiệu ở giữa trang, tên cơ quan ở dưới"),
    why="Quốc hiệu ở phía trên cùng, bên phải trang đầu, ngang hàng với tên cơ quan ban hành.",
)
def check_side(paper: Paper) -> Iterator[Slip]:
    """Find it left of, or in, the middle of the page."""
    part = paper.part(_KEY)
    if part is None:
        return
    middle = text_center(paper, part.lines[0].paragraph.section)
    known = [at for line in part.lines if (at := center_of(paper, line)) is not None]
    if known and max(known) < middle + custom.DUNG_SAI_CANH_GIUA.value.twips:
        left = max(known) < middle - custom.DUNG_SAI_CANH_GIUA.value.twips
        found = "bên trái" if left else "giữa trang"
        hint = "dùng bảng không viền hai cột ở đầu trang: tên cơ quan ở cột trái, Quốc hiệu và Tiêu ngữ ở cột phải"
        yield Slip(f"Quốc hiệu ở {found}, không ở bên phải", part.places, hint, found, "bên phải")


@rule(
    "ND30-206",
    "Quốc hiệu rơi xuống hai dòng",
    fact=nd30.QUOC_HIEU_VI_TRI,
    severity=Severity.WARNING,
    example=Example("Quốc hiệu trên một dòng", "Quốc hiệu xuống dòng vì cột hẹp"),
    why="Mẫu của quy định trình bày Quốc hiệu trên một dòng; cột hẹp làm chữ rơi xuống dòng dưới.",
)
def check_wrap(paper: Paper) -> Iterator[Slip]:
    """Find it on two rows, be they typed or made by a narrow column."""
    part = paper.part(_KEY)
    if part is None:
        return
    hint = "kéo rộng cột phải, hoặc đặt cỡ chữ 12; không bấm Enter giữa Quốc hiệu"
    if sum(bool(line.text) for line in part.lines) > 1:
        yield Slip("Quốc hiệu bị ngắt thành hai dòng", part.places, hint, "hai dòng", "một dòng")
        return
    line = part.lines[0]
    room, width = room_of(paper, line.paragraph), width_of(line)
    if room is None or width is None or not stands_alone(line):
        return
    lacking = width - (room[1] - room[0])
    # Word's own widths differ from ours by less than a letter.
    if lacking > width // 100:
        message = f"Quốc hiệu rơi xuống hai dòng: cột hẹp hơn dòng chữ {format_about_mm(lacking)}"
        yield Slip(message, part.places, hint, "hai dòng", "một dòng")


@rule(
    "ND30-207",
    "Quốc hiệu và Tiêu ngữ không cách dòng đơn",
    fact=nd30.QUOC_HIEU_GIAN_DONG,
    severity=Severity.WARNING,
    example=Example("Line spacing: Single", "Line spacing: 1,5 lines"),
    why="Hai dòng Quốc hiệu và Tiêu ngữ cách nhau dòng đơn.",
)
def check_spacing(paper: Paper) -> Iterator[Slip]:
    """Compare the spacing of both lines with single spacing."""
    return find_not_single(paper, (_KEY, "tieu_ngu"), nd30.QUOC_HIEU_GIAN_DONG)


_HARMONY = (("quoc_hieu", "Quốc hiệu"), ("tieu_ngu", "Tiêu ngữ"), ("dia_danh_thoi_gian", "địa danh, ngày tháng"))


@rule(
    "ND30-208",
    "Cỡ chữ phần đầu không tăng, giảm thống nhất",
    fact=nd30.CO_CHU_THONG_NHAT,
    severity=Severity.WARNING,
    example=Example("Quốc hiệu 13, Tiêu ngữ 14, ngày tháng 14", "Quốc hiệu 12, Tiêu ngữ 14, ngày tháng 13"),
    why="Quốc hiệu cỡ nhỏ thì Tiêu ngữ và dòng ngày tháng cũng cỡ nhỏ: 12, 13, 13; hoặc cả ba cùng lớn: 13, 14, 14.",
)
def check_harmony(paper: Paper) -> Iterator[Slip]:
    """Compare how far each of the three sizes is up its range: they rise and fall together."""
    facts = (nd30.QUOC_HIEU, nd30.TIEU_NGU, nd30.DIA_DANH_THOI_GIAN)
    found = []
    for (key, name), fact in zip(_HARMONY, facts, strict=True):
        part = paper.part(key)
        size = main_size(part.lines[0]) if part is not None else None
        if part is None or size is None or not _fits(size, fact.size.values[0].half_points):
            return
        found.append((name, part, size, size - fact.size.values[0].half_points))
    if len({up for _name, _part, _size, up in found}) > 1:
        said = ", ".join(f"{name} {format_size(size)}" for name, _part, size, _up in found)
        yield Slip(
            f"cỡ chữ không tăng, giảm thống nhất: {said}",
            tuple(part.place for _name, part, _size, _up in found),
            "dùng Quốc hiệu 13, Tiêu ngữ 14, ngày tháng 14; hoặc 12, 13, 13",
            found=said,
            expected="13, 14, 14 hoặc 12, 13, 13",
        )


def _fits(size: int, low: int) -> bool:
    """Whether a size is in its range of one point; one that is not has a finding of its own."""
    return low <= size <= low + 2
