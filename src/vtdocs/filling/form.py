"""A template of a user's own, compiled once: an immutable value that any number of documents are filled from."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from lxml import etree
from msgspec import Struct

from vtdocs.diagnostics import Diagnostic
from vtdocs.errors import TemplateError, WriteError
from vtdocs.writers.docx.archive import Shell
from vtdocs.writers.docx.compression import find_compressor
from vtdocs.writers.docx.package import Package, freeze_parts, pack
from vtdocs.writers.docx.parsing import BrokenXmlError

from .assembly import assemble
from .execution import Run, run_part
from .faults import Reporter, diagnose
from .filters import OwnFilter, name_filters
from .generator import Fault, SourceFaultsError, compile_part, find_faults
from .items import Site, Tag, tags_in
from .limits import Budget
from .missing import FILE
from .package import find_filled, parse_part, read_parts
from .parts import Additions, Outlets, find_outlets
from .sandbox import sandbox
from .sealing import take_custom
from .source import read_source
from .tables import Grid
from .unfilled import find_unfilled

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

    `names` are the names that it asks of the data, `parts` the parts with tags, `package` all others, packed; but
    `custom` are its custom properties, `filters` those of the script that compiled it: it can be pickled when they are
    functions of a module.
    """

    name: str
    names: frozenset[str]
    parts: tuple[Part, ...]
    package: Package
    custom: Shell
    outlets: Outlets
    filters: tuple[OwnFilter, ...] = ()

    def render(self, context: Mapping[str, object], *, compression: str | None = None) -> bytes:
        """Fill the template and give the bytes of the file; the same data give the same bytes.

        The file carries the digest that tells whether a person has edited it since. `compression` is a name of
        `writers.docx.compression`. Raises WriteError with every fault: a name that the data do not have, a value that
        cannot stand where its tag is, and work or size beyond all bounds.
        """
        return self.pack(*self.write_parts(context), compression)

    def pack(self, changed: Mapping[str, bytes], additions: Additions, compression: str | None) -> bytes:
        """Make the file of the parts that `write_parts` gave."""
        compressor = find_compressor(compression)
        data = pack(self.package, {**changed, **additions.added()}, None, compressor, custom=self.custom)
        if additions.documents:
            from .merging import merge_documents

            merged = merge_documents(data, additions.documents, self.name)
            data = pack(freeze_parts({}), merged, None, compressor, custom=self.custom)
        return data

    def write_parts(self, context: Mapping[str, object]) -> tuple[dict[str, bytes], Additions]:
        """Write the parts with tags, and gather what their values add. Raises WriteError."""
        budget, additions = Budget(), Additions(self.outlets)
        faults: list[Diagnostic] = []
        changed: dict[str, bytes] = {}
        for part in self.parts:
            run = Run(self.name, part.code, part.tags, part.grids, part.crossing, self.filters)
            xml = run_part(run, context, budget, additions, faults)
            if xml is not None:
                changed[part.name] = (_HEADER + xml).encode()
        if faults:
            raise WriteError(faults)
        return changed, additions


def compile_form(
    data: bytes | Mapping[str, bytes],
    name: str = "mẫu",
    *,
    filters: Mapping[str, Callable[..., object]] | None = None,
) -> Form:
    """Compile a template from the bytes of its file, or from its parts; `name` is what faults call it.

    `filters` are functions by the names that tags call them by: `{{ x|tien }}` is `filters["tien"](x)`. What they give
    is a value like any other, and escaped. Raises TemplateError with every fault: each names the part, the paragraph
    or cell, and the words around it.
    """
    from jinja2.meta import find_undeclared_variables

    parts = read_parts(data, name)
    faults: list[Diagnostic] = []
    compiled: list[Part] = []
    names: set[str] = set()
    filled = find_filled(parts, name)
    own = name_filters(filters)
    environment = sandbox(own)
    for part in filled:
        xml = etree.tostring(parse_part(parts, part, name), encoding="unicode")
        if not any(mark in xml for mark in ("{{", "{%", "{#", "{<", "{_")):
            continue
        report = Reporter(name, part, faults)
        items = read_source(xml, part, report)
        tags = list(tags_in(items))
        if len(tags) > _MOST_TAGS:
            report("VT-451", f"phần này có quá {_MOST_TAGS} thẻ", "chia mẫu thành nhiều tệp", "")
            continue
        assembly = None if report.found else assemble(part, items, report)
        if assembly is None or report.found:
            # What is wrong with the tags themselves is told in the same go.
            faults += _tell(name, part, tags, find_faults(tags, environment))
            continue
        file = f"{FILE}{part}>"
        try:
            code, tree = compile_part(assembly, environment, file)
        except SourceFaultsError as error:
            faults += _tell(name, part, assembly.tags, error.faults)
            continue
        names |= find_undeclared_variables(tree) - environment.globals.keys()
        crossing = tuple(tag.site for pair in assembly.crossing for tag in pair)
        compiled.append(Part(part, code, tuple(tag.site for tag in assembly.tags), tuple(assembly.grids), crossing))
    faults += find_unfilled(parts, name)
    if faults:
        raise TemplateError(faults)
    custom = take_custom(parts, lambda content, part: parse_part({part: content}, part, name))
    taken = {part.name for part in compiled}
    try:
        outlets = find_outlets(parts, [part for part in filled if posixpath.basename(part) != "core.xml"])
    except BrokenXmlError:
        raise TemplateError([diagnose("VT-450", "quan hệ giữa các phần của tệp mẫu bị hỏng", "", name)]) from None
    package = freeze_parts({part: value for part, value in parts.items() if part not in taken}, with_properties=True)
    return Form(name, frozenset(names), tuple(compiled), package, custom, outlets, own)


def _tell(name: str, part: str, tags: Sequence[Tag], faults: Iterable[Fault]) -> Iterator[Diagnostic]:
    for message, hint, number in faults:
        yield diagnose("VT-455", message, hint, name, part, tags[number] if tags else "")
