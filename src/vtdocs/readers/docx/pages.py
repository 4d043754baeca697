"""Which page a paragraph stands on, as far as the file tells: by the page breaks that Word left where it set them."""

from __future__ import annotations

from lxml.etree import _Element as Element

from .names import W_LAST_RENDERED_PAGE_BREAK

__all__ = ["Pages"]


class Pages:
    """Counts pages along a story. `known` is false where Word left no marks: then no paragraph has a page.

    Word marks the first letters of a page, after a break that was asked for too: such a mark is not a second page.
    `fresh` is true until something is printed after a break; who prints sets it.
    """

    def __init__(self, root: Element | None = None) -> None:
        self.known = root is not None and next(root.iter(W_LAST_RENDERED_PAGE_BREAK), None) is not None
        self.page = 1
        self.fresh = True
        # Not even an empty paragraph stands since the last break.
        self._at_top = True

    def mark(self) -> None:
        """Pass a mark that Word left."""
        if not self.fresh:
            self.page += 1
            self.fresh = self._at_top = True

    def turn(self) -> None:
        """Pass a break that was asked for."""
        self.page += 1
        self.fresh = self._at_top = True

    def begin_page(self) -> None:
        """Come to a paragraph that begins a page, if it does not already stand at the top of one."""
        if not self._at_top:
            self.turn()

    def end_paragraph(self) -> None:
        """A paragraph ends, printed or empty."""
        self._at_top = False

    def begin_cell(self, page: int, *, beside_break: bool) -> None:
        """Go back to where a row begins; each cell of one that breaks marks the break anew."""
        self.page = page
        self.fresh = beside_break
