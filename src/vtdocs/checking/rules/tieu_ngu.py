"""Tiêu ngữ: its words and letters, its place under Quốc hiệu, the line of its own length below it."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.centring import find_off_middle
from vtdocs.checking.finding import Slip
from vtdocs.checking.lettered_parts import find_wrong_size, find_wrong_style
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.rewording import reword
from vtdocs.checking.strokes import find_under_head
from vtdocs.checking.underlines import find_broken_line, find_missing_line, find_wrong_length
from vtdocs.checking.words import fold_words, shown_text
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30

_KEY = "tieu_ngu"
_RIGHT = nd30.TIEU_NGU_TEXT.default
# A no-break hyphen is a hyphen that keeps its row.
_NO_BREAK_HYPHEN = "\u2011"
_OTHER_DASHES = r"[\u2010\u2012-\u2015\u2212_~.,;]"
_OTHER_DASH = compile_late(_OTHER_DASHES)
_DASH = compile_late(rf"\s*(?:-|{_OTHER_DASHES})+\s*")


@rule(
    "ND30-211",
    "Tiêu ngữ sai chữ, sai gạch nối hoặc sai chữ hoa",
    fact=nd30.TIEU_NGU_TEXT,
    example=Example("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc", _KEY),
    why="Giữa các cụm từ là gạch nối (-), hai bên có cách chữ; chữ đầu mỗi cụm từ viết hoa, còn lại in thường.",
)
def check_words(paper: Paper) -> Iterator[Slip]:
    """Compare its words, dashes and capitals with the law's, and say which of them is wrong."""
    part = paper.part(_KEY)
    if part is None:
        return
    shown = " ".join(shown_text(line) for line in part.lines if line.text)
    shown = shown.replace(_NO_BREAK_HYPHEN, "-")
    words = fold_words(shown)
    if words == fold_words(_RIGHT):
        return
    message = f"Tiêu ngữ viết “{shown}”: {_name_fault(words)}"
    yield reword(part, {part.text: _RIGHT}, message, f"gõ lại: {_RIGHT}", shown, _RIGHT)


def _name_fault(words: str) -> str:
    right = fold_words(_RIGHT)
    spread = _DASH.sub(" - ", words)
    if spread.lower() != right.lower():
        return f"không đúng “{_RIGHT}”"
    faults = []
    if _OTHER_DASH.search(words):
        faults.append("giữa các cụm từ phải là gạch nối (-)")
    elif spread != words:
        faults.append("gạch nối phải có cách chữ hai bên")
    if spread == spread.upper():
        faults.append("không viết toàn chữ in hoa")
    elif spread != right:
        faults.append("chữ đầu mỗi cụm từ viết hoa, các chữ khác viết thường")
    return "; ".join(faults)


@rule(
    "ND30-212",
    "Tiêu ngữ sai cỡ chữ",
    fact=nd30.TIEU_NGU,
    example=Example("Tiêu ngữ cỡ chữ 13 hoặc 14", "Tiêu ngữ cỡ chữ 12"),
    why="Tiêu ngữ dùng cỡ chữ từ 13 đến 14.",
)
def check_size(paper: Paper) -> Iterator[Slip]:
    """Compare its size with the law's."""
    return find_wrong_size(paper, _KEY, nd30.TIEU_NGU)


@rule(
    "ND30-213",
    "Tiêu ngữ không đứng, đậm",
    fact=nd30.TIEU_NGU,
    example=Example("Tiêu ngữ kiểu chữ đứng, đậm", "Tiêu ngữ in nghiêng"),
    why="Tiêu ngữ dùng kiểu chữ đứng, đậm.",
)
def check_style(paper: Paper) -> Iterator[Slip]:
    """Compare its weight and slant with the law's."""
    return find_wrong_style(paper, _KEY, nd30.TIEU_NGU)


@rule(
    "ND30-214",
    "Tiêu ngữ không canh giữa dưới Quốc hiệu",
    fact=nd30.TIEU_NGU_CANH,
    example=Example("Tiêu ngữ canh giữa dưới Quốc hiệu", "Tiêu ngữ canh trái"),
    why="Tiêu ngữ canh giữa dưới Quốc hiệu.",
)
def check_middle(paper: Paper) -> Iterator[Slip]:
    """Compare its middle with that of Quốc hiệu."""
    return find_off_middle(paper, _KEY, "quoc_hieu")


@rule(
    "ND30-215",
    "Dưới Tiêu ngữ thiếu đường kẻ",
    fact=nd30.TIEU_NGU_KE,
    example=Example("đường kẻ ngang dưới Tiêu ngữ", "không có đường kẻ dưới Tiêu ngữ"),
    why="Dưới Tiêu ngữ có đường kẻ ngang, nét liền; gạch chân chữ (Ctrl+U) không thay được đường kẻ.",
)
def check_line(paper: Paper) -> Iterator[Slip]:
    """Find that there is no line; letters underlined look much like one of the right length, and are a warning."""
    part, under = paper.part(_KEY), find_under_head(paper, _KEY)
    if part is not None and under is not None:
        yield from find_missing_line(part, under, underlined=Severity.WARNING)


@rule(
    "ND30-216",
    "Đường kẻ dưới Tiêu ngữ không dài bằng dòng chữ",
    fact=nd30.TIEU_NGU_KE,
    example=Example("đường kẻ dài bằng dòng Tiêu ngữ", "đường kẻ dài bằng nửa dòng Tiêu ngữ"),
    why="Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ; lệch dưới 15% thì bỏ qua, như các mẫu của chính quy định.",
)
def check_length(paper: Paper) -> Iterator[Slip]:
    """Compare the line's length with that of the words."""
    part, under = paper.part(_KEY), find_under_head(paper, _KEY)
    if part is not None and under is not None:
        yield from find_wrong_length(part, under, nd30.TIEU_NGU_KE)


@rule(
    "ND30-217",
    "Đường kẻ dưới Tiêu ngữ không phải nét liền",
    fact=nd30.TIEU_NGU_KE,
    severity=Severity.WARNING,
    example=Example("đường kẻ nét liền", "đường kẻ nét đứt"),
    why="Đường kẻ dưới Tiêu ngữ là nét liền.",
)
def check_solid(paper: Paper) -> Iterator[Slip]:
    """Find that the line is dashed or double."""
    part, under = paper.part(_KEY), find_under_head(paper, _KEY)
    if part is not None and under is not None:
        yield from find_broken_line(part, under)
