"""The tags and slots of a part: found, checked, and replaced by numbered cuts.

All is looked at before anything is replaced, so that places are counted in the file as it is. A cut is a processing
instruction, which no text and no attribute of a template can be taken for.
"""

from __future__ import annotations

from lxml import etree

from vtdocs.likeness import closest
from vtdocs.patterns import compile_late
from vtdocs.units import Length

from .contract import APPENDIX_SLOT, SLOT, SLOTS, TAGS, mark
from .faults import Faults
from .places import shorten
from .positions import has_more, is_changed, is_sole, keep_drawings, list_behind, remove, wrong_place
from .rooms import NARROWEST_MM, measure_room
from .stylesheet import Look, Stylesheet
from .template import Chunk, SlotChunk, TagChunk
from .tokens import BRACES, Piece, Token, read_pieces, read_tokens
from .xml import qname

__all__ = ["CUT", "Cutter", "replace_by_cut"]

CUT = "vtdocs"
_NAME = compile_late(r"\s*(\w+)\s*")
_NEARLY_SLOT = compile_late(r"\s+p\s+(\w+)\s*")
_NEARLY_NAME = compile_late(r"(p\s)?\s*(\w[\w\s-]{0,60}?)\s*")
_FILTERED = compile_late(r"\s*(?:p\s+)?(\w+)\s*[|.(\[]")
_ODD = compile_late(r"(?:(?<!\{)\{(?![{%#])|[｛]{1,2})\s{0,9}(?:p\s{1,9})?(\w{1,40})\s{0,9}(?:\}(?!\})|[｝]{1,2})")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ALONE = "viết {mark} trong một đoạn riêng, không có gì khác"


class Cutter:
    """Cuts the parts of one template; `cuts` are the places in the order of their numbers."""

    def __init__(self, sheet: Stylesheet, faults: Faults) -> None:
        self.sheet, self.faults = sheet, faults
        self.looks = sheet.looks()
        self.cuts: list[Chunk] = []
        self.tried: set[str] = set()
        """Names that stand in the template, in a wrong place or wrongly written maybe."""
        self.odd: set[str] = set()
        """Names that stand in braces of another kind."""
        self.slots: dict[str, etree._Element] = {}
        """The paragraph of each slot, and then the cut in its place."""
        self._part, self._is_edge = "", False
        self._edits: list[tuple[list[Piece], list[tuple[Token, int]]]] = []

    def cut(self, root: etree._Element, part: str, body: etree._Element | None, page: Length) -> None:
        """Put cuts into a part; `body` is where slots may stand, and is `None` in headers and footers."""
        self._part, self._is_edge, self._edits = part, body is None, []
        paragraphs: list[tuple[etree._Element, int]] = []
        for paragraph in root.iter(qname("p")):
            pieces = read_pieces(paragraph)
            text = "".join(piece.text for piece in pieces)
            if _ODD.search(text):
                self._check_odd(paragraph, text)
            if BRACES.search(text):
                number = self._read(paragraph, text, pieces, body, page)
                if number is not None:
                    paragraphs.append((paragraph, number))
        for pieces, tokens in self._edits:
            _put_cuts(pieces, tokens)
        for paragraph, number in paragraphs:
            slot = self.cuts[number]
            if isinstance(slot, SlotChunk):
                if slot.name == APPENDIX_SLOT:
                    for empty in list_behind(paragraph):
                        remove(empty)
                self.slots[slot.name] = replace_by_cut(paragraph, number, keep=keep_drawings(paragraph))

    # --- one paragraph ------------------------------------------------------------------------------------------

    def _read(
        self, paragraph: etree._Element, text: str, pieces: list[Piece], body: etree._Element | None, page: Length
    ) -> int | None:
        """Read the tags of a paragraph; gives the number of the slot that it is, if it is one."""
        tokens = read_tokens(text, pieces)
        whole = tokens[0] if len(tokens) == 1 and tokens[0].text == text.strip() else None
        cuts: list[tuple[Token, int]] = []
        around: Look | None = None
        for token in tokens:
            kind, name = self._name(token, paragraph)
            if kind == "slot":
                if self._may_stand(paragraph, token, name, whole, body):
                    return self._add(SlotChunk(name, self._room(paragraph, name, page), sole=is_sole(paragraph)))
            elif kind == "tag" and self._is_whole(paragraph, token):
                around = around or self._look(paragraph)  # once: it looks through all that the paragraph holds
                cuts.append((token, self._add(TagChunk(name, self._run_look(around, token)))))
        self._check_rest(paragraph, text, tokens)
        if cuts:
            self._edits.append((pieces, cuts))
        return None

    def _add(self, chunk: Chunk) -> int:
        self.cuts.append(chunk)
        return len(self.cuts) - 1

    def _name(self, token: Token, paragraph: etree._Element) -> tuple[str, str]:
        """Tell what a token is, "slot" or "tag", and its name; else report it and give two empty words."""
        inner = token.text[2:-2] if token.text.startswith("{{") else "%"
        tag, slot, nearly = _NAME.fullmatch(inner), SLOT.fullmatch(token.text), _NEARLY_SLOT.fullmatch(inner)
        if tag and tag[1] in TAGS:
            self.tried.add(tag[1])
            return "tag", tag[1]
        if slot and slot[1] in SLOTS:
            return "slot", slot[1]
        if tag and tag[1] in SLOTS:
            message = f"“{tag[1]}” là một chỗ điền chứ không phải thẻ"
            self._tell(paragraph, token, "VT-403", message, _alone(tag[1]), tag[1])
        elif slot and slot[1] in TAGS:
            hint = f"viết {{{{ {slot[1]} }}}}, ở giữa dòng chữ cũng được"
            self._tell(paragraph, token, "VT-403", f"“{slot[1]}” là một thẻ chứ không phải chỗ điền", hint, slot[1])
        elif nearly and nearly[1] in SLOTS:
            self._tell(
                paragraph, token, "VT-403", "chữ p của một chỗ điền phải viết liền {{", _alone(nearly[1]), nearly[1]
            )
        elif near := _NEARLY_NAME.fullmatch(inner):
            self._tell_unknown(paragraph, token, near[2], SLOTS if near[1] else TAGS)
        elif (meant := _FILTERED.match(inner)) and meant[1] in {**TAGS, **SLOTS}:
            hint = _alone(meant[1]) if meant[1] in SLOTS else f"viết {mark(meant[1])}"
            self._tell(
                paragraph, token, "VT-409", "mẫu văn bản không có câu lệnh, bộ lọc hay thuộc tính", hint, meant[1]
            )
        else:
            self._tell(
                paragraph, token, "VT-409", "mẫu văn bản không có câu lệnh, bộ lọc hay thuộc tính",
                "bỏ nó đi; nội dung, bảng và danh sách do vtdocs dựng. Muốn tự viết vòng lặp thì làm một mẫu tự do",
            )  # fmt: skip
        return "", ""

    def _tell_unknown(self, paragraph: etree._Element, token: Token, typed: str, names: dict[str, str]) -> None:
        found = closest(typed, names) or closest(typed, {**TAGS, **SLOTS})
        if self._is_edge:
            names = TAGS  # no slot may stand in a header
            found = found if found in TAGS else None
        kind = "chỗ điền" if names is SLOTS else "thẻ"
        there = ", ".join(map(mark, names))
        hint = f"có phải ý là {mark(found)}? Các {kind} có: {there}" if found else f"các {kind} có: {there}"
        self._tell(paragraph, token, "VT-403", f"không có {kind} nào tên “{shorten(typed)}”", hint, found)

    def _tell(
        self, paragraph: etree._Element, token: Token, code: str, message: str, hint: str, meant: str | None = None
    ) -> None:
        """Report a token; `meant` is the name that it stands for, which is not missing then."""
        if meant:
            self.tried.add(meant)
        self._report(paragraph, code, f"{message}: “{shorten(token.text)}”", hint)

    def _report(self, paragraph: etree._Element, code: str, message: str, hint: str) -> None:
        # A box has its text twice, once for programs that are older than it: one report is enough.
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            self.faults.add(code, message, hint, part=self._part, at=paragraph)

    def _check_rest(self, paragraph: etree._Element, text: str, tokens: list[Token]) -> None:
        """Tell of braces that belong to no tag."""
        position = 0
        for start, stop in [*((token.start, token.stop) for token in tokens), (len(text), len(text))]:
            if BRACES.search(text, position, start):
                self._report(
                    paragraph,
                    "VT-406",
                    f"dấu ngoặc nhọn thiếu dấu mở hoặc dấu đóng trong cùng một đoạn, ở “{shorten(text)}”",
                    "viết cả thẻ liền một mạch trong một đoạn: {{ ten }} hoặc {{p ten }}",
                )
                return
            position = stop

    def _check_odd(self, paragraph: etree._Element, text: str) -> None:
        """Tell of names of the contract in single braces, or in those of East Asian letters: they would be printed."""
        for found in _ODD.finditer(text):
            if found[1] in {**TAGS, **SLOTS}:
                self.odd.add(found[1])
                message = f"“{shorten(found[0])}” không phải dấu ngoặc của thẻ, nên sẽ in nguyên như thế"
                self._report(paragraph, "VT-406", message, f"viết {mark(found[1])}, hoặc xóa đi")

    def _is_whole(self, paragraph: etree._Element, token: Token) -> bool:
        """Whether a tag may give way to its value: it looks alike throughout, and nobody has still to accept it."""
        if _changed(token):
            self._tell_changed(paragraph, token)
            return False
        if not token.is_even:
            hint = "chọn cả thẻ rồi đặt cùng một kiểu chữ, hoặc xóa đi gõ lại liền một mạch"
            self._tell(paragraph, token, "VT-406", "các chữ trong một thẻ khác kiểu chữ nhau", hint)
            return False
        return True

    def _tell_changed(self, paragraph: etree._Element, token: Token) -> None:
        hint = "duyệt hết các sửa đổi trước (Review > Accept All Changes), rồi lưu lại"
        self._tell(paragraph, token, "VT-408", "nằm trong phần sửa đổi đang chờ duyệt", hint)

    # --- slots --------------------------------------------------------------------------------------------------

    def _may_stand(
        self, paragraph: etree._Element, token: Token, name: str, whole: Token | None, body: etree._Element | None
    ) -> bool:
        """Whether a slot may be here; tells why not."""
        again = name in self.tried
        self.tried.add(name)
        if again:
            self._tell(paragraph, token, "VT-404", "chỗ điền này có hai lần trong tệp mẫu", "giữ lại một")
        elif place := wrong_place(paragraph, name, body):
            self._tell(paragraph, token, "VT-407", *place)
        elif _changed(token):
            self._tell_changed(paragraph, token)
        elif whole is None or has_more(paragraph):
            self._tell(paragraph, token, "VT-407", "chỗ điền không đứng một mình trong đoạn", _alone(name))
        else:
            return True
        return False

    def _room(self, paragraph: etree._Element, name: str, page: Length) -> Length:
        room = measure_room(paragraph, self.sheet, page)
        if room.mm < NARROWEST_MM:
            message = f"chỗ cho {mark(name)} chỉ rộng {room.mm:.0f} mm"
            self._report(paragraph, "VT-410", message, f"nới ô của bảng đó, ít nhất {NARROWEST_MM} mm")
        return room

    # --- tags ---------------------------------------------------------------------------------------------------

    def _look(self, paragraph: etree._Element) -> Look:
        """Give the look of a paragraph by its style."""
        style = paragraph.find(f"{qname('pPr')}/{qname('pStyle')}")
        named = None if style is None else self.looks.get(style.get(qname("val"), ""))
        return named or self.sheet.default_look()

    def _run_look(self, around: Look, token: Token) -> Look:
        """Give the look of a tag: that of its paragraph, and what its run sets otherwise."""
        run = next(token.pieces[0].element.iterancestors(qname("r")), None)
        return self.sheet.run_look(around, None if run is None else run.find(qname("rPr")))


def replace_by_cut(element: etree._Element, number: int, *, keep: bool = False) -> etree._Element:
    """Put a cut in the place of an element, or behind it; gives the cut."""
    cut = etree.ProcessingInstruction(CUT, str(number))
    element.addnext(cut)
    if not keep:
        remove(element)
    return cut


def _put_cuts(pieces: list[Piece], tokens: list[tuple[Token, int]]) -> None:
    """Replace tags by cuts inside the text elements of a paragraph."""
    edits: dict[int, list[tuple[int, int, int | None]]] = {}
    for token, number in tokens:
        for order, piece in enumerate(token.pieces):
            start, stop = max(token.start, piece.start) - piece.start, min(token.stop, piece.stop) - piece.start
            edits.setdefault(id(piece), []).append((start, stop, None if order else number))
    for piece in pieces:
        element = piece.element
        if element.tag == qname("t"):
            element.set(_SPACE, "preserve")
        if id(piece) not in edits:
            continue
        if element.tag != qname("t"):
            # A tab or a line break in the middle of a tag.
            remove(element)
            continue
        kept, position = [""], 0
        cuts = []
        for start, stop, cut in edits[id(piece)]:
            kept[-1] += piece.text[position:start]
            if cut is not None:
                cuts.append(etree.ProcessingInstruction(CUT, str(cut)))
                kept.append("")
            position = stop
        kept[-1] += piece.text[position:]
        element.text = kept[0]
        for instruction, tail in zip(cuts, kept[1:], strict=True):
            instruction.tail = tail
            element.append(instruction)


def _changed(token: Token) -> bool:
    """Whether a tag was typed with changes tracked, and nobody has accepted them yet."""
    return any(is_changed(piece.element) for piece in token.pieces)


def _alone(name: str) -> str:
    return _ALONE.format(mark=mark(name))
