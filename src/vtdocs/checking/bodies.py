"""The bodies that a paper names where a name stands alone: headings, cells, lines of recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Pattern

from vtdocs.patterns import compile_late

from .chu_viet_tat import VIET_DU
from .paper import Paper, Role
from .spans import UPPER
from .ten_co_quan import TU_CO_QUAN
from .words import even_tones

__all__ = ["body_key", "close_up", "full_name", "initials", "named_bodies", "without_place"]

_BODY: Pattern[str] = compile_late(r"(?:" + "|".join(sorted(TU_CO_QUAN, key=len, reverse=True)) + rf") [{UPPER}]")
_MARK: Pattern[str] = compile_late(
    r"(?:[-+–•*]|\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[a-zđ]\)|[IVXLC]{1,6}\.)?\s*"
)
_PLACE: Pattern[str] = compile_late(rf",? (?:các )?(?:cấp )?(?:xã|phường|tỉnh|đặc khu)(?: [{UPPER}].*)?$")
_NOTE: Pattern[str] = compile_late(r" ?\([^()]{0,60}\)$")
_ABBREVIATED: Pattern[str] = compile_late(r"(?<![\w/-])(?:" + "|".join(VIET_DU) + r")(?![\w/-])")
_SPLIT: Pattern[str] = compile_late(r"(?<![^\W_])([A-ZĐ]) (?=[A-ZĐ]{2})")
# Several bodies, or more than a name.
_MORE: Pattern[str] = compile_late(r"[,;:]| và các | có liên quan")
_LONGEST_NAME = 90


def named_bodies(paper: Paper) -> Iterator[str]:
    """Give the names of bodies that stand alone: without marks, place or notes."""
    for text in _lines(paper):
        name = text[_match_end(text) :].strip(" .:;,")
        if not _BODY.match(name) or len(name) > _LONGEST_NAME:
            continue
        name = without_place(_NOTE.sub("", name))
        if not _MORE.search(name):
            yield name


def _match_end(text: str) -> int:
    match = _MARK.match(text)
    return match.end() if match else 0


def _lines(paper: Paper) -> Iterator[str]:
    for item in paper.items:
        if item.role is Role.HEADING:
            yield item.heading or item.line.text
    recipients = paper.part("noi_nhan_danh_sach")
    for line in recipients.lines if recipients else ():
        yield line.text
    for paragraph, text in zip(paper.prose.paragraphs, paper.prose.texts, strict=True):
        if paragraph.spot is not None and len(text) <= _LONGEST_NAME:
            yield from text.split(";") if ";" in text else (text,)


def without_place(name: str) -> str:
    """Leave out what says where a body is: "Phòng Kinh tế xã Vĩnh Thông" is a "Phòng Kinh tế"."""
    return " ".join(_PLACE.sub("", name).split())


def full_name(name: str) -> str:
    """Write out the abbreviations that a name may be written with; capitals and signs stay."""
    return even_tones(_ABBREVIATED.sub(lambda match: VIET_DU[match.group()], name))


def close_up(name: str) -> str:
    """Leave out the blank within an abbreviation: "H ĐND"."""
    return _SPLIT.sub(r"\1", name)


def body_key(name: str) -> str:
    """Reduce a name to what it is: without capitals, kinds of dashes, "&" for "và", blanks within an abbreviation."""
    plain = full_name(re.sub(r" ?& ?", " và ", close_up(name)))
    return " ".join(re.sub(r" ?[-–—] ?", " - ", plain).lower().split())


def initials(name: str) -> str:
    """Give the first letters of a name's words, in capitals: "Văn hóa - Xã hội" gives VHXH."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word not in ("và", "của", "các")).upper()
