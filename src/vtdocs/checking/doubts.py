"""What was not recognised, in words for the reader of the report."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.readers.docx.observed import Block, Table

from .frames import Frame
from .headlines import name_line
from .paper import Regime
from .strips import first_paragraph, read_block

__all__ = ["say_doubts"]

_NO_HEAD = "Không thấy Quốc hiệu, số, ký hiệu ở đầu văn bản nên chưa rõ đây là loại văn bản gì"
_LONGEST = 60


def say_doubts(frame: Frame, regime: Regime) -> Iterator[str]:
    """Say what could not be placed; of papers under other laws only that there is more than one."""
    if frame.other_paper:
        where = first_paragraph(frame.blocks[frame.end])
        yield f"Từ đoạn {where} là một văn bản khác có số, ký hiệu riêng; chỉ văn bản đầu tiên được kiểm tra"
    if regime is Regime.UNKNOWN:
        yield _NO_HEAD
    elif regime is Regime.ND30:
        yield from _say_unplaced(frame)


def _say_unplaced(frame: Frame) -> Iterator[str]:
    for strip in frame.head.unplaced:
        yield f"Chưa rõ “{_shorten(strip.words)}” ở đầu văn bản là thành phần nào"
    for strip in frame.title.unplaced:
        yield f"Chưa rõ “{_shorten(strip.words)}” có phải là tên loại, trích yếu hay không"
    if frame.signature is None:
        yield "Không tìm thấy phần ký và nơi nhận"
        return
    for strip in frame.signature.unplaced:
        yield f"Chưa rõ “{_shorten(strip.words)}” ở phần ký là thành phần nào"
    stop = frame.appendices[0].first if frame.appendices else frame.end
    left = next((block for block in frame.blocks[frame.signature.last + 1 : stop] if _says_something(block)), None)
    if left is None:
        return
    where = first_paragraph(left)
    if any(name_line(strip) == "sao" for strip in read_block(left, 0)):
        yield f"Từ đoạn {where} là phần sao văn bản, không được kiểm tra"
    else:
        yield f"Từ đoạn {where}, sau phần ký, là phần chưa rõ có phải phụ lục hay không"


def _says_something(block: Block) -> bool:
    return isinstance(block, Table) or len(block.text.strip()) > 1


def _shorten(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 3]}…"
