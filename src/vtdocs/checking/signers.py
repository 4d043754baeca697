"""Who signs, from the lines of one column: capacity, title, further titles, name."""

from __future__ import annotations

from collections.abc import Sequence

from vtdocs.patterns import compile_late

from .paper import Line, Signer
from .pieces import cut
from .strips import Strip

__all__ = ["is_name", "is_title_line", "read_signer"]

_CAPACITY = compile_late(
    r"(?:TM|KT|TL|TUQ|TƯQ|TUN|T/M|K/T|T/L|T/UQ|Tm|Kt|Tl|Tuq)(?:\s{0,3}[.,]|\s)|Q\s?\.|(?:TM|KT|TL|TUQ)(?=[A-ZĐ])"
)
_ACTING = compile_late(r"Q\s?\.\s{0,3}")
_TITLES = (
    "chu tich", "pho chu tich", "giam doc", "pho giam doc", "truong", "pho truong", "chanh", "pho chanh", "bo truong",
    "thu truong", "cuc truong", "pho cuc truong", "hieu truong", "pho hieu truong", "vien truong", "pho vien truong",
    "tong giam doc", "thu ky", "chu toa", "chu tri", "nguoi", "dai dien", "bi thu", "pho bi thu", "thu tuong",
    "vu truong", "ke toan", "doi truong", "to truong", "pho to truong", "chi huy", "tram truong", "chi cuc truong",
    "uy vien", "can bo", "cong chuc", "ben a", "ben b", "ben giao", "ben nhan", "tong bien tap", "tong thu ky",
    "dieu hanh", "quyen", "pho tong", "pho chi cuc", "pho doi truong", "tham muu", "hat truong", "thanh tra",
    "quyen han", "ban to chuc",
)  # fmt: skip
_UNITS = ("xa ", "phuong ", "tinh ", "thanh pho ", "huyen ", "quan ", "thi tran ", "dac khu ", "thi xa ")
_SIGNED = ("da ky", "ky ten", "chu ky", "ky va ghi", "ky dong dau", "dau ")
# What the text of a digital signature says.
_STAMPED = (
    "nguoi ky", "email", "co quan", "thoi gian ky", "ky boi", "ngay ky", "signature", "signed", "digitally", "date",
)  # fmt: skip
_MOST_WORDS, _LONGEST = 9, 90


def is_title_line(strip: Strip) -> bool:
    """Whether a line in capitals is a capacity or a title that people sign with."""
    return strip.is_caps and _is_title(strip)


def _is_title(strip: Strip) -> bool:
    if len(strip.words) > _LONGEST:
        return False
    return _CAPACITY.match(strip.words) is not None or strip.key.startswith(_TITLES)


def is_name(strip: Strip) -> bool:
    """Whether a line may be the name of a person, with what people put in front of it ("ThS. Nguyễn Văn An")."""
    words = strip.words.replace(".", ". ").split()
    letters = [word for word in words if any(char.isalpha() for char in word)]
    if not 2 <= len(letters) <= _MOST_WORDS or any(char.isdigit() or char in ":;,()/" for char in strip.words):
        return False
    if strip.key.startswith("ho va ten"):
        return True  # a form that is not filled in
    if _CAPACITY.match(strip.words):
        return False
    if strip.is_caps:
        return not strip.key.startswith(_TITLES) and len(letters) <= 5
    capitals = sum(word.strip("\"'“”")[:1].isupper() for word in letters)
    return capitals >= 2 and capitals * 3 >= len(letters) * 2


def read_signer(strips: Sequence[Strip], *, sure: bool = False) -> tuple[Signer, list[Strip]] | None:
    """Read a column; also give its lines that were not placed. None where nobody signs here.

    `sure` says that it stands beside recipients: there a title need not be in capitals to be one.
    """
    lines = [strip for strip in strips if not _is_remark(strip)]
    first = next((i for i, strip in enumerate(lines) if is_title_line(strip) or (sure and _is_title(strip))), None)
    if first is None:
        return None
    name = _find_name(lines, first)
    capacity: list[Line] = []
    titles: list[Line] = []
    rest = lines[:first]
    for index, strip in enumerate(lines[first : name if name is not None else len(lines)]):
        if len(strip.words) > _LONGEST or not _may_be_title(strip):
            rest.append(strip)
        elif not titles and _CAPACITY.match(strip.words):
            capacity.append(strip.line)
            acting = _ACTING.match(strip.words)
            if acting:
                titles.append(cut(strip.line, acting.end())[1])
        elif capacity and not titles and strip.key.startswith(_UNITS) and index + 1 < len(lines) - first - 1:
            capacity.append(strip.line)
        else:
            titles.append(strip.line)
    if name is not None:
        rest += lines[name + 1 :]
    signer = Signer(tuple(capacity), tuple(titles), (lines[name].line,) if name is not None else ())
    return signer, rest


def _find_name(lines: Sequence[Strip], first: int) -> int | None:
    """The line that is the name: the first below the titles that may be one, small letters or a gap before capitals."""
    for index in range(first + 1, len(lines)):
        strip = lines[index]
        if is_name(strip) and not (strip.is_caps and not strip.gap and index + 1 < len(lines)):
            if not strip.is_caps and strip.key.startswith(_TITLES) and index + 1 < len(lines):
                continue  # "Phó Chủ tịch Ủy ban nhân dân tỉnh" above the name
            return index
    return None


def _may_be_title(strip: Strip) -> bool:
    """Whether a line above the name may be a title: in capitals, or a few words without figures."""
    few = len(strip.words.split()) <= 10 and not any(char.isdigit() or char in ":;" for char in strip.words)
    return strip.is_caps or few


def _is_remark(strip: Strip) -> bool:
    """ "(Đã ký)", "(Chữ ký, dấu)" and the like."""
    words = strip.words
    if words.startswith(("(", "[")) and words.endswith((")", "]", ".")):
        return True
    return strip.key.startswith(_SIGNED) or (":" in words and strip.key.startswith(_STAMPED))
