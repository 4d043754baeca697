"""Text with a look of its own as a value of a template: runs whose properties stand in the order of the schema.

The order of the children of `w:rPr` is that of CT_RPr (ECMA-376-1, 17.3.2.28); Word repairs, or refuses, another one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lxml import etree
from msgspec import Struct

from vtdocs.outline.markup import parse_markup
from vtdocs.outline.spans import cut_pieces
from vtdocs.patterns import compile_late
from vtdocs.units import Length
from vtdocs.writers.docx.parsing import parse_xml
from vtdocs.writers.docx.xml import W_NS, escape, qname, text_run

from .checks import check_colour, check_link, check_shade, check_size, check_underline, refuse
from .place import Place

__all__ = ["RUN_ORDER", "Piece", "RichText", "join_properties"]

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RUN_ORDER = {
    qname(name): place
    for place, name in enumerate(
        (
            "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
            "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern",
            "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs",
            "em", "lang", "eastAsianLayout", "specVanish", "oMath",
        )
    )
}  # fmt: skip
_SHADES = frozenset({qname("shd"), qname("highlight")})
_PREFIX, _DECLARED = compile_late(r"[<\s](\w+):\w"), compile_late(r"xmlns:(\w+)=")
# What Word gives a link: a template need not have its style.
_LINK_COLOUR = "0563C1"


class Piece(Struct, frozen=True):
    """A piece of text, the properties that it adds to those around it, and the address that it opens."""

    text: str
    properties: str = ""
    url: str = ""


class RichText:
    """Text with a look of its own: `{{ ten }}` or `{{r ten }}` in the template.

    Each piece is a text or another `RichText`; the keywords say how the pieces that are texts look. What is not said
    is as the template has it around the tag `{{ ten }}`; `{{r ten }}` takes nothing from there, as in docxtpl.

    `size` is a length (`Pt(14)`), `colour` six hexadecimal digits, `highlight` one of Word's names ("yellow") or a
    colour, `underline` true or one of Word's names ("double"), `style` the id of a character style, `url` an http,
    https or mailto address. Line feeds and tabs become Word's own. A `RichText` is a value: `+` makes a new one.
    Raises WriteError for a value that Word does not know.
    """

    __slots__ = ("pieces",)

    def __init__(
        self,
        *pieces: str | RichText,
        bold: bool | None = None,
        italic: bool | None = None,
        underline: bool | str = False,
        strike: bool | None = None,
        size: Length | int | None = None,
        colour: str = "",
        font: str = "",
        highlight: str = "",
        superscript: bool = False,
        subscript: bool = False,
        style: str = "",
        url: str = "",
    ) -> None:
        if superscript and subscript:
            raise refuse("một chữ không thể vừa là chỉ số trên vừa là chỉ số dưới", "bỏ superscript hoặc subscript")
        if url:
            check_link(url)
            colour, underline = colour or _LINK_COLOUR, underline or True
        raised = "superscript" if superscript else "subscript" if subscript else ""
        points = check_size(size).half_points if size is not None else None
        face = escape(font)
        shade, named = check_shade(highlight) if highlight else ("", False)
        properties = "".join(
            (
                f'<w:rStyle w:val="{escape(style)}"/>' if style else "",
                f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>' if font else "",
                _toggle("b", bold) + _toggle("bCs", bold),
                _toggle("i", italic) + _toggle("iCs", italic),
                _toggle("strike", strike),
                f'<w:color w:val="{check_colour(colour)}"/>' if colour else "",
                f'<w:sz w:val="{points}"/><w:szCs w:val="{points}"/>' if points else "",
                f'<w:highlight w:val="{shade}"/>' if named else "",
                f'<w:u w:val="{check_underline(underline)}"/>' if underline else "",
                f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade and not named else "",
                f'<w:vertAlign w:val="{raised}"/>' if raised else "",
            )
        )
        runs: list[Piece] = []
        for piece in pieces:
            if isinstance(piece, RichText):
                runs.extend(piece.pieces)
            elif not isinstance(piece, str):
                message = f"RichText cần chữ, không phải {type(piece).__name__}"
                raise refuse(message, "đổi thành chữ trước: RichText(str(giá_trị))")
            elif piece:
                runs.append(Piece(piece, properties, url))
        self.pieces: tuple[Piece, ...] = tuple(runs)

    @classmethod
    def marked(cls, text: str) -> RichText:
        """Read the marks of the outline: `**đậm**`, `*nghiêng*`, `***cả hai***`, `[chữ](https://…)`."""
        lines: list[str | RichText] = []
        for number, line in enumerate(text.split("\n")):
            marked = parse_markup(line)
            pieces = list(cut_pieces(marked.text, marked.spans))
            if any(piece.note for piece in pieces):
                raise refuse(f"“{line[:60]}” có chú thích cuối trang", "viết chú thích ngay trong mẫu, bằng Word")
            # The grammar of the outline knows no blanks at the ends of a line.
            start, end = line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :] if line.strip() else ""
            lines += ["\n", start] if number else [start]
            lines += [
                cls(piece.text, bold=piece.bold or None, italic=piece.italic or None, url=piece.url) for piece in pieces
            ]
            lines.append(end)
        return cls(*lines)

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.pieces)

    def __add__(self, other: str | RichText) -> RichText:
        return RichText(self, other)

    def __radd__(self, other: str) -> RichText:
        return RichText(other, self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RichText) and self.pieces == other.pieces

    def __hash__(self) -> int:
        return hash(self.pieces)

    def __repr__(self) -> str:
        return f"RichText({self.text!r})"

    def __str__(self) -> str:
        return self.text

    @property
    def level(self) -> Literal["run"]:
        """What it writes."""
        return "run"

    def xml(self, place: Place) -> str:
        """Write the runs, those of a link inside one."""
        return "".join(self._write(place))

    def _write(self, place: Place) -> Iterator[str]:
        for run in self.pieces:
            xml = text_run(run.text, join_properties(place.properties, run.properties))
            if run.url:
                identity = place.host.link(place.part, run.url)
                xml = f'<w:hyperlink xmlns:r="{_REL}" r:id="{identity}" w:history="1">{xml}</w:hyperlink>'
            yield xml


def _toggle(name: str, value: bool | None) -> str:
    if value is None:
        return ""
    return f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>'


def join_properties(around: str, own: str) -> str:
    """Give the `w:rPr` of a run inside text of the properties `around`: its own, and those that it does not say."""
    if not around:
        return f"<w:rPr>{own}</w:rPr>" if own else ""
    if not own:
        return around
    # A piece of a part names its prefixes without their addresses: each gets a stand-in, which goes again.
    prefixes = sorted(set(_PREFIX.findall(around)) - {"w", "xml", "xmlns", *_DECLARED.findall(around)})
    names = "".join(f' xmlns:{prefix}="urn:{prefix}"' for prefix in prefixes)
    mine = list(parse_xml(f'<w:rPr xmlns:w="{W_NS}">{own}</w:rPr>'))
    kept = parse_xml(around.replace("<w:rPr", f'<w:rPr xmlns:w="{W_NS}"{names}', 1))
    taken = {child.tag for child in mine}
    if taken & _SHADES:  # highlight and shading are one thing to a user: the new one is to be seen
        taken |= _SHADES
    children = [*(child for child in kept if child.tag not in taken), *mine]
    kept[:] = sorted(children, key=lambda child: RUN_ORDER.get(str(child.tag), len(RUN_ORDER)))
    etree.cleanup_namespaces(kept, keep_ns_prefixes=["w"])
    text = etree.tostring(kept, encoding="unicode").replace(f' xmlns:w="{W_NS}"', "")
    for prefix in prefixes:
        text = text.replace(f' xmlns:{prefix}="urn:{prefix}"', "")
    return text
