"""What Word shows of a paragraph and of its letters, after all that is laid over each other; equal ones are one object.

The levels, weakest first: document defaults, table style, paragraph style with its bases, the level of the list,
character style, direct formatting (ISO/IEC 29500-1, 17.7.2).
"""

from __future__ import annotations

from typing import Any, TypeVar

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from .letters import Letters, add_character_style, read_letters, settle_letters, stack_letters
from .lists import Lists
from .names import W_NS, W_R_PR
from .observed import ParagraphFormat, RunFormat
from .package import Package
from .standing import Borders, Standing, lay_over, read_standing, settle_borders, settle_standing
from .styles import Style, Styles
from .table_looks import CellLook, TableLook, TableLooks
from .theme import Theme

__all__ = ["MOST_KEPT", "CellLook", "Formats", "ParagraphLook", "TableLook"]

MOST_KEPT = 20_000
"""Looks, and formats of runs, that are kept for the next paragraph that says the same."""

# Of a `w:pPr` and a `w:rPr`, what says nothing of how they look now, and differs from one to the next.
_ASIDE = frozenset(
    f"{{{W_NS}}}{name}" for name in ("sectPr", "pPrChange", "rPrChange", "ins", "del", "moveFrom", "moveTo", "cnfStyle")
)
_NOTHING: Letters = {}
_K = TypeVar("_K")
_T = TypeVar("_T")


class Ground(Struct, frozen=True, eq=False):
    """What letters begin with in a cell of a table and a paragraph style. `key` tells one from another."""

    key: int
    said: Letters
    format: RunFormat


class ParagraphLook(Struct, frozen=True, eq=False):
    """How a paragraph stands, and what its letters begin with.

    `style` is the name of its style, `style_id` its id. `letters` is how a run without formatting of its own looks,
    `mark` its end mark. `num_id` is its list, `None` for none, and `level` its level there, from 0. `borders` are
    those that are drawn. The rest is for `Formats`.
    """

    format: ParagraphFormat
    style: str
    style_id: str
    letters: RunFormat
    mark: RunFormat
    num_id: int | None
    level: int
    borders: Borders
    ground: Ground
    mark_said: Letters


class Formats:
    """Formats of one Word file. What was asked once is kept: a paper has some dozens of different ones."""

    def __init__(self, package: Package) -> None:
        """Read theme, styles and lists. Raises ReadError."""
        self.theme = Theme(package)
        self.styles = Styles(package, self.theme)
        self.lists = Lists(package, self.theme)
        self._tables = TableLooks(self.styles, self.theme)
        self._looks: dict[tuple[int, Any], ParagraphLook] = {}
        self._plain_looks: dict[tuple[int, Any], ParagraphLook] = {}
        self._runs: dict[tuple[int, Any], RunFormat] = {}
        self._grounds: dict[tuple[int, str], Ground] = {}
        self._stood: dict[tuple[int, str, bool], Standing] = {}
        self._unique: dict[Any, Any] = {}

    def paragraph(self, p_pr: etree._Element | None, table: CellLook | None = None) -> ParagraphLook:
        """Give the look of a paragraph; `table` is the look of the cell that it stands in."""
        key = (table.key if table is not None else 0, _fingerprint(p_pr) if p_pr is not None else None)
        look = self._looks.get(key)
        if look is None:
            look = _keep(self._looks, key, self._make_look(p_pr, table, key))
        return look

    def run(self, r_pr: etree._Element | None, look: ParagraphLook) -> RunFormat:
        """Give how the letters of a run look in a paragraph of this look."""
        if r_pr is None:
            return look.letters
        key = (look.ground.key, _fingerprint(r_pr))
        found = self._runs.get(key)
        if found is None:
            found = _keep(self._runs, key, self._settle(look.ground, read_letters(r_pr, self.theme)))
        return found

    def label(self, look: ParagraphLook, letters: Letters) -> RunFormat:
        """Give how a number looks: as the paragraph's mark, with what the level of its list says."""
        return self._settle(look.ground, {**look.mark_said, **letters})

    def table(self, tbl_pr: etree._Element | None) -> TableLook:
        """Give the look of a table."""
        return self._tables.table(tbl_pr)

    def cell(
        self, table: TableLook, tc_pr: etree._Element | None, row: int, column: int, rows: int, columns: int,
        span: int = 1, row_span: int = 1, exceptions: etree._Element | None = None,
    ) -> CellLook:  # fmt: skip
        """Give the look of a cell, for `paragraph`. Row and column count from 0 in a grid of `rows` and `columns`.

        `exceptions` is the row's `w:tblPrEx`, if it has one.
        """
        return self._tables.cell(table, tc_pr, row, column, rows, columns, span, row_span, exceptions)

    def _make_look(self, p_pr: etree._Element | None, cell: CellLook | None, key: tuple[int, Any]) -> ParagraphLook:
        if p_pr is None or (mark := p_pr.find(W_R_PR)) is None:
            return self._make_plain_look(p_pr, cell)
        # Marks differ more often than paragraphs: what stands beside the mark is found once for all of them.
        beside = (key[0], tuple(piece for piece in key[1] if piece[0] != W_R_PR))
        plain = self._plain_looks.get(beside)
        if plain is None:
            plain = _keep(self._plain_looks, beside, self._make_plain_look(p_pr, cell))
        said = read_letters(mark, self.theme) if plain.num_id is not None else _NOTHING
        return replace(plain, mark=self.run(mark, plain), mark_said=said)

    def _make_plain_look(self, p_pr: etree._Element | None, cell: CellLook | None) -> ParagraphLook:
        """Give the look of a paragraph as if its mark said nothing."""
        direct = read_standing(p_pr)
        style = self.styles.get_or_default("paragraph", direct.get("style"))
        ground = self._find_ground(style, cell)
        said, num_id, level = self._lay(style, direct, cell)
        return ParagraphLook(
            format=self._one(settle_standing(said, ground.format.size)),
            style=style.name,
            style_id=style.id,
            letters=ground.format,
            mark=ground.format,
            num_id=num_id,
            level=level,
            borders=settle_borders(said),
            ground=ground,
            mark_said=_NOTHING,
        )

    def _lay(self, style: Style, direct: Standing, cell: CellLook | None) -> tuple[Standing, int | None, int]:
        """Lay all levels of a paragraph over each other; give its list and the level in it too."""
        said = self._lay_style(style, cell, with_list="num_id" not in direct)
        num_id: int | None = direct.get("num_id", said.get("num_id"))
        if not self.lists.has(num_id):
            return lay_over(said, direct), None, 0
        level = direct.get("level", 0 if "num_id" in direct else self._find_level(style, said))
        if "num_id" in direct or "level" in direct:
            said = lay_over(said, self._indent(num_id, level))
        return lay_over(said, direct), num_id, level

    def _lay_style(self, style: Style, cell: CellLook | None, *, with_list: bool) -> Standing:
        """Lay a style with its bases over the defaults and the table's style; with the list that it names, or not."""
        key = (cell.key if cell is not None else 0, style.id, with_list)
        if key in self._stood:
            return self._stood[key]
        said = self.styles.standing
        if cell is not None:
            said = lay_over(said, cell.standing)
        with_list = with_list and self.lists.has(style.num_id)
        for own in self.styles.levels_in_table(style, cell.standing) if cell is not None else style.levels:
            if with_list and "num_id" in own:
                # What a style says itself stands over the list that it names.
                said = lay_over(said, self._indent(own["num_id"], self._find_level(style, own)))
            said = lay_over(said, own)
        self._stood[key] = said
        return said

    def _find_level(self, style: Style, said: Standing) -> int:
        # The level that names the style, or the nearest of its bases; else the one that the style names.
        of_style = (self.lists.level_of_style(said["num_id"], each) for each in reversed(style.ids))
        return next((level for level in of_style if level is not None), int(said.get("level", 0)))

    def _indent(self, num_id: int | None, level: int) -> Standing:
        found = self.lists.level(num_id, level) if num_id is not None else None
        return found.standing if found is not None else _NOTHING

    def _find_ground(self, style: Style, cell: CellLook | None) -> Ground:
        key = (cell.key if cell is not None else 0, style.id)
        found = self._grounds.get(key)
        if found is None:
            of_table = cell.letters if cell is not None else _NOTHING
            of_style = self.styles.letters_in_table(style, of_table) if cell is not None else style.letters
            said = stack_letters(self.styles.letters, of_table, of_style)
            found = self._grounds[key] = Ground(len(self._grounds), said, self._one(settle_letters(said)))
        return found

    def _settle(self, ground: Ground, direct: Letters) -> RunFormat:
        said = ground.said
        character = self.styles.get("character", direct.get("style"))
        if character is not None:
            said = add_character_style(said, character.letters, self.styles.letters)
        return self._one(settle_letters({**said, **direct}))

    def _one(self, value: _T) -> _T:
        one: _T = self._unique.setdefault(value, value)
        return one


def _keep(kept: dict[_K, _T], key: _K, value: _T) -> _T:
    """Keep a value; where all is different, as in no real paper, what was kept makes room."""
    if len(kept) >= MOST_KEPT:
        kept.clear()
    kept[key] = value
    return value


def _fingerprint(element: etree._Element) -> Any:
    """Give a value that is equal for two elements that say the same."""
    return tuple(
        [
            (child.tag, *child.items(), _fingerprint(child)) if len(child) else (child.tag, *child.items())
            for child in element
            if child.tag not in _ASIDE
        ]
    )
