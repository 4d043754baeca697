"""Số, ký hiệu: the word "Số", the number, the marks between, letters and place."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.centring import find_off_middle
from vtdocs.checking.finding import Slip
from vtdocs.checking.lettered_parts import find_wrong_size, find_wrong_style
from vtdocs.checking.number_lines import read_number_line
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.rewording import reword
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30
from vtdocs.standards.nd30_text import format_so

_KEY = "so_ky_hieu"
_SAMPLE = "Số: 05/KH-UBND"


@rule(
    "ND30-241",
    "Chữ “Số” viết sai",
    fact=nd30.SO_TEXT,
    example=Example("Số: 13/KH-UBND", "SỐ 13/KH-UBND", _KEY),
    why="Chữ “Số” in thường, chữ đầu viết hoa, sau có dấu hai chấm.",
)
def check_word(paper: Paper) -> Iterator[Slip]:
    """Find "Số" in capitals or small letters, without its colon, or left out."""
    part, line = paper.part(_KEY), read_number_line(paper)
    if part is None or line is None:
        return
    right = nd30.SO_TEXT.default
    faults = []
    if not line.word:
        faults.append("thiếu chữ “Số:”")
    elif line.word != right.rstrip(":"):
        faults.append(f"chữ “{line.word}” phải viết là “{right.rstrip(':')}”")
    if line.word and line.colon != ":":
        faults.append(f"sau chữ “{line.word}” thiếu dấu hai chấm")
    if faults:
        message, hint = "; ".join(faults), f"viết theo mẫu {_SAMPLE}"
        if line.word:
            yield reword(part, {f"{line.word}{line.colon}": right}, message, hint, line.text, right)
        else:
            yield Slip(message, part.places, hint, line.text, right)


@rule(
    "ND30-242",
    "Số, ký hiệu sai cỡ chữ",
    fact=nd30.SO,
    example=Example("số, ký hiệu cỡ chữ 13", "số, ký hiệu cỡ chữ 14"),
    why="Số, ký hiệu dùng cỡ chữ 13, không có khoảng chọn.",
)
def check_size(paper: Paper) -> Iterator[Slip]:
    """Compare its size with the law's."""
    return find_wrong_size(paper, _KEY, nd30.SO)


@rule(
    "ND30-243",
    "Số, ký hiệu in đậm hoặc nghiêng",
    fact=nd30.SO,
    example=Example("số, ký hiệu kiểu chữ đứng", "số, ký hiệu in đậm"),
    why="Số, ký hiệu dùng kiểu chữ đứng, không đậm.",
)
def check_style(paper: Paper) -> Iterator[Slip]:
    """Compare its weight and slant with the law's."""
    return find_wrong_style(paper, _KEY, nd30.SO)


@rule(
    "ND30-244",
    "Số nhỏ hơn 10 thiếu số 0 phía trước",
    fact=nd30.SO_THEM_KHONG_DUOI,
    example=Example("Số: 05/KH-UBND", "Số: 5/KH-UBND", _KEY),
    why="Số của văn bản nhỏ hơn 10 phải thêm số 0 phía trước.",
)
def check_zero(paper: Paper) -> Iterator[Slip]:
    """Find a number of one figure."""
    part, line = paper.part(_KEY), read_number_line(paper)
    if part is None or line is None or len(line.digits) != 1 or line.digits == "0":
        return
    right = format_so(int(line.digits))
    message = f"số {line.digits} nhỏ hơn 10 mà không có số 0 phía trước"
    yield reword(part, {f"{line.digits}/": f"{right}/"}, message, f"viết {right}", line.digits, right)


@rule(
    "ND30-245",
    "Dấu trong số, ký hiệu sai hoặc có dấu cách",
    fact=nd30.KY_HIEU_GIUA_NHOM,
    example=Example("Số: 13/KH-UBND", "Số: 13-KH/UBND", _KEY),
    why="Giữa số và ký hiệu là dấu gạch chéo, giữa các nhóm chữ viết tắt là dấu gạch nối, không cách chữ.",
)
def check_marks(paper: Paper) -> Iterator[Slip]:
    """Find other marks than "/" behind the number and "-" in the ký hiệu, and blanks around them."""
    part, line = paper.part(_KEY), read_number_line(paper)
    if part is None or line is None:
        return
    faults = []
    if line.stroke != nd30.KY_HIEU_SAU_SO.default:
        faults.append("giữa số và ký hiệu phải là dấu gạch chéo (/)")
    if any(dash in line.symbol for dash in _DASHES) or "/" in line.symbol or _STOP.match(line.symbol):
        faults.append("giữa các nhóm chữ của ký hiệu phải là dấu gạch nối (-)")
    elif _SPACED.search(line.symbol):
        faults.append("trong ký hiệu có dấu cách")
    hint = f"viết liền theo mẫu {_SAMPLE}"
    if faults:
        yield Slip(f"số, ký hiệu “{line.text}”: {'; '.join(faults)}", part.places, hint, line.text, _SAMPLE)
    elif line.spaced:
        message = f"số, ký hiệu “{line.text}”: hai bên dấu gạch chéo (/) có dấu cách"
        # A number that was filled into its blank leaves some of it.
        yield Slip(message, part.places, hint, line.text, _SAMPLE, severity=Severity.WARNING)


_DASHES = "\u2010\u2012\u2013\u2014\u2015\u2212"
_SPACED = compile_late(r"\s?-\s|\s-")
# Behind the abbreviation of a kind; units may be abbreviated with a full stop.
_STOP = compile_late(r"(?:NQ|QĐ|CT|QC|TC|TB|HD|KH|PA|ĐA|DA|BC|BB|CĐ|TTr|CTr|GM)\.")


@rule(
    "ND30-246",
    "Số văn bản ghi kèm năm",
    source=f"{nd30.VAN_BAN}, Phụ lục I, Phần I, Mục II, khoản 3; năm trong số chỉ có ở văn bản quy phạm pháp luật",
    example=Example("Số: 13/KH-UBND", "Số: 13/2026/KH-UBND", _KEY),
    why="Chỉ văn bản quy phạm pháp luật mới ghi năm ban hành giữa số và ký hiệu.",
)
def check_year(paper: Paper) -> Iterator[Slip]:
    """Find a year between number and ký hiệu."""
    part, line = paper.part(_KEY), read_number_line(paper)
    if part is not None and line is not None and line.year:
        right = f"{line.digits}/{line.symbol}"
        message = f"số văn bản ghi kèm năm {line.year}, như văn bản quy phạm pháp luật"
        yield reword(part, {f"/{line.year}/": "/"}, message, f"bỏ năm: Số: {right}", line.text, right)


@rule(
    "ND30-247",
    "Số, ký hiệu không canh giữa dưới tên cơ quan",
    fact=nd30.SO_KY_HIEU_CANH,
    example=Example("số, ký hiệu canh giữa", "số, ký hiệu canh trái"),
    why="Số, ký hiệu canh giữa dưới tên cơ quan ban hành.",
)
def check_middle(paper: Paper) -> Iterator[Slip]:
    """Compare its middle with that of the issuer."""
    return find_off_middle(paper, _KEY, "co_quan_ban_hanh")
