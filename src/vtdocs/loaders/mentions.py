"""What the body of a document says of its appendices, against those that it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from vtdocs.diagnostics import Location
from vtdocs.outline import walk_outline
from vtdocs.patterns import compile_late
from vtdocs.standards.nd30_text import format_roman, parse_roman

from .bodies import Body
from .codes import Code
from .nodes import YamlNode
from .structure import Reader

__all__ = ["Attached", "check_mentions"]

_ANY = ("phụ lục", "kèm theo", "biểu mẫu", "biểu kèm")
_NUMBER = r"(?:[IVXLC]{1,8}|\d{1,3})(?![\w/])"
_JOINT = r"\s*(?:,|;|-|–|và|đến|hoặc|,\s*và)\s*"
_NUMBERED = compile_late(rf"(?i:phụ\s+lục)\s+(?i:số\s+)?(?P<numbers>{_NUMBER}(?:{_JOINT}{_NUMBER}){{0,60}})")
_PART = compile_late(rf"(?P<joint>{_JOINT})?(?P<number>{_NUMBER})")
_KINDS = (
    "Nghị định|Nghị quyết|Thông tư|Quyết định|Luật|Bộ luật|Pháp lệnh|Hiến pháp|Kế hoạch|Công văn|Hướng dẫn|Chương trình"
    "|Chỉ thị|Đề án|Dự án|Phương án|Báo cáo|Quy chế|Quy định|Thông báo|Tờ trình|Văn bản"
).replace(" ", r"\s+")
# What makes an appendix one of another paper: "ban hành kèm theo Nghị định …", "của Bộ Nội vụ", "Thông tư số …".
_FOLLOWED = compile_late(
    rf"[\s,]*(?:(?:được\s+)?ban\s+hành\s+)?(?:(?P<own>(?:kèm\s+theo|của|tại|thuộc|trong)\s+)?(?:các\s+)?"
    rf"(?P<kind>{_KINDS})\b(?P<this>\s+này)?|của\s+(?!(?:xã|văn\s+bản)\b))",
    re.IGNORECASE,
)
# A paper that the line is about: "Dự thảo Kế hoạch gồm 03 phụ lục: Phụ lục I …".
_DRAFT = compile_late(rf"\bdự\s+thảo\s+(?:{_KINDS})\b(?!\s+này)", re.IGNORECASE)
_PRECEDED = compile_late(r"\d/[\w/-]+\s*[(,;]?\s*(?:tại\s+|theo\s+)?$")


class Attached(Struct, frozen=True):
    """An appendix as the checks see it: its own label if it has one, its prose, and where it stands."""

    label: str | None
    body: Body
    node: YamlNode


class _Mention(Struct, frozen=True):
    """Numbers of appendices that a text names; `is_own` is `None` where they may be those of another paper."""

    numbers: tuple[int, ...]
    is_own: bool | None
    words: str


def check_mentions(bodies: Iterable[Body], attached: tuple[Attached, ...], reader: Reader, node: YamlNode) -> None:
    """Doubt appendices that no words mention, and words that mention appendices that are not there.

    `bodies` are the opening, the body and the closing; `node` is where the appendices stand.
    """
    lines = [(body, line) for body in bodies for line in walk_outline(body.nodes) if _may_speak(line.words)]
    if attached and not any(_speaks(line.words) for _body, line in lines):
        message = "có phụ lục nhưng phần lời chưa nhắc tới phụ lục"
        reader.warn(Code.APPENDIX_UNMENTIONED, message, node, "thêm vào nội dung, ví dụ: (Có Phụ lục kèm theo)")
        return
    numbers = [_number_of(place, one.label) for place, one in enumerate(attached, 1)]
    there = {number for number in numbers if number is not None}
    named: set[int] = set()
    by_number = False
    for body, line in lines:
        mentions = tuple(_find(line.words))
        is_told = bool(mentions) and _DRAFT.search(line.words) is not None
        for mention in mentions:
            named.update(mention.numbers)
            by_number = by_number or (mention.is_own is True and bool(there & set(mention.numbers)))
            if mention.is_own and not is_told and None not in numbers and set(mention.numbers) - there:
                is_told = True
                _tell_absent(len(attached), mention, reader, body.place(line, mention.words))
    for one in attached:
        for line in walk_outline(one.body.nodes):
            named.update(number for mention in _find(line.words) for number in mention.numbers)
    if by_number and len(attached) > 1:
        for one, number in zip(attached, numbers, strict=True):
            if number is not None and number not in named:
                message = f"phần lời nhắc tới từng phụ lục theo số, nhưng không nhắc tới Phụ lục {format_roman(number)}"
                hint = f"thêm vào nội dung, ví dụ: (Chi tiết tại Phụ lục {format_roman(number)})"
                reader.warn(Code.APPENDIX_UNNAMED, message, one.node, hint)


def _number_of(place: int, label: str | None) -> int | None:
    """Give the number that an appendix is called by; `None` for a label that has none ("Biểu mẫu")."""
    if label is None:
        return place
    found = next(_find(label), None)
    return found.numbers[0] if found else None


def _tell_absent(count: int, mention: _Mention, reader: Reader, place: Location | None) -> None:
    there = "không có phụ lục nào" if not count else f"chỉ có {count} phụ lục"
    message = f"nhắc tới “{mention.words}” nhưng văn bản {there}"
    hint = "sửa số phụ lục, hoặc thêm phụ lục vào khóa phu_luc; phụ lục của văn bản khác thì ghi rõ tên văn bản đó"
    if place is not None:
        reader.faults.warn(Code.APPENDIX_ABSENT, message, place, hint)


def _may_speak(text: str) -> bool:
    """Whether a line holds a word of those that speak of appendices; nearly none does, and this is quickly seen."""
    lower = text.lower()
    return "lục" in lower or "kèm" in lower or "biểu" in lower


def _speaks(text: str) -> bool:
    """Whether a line speaks of any appendix."""
    plain = " ".join(text.lower().split())
    return any(words in plain for words in _ANY)


def _find(text: str) -> Iterator[_Mention]:
    for found in _NUMBERED.finditer(text):
        numbers, end = _read_numbers(text, found.start("numbers"), found.end("numbers"))
        if numbers:
            yield _Mention(numbers, _is_own(text, found.start(), end), text[found.start() : end])


def _read_numbers(text: str, start: int, end: int) -> tuple[tuple[int, ...], int]:
    """Read "I, II và III", "1 đến 3"; a figure behind a comma counts only where no noun follows ("1, 20 hộ")."""
    numbers: list[int] = []
    is_roman: bool | None = None
    reached = start
    for part in _PART.finditer(text, start, end):
        number = part["number"]
        value = parse_roman(number) if number[0] in "IVXLC" else int(number)
        if value is None or not 1 <= value <= 999 or (is_roman is not None and is_roman != (number[0] in "IVXLC")):
            break
        joint = (part["joint"] or "").strip()
        is_last = part.end() == end
        if (
            numbers
            and is_last
            and number.isdigit()
            and re.match(r"\s+(?!và\b|kèm\b|ban\b|của\b)\w", text[end : end + 40])
        ):
            break
        is_roman = number[0] in "IVXLC"
        if joint in ("đến", "-", "–") and numbers and numbers[-1] < value:
            numbers += range(numbers[-1] + 1, value + 1)
        else:
            numbers.append(value)
        reached = part.end()
    return tuple(numbers), reached


def _is_own(text: str, start: int, end: int) -> bool | None:
    """Whether it is an appendix of this very paper; `None` where one cannot know."""
    if _PRECEDED.search(text, max(0, start - 60), start):
        return None
    followed = _FOLLOWED.match(text, end)
    if followed is None:
        return True
    return True if followed["this"] else None
