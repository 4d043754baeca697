"""The head of a paper: motto, office, number, place and date, what a letter is about, stamps."""

from __future__ import annotations

from collections.abc import Sequence, Set

from msgspec import Struct, field

from .headlines import name_line
from .issuers import split_issuer
from .kinds import is_title
from .office import Office
from .paper import Line
from .pieces import cut
from .strips import Side, Strip

__all__ = ["Head", "find_opening", "read_head"]

# In lines. Beyond so many the first motto is none of a head.
_FIRST_MOTTO = 25
_LONGEST_HEAD = 40
_LONGEST_SUBJECT = 8
_LONGEST_OFFICE = 90
_ANCHORS = frozenset({"quoc_hieu", "tieu_ngu", "so_ky_hieu", "dang"})
_TEXT_STARTS = ("can cu", "kinh gui", "thuc hien", "theo de nghi", "xet ", "phan i", "chuong i", "dieu 1", "phu luc")


class Head(Struct):
    """What was found of a head: lines by key, with their strips, and those not placed."""

    parts: dict[str, list[Line]] = field(default_factory=dict)
    strips: dict[str, list[Strip]] = field(default_factory=dict)
    unplaced: list[Strip] = field(default_factory=list)
    is_party: bool = False
    is_copy: bool = False

    @property
    def is_found(self) -> bool:
        """Whether anything of a head is there."""
        return bool(self.strips)

    def add(self, key: str, strip: Strip, line: Line | None = None) -> None:
        """Add a line to a component; `line` is the stretch of the strip that belongs to it."""
        self.parts.setdefault(key, []).append(line or strip.line)
        self.strips.setdefault(key, []).append(strip)


def find_opening(strips: Sequence[Strip]) -> int:
    """Give how many of a paper's first strips are its head: 0 where it has none.

    The head goes to the name of the kind, to "Kính gửi", or to the text.
    """
    anchor = next((i for i, strip in enumerate(strips[:_FIRST_MOTTO]) if name_line(strip) in _ANCHORS), None)
    if anchor is None:
        return 0
    first, last = strips[anchor], anchor
    seen = {name_line(strip) for strip in strips[:anchor]}
    goes_on = False
    for index in range(anchor, min(len(strips), anchor + _LONGEST_HEAD)):
        strip = strips[index]
        name = name_line(strip)
        goes_on = name == "trich_yeu_cong_van" or (goes_on and not strip.gap and not name and len(strip.words) <= 60)
        if strip.key.startswith("kinh gui") or not (name or goes_on or not _ends_head(strip, first, seen)):
            break
        seen.add(name)
        last = index
    return last + 1


def _ends_head(strip: Strip, first: Strip, seen: Set[str]) -> bool:
    """Whether a line that is no component by its words stands below the head; `first` is what was known first of it."""
    # When number and date, or number and subject, have been passed, no office is to come.
    is_full = "so_ky_hieu" in seen and not seen.isdisjoint({"dia_danh_thoi_gian", "trich_yeu_cong_van"})
    if strip.table is not None and strip.side is not Side.WHOLE:
        return is_full and strip.table != first.table
    if is_title(strip) or _is_text(strip) or (is_full and strip.side is Side.WHOLE):
        return True
    # What stands below a table with the motto on one of its sides is no office.
    return strip.table is None and first.table is not None and first.side is not Side.WHOLE


def _is_text(strip: Strip) -> bool:
    words = strip.words
    if strip.key.startswith(_TEXT_STARTS) or len(words) > 160:
        return True
    return len(words) > 60 and not strip.is_caps and words.endswith((".", ";", ":"))


def read_head(strips: Sequence[Strip], boxes: Sequence[Strip] = (), office: Office | None = None) -> Head:
    """Read the strips of a head, column by column; boxes hold stamps, or what is missing of it."""
    head = Head()
    for column in _columns_of(strips):
        _read_column(column, head)
    for strip in boxes:
        name = name_line(strip)
        if name == "sao":
            head.is_copy = True
        elif name and name not in head.strips and name != "ky_so":
            head.add(name, strip)
    lines = head.strips.pop("offices", [])
    head.parts.pop("offices", None)
    parents = split_issuer(lines, office)
    for index, strip in enumerate(lines):
        head.add("co_quan_chu_quan" if index < parents else "co_quan_ban_hanh", strip)
    return head


def _columns_of(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Left and right of the page, each top down; all that stands alone on its row comes after, in its order.

    Where nothing stands beside anything, that is the head in one column.
    """
    by_side: dict[Side, list[Strip]] = {Side.LEFT: [], Side.RIGHT: [], Side.WHOLE: []}
    for strip in strips:
        by_side[strip.side].append(strip)
    if not by_side[Side.LEFT]:
        return [list(strips)]
    # Lines below a row of two that stand alone go on with what was left.
    first = next(i for i, strip in enumerate(strips) if strip.side is Side.LEFT)
    before = [strip for strip in strips[:first] if strip.side is Side.WHOLE]
    after = [strip for strip in strips[first:] if strip.side is Side.WHOLE]
    return [before, by_side[Side.LEFT] + after, by_side[Side.RIGHT]]


def _read_column(strips: Sequence[Strip], head: Head) -> None:
    has_motto = any(name_line(strip) == "quoc_hieu" for strip in strips)
    index = 0
    while index < len(strips):
        strip = strips[index]
        index += 1
        name = name_line(strip)
        if name == "dang":
            head.is_party = True
            head.add("dang", strip)
        elif name == "sao":
            head.is_copy = True
        elif name == "quoc_hieu":
            index += _add_motto(strips, index - 1, head)
        elif _begins_subject(strip, name, head):
            index += _add_subject(strips, index - 1, head)
        elif name and name != "ky_so":
            if name not in head.strips:
                head.add(name, strip)
                if name == "dia_danh_thoi_gian" and "nam" not in strip.key.split():
                    index += _add_year(strips, index, head)
            else:
                head.unplaced.append(strip)
        elif not name:
            _place_rest(strip, has_motto, head)


def _add_motto(strips: Sequence[Strip], index: int, head: Head) -> int:
    """Add the line of the motto, and the next where it is broken in two; the second motto may run on behind it."""
    strip = strips[index]
    if "quoc_hieu" in head.strips:
        head.unplaced.append(strip)
        return 0
    lowered = strip.line.text.casefold()
    split = lowered.find("độc lập")
    if split > 0 and len(lowered) == len(strip.line.text):
        first, second = cut(strip.line, split)
        head.add("quoc_hieu", strip, first)
        head.add("tieu_ngu", strip, second)
        return 0
    head.add("quoc_hieu", strip)
    following = strips[index + 1] if index + 1 < len(strips) else None
    if following is not None and "vietnam" not in strip.tight and following.tight.endswith("vietnam"):
        head.add("quoc_hieu", following)
        return 1
    return 0


def _add_year(strips: Sequence[Strip], index: int, head: Head) -> int:
    """Add the line below a date that was broken before its year."""
    following = strips[index] if index < len(strips) else None
    if following is not None and following.key.startswith("nam") and len(following.key) <= 9:
        head.add("dia_danh_thoi_gian", following)
        return 1
    return 0


def _begins_subject(strip: Strip, name: str, head: Head) -> bool:
    """Whether a line says what a letter is about, be it without "V/v"."""
    if "trich_yeu_cong_van" in head.strips:
        return False
    return name == "trich_yeu_cong_van" or (
        not name and strip.key.startswith("ve viec") and "so_ky_hieu" in head.strips and strip.side is not Side.WHOLE
    )


def _add_subject(strips: Sequence[Strip], index: int, head: Head) -> int:
    """Add what a letter is about: its line and those that go on with it, down to a gap or another component."""
    head.add("trich_yeu_cong_van", strips[index])
    first, taken = strips[index], 0
    for strip in strips[index + 1 : index + _LONGEST_SUBJECT]:
        if not _may_go_on(strip, head) or strip.gap > 1 or len(strip.words) > 90 or strip.side is not first.side:
            break
        if strip.table is None and first.table is None and strip.line.paragraph.format != first.line.paragraph.format:
            break
        if strip.is_caps and not first.is_caps:
            break
        head.add("trich_yeu_cong_van", strip)
        taken += 1
    return taken


def _may_go_on(strip: Strip, head: Head) -> bool:
    """Whether a line may belong to the subject above it, which may cite the number and date of another paper."""
    name = name_line(strip)
    cited = name in ("dia_danh_thoi_gian", "so_ky_hieu") and "so_ky_hieu" in head.strips
    return not name or (cited and strip.side is Side.LEFT)


def _place_rest(strip: Strip, has_motto: bool, head: Head) -> None:
    """A line that its words do not name is the office's where it stands above the number, else it is not placed."""
    below = "so_ky_hieu" in head.strips or "trich_yeu_cong_van" in head.strips
    small = not strip.is_caps and (has_motto or (strip.side is Side.RIGHT and "quoc_hieu" not in head.strips))
    if below or small or strip.words.startswith("(") or len(strip.words) > _LONGEST_OFFICE:
        head.unplaced.append(strip)
    else:
        head.add("offices", strip)
