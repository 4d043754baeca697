"""The values of one rendering into the XML of their places: escaped by construction, and never evaluated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jinja2.runtime import Undefined
from markupsafe import Markup

from vtdocs.patterns import compile_late

from .faults import FillError
from .items import Site
from .limits import MOST_COLUMNS, Budget
from .place import Kind, Place, Writes
from .printing import NUMBERS, is_writing, say, to_text
from .values import adopt

if TYPE_CHECKING:
    from .parts import Host

__all__ = ["ILLEGAL", "Rendering"]

_KEEP = '<w:t xml:space="preserve">'
# What cannot stand in a w:t as it is. A form feed and a bell are docxtpl's page and paragraph.
_NOT_PLAIN = compile_late('[\x00-\x1f&<>"\ud800-\udfff\ufffe\uffff]')
ILLEGAL = compile_late("[\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = compile_late("[\t\n\a\f]")
_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_COLOUR = compile_late("#?([0-9A-Fa-f]{6}|auto)")


class Rendering:
    """One part being written: its budget is that of the whole rendering.

    `tools` are what the code of a template calls, in the order that `generator` names them.
    """

    def __init__(self, tags: Sequence[Site], budget: Budget, host: Host, lenient: bool = False) -> None:
        self.tags, self.budget, self.host = tags, budget, host
        self.lenient = lenient
        self.faults: list[tuple[int, FillError]] = []
        self.doubtful = False
        self.tools = (self.out, self.put, budget.spend, self.each, self.weigh, self.box, self.join)

    def doubt(self) -> None:
        """Note that XML comes in that was not made here: the part is parsed when it is done."""
        self.doubtful = True

    # --- what the code calls ------------------------------------------------------------------------

    def out(self, value: Any, number: int) -> str:
        """Write a value where characters stand: in the text of a run, or in an attribute."""
        if value.__class__ is str and _NOT_PLAIN.search(value) is None:
            budget = self.budget
            budget.characters -= len(value)
            if budget.characters < 0:
                budget.spend(0)
            return value
        tag = self.tags[number]
        try:
            value = adopt(value)
            return self._plain(value) if tag.where == "plain" else self._text(value, tag)
        except FillError as error:
            return self._fault(error, number, value)

    def put(self, value: Any, number: int) -> str:
        """Write a value where elements stand, or into a property of a cell."""
        tag = self.tags[number]
        try:
            return self._element(adopt(value), tag)
        except FillError as error:
            return self._fault(error, number, value)

    def _fault(self, error: FillError, number: int, value: Any) -> str:
        if error.value is None:
            error.value = value
        if not self.lenient:
            raise error
        self.faults.append((number, error))
        return ""

    def each(self, items: Any) -> Any:
        """Count what a loop runs over."""
        if isinstance(items, Undefined):
            return items
        if isinstance(items, list | tuple | Mapping | str | range):
            self.budget.spend(len(items))
            return items
        if isinstance(items, NUMBERS) or items is None or not hasattr(items, "__iter__"):
            hint = "dữ liệu ở đây phải là danh sách: trong YAML, mỗi mục một dòng bắt đầu bằng dấu -"
            raise FillError("VT-463", f"{say(items)} không lặp được bằng for", hint)
        return self._counted(items)

    def _counted(self, items: Iterable[Any]) -> Iterable[Any]:
        for item in items:
            self.budget.spend(1)
            yield item

    def weigh(self, value: Any) -> Any:
        """Count the work of comparing or slicing a value."""
        if isinstance(value, str):
            self.budget.spend(1 + (len(value) >> 4))
        elif isinstance(value, list | tuple | Mapping):
            self.budget.weigh(value)
        return value

    def box(self, value: Any) -> Any:
        """Count a list that a template builds, with all that it holds."""
        self.budget.weigh(value)
        return value

    def join(self, values: Iterable[Any]) -> str:
        """Do `a ~ b`: XML that the template has made stays what it is, all else is escaped beside it."""
        pieces = [value if isinstance(value, str) else self._string(value) for value in values]
        self.budget.check_text(sum(map(len, pieces)))
        if any(isinstance(piece, Markup) for piece in pieces):
            return Markup("").join(pieces)
        return "".join(pieces)

    # --- values -------------------------------------------------------------------------------------

    def _string(self, value: Any) -> str:
        """Give a value's characters; nothing for None."""
        return to_text(value, self.budget)

    def _escape(self, value: Any) -> str:
        text = self._string(value)
        self.budget.spend(0, len(text))
        if isinstance(value, Markup):
            if "<" in text or "&" in text:
                self.doubtful = True
            return str(text)
        if ILLEGAL.search(text):
            raise FillError(
                "VT-466", f"chữ có ký tự điều khiển {_show(text)}", "xóa ký tự này; tệp Word không chứa được", text
            )
        if "&" in text:
            text = text.replace("&", "&amp;")
        text = text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

    def _plain(self, value: Any) -> str:
        if is_writing(value):
            raise FillError(
                "VT-463", "ảnh, chữ có định dạng hoặc tài liệu con không đứng được ở đây", "chỉ dùng chữ ở chỗ này"
            )
        return self._escape(value).translate({9: "&#9;", 10: "&#10;", 7: " ", 12: " "})

    def _text(self, value: Any, tag: Site) -> str:
        if is_writing(value):
            return self._inserted(value, tag, Kind.TEXT)
        text = self._escape(value)
        if isinstance(value, Markup) or not _BREAK.search(text):
            return text
        return _BREAK.sub(lambda found: _broken(found[0], tag), text)

    def _element(self, value: Any, tag: Site) -> str:
        where = tag.where
        if where == "span":
            count = value if isinstance(value, int) and not isinstance(value, bool) else str(value).strip()
            if isinstance(count, str) and count.isascii() and count.isdigit() and len(count) < 4:
                count = int(count)
            if not isinstance(count, int) or not 1 <= count <= MOST_COLUMNS:
                raise FillError("VT-463", f"số cột gộp là “{str(value)[:20]}”", f"viết số từ 1 đến {MOST_COLUMNS}")
            return str(count)
        if where == "colour":
            found = _COLOUR.fullmatch(self._string(value).strip())
            if found is None:
                raise FillError(
                    "VT-463",
                    f"màu nền ô là “{self._string(value)[:20]}”",
                    "viết sáu chữ số thập lục phân, ví dụ FFE599",
                )
            return found[1]
        if is_writing(value):
            return self._inserted(value, tag, {"run": Kind.RUN, "block": Kind.BLOCK}.get(where, Kind.ROW))
        if value is None or isinstance(value, Markup):
            return self._escape(value)
        if where == "row":
            raise FillError("VT-463", "chữ không đứng được giữa các hàng hoặc các ô", "dùng {{ … }} trong ô")
        text = self._escape(value)
        text = _BREAK.sub(lambda found: _broken(found[0], tag), text) if _BREAK.search(text) else text
        run = f"<w:r>{tag.run}{_KEEP}{text}</w:t></w:r>"
        return run if where == "run" else f"<w:p>{tag.paragraph}{run}</w:p>"

    def _inserted(self, value: Writes, tag: Site, kind: Kind) -> str:
        xml = value.xml(Place(tag.part, kind, self.host, tag.run if kind is Kind.TEXT else ""))
        self.budget.spend(1, len(xml))
        runs = value.level == "run"
        if kind is Kind.ROW or (not runs and kind is not Kind.BLOCK and not tag.direct):
            raise FillError("VT-463", "giá trị này không đứng được ở đây", "viết thẻ {{p … }} trong một đoạn riêng")
        if kind is Kind.BLOCK:
            return f"<w:p>{tag.paragraph}{xml}</w:p>" if runs else xml
        if kind is Kind.RUN:
            return xml if runs else f"</w:p>{xml}<w:p>{tag.paragraph}"
        if runs:
            return f"</w:t></w:r>{xml}<w:r>{tag.run}{_KEEP}"
        return f"</w:t></w:r></w:p>{xml}<w:p>{tag.paragraph}<w:r>{tag.run}{_KEEP}"


def _broken(sign: str, tag: Site) -> str:
    """Give what docxtpl makes of a line feed, a tab, a bell and a form feed inside a text."""
    if sign == "\t":
        return f"</w:t></w:r><w:r>{tag.run}<w:tab/></w:r><w:r>{tag.run}{_KEEP}"
    if sign == "\n" or (sign == "\a" and not tag.direct):
        return f"</w:t><w:br/>{_KEEP}"
    if not tag.direct:
        return f'</w:t><w:br w:type="page"/>{_KEEP}'
    page = _PAGE if sign == "\f" else ""
    return f"</w:t></w:r></w:p>{page}<w:p>{tag.paragraph}<w:r>{tag.run}{_KEEP}"


def _show(text: str) -> str:
    found = ILLEGAL.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""
