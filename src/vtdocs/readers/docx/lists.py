"""The definitions of automatic numbering: what each level of each list says, with the changes of that list."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

from vtdocs.patterns import compile_late

from .letters import Letters, read_letters
from .measures import is_on, read_int
from .names import (
    W_ABSTRACT_NUM,
    W_ABSTRACT_NUM_ID,
    W_ILVL,
    W_IS_LGL,
    W_LVL,
    W_LVL_OVERRIDE,
    W_LVL_RESTART,
    W_LVL_TEXT,
    W_NS,
    W_NUM,
    W_NUM_FMT,
    W_NUM_ID,
    W_NUM_STYLE_LINK,
    W_P_PR,
    W_P_STYLE,
    W_R_PR,
    W_START,
    W_START_OVERRIDE,
    W_STYLE_LINK,
    W_VAL,
)  # fmt: skip
from .package import Package
from .standing import Standing, read_standing
from .theme import Theme

__all__ = ["LEVELS", "Level", "Lists"]

LEVELS = 9
_CUSTOM, _FORMAT = "custom", f"{{{W_NS}}}format"
_LONGEST_TEXT = 200
_ZEROS = compile_late("0{0,9}1")


class Level(Struct, frozen=True, eq=False):
    """A level of a list. `text` has "%1" to "%9" for the numbers of the levels.

    `format` is Word's word, or "decimal:3" for numbers of three digits and more. `restart` is the level, from 1, that
    this one begins anew after, 0 for none, `None` for every one above it. `style` is the style that it belongs to.
    """

    format: str = "decimal"
    text: str = ""
    start: int = 0
    restart: int | None = None
    is_legal: bool = False
    style: str = ""
    letters: Letters = {}
    standing: Standing = {}
    has_picture: bool = False


class _List(Struct):
    """A `w:num`: its pattern, and the levels that were read of it."""

    pattern: str
    overrides: dict[int, etree._Element]
    levels: dict[int, Level]


class Lists:
    """All lists by their ids."""

    def __init__(self, package: Package, theme: Theme) -> None:
        """Read the numbering of the main part. Raises ReadError."""
        self._theme = theme
        self._patterns: dict[str, dict[int, etree._Element]] = {}
        self._lists: dict[int, _List] = {}
        self._links: dict[str, str] = {}
        self._linked: dict[str, str] = {}
        part = package.related(package.main, "numbering")
        root = package.xml(part) if part else None
        if root is not None:
            self._read(root)

    def has(self, num_id: int | None) -> bool:
        """Whether there is a list of this id; 0 is none."""
        return bool(num_id) and num_id in self._lists

    def pattern(self, num_id: int) -> str:
        """The id of the pattern that a list counts with: lists of one pattern go on counting."""
        return self._follow(self._lists[num_id].pattern)

    def level(self, num_id: int, level: int) -> Level | None:
        """A level of a list, `None` where there is none."""
        found = self._lists.get(num_id)
        if found is None:
            return None
        if level not in found.levels:
            element = self._find_level(found, level)
            if element is None:
                return None
            found.levels[level] = self._make(element)
        return found.levels[level]

    def start_override(self, num_id: int, level: int) -> int | None:
        """The number with which a list begins a level of its own, `None` where it goes on with its pattern's."""
        override = self._lists[num_id].overrides.get(level)
        return read_int(_value(override, W_START_OVERRIDE)) if override is not None else None

    def level_of_style(self, num_id: int, style_id: str) -> int | None:
        """The level of a list that belongs to a paragraph style."""
        for index in range(LEVELS):
            level = self.level(num_id, index)
            if level is not None and level.style == style_id:
                return index
        return None

    def _read(self, root: etree._Element) -> None:
        for pattern in root.iterchildren(W_ABSTRACT_NUM):
            name = pattern.get(W_ABSTRACT_NUM_ID, "")
            self._patterns.setdefault(name, {_index(lvl): lvl for lvl in pattern.iterchildren(W_LVL)})
            if (link := _value(pattern, W_NUM_STYLE_LINK)) is not None:
                self._links[name] = link
            if (link := _value(pattern, W_STYLE_LINK)) is not None:
                self._linked.setdefault(link, name)
        for row in root.iterchildren(W_NUM):
            num_id = read_int(row.get(W_NUM_ID))
            if num_id is not None:
                overrides = {_index(one): one for one in row.iterchildren(W_LVL_OVERRIDE)}
                self._lists.setdefault(num_id, _List(_value(row, W_ABSTRACT_NUM_ID) or "", overrides, {}))

    def _follow(self, pattern: str) -> str:
        # A pattern without levels names a numbering style; the pattern that carries this style's name has them.
        link = self._links.get(pattern)
        return self._linked.get(link, pattern) if link is not None else pattern

    def _find_level(self, found: _List, level: int) -> etree._Element | None:
        override = found.overrides.get(level)
        own = override.find(W_LVL) if override is not None else None
        return own if own is not None else self._patterns.get(self._follow(found.pattern), {}).get(level)

    def _make(self, element: etree._Element) -> Level:
        legal = element.find(W_IS_LGL)
        standing = read_standing(element.find(W_P_PR))
        for key in ("style", "num_id", "level"):
            standing.pop(key, None)
        return Level(
            format=_read_format(element),
            text=(_value(element, W_LVL_TEXT) or "")[:_LONGEST_TEXT],
            start=read_int(_value(element, W_START)) or 0,
            restart=read_int(_value(element, W_LVL_RESTART)),
            is_legal=legal is not None and is_on(legal),
            style=_value(element, W_P_STYLE) or "",
            letters=read_letters(element.find(W_R_PR), self._theme),
            standing=standing,
            has_picture=element.find(f"{{{W_NS}}}lvlPicBulletId") is not None,
        )


def _value(element: etree._Element, name: str) -> str | None:
    child = element.find(name)
    return None if child is None else child.get(W_VAL)


def _index(element: etree._Element) -> int:
    return read_int(element.get(W_ILVL)) or 0


def _read_format(element: etree._Element) -> str:
    row = element.find(W_NUM_FMT)
    if row is None:
        # A format of one's own ("001, 002, …") stands beside a plain one, for programs that do not know it.
        row = next(element.iter(W_NUM_FMT), None)
    if row is None:
        return "decimal"
    kind = row.get(W_VAL, "decimal")
    if kind != _CUSTOM:
        return kind
    written = row.get(_FORMAT, "").partition(",")[0].strip()
    return f"decimal:{len(written)}" if _ZEROS.fullmatch(written) else "decimal"
