"""What stands between head and text: name of the kind, what it is about, whom it is for."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from vtdocs.outline import Marker
from vtdocs.outline.markers import read_marker

from .headlines import name_line
from .kinds import Kind, read_kind
from .paper import Line
from .pieces import cut
from .strips import Side, Strip

__all__ = ["UNTITLED", "Title", "is_authority", "read_title"]

# Kinds that need not say what they are about: Mẫu 1.8, 1.10 of Phụ lục III, and slips.
UNTITLED = frozenset({"giay_gioi_thieu", "giay_nghi_phep", "phieu_gui", "phieu_chuyen", "phieu_bao", "thu_cong"})
_LONGEST_TITLE, _LONGEST_LINE, _LONGEST_AUTHORITY, _MOST_ADDRESSEES = 12, 300, 200, 40
_LONGEST_ATTACHED, _MOST_ATTACHED = 150, 3
_AUTHORITIES = (
    "chu tich", "uy ban nhan dan", "hoi dong nhan dan", "giam doc", "bo truong", "thu tuong", "tong giam doc",
    "truong phong", "truong ban", "hieu truong", "chanh van phong", "cuc truong", "thu truong", "tong cuc truong",
    "ban chi dao", "ban thuong vu", "ban chap hanh", "truong thon", "vien truong", "tham quyen ban hanh", "chanh",
    "hoi dong", "thuong truc",
)  # fmt: skip
_BASES = ("can cu", "theo de nghi", "xet de nghi", "xet to trinh", "tren co so")
_STOPS = ("can cu ", "kinh gui", "theo de nghi", "xet de nghi", "xet to trinh", "kinh moi", "tran trong")


class Title(Struct):
    """Lines by key, the kind, lines not placed, and the number of strips that were read."""

    parts: dict[str, list[Line]] = field(default_factory=dict)
    kind: Kind | None = None
    unplaced: list[Strip] = field(default_factory=list)
    length: int = 0

    def add(self, key: str, line: Line) -> None:
        """Add a line to a component."""
        self.parts.setdefault(key, []).append(line)


def _is_basis(strip: Strip) -> bool:
    """Whether a line begins like a legal basis."""
    return strip.key.startswith(_BASES)


def is_authority(strip: Strip) -> bool:
    """Whether a line in capitals names who decides, as it stands above the bases of a decision."""
    named = strip.key.startswith(_AUTHORITIES) and not strip.words.endswith(":")
    return named and strip.is_caps and len(strip.words) <= _LONGEST_AUTHORITY


def read_title(strips: Sequence[Strip], *, has_subject: bool = False) -> Title:
    """Read the title from the first strips behind the head.

    `has_subject` says that the head had "V/v": what comes is "Kính gửi" or the text.
    """
    title = Title()
    index = 0
    while index < min(len(strips), _LONGEST_TITLE):
        strip = strips[index]
        name = name_line(strip)
        if name in ("du_thao", "do_khan", "do_mat", "pham_vi_luu_hanh"):
            title.add(name, strip.line)
        elif strip.key.startswith("kinh gui"):
            index = _add_addressees(strips, index, title)
            break
        elif name == "trich_yeu_cong_van" and not has_subject:
            title.add(name, strip.line)
        elif title.kind is None and (kind := _kind_of(strip)) is not None:
            title.kind = kind
            index = _add_title(strips, index, kind, title)
            continue
        elif _is_attached(strip) or _goes_on_attached(strips, index, title.parts.get("kem_theo", ())):
            title.add("kem_theo", strip.line)
        elif title.kind is None and not has_subject and _may_be_title(strip):
            title.unplaced.append(strip)
        elif title.kind is None or not _is_bracketed(strip):
            break
        index += 1
    title.length = index
    return title


def _is_attached(strip: Strip) -> bool:
    return strip.words.startswith("(") and strip.key.startswith(("kem theo", "ban hanh kem theo"))


def _goes_on_attached(strips: Sequence[Strip], index: int, lines: Sequence[Line]) -> bool:
    """Whether a line goes on with a "(Kèm theo …" above it, which closes on this line or on one of the next two."""
    if not lines or lines[-1].text.rstrip("0123456789").endswith(")"):
        return False
    for strip in strips[index : index + _MOST_ATTACHED]:
        if strip.gap or len(strip.words) > _LONGEST_ATTACHED or _is_bracketed(strip):
            return False
        if strip.words.rstrip("0123456789").endswith(")"):
            return True
    return False


def _kind_of(strip: Strip) -> Kind | None:
    """The kind of a line that is a title: alone on its row, and in capitals, bold or centred."""
    if strip.side is Side.LEFT or strip.words.endswith((";", ":")):
        return None
    kind = read_kind(strip)
    if kind is None or not (strip.is_caps or (kind.is_whole and (strip.is_centred or strip.is_bold))):
        return None
    return kind if kind.is_whole or strip.is_centred or strip.is_bold else None


def _add_title(strips: Sequence[Strip], index: int, kind: Kind, title: Title) -> int:
    """Add the name of the kind and what the paper is about; give the index behind them."""
    strip = strips[index]
    following = strips[index + 1] if index + 1 < len(strips) else None
    alone = kind.is_whole or (kind.total <= 6 and following is not None and _is_subject(following, strip, 0))
    if alone:
        title.add("ten_loai", strip.line)
    else:
        name, rest = cut(strip.line, _end_of_word(strip.line.text, kind.words))
        title.add("ten_loai", name)
        title.add("trich_yeu", rest)
    taken = 0 if alone else 1
    index += 1
    untitled = kind.loai is not None and kind.loai.key in UNTITLED
    while index < len(strips) and taken < _LONGEST_TITLE:
        if not taken and name_line(strips[index]) == "du_thao":
            title.add("du_thao", strips[index].line)
        elif _is_subject(strips[index], strip, taken, centred_only=untitled) and not (
            # Capitals below small letters name who decides.
            taken and strips[index].is_caps and not strips[index - 1].is_caps
        ):
            title.add("trich_yeu", strips[index].line)
            taken += 1
        else:
            break
        index += 1
    return index


def _end_of_word(text: str, count: int) -> int:
    """The offset behind so many words."""
    offset = 0
    for _ in range(count):
        while offset < len(text) and not text[offset].isalnum():
            offset += 1
        while offset < len(text) and text[offset].isalnum():
            offset += 1
    return offset


def _is_subject(strip: Strip, above: Strip, taken: int, *, centred_only: bool = False) -> bool:
    """Whether a line goes on to say what the paper is about; papers that need not say it do so only in the middle."""
    words = strip.words
    if strip.table != above.table or len(words) > _LONGEST_LINE or _is_bracketed(strip):
        return False
    # "Họp ngày 05 tháng 01 năm 2026" is a subject: the paper's own date is not bold. "V/v" is typed for "Về việc" too.
    name = name_line(strip)
    if name not in ("", "trich_yeu_cong_van") and not (name == "dia_danh_thoi_gian" and strip.is_bold):
        return False
    if strip.key.startswith(_STOPS) or is_authority(strip) or (taken and strip.gap):
        return False
    marked = read_marker(words)
    if marked.marker not in (None, Marker.GACH, Marker.CHU_HOA):
        return False
    if strip.is_centred:
        return not words.endswith(":")
    # A line that stands elsewhere than in the middle is the subject only right below, and if it is no sentence.
    if centred_only or taken or strip.gap > 1 or words.endswith((":", ";")):
        return False
    return strip.is_bold or (len(words) <= 150 and not words.endswith("."))


def _is_bracketed(strip: Strip) -> bool:
    return strip.words.startswith(("(", "["))


def _may_be_title(strip: Strip) -> bool:
    """Whether a line of no known kind stands like a title."""
    if (strip.table is not None and strip.side is not Side.WHOLE) or read_marker(strip.words).marker is not None:
        return False
    centred = strip.is_centred or (strip.side is Side.WHOLE and strip.is_bold and strip.is_caps)
    return centred and len(strip.words) <= _LONGEST_LINE and not _is_basis(strip) and not strip.words.endswith(":")


def _add_addressees(strips: Sequence[Strip], index: int, title: Title) -> int:
    """Add "Kính gửi:" with its list; give the index behind it."""
    first = strips[index]
    title.add("kinh_gui", first.line)
    index += 1
    opened = first.words.rstrip().endswith(":") or first.key == "kinh gui" or first.words.endswith(";")
    before = first
    for strip in strips[index : index + _MOST_ADDRESSEES]:
        in_table = first.table is not None and strip.table == first.table
        same = strip.line.paragraph is first.line.paragraph
        if not (in_table or same or _is_addressee(strip, before, first, opened)):
            break
        title.add("kinh_gui", strip.line)
        before = strip
        opened = opened and not strip.words.endswith(".")
        index += 1
    return index


def _is_addressee(strip: Strip, before: Strip, first: Strip, opened: bool) -> bool:
    """Whether a paragraph names one of those that a paper is for."""
    stops = strip.key.startswith((*_STOPS, "thuc hien "))
    if len(strip.words) > 200 or strip.gap > 1 or stops or strip.table is not None:
        return False
    dashed = strip.words.startswith(("-", "–", "+", "•")) or bool(strip.line.paragraph.label)
    if dashed:
        return opened or before.words.endswith(";")
    short = len(strip.words) <= 120 and strip.words.endswith((";", "."))
    if short and opened and (before is first or before.words.endswith(";")):
        return True
    # An addressee's name that runs over two rows of its own making.
    return (
        before is first
        and not first.words.endswith((".", ";", ":"))
        and strip.line.paragraph.format == first.line.paragraph.format
        and len(strip.words) <= 80
    )
