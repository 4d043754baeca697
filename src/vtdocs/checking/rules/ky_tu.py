"""Characters: loose marks, unseen and broken ones, letters of the codes before Unicode."""

from __future__ import annotations

from collections.abc import Iterator
from re import Pattern

from vtdocs.checking.finding import Slip, place_of
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import places_of, shown
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30

__all__: list[str] = []

_TYPING = "quy tắc gõ văn bản tiếng Việt"
_UNICODE = f"{nd30.BO_MA.source} (Unicode, TCVN 6909:2001)"
# Soft hyphen, blanks and joiners of no width, marks of direction.
_UNSEEN_LETTERS = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
_UNSEEN: Pattern[str] = compile_late(f"[{_UNSEEN_LETTERS}]+")
_BROKEN: Pattern[str] = compile_late(r"\ufffd+")
# Letters of TCVN3 ("Céng hoµ x· héi") and of VNI ("Coäng hoøa xaõ hoäi") as Unicode shows them.
_TCVN3: Pattern[str] = compile_late(
    r"[µ¸¶·¹¨¾¼½Æ©ªÌ®¬Þ](?<=[A-Za-zÀ-ÿ].)[A-Za-z]{0,4}|[µ¸¶·¹](?=[A-Za-z])[A-Za-z]{1,4}"
)
_VNI: Pattern[str] = compile_late(r"[äïøûöë](?<=[aeouö].)[a-z]{0,3}")
_LEGACY_WORDS = 3


@rule(
    "VB-801",
    "Chữ có dấu ở dạng tổ hợp (NFD)",
    source=_UNICODE,
    severity=Severity.WARNING,
    example=Example("“hành chính” gõ bằng chữ dựng sẵn", "“hành chính” gồm chữ cái và dấu rời"),
    why="Dấu rời làm tìm kiếm, so sánh sai và có phông hiện lệch dấu.",
)
def dang_to_hop(paper: Paper) -> Iterator[Slip]:
    # Composing makes a text shorter: where it does not, no loose mark has a letter of its own.
    found = [
        paragraph
        for paragraph, text in zip(paper.texts.paragraphs, paper.texts.texts, strict=True)
        if len(paragraph.text) != len(text)
    ]
    if found:
        yield Slip(
            f"{len(found)} đoạn có chữ với dấu rời (Unicode tổ hợp)",
            tuple(place_of(paragraph) for paragraph in found),
            "chuyển sang Unicode dựng sẵn (NFC), ví dụ bằng lệnh “vtdocs fix”",
        )


@rule(
    "VB-802",
    "Ký tự không nhìn thấy hoặc hỏng",
    source=_TYPING,
    severity=Severity.WARNING,
    example=Example("cải cách hành chính", "cải cách\u200b hành chính"),
    why="Thường theo vào khi chép từ trang web; chúng làm tìm kiếm sai và tự ngắt từ.",
)
def ky_tu_an(paper: Paper) -> Iterator[Slip]:
    prose, whole = paper.texts, paper.texts.whole
    if any(letter in whole for letter in _UNSEEN_LETTERS):
        unseen = [match.span() for match in _UNSEEN.finditer(whole)]
        message = f"{len(unseen)} chỗ có ký tự không nhìn thấy"
        yield Slip(message, places_of(prose, unseen), "xóa các ký tự ấy rồi gõ lại từ")
    if broken := [match.span() for match in _BROKEN.finditer(whole)]:
        yield Slip(f"{len(broken)} chỗ có ký tự hỏng (�)", places_of(prose, broken), "gõ lại chữ theo bản gốc")


@rule(
    "VB-810",
    "Chữ của bảng mã cũ (TCVN3, VNI)",
    source=_UNICODE,
    severity=Severity.WARNING,
    example=Example("Cộng hòa xã hội chủ nghĩa Việt Nam", "Céng hoµ x· héi chñ nghÜa, chÝnh s¸ch, ph¸p luËt"),
)
def bang_ma_cu(paper: Paper) -> Iterator[Slip]:
    prose = paper.texts
    # Letters that no Vietnamese word has: without them the pass is not made.
    signs = ((_TCVN3, "µ¸¶·¹¨©ª®¬"), (_VNI, "äïøûö"))
    found = [
        match.span()
        for pattern, letters in signs
        if any(letter in prose.whole for letter in letters)
        for match in pattern.finditer(prose.whole)
    ]
    found.sort()
    if len(found) >= _LEGACY_WORDS:
        yield Slip(
            f"{len(found)} từ gõ bằng bảng mã cũ: {shown(prose.whole[start:end] for start, end in found)}",
            places_of(prose, found),
            "chuyển mã sang Unicode rồi đặt phông Times New Roman",
            found=prose.whole[slice(*found[0])],
        )
