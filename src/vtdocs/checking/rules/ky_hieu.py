"""The ký hiệu: the abbreviation of the kind, which kind it is of, and that a letter has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from vtdocs.checking.finding import Slip
from vtdocs.checking.number_lines import NumberLine, read_number_line
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.rewording import reword
from vtdocs.diagnostics import Severity
from vtdocs.likeness import fold
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30
from vtdocs.standards.loai_van_ban import BAN_SAO, LOAI_VAN_BAN, NGUON_VIET_TAT, LoaiVanBan

_KEY = "so_ky_hieu"
_BY_ABBREVIATION: Mapping[str, LoaiVanBan] = MappingProxyType(
    {loai.viet_tat: loai for loai in (*LOAI_VAN_BAN.values(), *BAN_SAO.values()) if loai.viet_tat}
)
_LETTER = "CV"


def _first_group(line: NumberLine) -> str:
    """Give the first group of the ký hiệu, a full stop behind it or not."""
    groups = line.groups
    return groups[0].partition(".")[0].strip() if groups else ""


@rule(
    "ND30-248",
    "Chữ viết tắt tên loại sai",
    source=NGUON_VIET_TAT,
    example=Example("Số: 13/KH-UBND", "Số: 13/Kh-UBND", _KEY),
    why="Chữ viết tắt tên loại lấy đúng bảng của Phụ lục III, kể cả chữ thường: TTr, CTr, QyĐ, TrS.",
)
def check_abbreviation(paper: Paper) -> Iterator[Slip]:
    """Find an abbreviation of the paper's own kind in other letters than the decree's, or one that it does not know."""
    part, line, loai = paper.part(_KEY), read_number_line(paper), paper.loai
    if part is None or line is None or loai is None or loai.viet_tat is None:
        return
    first = _first_group(line)
    if first and first not in _BY_ABBREVIATION and fold(first) in _ALIKE[loai.key]:
        message = f"tên loại {loai.ten} viết tắt là “{first}”; quy định là “{loai.viet_tat}”"
        right = {f"/{first}": f"/{loai.viet_tat}"}
        yield reword(part, right, message, f"viết {loai.viet_tat}", first, loai.viet_tat)


@rule(
    "ND30-249",
    "Chữ viết tắt trong ký hiệu không khớp tên loại",
    source=f"{nd30.VAN_BAN}, Phụ lục I, Phần I, Mục II, khoản 3, điểm b",
    example=Example("KẾ HOẠCH có ký hiệu KH-UBND", "KẾ HOẠCH có ký hiệu BC-UBND"),
    why="Ký hiệu gồm chữ viết tắt tên loại rồi đến chữ viết tắt tên cơ quan ban hành.",
)
def check_kind(paper: Paper) -> Iterator[Slip]:
    """Compare the abbreviation with the kind that the title names."""
    part, line, loai = paper.part(_KEY), read_number_line(paper), paper.loai
    if part is None or line is None or loai is None or loai.viet_tat is None or not loai.co_ten:
        return
    first = _first_group(line)
    other = _BY_ABBREVIATION.get(first)
    if not first or other is loai or (other is None and fold(first) in _ALIKE[loai.key]):
        return
    said = f"là của {other.ten}" if other is not None else "không phải chữ viết tắt tên loại"
    yield Slip(
        f"văn bản là {loai.ten} nhưng ký hiệu ghi “{line.symbol}”: “{first}” {said}",
        part.places,
        f"ký hiệu của {loai.ten} bắt đầu bằng {loai.viet_tat}-",
        found=first,
        expected=loai.viet_tat,
        # An office abbreviates itself as it likes; and what a decision issues may bear the decision's number.
        severity=None if other is not None and other.key not in _ISSUING else Severity.WARNING,
    )


_ISSUING = ("quyet_dinh", "nghi_quyet")
# What people write for the abbreviations, folded, beside other cases of the right letters.
_SEEN_FOR = {
    "quyet_dinh": ("qdi",),
    "quy_che": ("qch", "qche"),
    "quy_dinh": ("qdinh", "qdd"),
    "du_an": ("dan",),
    "de_an": ("dean",),
    "to_trinh": ("ttrinh",),
    "chuong_trinh": ("chtr", "cttr"),
    "giay_moi": ("gmoi",),
    "ke_hoach": ("khoach",),
    "bao_cao": ("bcao",),
    "thong_bao": ("tbao",),
}
_ALIKE: Mapping[str, frozenset[str]] = MappingProxyType(
    {key: frozenset((*_SEEN_FOR.get(key, ()), fold(loai.viet_tat or ""))) for key, loai in LOAI_VAN_BAN.items()}
)


@rule(
    "ND30-250",
    "Công văn ghi chữ viết tắt tên loại",
    source=f"{nd30.VAN_BAN}, Phụ lục I, Phần I, Mục II, khoản 3, điểm b",
    example=Example("Số: 05/UBND-VX", "Số: 05/CV-UBND", _KEY),
    why="Công văn không có chữ viết tắt tên loại: ký hiệu gồm tên cơ quan và tên đơn vị soạn thảo hoặc lĩnh vực.",
)
def check_letter(paper: Paper) -> Iterator[Slip]:
    """Find "CV" in the ký hiệu, and the abbreviation of a kind on a letter."""
    part, line = paper.part(_KEY), read_number_line(paper)
    if part is None or line is None:
        return
    first = _first_group(line)
    hint = "ghi tên cơ quan rồi đến đơn vị soạn thảo hoặc lĩnh vực, ví dụ UBND-VX"
    if any(group.upper() == _LETTER for group in line.groups):
        message = f"ký hiệu ghi “{_LETTER}”: công văn không có chữ viết tắt tên loại"
        yield Slip(message, part.places, hint, line.symbol, "UBND-VX")
    elif paper.loai is not None and not paper.loai.co_ten and first in _BY_ABBREVIATION and len(line.groups) > 1:
        message = f"công văn có ký hiệu “{line.symbol}”: “{first}” là chữ viết tắt của {_BY_ABBREVIATION[first].ten}"
        # An office may be abbreviated alike.
        yield Slip(message, part.places, hint, line.symbol, "UBND-VX", severity=Severity.WARNING)


@rule(
    "ND30-251",
    "Văn bản đề tên loại “Công văn”",
    fact=nd30.TRICH_YEU_CONG_VAN_TEXT,
    example=Example("V/v nâng bậc lương năm 2026, dưới số và ký hiệu", "CÔNG VĂN, ở giữa trang"),
    why="Công văn không có tên loại; trích yếu ghi sau chữ “V/v”, dưới số và ký hiệu.",
)
def check_heading(paper: Paper) -> Iterator[Slip]:
    """Find the title "CÔNG VĂN"."""
    part = paper.part("ten_loai")
    if part is not None and fold(part.text) == "cong van":
        hint = "bỏ dòng này, ghi trích yếu sau chữ “V/v” dưới số và ký hiệu"
        yield Slip("văn bản đề tên loại “Công văn”; công văn không ghi tên loại", part.places, hint, part.text)


@rule(
    "ND30-252",
    "Ký hiệu không viết in hoa",
    fact=nd30.KY_HIEU,
    example=Example("Số: 13/KH-UBND", "Số: 13/KH-ubnd", _KEY),
    why="Ký hiệu viết in hoa; chữ thường chỉ có trong các chữ viết tắt TTr, CTr, QyĐ, TrS.",
)
def check_case(paper: Paper) -> Iterator[Slip]:
    """Find a group of nothing but small letters."""
    part, line = paper.part(_KEY), read_number_line(paper)
    if part is None or line is None:
        return
    groups = line.groups[1:] if paper.loai is not None and paper.loai.viet_tat else line.groups
    small = [group for group in groups if _SMALL.fullmatch(group)]
    if small:
        right = line.symbol
        for group in small:
            right = right.replace(group, group.upper())
        message = f"ký hiệu “{line.symbol}” không viết in hoa"
        yield reword(part, {line.symbol: right}, message, f"viết {right}", line.symbol, right)


# One capital in front is a person's name: "NC.Châu".
_SMALL = compile_late(r"[^\W\d_A-ZĐ][^\W\d_A-ZĐ&.]{1,20}|[A-ZĐ][a-zđ]{2,20}")


@rule(
    "ND30-253",
    "Ký hiệu công văn thiếu đơn vị soạn thảo hoặc lĩnh vực",
    source=f"{nd30.VAN_BAN}, Phụ lục I, Phần I, Mục II, khoản 3, điểm b",
    severity=Severity.WARNING,
    example=Example("Số: 05/UBND-VX", "Số: 05/UBND", _KEY),
    why="Ký hiệu công văn gồm tên cơ quan và tên đơn vị soạn thảo hoặc lĩnh vực được giải quyết.",
)
def check_unit(paper: Paper) -> Iterator[Slip]:
    """Find a letter of a committee or council whose ký hiệu is only its name."""
    part, line = paper.part(_KEY), read_number_line(paper)
    if part is None or line is None or paper.loai is None or paper.loai.co_ten:
        return
    if line.groups in (("UBND",), ("HĐND",)):
        message = f"ký hiệu công văn chỉ ghi “{line.symbol}”, thiếu đơn vị soạn thảo hoặc lĩnh vực"
        yield Slip(message, part.places, f"thêm đơn vị soạn thảo, ví dụ {line.symbol}-VX", line.symbol)
