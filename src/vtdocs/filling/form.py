"""A template of a user's own, compiled once: an immutable value that any number of documents are filled from."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from vtdocs.diagnostics import Diagnostic
from vtdocs.errors import TemplateError, WriteError
from vtdocs.writers.docx.compression import find_compressor
from vtdocs.writers.docx.package import Package, freeze_parts, pack

from .assembly import assemble
from .execution import Run, run_part
from .faults import Reporter, diagnose
from .generator import SourceFaultsError, compile_part
from .items import Site
from .limits import Budget
from .missing import FILE
from .package import find_filled, parse_part, read_parts
from .parts import Additions, Outlets, find_outlets
from .sandbox import sandbox
from .source import read_source
from .tables import Grid

__all__ = ["Form", "Part", "compile_form"]

_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MOST_TAGS = 50_000


class Part(Struct, frozen=True):
    """A part of a template that has tags: its code, and what the code refers to.

    `crossing` are the tags of blocks that begin and end in different surroundings: what they give is parsed.
    """

    name: str
    code: bytes
    tags: tuple[Site, ...]
    grids: tuple[Grid, ...]
    crossing: tuple[Site, ...]


class Form(Struct, frozen=True):
    """A compiled template: it can be shared by threads, pickled, and kept.

    What it prints is what docxtpl prints, but for two rules: `None` prints nothing, and a mapping's own key wins over
    its method of the same name (`x.items`, `x.keys`, `x.values`), also where the method is called.

    `names` are the names that it asks of the data, `parts` the parts with tags, `package` all others, packed.
    """

    name: str
    names: frozenset[str]
    parts: tuple[Part, ...]
    package: Package
    outlets: Outlets

    def render(self, context: Mapping[str, object], *, compressor: str | None = None) -> bytes:
        """Fill the template and give the bytes of the file; the same data give the same bytes.

        `compressor` is a name of `writers.docx.compression`. Raises WriteError with every fault: a name that the data
        do not have, a value that cannot stand where its tag is, and work or size beyond all bounds.
        """
        changed, additions = self.write_parts(context)
        chosen = find_compressor(compressor)
        data = pack(self.package, changed | additions.added(), None, chosen)
        if additions.documents:
            from .merging import merge_documents

            data = merge_documents(data, additions.documents, chosen)
        return data

    def write_parts(self, context: Mapping[str, object]) -> tuple[dict[str, bytes], Additions]:
        """Write the parts with tags, and gather what their values add. Raises WriteError."""
        budget, additions = Budget(), Additions(self.outlets)
        faults: list[Diagnostic] = []
        changed: dict[str, bytes] = {}
        for part in self.parts:
            run = Run(self.name, part.code, part.tags, part.grids, part.crossing)
            xml = run_part(run, context, budget, additions, faults)
            if xml is not None:
                changed[part.name] = (_HEADER + xml).encode()
        if faults:
            raise WriteError(faults)
        return changed, additions


def compile_form(data: bytes, name: str = "mẫu") -> Form:
    """Compile a template from the bytes of its file; `name` is what faults call it.

    Raises TemplateError with every fault: each names the part, the paragraph or cell, and the words around it.
    """
    from jinja2.meta import find_undeclared_variables

    parts = read_parts(data, name)
    faults: list[Diagnostic] = []
    compiled: list[Part] = []
    names: set[str] = set()
    filled = find_filled(parts, name)
    environment = sandbox()
    for part in filled:
        xml = etree.tostring(parse_part(parts, part, name), encoding="unicode")
        if not any(mark in xml for mark in ("{{", "{%", "{#", "{<", "{_")):
            continue
        report = Reporter(name, part, faults)
        items = read_source(xml, part, report)
        if report.found:
            continue
        assembly = assemble(part, items, report)
        if len(assembly.tags) > _MOST_TAGS:
            report("VT-451", f"phần này có quá {_MOST_TAGS} thẻ", "chia mẫu thành nhiều tệp", "")
            continue
        if report.found:
            continue
        file = f"{FILE}{part}>"
        try:
            code, tree = compile_part(assembly, environment, file)
        except SourceFaultsError as error:
            faults += (
                diagnose("VT-455", message, hint, name, part, assembly.tags[number] if assembly.tags else "")
                for message, hint, number in error.faults
            )
            continue
        names |= find_undeclared_variables(tree) - environment.globals.keys()
        crossing = tuple(tag.site for pair in assembly.crossing for tag in pair)
        compiled.append(Part(part, code, tuple(tag.site for tag in assembly.tags), tuple(assembly.grids), crossing))
    if faults:
        raise TemplateError(faults)
    taken = {part.name for part in compiled}
    try:
        outlets = find_outlets(parts, [part for part in filled if posixpath.basename(part) != "core.xml"])
    except etree.XMLSyntaxError:
        raise TemplateError([diagnose("VT-450", "quan hệ giữa các phần của tệp mẫu bị hỏng", "", name)]) from None
    package = freeze_parts({part: value for part, value in parts.items() if part not in taken}, with_properties=True)
    return Form(name, frozenset(names), tuple(compiled), package, outlets)
