"""The styles of a Word file: each with what its chain of bases says, and the defaults under all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any

from lxml import etree
from msgspec import Struct

from .letters import Letters, read_letters
from .names import W_BASED_ON, W_COMPAT_SETTING, W_NAME, W_NS, W_P_PR, W_R_PR, W_STYLE, W_TYPE, W_VAL
from .package import Package
from .standing import Standing, read_standing
from .theme import Theme

__all__ = ["LONGEST_CHAIN", "Style", "Styles"]

LONGEST_CHAIN = 64
"""Styles that are based on each other; what stands further below is left out."""

_ID, _DEFAULT = f"{{{W_NS}}}styleId", f"{{{W_NS}}}default"
_DOC_DEFAULTS = f"{{{W_NS}}}docDefaults"
_LETTERS_DEFAULT, _STANDING_DEFAULT = f"{{{W_NS}}}rPrDefault/{W_R_PR}", f"{{{W_NS}}}pPrDefault/{W_P_PR}"
# [MS-DOCX], compatSetting overrideTableStyleFontSizeAndJustification: where it is not set, a size of 12 pt and an
# alignment to the left of the default paragraph style do not stand over what a table style says.
_OVERRIDE = "overrideTableStyleFontSizeAndJustification"
_SIZE_THAT_YIELDS = 24
_OFF = frozenset({"0", "false", "off"})


class Style(Struct, frozen=True):
    """A style with its bases. `ids`, `levels` and `elements` go from the root to the style itself.

    `letters` is what all of them together say of letters, `levels` what each says of paragraphs. `num_id` is the list
    that they name, `sized_by` the id of the style that the size comes from, `aligned_by` that of the alignment.
    """

    id: str = ""
    name: str = ""
    letters: Letters = {}
    levels: tuple[Standing, ...] = ()
    ids: tuple[str, ...] = ()
    elements: tuple[etree._Element, ...] = ()
    num_id: int | None = None
    sized_by: str | None = None
    aligned_by: str | None = None


_NO_STYLE = Style()


class Styles:
    """All styles by type and id. `letters` and `standing` are what the document's defaults say."""

    def __init__(self, package: Package, theme: Theme) -> None:
        """Read the styles of the main part. Raises ReadError."""
        self._theme = theme
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._styles: dict[tuple[str, str], Style] = {}
        # What each says itself: one base is the base of dozens.
        self._own: dict[etree._Element, tuple[Letters, Standing]] = {}
        self._defaults: dict[str, str] = {}
        self.letters: Letters = {}
        self.standing: Standing = {}
        self._yields = _yields_to_tables(package)
        part = package.related(package.main, "styles")
        root = package.xml(part) if part else None
        if root is not None:
            self._read(root)

    def get(self, kind: str, style_id: str | None) -> Style | None:
        """The style of a type ("paragraph", "character", "table", "numbering") and id, if there is one."""
        if style_id is None or (kind, style_id) not in self._elements:
            return None
        if (kind, style_id) not in self._styles:
            self._styles[kind, style_id] = self._build(kind, style_id)
        return self._styles[kind, style_id]

    def get_or_default(self, kind: str, style_id: str | None) -> Style:
        """The style of a type and id; the default one of that type where it is missing or unknown."""
        return self.get(kind, style_id) or self.get(kind, self._defaults.get(kind)) or _NO_STYLE

    def letters_in_table(self, style: Style, of_table: Letters) -> Letters:
        """What a paragraph style says of letters in a cell whose table style says `of_table`."""
        default = self._defaults.get("paragraph")
        if not self._yields or "sz" not in of_table or style.sized_by != default:
            return style.letters
        if style.letters.get("sz") != _SIZE_THAT_YIELDS:
            return style.letters
        return {key: value for key, value in style.letters.items() if key != "sz"}

    def levels_in_table(self, style: Style, of_table: Standing) -> tuple[Standing, ...]:
        """What a paragraph style and its bases say of paragraphs in a cell whose table style says `of_table`."""
        default = self._defaults.get("paragraph")
        if not self._yields or "align" not in of_table or style.aligned_by != default:
            return style.levels
        return tuple(
            {key: value for key, value in own.items() if key != "align"} if own.get("align") == "left" else own
            for own in style.levels
        )

    def _read(self, root: etree._Element) -> None:
        defaults = root.find(_DOC_DEFAULTS)
        if defaults is not None:
            self.letters = read_letters(defaults.find(_LETTERS_DEFAULT), self._theme)
            self.standing = read_standing(defaults.find(_STANDING_DEFAULT))
        for element in root.iterchildren(W_STYLE):
            kind, style_id = element.get(W_TYPE, "paragraph"), element.get(_ID, "")
            self._elements.setdefault((kind, style_id), element)
            if element.get(_DEFAULT, "0").lower() not in _OFF:
                self._defaults.setdefault(kind, style_id)

    def _build(self, kind: str, style_id: str) -> Style:
        chain = self._climb(kind, style_id)
        elements = tuple(chain.values())[::-1]
        name = elements[-1].find(W_NAME)
        ids = tuple(chain)[::-1]
        letters, levels = zip(*map(self._read_own, elements), strict=True)
        return Style(
            id=style_id,
            name=(name.get(W_VAL) if name is not None else None) or style_id,
            letters=reduce(lambda below, above: {**below, **above}, letters),
            levels=levels,
            ids=ids,
            elements=elements,
            num_id=reduce(lambda below, own: own.get("num_id", below), levels, None),
            sized_by=_last_to_say("sz", ids, letters),
            aligned_by=_last_to_say("align", ids, levels),
        )

    def _read_own(self, element: etree._Element) -> tuple[Letters, Standing]:
        if element not in self._own:
            letters = read_letters(element.find(W_R_PR), self._theme)
            self._own[element] = letters, read_standing(element.find(W_P_PR))
        return self._own[element]

    def _climb(self, kind: str, style_id: str) -> dict[str, etree._Element]:
        # A base of another type, a missing one and one that comes round again end the chain.
        chain: dict[str, etree._Element] = {}
        at: str | None = style_id
        while at is not None and at not in chain and len(chain) < LONGEST_CHAIN:
            element = self._elements.get((kind, at))
            if element is None:
                break
            chain[at] = element
            base = element.find(W_BASED_ON)
            at = base.get(W_VAL) if base is not None else None
        return chain


def _last_to_say(key: str, ids: Sequence[str], levels: Sequence[Mapping[str, Any]]) -> str | None:
    return next((each for each, own in zip(reversed(ids), reversed(levels), strict=True) if key in own), None)


def _yields_to_tables(package: Package) -> bool:
    part = package.related(package.main, "settings")
    root = package.xml(part) if part else None
    rows = root.iter(W_COMPAT_SETTING) if root is not None else ()
    return all(row.get(W_NAME) != _OVERRIDE or row.get(W_VAL, "0").lower() in _OFF for row in rows)
