"""What stands around the text: page numbers, stamps in text boxes, the strip with the office's address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from vtdocs.readers.docx.observed import Block, Observed, PageText, Paragraph
from vtdocs.standards import nd30

from .headlines import name_line
from .paper import Line
from .strips import Side, Strip, read_block

__all__ = ["find_address", "find_page_numbers", "read_boxes", "read_stamps"]

_MOST_BOXES, _MOST_LINES = 12, 12
_ADDRESS = ("dia chi", "dien thoai", "dt", "email", "e mail", "thu dien tu", "fax", "website", "trang thong tin", "tel")
_LONGEST_ADDRESS = 250
_STAMPS = ("du_thao", "do_khan", "do_mat", "pham_vi_luu_hanh")


def find_page_numbers(observed: Observed) -> list[Line]:
    """The lines of headers and footers that count pages, each header or footer once."""
    return [
        Line(block, 0, len(block.text))
        for page in _pages_of(observed)
        for block in page.blocks
        if isinstance(block, Paragraph) and any(field.upper().startswith("PAGE") for field in block.fields)
    ]


def read_boxes(observed: Observed) -> list[Strip]:
    """The lines of text boxes, each on the side that its box hangs at."""
    strips: list[Strip] = []
    width = observed.sections[0].page_width if observed.sections else nd30.KHO_GIAY_RONG.default.twips
    for box in observed.boxes[:_MOST_BOXES]:
        side = Side.WHOLE if box.left is None else Side.LEFT if box.left < width // 2 else Side.RIGHT
        for block in box.blocks[:_MOST_LINES]:
            strips += [replace(strip, side=side) for strip in read_block(block, -1)]
    return strips


def read_stamps(observed: Observed) -> dict[str, list[Line]]:
    """Stamps that stand in headers or footers: "DỰ THẢO", "LƯU HÀNH NỘI BỘ"."""
    found: dict[str, list[Line]] = {}
    for page in _pages_of(observed):
        for block in page.blocks:
            for strip in read_block(block, -1):
                if (name := name_line(strip)) in _STAMPS:
                    found.setdefault(name, []).append(strip.line)
    return found


def find_address(observed: Observed, behind: Sequence[Block]) -> list[Line]:
    """The office's address, telephone, mail: in a footer, or in blocks behind the signature."""
    strips = [
        strip for page in _pages_of(observed, headers=False) for block in page.blocks for strip in read_block(block, -1)
    ]
    strips += [strip for block in behind for strip in read_block(block, -1)]
    return [strip.line for strip in strips if _is_address(strip)]


def _is_address(strip: Strip) -> bool:
    if len(strip.words) > _LONGEST_ADDRESS:
        return False
    named = sum(strip.key.startswith(f"{word} ") or f" {word} " in strip.key for word in _ADDRESS)
    return named >= 2 or (
        named == 1 and ("@" in strip.words or any(map(str.isdigit, strip.words))) and ":" in strip.words
    )


def _pages_of(observed: Observed, *, headers: bool = True) -> Iterator[PageText]:
    for section in observed.sections:
        for pages in (section.headers, section.footers) if headers else (section.footers,):
            for page in pages.values():
                if not page.inherited:
                    yield page
