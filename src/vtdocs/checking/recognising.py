"""Tells what is what in a Word file: from an `Observed` to a `Paper`, by content and position alone."""

from __future__ import annotations

from collections.abc import Sequence

from vtdocs.readers.docx.observed import Observed

from .appendices import Appendix
from .contents import find_prose, find_texts, sort_tables
from .doubts import say_doubts
from .frames import Frame, find_frame
from .furniture import find_address, find_page_numbers, read_stamps
from .headlines import read_date, read_number
from .levels import read_items
from .office import Office
from .paper import Item, Line, Paper, Part, PhuLuc, Prose, Regime, Role
from .regimes import find_absent, judge_kind, judge_regime
from .strips import first_paragraph, last_paragraph

__all__ = ["recognise"]

_TEXT_PARTS = {Role.CAN_CU: "can_cu", Role.MO_DAU: "mo_dau", Role.KET_THUC: "ket_thuc"}
# How many blocks behind the signature may hold the office's address.
_TO_ADDRESS = 8


def recognise(observed: Observed, office: Office | None = None) -> Paper:
    """Recognise the components, levels and appendices of a paper; what is not sure gives no part, but a sentence."""
    frame = find_frame(observed, office)
    items = _read_all_items(frame)
    parts = frame.all_parts()
    number_line = " ".join(" ".join(line.text.split()) for line in parts.get("so_ky_hieu", ()))
    number = read_number(number_line)
    dates = frame.head.strips.get("dia_danh_thoi_gian", [])
    day = next((found for strip in dates if (found := read_date(strip)) is not None), None)
    regime = judge_regime(frame.head, frame.title, number, parts, number_line)
    if regime is Regime.UNKNOWN and _is_appendix(frame):
        regime = Regime.ND30
    loai = judge_kind(frame.title.kind, parts, number)
    known = regime is not Regime.UNKNOWN
    if known:
        _add_text_parts(items, parts)
    else:
        parts = {}
    for key, lines in _read_furniture(observed, frame).items():
        parts.setdefault(key, lines)
    parts.pop("dang", None)
    absent: frozenset[str] = frozenset()
    if regime is Regime.ND30 and not frame.head.is_copy:
        absent = find_absent(parts, loai, frame.head, frame.title, frame.signature)
    tables = sort_tables(observed, frame)
    return Paper(
        observed=observed,
        regime=regime,
        loai=loai,
        parts={key: Part(key, tuple(lines)) for key, lines in parts.items() if lines},
        items=tuple(items),
        phu_luc=tuple(_make_phu_luc(observed, frame, each) for each in frame.appendices),
        prose=Prose(tuple(find_prose(observed, frame, items, tables))),
        texts=Prose(tuple(find_texts(observed))),
        unsure=tuple(say_doubts(frame, regime)),
        number=number.number,
        symbol=number.symbol,
        date=day,
        is_draft="so_ky_hieu" in parts and (number.number is None or ("dia_danh_thoi_gian" in parts and day is None)),
        head_tables=tuple(sorted(tables.head)),
        sign_tables=tuple(sorted(tables.sign)),
        data_tables=tables.data,
        office=office,
        absent=absent,
        signers=tuple(frame.signature.signers) if known and frame.signature is not None else (),
    )


def _is_appendix(frame: Frame) -> bool:
    """Whether a file holds appendices alone: it begins with a label, its title and the line that says whose it is."""
    if frame.head.is_found or frame.title.kind is not None or not frame.appendices:
        return False
    first = frame.appendices[0]
    return frame.start >= first.first and {"phu_luc", "phu_luc_tieu_de", "kem_theo"} <= first.parts.keys()


def _read_all_items(frame: Frame) -> list[Item]:
    items = read_items(frame.blocks, frame.start, frame.text_end)
    for body, each in enumerate(frame.appendices, 1):
        items += read_items(frame.blocks, each.content, each.end, body=body, first=len(items))
    return items


def _add_text_parts(items: Sequence[Item], parts: dict[str, list[Line]]) -> None:
    for item in items:
        key = _TEXT_PARTS.get(item.role)
        if key is not None and item.body == 0:
            parts.setdefault(key, []).append(item.line)


def _read_furniture(observed: Observed, frame: Frame) -> dict[str, list[Line]]:
    last = frame.signature.last + 1 if frame.signature is not None else frame.text_end
    stop = frame.appendices[0].first if frame.appendices else frame.end
    address = find_address(observed, frame.blocks[last : min(stop, last + _TO_ADDRESS)])
    found = {"so_trang": find_page_numbers(observed), **read_stamps(observed), "dia_chi": address}
    return {key: lines for key, lines in found.items() if lines}


def _make_phu_luc(observed: Observed, frame: Frame, each: Appendix) -> PhuLuc:
    first = first_paragraph(frame.blocks[each.first])
    last = last_paragraph(frame.blocks[each.end - 1]) if each.end > each.first else first
    sections = tuple(s.index for s in observed.sections if s.first <= last and s.last >= first)
    parts = {key: Part(key, tuple(lines)) for key, lines in each.parts.items() if lines}
    return PhuLuc(each.number, parts, first, last, sections)
