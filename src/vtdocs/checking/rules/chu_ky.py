"""Who signs and for whom: the words for the authority, the titles below them."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Line, Paper
from vtdocs.checking.parts import lines_of
from vtdocs.checking.putting_right import Cure, places_and_words
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.likeness import fold
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30

__all__: list[str] = []

# "T/M", "TM", "K/T:", "TL/" for "TM.", "KT.", "TL."; the letters are caught whole, so that "TMV" is none.
_MISTYPED = compile_late(
    r"(?P<typed>(?P<first>T|K)\s?/\s?(?P<last>M|T|L|UQ)\b[.:]?|(?:TM|KT|TL|TUQ)(?=[\s/:,-])[\s]?[/:,-]?)"
)
_AUTHORITY = compile_late(r"(?P<sign>TM|KT|TL|TUQ|Q)\s?\.(?P<blank>\s*)(?P<rest>\S.*)")
# Who leads alone; "CHỦ TỊCH ĐOÀN" is a group.
_LEADERS = compile_late(
    r"(?:CHỦ TỊCH(?! ĐOÀN)|(?:TỔNG |PHÓ )?GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG (?:PHÒNG|BAN|THÔN|ĐOÀN|CÔNG AN)|BỘ TRƯỞNG"
    r"|CỤC TRƯỞNG|VỤ TRƯỞNG|HIỆU TRƯỞNG|CHI CỤC TRƯỞNG|VIỆN TRƯỞNG|CHỈ HUY TRƯỞNG|CHÁNH THANH TRA|TỔ TRƯỞNG)\b"
)
_GROUPS = compile_late(r"(?:[ỦU][ỶY] BAN|UBND|H[ỘO]I Đ[ỒO]NG|HĐND|BAN CH[ỈI] Đ[ẠA]O|BAN T[ỔO] CH[ỨU]C|THƯỜNG TRỰC)\b")
_DEPUTY = compile_late(r"(?:PHÓ|P\.)\s")


@rule(
    "ND30-501",
    "Chữ viết tắt quyền hạn ký sai",
    fact=nd30.QUYEN_HAN_VIET_TAT,
    example=Example("KT. CHỦ TỊCH", "K/T CHỦ TỊCH", "quyen_han"),
    why="T/M, K/T, T/L là cách viết của văn bản Đảng.",
)
def _authority_form(paper: Paper) -> Iterator[Slip]:
    for line in (*lines_of(paper, "quyen_han"), *lines_of(paper, "chuc_vu")):
        found = _MISTYPED.match(line.text)
        if not found:
            continue
        typed = found["typed"].strip()
        right = f"{''.join(filter(str.isalpha, typed))}."
        places, words = places_and_words([Cure(line, 0, len(typed), right)])
        yield Slip(
            f"quyền hạn ký viết là “{typed}”, phải là “{right}”",
            places,
            f"sửa thành “{right} {line.text[found.end() :].strip()}”",
            found=typed,
            expected=right,
            replacements=words,
        )


@rule(
    "VB-502",
    "Thiếu dấu cách sau chữ viết tắt quyền hạn",
    source=nd30.QUYEN_HAN_TM.source + " (theo các ví dụ)",
    severity=Severity.WARNING,
    example=Example("KT. CHỦ TỊCH", "KT.CHỦ TỊCH", "quyen_han"),
)
def _authority_without_blank(paper: Paper) -> Iterator[Slip]:
    for line, sign, blank, rest in _authorities(paper):
        if not blank:
            dot = line.text.index(".")
            places, words = places_and_words([Cure(line, dot, dot + 1, ". ")])
            yield Slip(
                f"“{sign}.{rest}” thiếu dấu cách sau “{sign}.”",
                places,
                f"sửa thành “{sign}. {rest}”",
                found=f"{sign}.{rest}",
                expected=f"{sign}. {rest}",
                replacements=words,
            )


@rule(
    "ND30-503",
    "KT., TL., TUQ. đứng trước chức vụ cấp phó",
    fact=nd30.QUYEN_HAN_KT,
    example=Example("KT. CHỦ TỊCH", "KT. PHÓ CHỦ TỊCH", "quyen_han"),
    why="Các chữ này ghi trước chức vụ của người đứng đầu; chức vụ của người ký ở dòng dưới.",
)
def _deputy_for_deputy(paper: Paper) -> Iterator[Slip]:
    for line, sign, _blank, rest in _authorities(paper):
        if sign in ("KT", "TL", "TUQ") and _DEPUTY.match(rest):
            yield Slip(
                f"“{sign}.” đứng trước chức vụ cấp phó (“{line.text}”), phải đứng trước chức vụ của người đứng đầu",
                (line.place,),
                f"viết “{sign}. {_DEPUTY.sub('', rest, count=1)}”, chức vụ của người ký ở dòng dưới",
                found=line.text,
                expected=f"{sign}. {_DEPUTY.sub('', rest, count=1)}",
            )


@rule(
    "ND30-504",
    "Ký thay mà không ghi chức vụ của người ký",
    source=nd30.QUYEN_HAN_KT.source,
    example=Example("KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH, ngay dưới là họ tên"),
)
def _deputy_missing(paper: Paper) -> Iterator[Slip]:
    for signer in paper.signers:
        signs = [
            (line, found["sign"], found["rest"]) for line in signer.quyen_han if (found := _AUTHORITY.match(line.text))
        ]
        if not signs or signs[-1][1] not in ("KT", "TL", "TUQ") or not signer.ho_ten:
            continue
        line, sign, head = signs[-1]
        titles = [title.text for title in signer.chuc_vu]
        if not titles:
            yield Slip(
                f"dưới “{line.text}” không có chức vụ của người ký",
                (line.place,),
                "thêm một dòng ghi chức vụ của người ký, ví dụ “PHÓ CHỦ TỊCH”",
                expected="chức vụ của người ký",
            )
        elif fold(titles[0]) == fold(head):
            yield Slip(
                f"dưới “{line.text}” lại ghi “{titles[0]}”: ký {_WAYS[sign]} thì ghi chức vụ của người ký",
                (signer.chuc_vu[0].place,),
                f"ghi chức vụ của người ký, hoặc bỏ dòng “{line.text}” nếu người đứng đầu ký",
                found=titles[0],
            )


_WAYS = {"KT": "thay", "TL": "thừa lệnh", "TUQ": "thừa ủy quyền"}


@rule(
    "ND30-505",
    "TM. đứng trước chức vụ một người",
    fact=nd30.QUYEN_HAN_TM,
    example=Example("TM. ỦY BAN NHÂN DÂN", "TM. CHỦ TỊCH", "quyen_han"),
    why="TM. (thay mặt) đứng trước tên tập thể lãnh đạo hoặc tên cơ quan, tổ chức.",
)
def _group_before_title(paper: Paper) -> Iterator[Slip]:
    for line, sign, _blank, rest in _authorities(paper):
        if sign == "TM" and _LEADERS.match(rest):
            yield Slip(
                f"“TM.” đứng trước chức vụ (“{line.text}”), phải đứng trước tên tập thể hoặc cơ quan",
                (line.place,),
                "ghi “TM. ỦY BAN NHÂN DÂN” (hoặc tên cơ quan) rồi chức vụ ở dòng dưới; ký thay thì ghi “KT.”",
                found=line.text,
                expected="TM. và tên tập thể, cơ quan",
            )


@rule(
    "ND30-506",
    "KT., TL., TUQ., Q. đứng trước tên cơ quan",
    source=nd30.QUYEN_HAN_KT.source,
    example=Example("KT. CHỦ TỊCH", "KT. ỦY BAN NHÂN DÂN", "quyen_han"),
)
def _authority_before_group(paper: Paper) -> Iterator[Slip]:
    for line, sign, _blank, rest in _authorities(paper):
        if sign != "TM" and _GROUPS.match(rest):
            yield Slip(
                f"“{sign}.” đứng trước tên cơ quan (“{line.text}”), phải đứng trước chức vụ của người đứng đầu",
                (line.place,),
                f"ghi “{sign}. CHỦ TỊCH” (chức vụ người đứng đầu), hoặc “TM. {rest}” nếu ký thay mặt",
                found=line.text,
                expected=f"{sign}. và chức vụ người đứng đầu",
            )


@rule(
    "VB-514",
    "Chức vụ người ký khác tệp cơ quan",
    source="tệp cơ quan (danh sách người ký)",
    severity=Severity.WARNING,
    example=Example("chức vụ như trong tệp cơ quan", "Phó Chủ tịch ký với chức vụ CHỦ TỊCH"),
)
def _signer_title(paper: Paper) -> Iterator[Slip]:
    known = {fold(name): title for name, title in paper.office.signers} if paper.office else {}
    for signer in paper.signers:
        if not signer.ho_ten or not signer.chuc_vu:
            continue
        title = known.get(fold(signer.ho_ten[-1].text))
        if title and fold(title) not in {fold(line.text) for line in signer.chuc_vu}:
            typed = signer.chuc_vu[0]
            yield Slip(
                f"“{signer.ho_ten[-1].text}” ký với chức vụ “{typed.text}”, trong tệp cơ quan là “{title}”",
                (typed.place,),
                "sửa chức vụ trên văn bản, hoặc sửa tệp cơ quan nếu người ký đã đổi chức vụ",
                found=typed.text,
                expected=title,
            )


def _authorities(paper: Paper) -> Iterator[tuple[Line, str, str, str]]:
    """Give the lines "KT. CHỦ TỊCH": the line, its abbreviation, the blank behind it, whose name follows."""
    for line in lines_of(paper, "quyen_han"):
        if found := _AUTHORITY.match(line.text):
            yield line, found["sign"], found["blank"], found["rest"]
