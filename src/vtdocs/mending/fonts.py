"""Letters in Times New Roman: in the defaults, the styles, and wherever a run says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from vtdocs.standards import nd30

from .changes import Change
from .properties import set_flag
from .work import W, Work

__all__ = ["mend_fonts"]

_FACES = ("ascii", "hAnsi", "cs", "eastAsia")
_THEMES = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme")
# Fonts of signs: their letters are pictures, and in another font would be others.
_SIGNS = re.compile(
    r"symbol|wingdings|webdings|marlett|math|mt extra|dingbat|emoji|opensymbol|barcode|code ?128", re.IGNORECASE
)
# Fonts of the old eight-bit codes: their letters are not Unicode, and in another font would be unreadable.
_OLD_CODES = re.compile(r"^(?:\.vn|vni|vi?scii|svn-|uvn)", re.IGNORECASE)


def mend_fonts(work: Work) -> Iterator[Change]:
    """Set Times New Roman for every letter that is of another font, where a rule found any that is.

    Signs and the old codes are left; of a face that is a cut of its own ("Times New Roman Bold") the weight is kept.
    """
    if not any(work.findings("ND30-110", "VB-111")):
        return
    wanted = nd30.PHONG_CHU.default
    found: set[str] = set()
    for part in _parts(work):
        for fonts in work.root(part).iter(f"{W}rFonts"):
            named = [fonts.get(f"{W}{name}", "") for name in _FACES]
            if any(_SIGNS.search(name) or _OLD_CODES.search(name) for name in named):
                continue
            themed = [name for name in _THEMES if fonts.get(f"{W}{name}")]
            others = [name for name in named[:2] if name and name.casefold() != wanted.casefold()]
            if not themed and not others:
                continue
            found.update(others or ["phông của chủ đề"])
            for name in themed:
                del fonts.attrib[f"{W}{name}"]
            # In a fixed order, as attributes are written in the order in which they come.
            for name in _FACES:
                if fonts.get(f"{W}{name}") or (themed and name in _FACES[:2]):
                    fonts.set(f"{W}{name}", wanted)
            _keep_cut(fonts, others)
            work.touch(part)
    if found:
        yield Change("phông chữ", ", ".join(sorted(found)), wanted, nd30.PHONG_CHU.source)


def _keep_cut(fonts: etree._Element, names: list[str]) -> None:
    look = fonts.getparent()
    said = " ".join(names).casefold()
    if look is None or look.tag != f"{W}rPr" or "times" not in said:
        return
    for word, flags in (("bold", ("b", "bCs")), ("italic", ("i", "iCs"))):
        if word in said:
            for flag in flags:
                set_flag(look, flag, on=True)


def _parts(work: Work) -> list[str]:
    """The parts that say fonts: the body and what belongs to it, in a fixed order."""
    kinds = {"styles", "header", "footer", "footnotes", "endnotes", "numbering"}
    related = {
        r.target for r in work.package.relations(work.package.main).values() if r.kind in kinds and not r.external
    }
    return [work.package.main, *sorted(name for name in related if name in work.package.names)]
