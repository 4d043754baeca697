"""The text and tags of a part into Python code, through Jinja2's parser and code generator.

Every tag stands on a line of its own, so that a line of the template tells its tag; constant text is not in the
source at all, but put into the parsed tree, so that nothing in it can be taken for a tag.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Sequence
from math import isfinite
from operator import itemgetter
from types import CodeType
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Environment
from jinja2.exceptions import TemplateSyntaxError

from vtdocs.patterns import compile_late

from .assembly import Assembly
from .faults import nearby
from .items import Tag

__all__ = ["Fault", "Generator", "SourceFaultsError", "compile_part", "find_faults"]

_DATA = "\x02\n"
_DEEPEST = 90  # nodes of the tree, one inside the other: Python's own parser takes 200 brackets
_DEEPEST_BLOCKS = 18  # Python nests no more than 20 loops
_TOO_DEEP = ("biểu thức lồng nhau quá sâu, quá dài hoặc có số quá lớn", "viết biểu thức ngắn lại, bớt khối lồng nhau")
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Macro, nodes.CallBlock,
    nodes.FilterBlock, nodes.With, nodes.Assign, nodes.AssignBlock, nodes.Name, nodes.NSRef, nodes.Const, nodes.Tuple,
    nodes.List, nodes.Dict, nodes.Pair, nodes.Keyword, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Call,
    nodes.Getitem, nodes.Getattr, nodes.Slice, nodes.Concat, nodes.Compare, nodes.Operand, nodes.BinExpr,
    nodes.UnaryExpr, nodes.Scope,
)  # fmt: skip
_BLOCKS = (nodes.For, nodes.If, nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.With, nodes.AssignBlock)


_INSIDE = frozenset(("else", "elif"))
_CLOSED = frozenset(("for", "if", "macro", "call", "filter", "with", "set", "block", "autoescape"))


# What Word's corrections and a copied page put in the place of what Jinja2 reads.
_LIKE = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"), "\u2024": ".", "\u2026": "...", "\u00d7": "*",
    "\uff5c": "|", "\u01c0": "|", "\uff08": "(", "\uff09": ")", "\uff0c": ",", "\uff0e": ".", "\uff1d": "=",
    "\u2265": ">=", "\u2264": "<=", "\u2260": "!=",
}  # fmt: skip
_ODD = compile_late(f"[{''.join(_LIKE)}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_STRING = compile_late(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'")


Fault = tuple[str, str, int]
"""A fault of the template's language: what is wrong, how to mend it, and the number of the tag."""


class SourceFaultsError(Exception):
    """Faults of the template's language."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(faults)
        self.faults = faults


def compile_part(assembly: Assembly, environment: Environment, file: str) -> tuple[bytes, nodes.Template]:
    """Give the marshalled code of a part, and its parsed tree. Raises SourceFaultsError with all that is wrong."""
    tags = assembly.tags
    source = _DATA + "".join(f"{_write(tag)}{_DATA}" for tag in tags)
    tree = _parse(source, environment, tags)
    if faults := sorted(_check(tree, environment, tags), key=itemgetter(2)):
        raise SourceFaultsError(*faults)
    for data in tree.find_all(nodes.TemplateData):
        data.data = assembly.chunks[data.lineno - 1]
    try:
        code = _generate(tree, environment, tags, file)
    except TemplateSyntaxError as error:
        raise SourceFaultsError((*_explain(error), max(0, error.lineno - 2))) from None
    except (SyntaxError, RecursionError, MemoryError, ValueError, OverflowError):
        raise SourceFaultsError(("mẫu lồng nhau quá sâu hoặc quá lớn", "chia nhỏ các khối trong mẫu", 0)) from None
    return marshal.dumps(code), tree


def _write(tag: Tag) -> str:
    return f"{{{{ {tag.content} }}}}" if tag.kind == "{" else f"{{% {tag.content} %}}"


def find_faults(tags: Sequence[Tag], environment: Environment) -> Iterator[Fault]:
    """Ask every tag by itself what is wrong with it.

    The parser stops at its first fault, and what is wrong with a whole part is no reason to keep silent of the rest.
    """
    for number, tag in enumerate(tags):
        word = _word(tag)
        if tag.kind == "#" or word in _INSIDE or word.startswith("end"):
            continue  # what only goes on with a block, or closes it, means nothing by itself
        end = f"{{% end{word} %}}" if word in _CLOSED and (word != "set" or "=" not in tag.content) else ""
        try:
            tree = environment.parse(_write(tag) + end)
        except TemplateSyntaxError as error:
            yield (*(_name_sign(tag.content) or _explain(error)), number)
        except (RecursionError, ValueError, OverflowError, MemoryError):
            yield (*_TOO_DEEP, number)
        else:
            yield from ((message, hint, number) for message, hint, _ in _check(tree, environment, [tag]))


def _word(tag: Tag) -> str:
    return tag.content.split(maxsplit=1)[0].partition("(")[0] if tag.kind == "%" and tag.content else ""


def _parse(source: str, environment: Environment, tags: Sequence[Tag]) -> nodes.Template:
    try:
        return environment.parse(source)
    except TemplateSyntaxError as error:
        first = [(*_explain(error), max(0, error.lineno - 2))]
    except (RecursionError, ValueError, OverflowError, MemoryError):
        first = []
    faults = list(find_faults(tags, environment))
    known = {number for _, _, number in faults}
    faults += (fault for fault in first if fault[2] not in known)
    raise SourceFaultsError(*sorted(faults, key=itemgetter(2)) or [(*_TOO_DEEP, 0)])


def _check(tree: nodes.Template, environment: Environment, tags: Sequence[Tag]) -> Iterator[Fault]:
    """Find what a template may not do, and what does not exist."""
    # With a stack of its own: what is too deep must be found without going deep.
    waiting: list[tuple[nodes.Node, int, int, int]] = [(tree, 0, 0, 0)]
    while waiting:
        node, depth, blocks, number = waiting.pop()
        if node.lineno is not None:  # some nodes stand on the line of the one around them
            number = max(0, min(len(tags) - 1, node.lineno - 2))
        if depth > _DEEPEST or blocks > _DEEPEST_BLOCKS:
            yield (*_TOO_DEEP, number)
            continue
        if not isinstance(node, _ALLOWED):
            word = tags[number].content.split(maxsplit=1)[0] if tags else ""
            yield f"mẫu không dùng được lệnh “{word}”", "bỏ lệnh này; phần dùng chung viết thẳng vào mẫu", number
            continue
        if isinstance(node, nodes.Const) and isinstance(node.value, float) and not isfinite(node.value):
            yield (*_TOO_DEEP, number)
        if isinstance(node, nodes.Filter) and node.name not in environment.filters:
            yield f"không có bộ lọc “{node.name}”", nearby(node.name, environment.filters), number
        elif isinstance(node, nodes.Test) and node.name not in environment.tests:
            yield f"không có phép thử “{node.name}”", nearby(node.name, environment.tests), number
        blocks += isinstance(node, _BLOCKS)
        waiting.extend((child, depth + 1, blocks, number) for child in node.iter_child_nodes())


def _name_sign(content: str) -> tuple[str, str] | None:
    """Name the sign that a keyboard or Word has put into a tag and no eye can tell."""
    found = _ODD.search(_STRING.sub("", content))
    if found is None:
        return None
    sign = found[0]
    if sign in _LIKE:
        like = _LIKE[sign]
        return f"trong thẻ có ký tự “{sign}” (U+{ord(sign):04X}) chứ không phải “{like}”", f"gõ lại thành {like}"
    return f"trong thẻ có ký tự không nhìn thấy (U+{ord(sign):04X})", "xóa cả thẻ rồi gõ lại bằng tay"


def _explain(error: TemplateSyntaxError) -> tuple[str, str]:
    said = str(error.message or "")
    word = said.split("'")[1] if said.count("'") >= 2 else ""
    if said.startswith(("Encountered unknown tag", "Unexpected end of template")):
        if word.startswith("end") or word in ("else", "elif"):
            return f"“{word}” không có khối nào để đóng hoặc chia", "kiểm tra thẻ mở của khối này"
        if said.startswith("Unexpected"):
            return "khối mở mà không đóng", "thêm thẻ đóng: {% endfor %}, {% endif %}…"
        return f"không có lệnh “{word}”", "các lệnh có: for, if, elif, else, set, with, macro, call, filter, raw"
    return "thẻ viết sai cú pháp", "xem lại ngoặc, nháy và dấu trong thẻ; ví dụ {{ ten }}, {% for x in danh_sach %}"


def _generate(tree: nodes.Template, environment: Environment, tags: Sequence[Tag], file: str) -> CodeType:
    generator = Generator(environment, "", file, optimized=False)
    generator.tags = tags
    generator.visit(tree)
    return compile(generator.stream.getvalue(), file, "exec")  # type: ignore[attr-defined]


def _costs(tree: nodes.Template) -> dict[int, tuple[int, int]]:
    """Give what one run of each loop's or macro's body costs, by the id of its list: nodes and constant characters."""
    costs: dict[int, tuple[int, int]] = {}
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        waiting.extend(node.iter_child_nodes())
        if isinstance(node, nodes.For | nodes.Macro | nodes.CallBlock):
            inside = list(node.body)
            work = characters = 0
            while inside:
                one = inside.pop()
                work += 1
                if isinstance(one, nodes.TemplateData):
                    characters += len(one.data)
                # What a loop inside writes is counted by that loop.
                only = ("iter", "test", "else_") if isinstance(one, nodes.For) else None
                inside.extend(one.iter_child_nodes(only=only))
            costs[id(node.body)] = (work, characters)
    return costs


class Generator(CodeGenerator):
    """Jinja2's generator, whose code counts its work and hands every value to the function that knows its place."""

    tags: Sequence[Tag] = ()

    def __init__(self, *args: Any, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        self.costs: dict[int, tuple[int, int]] = {}
        self.wrapped: dict[int, str] = {}

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja2's own name
        """Know what every loop costs before it is written."""
        self.costs = _costs(node)
        super().visit_Template(node, frame)

    def visit(self, node: nodes.Node, *args: Any, **keywords: Any) -> Any:
        """Write a node, inside a call of the function that counts it where there is one."""
        function = self.wrapped.get(id(node))
        if function is None:
            return super().visit(node, *args, **keywords)
        self.write(f"{function}(")
        super().visit(node, *args, **keywords)
        self.write(")")
        return None

    def write_commons(self) -> None:
        """Take what the code calls from the rendering's own state."""
        super().write_commons()
        self.writeline("out_, put_, spend_, each_, weigh_, box_, join_ = context.state.tools")

    def blockvisit(self, nodes: Any, frame: Frame) -> None:
        """Let each run of a loop's or a macro's body be counted."""
        if cost := self.costs.get(id(nodes)):
            self.writeline(f"spend_({cost[0]}, {cost[1]})")
        super().blockvisit(nodes, frame)

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - Jinja2's own name
        """Let what a loop runs over be counted."""
        self.wrapped[id(node.iter)] = "each_"
        super().visit_For(node, frame)

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802 - Jinja2's own name
        """Let what is compared be counted, unless one side is a constant: that is over at once."""
        sides = (node.expr, *(operand.expr for operand in node.ops))
        quick = len(sides) == 2 and node.ops[0].op not in ("in", "notin")
        if quick and any(isinstance(side, nodes.Const) for side in sides):
            super().visit_Compare(node, frame)
            return
        for one in sides:
            self.wrapped[id(one)] = "weigh_"
        super().visit_Compare(node, frame)

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 - Jinja2's own name
        """Let what is sliced be counted."""
        if isinstance(node.arg, nodes.Slice):
            self.wrapped[id(node.node)] = "weigh_"
        super().visit_Getitem(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja2's own name
        """Let the length of what is joined be checked."""
        self.write("join_((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802 - Jinja2's own name
        """Let a list's size be checked."""
        self._box(super().visit_List, node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802 - Jinja2's own name
        """Let a mapping's size be checked."""
        self._box(super().visit_Dict, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802 - Jinja2's own name
        """Let a tuple's size be checked, where it is a value."""
        if node.ctx == "load":
            self._box(super().visit_Tuple, node, frame)
        else:
            super().visit_Tuple(node, frame)

    def _box(self, visit: Any, node: nodes.Expr, frame: Frame) -> None:
        self.write("box_(")
        visit(node, frame)
        self.write(")")

    def _make_finalize(self) -> Any:
        # Constants of a tag are values like any other: they are written at their place.
        return self._FinalizeInfo(None, None)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        where = self.tags[node.lineno - 2].where
        self.write("out_(" if where in ("text", "plain") else "put_(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write(f", {node.lineno - 2})")
