"""One part of a template, read into text and tags: what docxtpl does to XML before Jinja2 sees it, done once.

The steps and their order are docxtpl's, as its results depend on them: tags torn over runs are joined, cells get their
spans and colours, tags of runs cut their run, dashes join paragraphs, and tags of rows, cells and paragraphs take the
place of these. Where docxtpl would drop a user's words, or leave XML that is not whole, this does not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import unescape

from vtdocs.patterns import compile_late

from .cells import apply_cell_tags, apply_merges
from .items import Item, Mark, Tag, Whole, link, nearest, read_items, same_path, tags_in
from .losses import find_losses
from .places import Spot, name_places
from .tags import find_tags, is_open, read_tag
from .taking import Report, has_level, property_text, take_comments, take_places

__all__ = ["read_source"]

_MOST_IN_TAG = 20_000  # characters of one tag: more is no tag, but a text with a brace in it
_MOST_PARAGRAPHS = 20  # that one tag is torn over
_ANY = compile_late(r"\{[{%#]")
_ESCAPES = {"&quot;": '"', "&#13;": " ", "&#10;": " ", "&#9;": " "}
_PRESERVE = ' xml:space="preserve"'
_NOWHERE = Spot()


def read_source(xml: str, part: str, report: Report) -> list[Item]:
    """Read a part that lxml has written; every tag in the result knows its part."""
    items = join_tags(read_items(xml), report)
    items = keep_raw(items)
    for tag in tags_in(items):
        tag.part = part
    items = apply_cell_tags(items)
    keep_blanks(items)
    items = cut_runs(items, report)
    items = merge_paragraphs(items, report)
    for level in ("tr", "tc", "p"):
        items = take_places(items, level, report)
    for level in ("tr", "tc", "p"):
        items = take_comments(items, level, report)
    items = apply_merges(items)
    return [item for item in items if not (isinstance(item, Tag) and item.kind == "#")]


def join_tags(items: list[Item], report: Report) -> list[Item]:
    """Put tags in the place of their characters; one that is torn over runs stands where it begins."""
    outers = link(items)
    places = name_places(items, outers)
    streams: dict[int, list[int]] = {}
    changed: dict[int, list[Item]] = {}
    for index, item in enumerate(items):
        if isinstance(item, str):
            outer = outers[index]
            if outer is not None and outer.name == "w:t":
                paragraph = nearest(outer, "w:p")
                streams.setdefault(paragraph.index if paragraph else -1, []).append(index)
            elif _ANY.search(item):
                changed[index] = list(_cut_plain(item, places.get(index, _NOWHERE), report))
        elif isinstance(item, Mark) and "{" in item.text and _ANY.search(item.text):
            item.pieces = tuple(_cut_plain(item.text, places.get(index, _NOWHERE), report))
    dropped = bytearray(len(items))
    waiting = list(streams.items())
    at = 0
    while at < len(waiting):
        paragraph_at, stream = waiting[at]
        at += 1
        text = "".join(map(_text, (items[index] for index in stream)))
        if "{" not in text:
            continue
        # A tag may go on in the paragraphs beside it; not in many, or looking for its end would never end.
        last = min(len(waiting), at + _MOST_PARAGRAPHS)
        while at < last and is_open(text) and _beside(items, paragraph_at, waiting[at][0]):
            stream = stream + waiting[at][1]
            text += "".join(map(_text, (items[index] for index in waiting[at][1])))
            at += 1
        spot = next((places[index] for index in stream if index in places), _NOWHERE)
        _place_tags(items, stream, text, spot, changed, dropped, report)
    result: list[Item] = []
    for index, item in enumerate(items):
        if index in changed:
            result.extend(changed[index])
        elif not dropped[index]:
            result.append(item)
    return result


def _text(item: Item) -> str:
    return item if isinstance(item, str) else ""


def _beside(items: Sequence[Item], one: int, other: int) -> bool:
    first, second = items[one], items[other]
    return isinstance(first, Mark) and isinstance(second, Mark) and first.outer is second.outer and one >= 0 <= other


def _cut_plain(text: str, spot: Spot, report: Report) -> Iterable[str | Tag]:
    position = 0
    for start, end in find_tags(text):
        if end < 0:
            break
        yield text[position:start]
        yield _tag(text[start:end], text, spot, report)
        position = end
    yield text[position:]


def _tag(text: str, around: str, spot: Spot, report: Report) -> Tag:
    tag = read_tag(unescape(text, _ESCAPES), unescape(around, _ESCAPES).strip())
    tag.place, tag.order = spot.words, spot.order
    if len(text) > _MOST_IN_TAG:
        report("VT-451", f"thẻ dài quá {_MOST_IN_TAG} ký tự", "chia thẻ thành nhiều thẻ ngắn", tag)
    return tag


def _place_tags(
    items: Sequence[Item],
    stream: Sequence[int],
    text: str,
    spot: Spot,
    changed: dict[int, list[Item]],
    dropped: bytearray,
    report: Report,
) -> None:
    starts = [0]
    for index in stream:
        starts.append(starts[-1] + len(_text(items[index])))
    changed |= {index: [] for index in stream}

    def write(start: int, end: int) -> None:
        number = bisect_right(starts, start) - 1
        while start < end:
            stop = min(end, starts[number + 1])
            if stop > start:
                changed[stream[number]].append(text[start:stop])
            start, number = stop, number + 1

    position = 0
    for start, end in find_tags(text):
        if end < 0:
            hint = "đóng thẻ bằng }}, %} hoặc #} trong cùng đoạn"
            tag = read_tag(
                "{{" + unescape(text[start + 2 : start + 40], _ESCAPES) + "}}", unescape(text, _ESCAPES).strip()
            )
            tag.place, tag.order = spot.words, spot.order
            report("VT-451", f"thẻ mở mà không đóng: “{text[start : start + 40]}”", hint, tag)
            break
        write(position, start)
        first, last = (stream[bisect_right(starts, at) - 1] for at in (start, end - 1))
        changed[first].append(_tag(text[start:end], text, spot, report))
        between = [item for item in items[first + 1 : last] if isinstance(item, Mark)]
        # A picture or a note in the middle of a tag stays behind it.
        if first != last and same_path(between) and not find_losses(between):
            for index in range(first + 1, last):
                dropped[index] = 1
        position = end
    write(position, len(text))


def keep_raw(items: list[Item]) -> list[Item]:
    """Turn the tags between `{% raw %}` and `{% endraw %}` back into text."""
    inside = False
    result: list[Item] = []
    for item in items:
        if not isinstance(item, Tag):
            result.append(item)
        elif item.kind == "%" and item.content == ("endraw" if inside else "raw"):
            inside = not inside
        elif inside:
            result.append(item.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        else:
            result.append(item)
    return result


def keep_blanks(items: Sequence[Item]) -> None:
    """Mark the w:t whose blanks Word has to keep, as docxtpl does: those before a tag, if they have no attributes."""
    seen = False
    for item in reversed(items):
        if isinstance(item, Tag):
            seen = seen or item.kind != "#"
        elif isinstance(item, Mark):
            if item.pieces:
                seen = True
            elif item.name == "w:t" and item.sort == "<" and item.bare:
                if seen:
                    item.text = f"<w:t{_PRESERVE}>"
                seen = False


def cut_runs(items: list[Item], report: Report) -> list[Item]:
    """Put tags of the kind `{{r x }}` between runs; the run goes on behind with the properties that it had."""
    if not has_level(items, "r"):
        return items
    outers = link(items)
    result: list[Item] = []
    for index, item in enumerate(items):
        if not (isinstance(item, Tag) and item.level == "r"):
            result.append(item)
            continue
        text = outers[index]
        run = text.outer if text is not None else None
        if text is None or text.name != "w:t" or run is None or run.name != "w:r":
            report(
                "VT-452", f"thẻ “{item.text}” không đứng trong chữ của một đoạn", "viết thẻ này trong đoạn văn", item
            )
            continue
        item.run = property_text(items, run, "w:rPr")
        result += [Mark(">", "w:t", "</w:t>"), Mark(">", "w:r", "</w:r>"), item]
        result += [Mark("<", "w:r", "<w:r>")]
        if item.run:
            result.append(Whole(item.run))
        result.append(Mark("<", "w:t", f"<w:t{_PRESERVE}>"))
    return result


def merge_paragraphs(items: list[Item], report: Report) -> list[Item]:
    """Join what stands before `{%-` and behind `-%}`: the XML from one w:t to the other goes.

    Text or a tag in between stays, and the dash then takes blanks away, as in Jinja2.
    """
    result: list[Item] = []
    for item in items:
        if isinstance(item, Tag) and item.left:
            _join_left(result, item, report)
        result.append(item)
    items, result = result[::-1], []
    # The same from the other end: what is nearest behind a tag is the last of what was read.
    for item in items:
        if isinstance(item, Tag) and item.right:
            _join_right(result, item, report)
        result.append(item)
    return result[::-1]


def _join_left(before: list[Item], tag: Tag, report: Report) -> None:
    at = len(before) - 1
    while at >= 0 and not (isinstance(before[at], Mark) and before[at].name == "w:t" and before[at].sort == ">"):  # type: ignore[union-attr]
        item = before[at]
        if isinstance(item, Tag) or (isinstance(item, str) and item.strip()) or tag.kind != "%":
            at = -1
            break
        at -= 1
    if at >= 0:
        if same_path(before[at:]) and not find_losses(before[at:]):
            del before[at:]
        else:
            _report_merge(tag, report)
    elif before and isinstance(before[-1], str):
        before[-1] = before[-1].rstrip()


def _join_right(after: list[Item], tag: Tag, report: Report) -> None:
    at = len(after) - 1
    while at >= 0 and not (isinstance(after[at], Mark) and after[at].name == "w:t" and after[at].sort == "<"):  # type: ignore[union-attr]
        item = after[at]
        if isinstance(item, Tag) or (isinstance(item, str) and item.strip()) or tag.kind != "%":
            at = -1
            break
        at -= 1
    if at >= 0:
        if same_path(after[at:][::-1]) and not find_losses(after[at:][::-1]):
            del after[at:]
        else:
            _report_merge(tag, report)
    elif after and isinstance(after[-1], str):
        after[-1] = after[-1].lstrip()


def _report_merge(tag: Tag, report: Report) -> None:
    hint = "chỉ dùng dấu - để nối hai đoạn liền nhau, hoặc bỏ dấu -"
    report("VT-453", f"thẻ “{tag.text}” không nối được với đoạn bên cạnh", hint, tag)
