"""The line “(Kèm theo Kế hoạch số … ngày … của …)” against the head of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper, Part, Role
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.likeness import fold
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30
from vtdocs.standards.loai_van_ban import LOAI_VAN_BAN
from vtdocs.standards.nd30_text import format_ngay, format_thang

__all__: list[str] = []

_LEAD = compile_late(
    r"\(\s?(?:Được )?(?:Phê duyệt |Ban hành )?(?:đính )?kèm(?: theo)?\s(?P<rest>.{1,600})", re.IGNORECASE | re.DOTALL
)
# What is left to be filled in is typed as dots, blanks or underscores.
_BLANK = r"[\s.…_]{0,40}"
_NUMBER = compile_late(
    rf"\b[Ss][Ốố]\s?:?{_BLANK}(?P<number>\d{{0,6}}){_BLANK}"
    rf"(?:/{_BLANK}(?P<symbol>[A-ZĐa-zđ][\w&.]{{0,20}}(?:-[\w&.]{{1,20}}){{0,4}}))?"
)
# "…" is matched as "_", which compiles in a third of the time.
_DOTS = r"[\s._]{0,40}"
_DATE = compile_late(
    rf"\bngày{_DOTS}(?P<day>\d{{0,2}}){_DOTS}(?:tháng|/){_DOTS}(?P<month>\d{{0,2}}){_DOTS}(?:năm|/){_DOTS}(?P<year>\d{{0,4}})",
    re.IGNORECASE,
)
_ISSUER = compile_late(r"\bcủa\s+(?P<issuer>[^\W\d_][^()]{1,200})\)?\s*$", re.IGNORECASE)
_ITSELF = compile_late(r"\bnày\b", re.IGNORECASE)
_SHORT = (
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("bcd", "ban chi dao"),
    ("tp", "thanh pho"),
    ("tx", "thi xa"),
    ("tt", "thi tran"),
)
# Of these the words behind name the place, and another place is another office; other names are shortened in many ways.
_COUNCILS = ("uy ban nhan dan ", "hoi dong nhan dan ")
# Who heads an office issues for it: "của Chủ tịch Ủy ban nhân dân xã".
_LEADERS = ("chu tich ", "giam doc ", "truong ", "chanh ", "bo truong ", "thu truong ")


@rule(
    "ND30-613",
    "Số, ký hiệu ở dòng “(Kèm theo …)” khác đầu văn bản",
    fact=nd30.KEM_THEO,
    example=Example("số 13/KH-UBND như đầu văn bản", "đầu văn bản 13/KH-UBND, phụ lục ghi 31/KH-UBND"),
    why="Số để trống là đúng với văn bản điện tử (khoản 1, điểm c).",
)
def _wrong_number(paper: Paper) -> Iterator[Slip]:
    for part, words in _attached(paper):
        found = _NUMBER.search(words)
        if found is None or _ITSELF.search(words[: found.start()]):
            continue
        typed = found["number"]
        if typed and paper.number is not None and int(typed) != paper.number:
            yield _differs(part, "số", typed, str(paper.number))
        elif typed and paper.number is None and paper.part("so_ky_hieu") is not None:
            yield Slip(
                f"dòng “(Kèm theo …)” ghi số {typed} trong khi đầu văn bản chưa có số",
                (part.place,),
                "để trống số ở dòng này, hoặc điền số ở đầu văn bản",
                found=typed,
                severity=Severity.WARNING,
            )
        symbol = (found["symbol"] or "").rstrip(".")
        # "/QĐ- …": its second group is left to be filled in.
        is_open = words[found.end() :].lstrip().startswith(("-", "…", "...", "_")) or "…" in paper.symbol
        if symbol and paper.symbol and not is_open and symbol.casefold() != paper.symbol.casefold():
            yield _differs(part, "ký hiệu", symbol, paper.symbol)


@rule(
    "ND30-614",
    "Ngày ở dòng “(Kèm theo …)” khác đầu văn bản",
    fact=nd30.KEM_THEO,
    example=Example("ngày 05 tháng 3 năm 2026 như đầu văn bản", "đầu văn bản ngày 05, phụ lục ghi ngày 15"),
)
def _wrong_date(paper: Paper) -> Iterator[Slip]:
    for part, words in _attached(paper):
        found = _DATE.search(words.replace("…", "_"))
        if found is None or _ITSELF.search(words[: found.start()]):
            continue
        typed_date = words[slice(*found.span())]
        day, month, year = (int(found[name]) if found[name] else None for name in ("day", "month", "year"))
        if paper.date is not None:
            head = (paper.date.day, paper.date.month, paper.date.year)
            if any(typed is not None and typed != right for typed, right in zip((day, month, year), head, strict=True)):
                yield _differs(
                    part, "ngày", typed_date, f"ngày {format_ngay(head[0])} tháng {format_thang(head[1])} năm {head[2]}"
                )
        elif day is not None and month is not None and paper.part("dia_danh_thoi_gian") is not None:
            yield Slip(
                f"dòng “(Kèm theo …)” ghi {typed_date} trong khi đầu văn bản chưa có ngày",
                (part.place,),
                "để trống ngày ở dòng này, hoặc điền ngày ở đầu văn bản",
                found=typed_date,
                severity=Severity.WARNING,
            )


@rule(
    "ND30-615",
    "Cơ quan ở dòng “(Kèm theo …)” khác cơ quan ban hành",
    fact=nd30.KEM_THEO,
    example=Example("… của Ủy ban nhân dân xã Bình Minh)", "… của Ủy ban nhân dân xã khác)"),
    why="“Chủ tịch UBND xã” trong khi đầu văn bản là UBND xã thì chỉ là cảnh báo.",
)
def _wrong_issuer(paper: Paper) -> Iterator[Slip]:
    issuer = paper.part("co_quan_ban_hanh")
    if issuer is None:
        return
    names = [_long(issuer.text)]
    if paper.office is not None:
        names += [_long(name) for name in (paper.office.name, *paper.office.also) if name]
    for part, words in _attached(paper):
        found = _ISSUER.search(words)
        if found is None:
            continue
        typed = found["issuer"].strip(" .)")
        said = _long(typed)
        leader = next((leader for leader in _LEADERS if said.startswith(leader) and said not in names), "")
        if any(_same(said.removeprefix(leader), name) for name in names):
            if leader and not _decides(paper, leader):
                slip = _differs(part, "cơ quan", typed, issuer.text)
                yield replace(slip, severity=Severity.WARNING)
            continue
        sure = any(said.startswith(kind) and names[0].startswith(kind) for kind in _COUNCILS)
        slip = _differs(part, "cơ quan", typed, issuer.text)
        yield replace(slip, severity=None if sure else Severity.WARNING)


@rule(
    "ND30-616",
    "Dòng “(Kèm theo …)” không ghi cơ quan ban hành",
    fact=nd30.KEM_THEO,
    example=Example("… của Ủy ban nhân dân xã Bình Minh)", "(Kèm theo Kế hoạch số …/KH-UBND ngày …)"),
    why="Văn bản điện tử không phải điền số và ngày, tên cơ quan vẫn phải có (Mẫu 2.2). “Kế hoạch này” là cảnh báo.",
)
def _issuer_missing(paper: Paper) -> Iterator[Slip]:
    for part, words in _attached(paper):
        if _ISSUER.search(words) is None and "của" not in words:
            yield Slip(
                "dòng “(Kèm theo …)” không ghi tên cơ quan ban hành văn bản",
                (part.place,),
                "thêm “của (tên cơ quan ban hành)” ở cuối dòng",
                found=part.text[:100],
                expected="… của (cơ quan ban hành)",
                severity=Severity.WARNING if _ITSELF.search(words) else None,
            )


@rule(
    "ND30-617",
    "Loại văn bản ở dòng “(Kèm theo …)” khác tên loại",
    fact=nd30.KEM_THEO,
    example=Example("(Kèm theo Kế hoạch số …", "kế hoạch mà phụ lục ghi “(Kèm theo Quyết định số …"),
)
def _wrong_kind(paper: Paper) -> Iterator[Slip]:
    if paper.loai is None:
        return
    kinds = {fold(loai.ten): loai for loai in LOAI_VAN_BAN.values()}
    for part, words in _attached(paper):
        begin = fold(words[:30]).split()
        named = next((kinds[name] for size in (3, 2) if (name := " ".join(begin[:size])) in kinds), None)
        if named is not None and named.key != paper.loai.key:
            yield _differs(part, "loại văn bản", named.ten, paper.loai.ten)


def _attached(paper: Paper) -> Iterator[tuple[Part, str]]:
    """The lines, each with its words behind "(Kèm theo".

    None of a text that is issued with another paper itself: its appendices name that paper.
    """
    if paper.part("kem_theo") is not None:
        return
    for each in paper.phu_luc:
        if (part := each.parts.get("kem_theo")) is not None and (found := _LEAD.match(part.text)):
            yield part, found["rest"]


def _differs(part: Part, what: str, typed: str, right: str) -> Slip:
    return Slip(
        f"dòng “(Kèm theo …)” ghi {what} là “{typed}”, đầu văn bản là “{right}”",
        (part.place,),
        "sửa cho hai nơi giống nhau",
        found=typed,
        expected=right,
    )


def _long(name: str) -> str:
    """Fold a name, its usual abbreviations written out."""
    folded = f" {fold(name)} "
    for short, long in _SHORT:
        folded = folded.replace(f" {short} ", f" {long} ")
    return folded.strip()


def _same(said: str, name: str) -> bool:
    """Whether two names may be of one office: one is in the other, be it in its words alone."""
    return said in name or name in said or set(said.split()) <= set(name.split())


def _decides(paper: Paper, leader: str) -> bool:
    """Whether the paper says that its issuer is who leads the office, as a decision of a chairman does."""
    heads = (fold(item.line.text) for item in paper.items if item.role is Role.LOI)
    return any(head.startswith(leader) for head in heads)
