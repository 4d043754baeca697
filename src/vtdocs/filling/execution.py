"""The code of one part, run with the data of one document; where it fails, all that is wrong is told at once."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import TracebackType
from typing import TYPE_CHECKING, Any
from xml.parsers.expat import ExpatError, ParserCreate

from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError
from jinja2.utils import missing as no_object
from msgspec import Struct

from vtdocs.diagnostics import Diagnostic
from vtdocs.errors import VtdocsError
from vtdocs.patterns import compile_late

from .faults import FillError, diagnose, nearby
from .filters import OwnFilter
from .grids import finish
from .items import Site
from .limits import Budget
from .methods import field_names
from .missing import FILE, Missing, collector
from .paths import Paths
from .printing import say
from .sandbox import FillContext, Sandbox, sandbox
from .tables import Grid
from .writing import Rendering

if TYPE_CHECKING:
    from .parts import Additions

__all__ = ["Run", "run_part"]

_MOST_FAULTS = 100
_FOUND = (str, list, dict, tuple, date)
_LOOP = compile_late(r"^\{%-?(?:tr|tc|p|r)?\s+for\s+(\w+)\s+in\s+(\w+(?:\.\w+)*)\b")
_OWNER = compile_late(r"\b(\w+)\s*[.\[]")
_UNLIKE = compile_late(r"not supported between instances of '(\w+)' and '(\w+)'")
_WORDS = {
    "str": "chữ", "int": "số", "float": "số", "Decimal": "số", "NoneType": "giá trị trống", "list": "danh sách",
    "dict": "nhóm khóa", "date": "ngày", "datetime": "ngày giờ", "bool": "đúng/sai",
}  # fmt: skip
_DEEPEST = 256  # elements of a part, one inside the other: what libxml2 reads
# What a template's own code can raise: its operators and filters meet values of any kind.
_FAILURES = (
    FillError, VtdocsError, UndefinedError, SecurityError, TemplateRuntimeError, ArithmeticError, LookupError,
    TypeError, ValueError, AttributeError, RecursionError, MemoryError,
)  # fmt: skip


class Run(Struct, frozen=True):
    """What is needed to run a part; `file` is what faults call the template."""

    file: str
    code: bytes
    tags: Sequence[Site]
    grids: Sequence[Grid]
    crossing: Sequence[Site]
    filters: tuple[OwnFilter, ...] = ()


class _Loaded(Struct, frozen=True):
    """The code of a part as functions of this process."""

    root: Callable[[FillContext], Iterator[str]]
    lines: tuple[tuple[int, int], ...]

    def tag_at(self, line: int) -> int:
        """Give the number of the tag whose code stands on a line."""
        template = 2
        for tag_line, code_line in self.lines:
            if code_line > line:
                break
            template = tag_line
        return max(0, template - 2)


def _load(code: bytes, environment: Sandbox) -> _Loaded:
    space: dict[str, Any] = {"environment": environment}
    exec(marshal.loads(code), space)  # noqa: S102, S302 - Jinja2's code of a template that was compiled here
    pairs = (pair.split("=") for pair in space["debug_info"].split("&") if pair)
    return _Loaded(space["root"], tuple((int(template), int(line)) for template, line in pairs))


@lru_cache(maxsize=128)
def _loaded(code: bytes, filters: tuple[OwnFilter, ...]) -> _Loaded:
    # Once for each process and template: unpacking the code of the reference plan takes half a millisecond.
    return _load(code, sandbox(filters))


def run_part(
    run: Run, context: Mapping[str, object], budget: Budget, additions: Additions, faults: list[Diagnostic]
) -> str | None:
    """Write a part; `None` where it failed, with the reasons in `faults`."""
    loaded = _loaded(run.code, run.filters)
    rendering = Rendering(run.tags, budget, additions)
    try:
        xml = "".join(loaded.root(_context(sandbox(run.filters), context, rendering)))
    except _FAILURES as error:
        faults += _tell(run, context, additions, error, loaded)
        return None
    try:
        xml = finish(xml, run.grids, additions.take_drawing)
    except FillError as error:
        tag = error.value if isinstance(error.value, Site) else run.tags[0]
        faults.append(diagnose(error.code, error.message, error.hint, run.file, tag.part, tag))
        return None
    if (rendering.doubtful or run.crossing) and not _is_whole(xml):
        tag = run.crossing[0] if run.crossing else run.tags[0]
        hint = "mở và đóng khối trong cùng một đoạn, hoặc dùng {%p … %}, {%tr … %} cho cả hai thẻ"
        message = "khối cắt ngang cấu trúc của Word, hoặc XML do mẫu tự viết không đúng"
        faults.append(diagnose("VT-467", message, hint, run.file, tag.part, tag))
        return None
    return xml


def _context(environment: Sandbox, data: Mapping[str, object], rendering: Rendering) -> FillContext:
    made = FillContext(environment, {**environment.globals, **data}, "", {})
    made.state = rendering
    return made


def _is_whole(xml: str) -> bool:
    """Read the part through; by a parser that builds no tree, as a stranger's part may have millions of elements."""
    parser = ParserCreate(namespace_separator=" ")
    depth = 0

    def enter(_name: str, _attributes: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise ValueError

    def leave(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = enter, leave
    try:
        parser.Parse(xml, True)
    except (ExpatError, ValueError):
        return False
    return True


def _tell(
    run: Run, context: Mapping[str, object], additions: Additions, error: BaseException, loaded: _Loaded
) -> list[Diagnostic]:
    """Say what failed; where names or characters are at fault, look once more for all others of their kind."""
    paths = Paths(context)
    tag = run.tags[loaded.tag_at(_line(error.__traceback__))]
    told = _explain(run, tag, error, paths)
    if not isinstance(error, UndefinedError) and not (isinstance(error, FillError) and error.code != "VT-464"):
        return told
    found: list[tuple[Missing, tuple[str, int] | None]] = []
    environment = sandbox(run.filters).overlay(undefined=collector(found))
    again = _load(run.code, environment)
    rendering = Rendering(run.tags, Budget(), additions, lenient=True)
    last: BaseException | None = None
    try:
        for _ in again.root(_context(environment, context, rendering)):
            if len(found) + len(rendering.faults) > 20 * _MOST_FAULTS:
                break
    except _FAILURES as stopped:
        last = stopped
    all_told = [
        _missing(run, run.tags[again.tag_at(place[1] if place else 0)], one.key, context, paths) for one, place in found
    ]
    all_told += (one for number, fault in rendering.faults for one in _explain(run, run.tags[number], fault, paths))
    if last is not None and not isinstance(last, UndefinedError):
        all_told += _explain(run, run.tags[again.tag_at(_line(last.__traceback__))], last, paths)
    return list(dict.fromkeys(all_told))[:_MOST_FAULTS] or told


def _line(traceback: TracebackType | None) -> int:
    line = 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename.startswith(FILE):
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def _missing(run: Run, tag: Site, key: tuple[str, Any], context: Mapping[str, object], paths: Paths) -> Diagnostic:
    name, owner = key
    if owner is no_object:
        hint = nearby(name, context) or "thêm tên này vào dữ liệu"
        return diagnose("VT-461", f"“{tag.text}”: “{name}” không có trong dữ liệu", hint, run.file, tag.part, tag)
    if not isinstance(owner, Mapping) and (wrong := _no_list(run.tags, tag, context)):
        where, owner = wrong
        hint = "dữ liệu sau “in” phải là danh sách: trong YAML, mỗi mục một dòng bắt đầu bằng dấu -"
        message = f"“{tag.text}”: vòng for chạy trên “{where}” là {say(owner)}, không phải danh sách"
        return diagnose("VT-462", message, hint, run.file, tag.part, tag)
    where = paths.find(owner)
    what = f"“{where}”" if where else say(owner)
    hint = nearby(name, owner if isinstance(owner, Mapping) else field_names(owner))
    if not name.startswith("_") and hasattr(type(owner), name):
        hint = "mẫu chỉ đọc dữ liệu, không gọi hàm hay property của đối tượng: đưa giá trị này vào dữ liệu"
    hint = hint or "kiểm tra tên trường và kiểu của dữ liệu"
    return diagnose("VT-462", f"“{tag.text}”: {what} không có “{name}”", hint, run.file, tag.part, tag)


def _no_list(tags: Sequence[Site], tag: Site, context: Mapping[str, object]) -> tuple[str, object] | None:
    """Give what the loop around a tag runs over, and its name, where that is a text or a group of keys."""
    loops = [found for one in tags[: tags.index(tag)] if (found := _LOOP.search(one.text))]
    for name in _OWNER.findall(tag.text):
        source = next((found[2] for found in reversed(loops) if found[1] == name), "")
        value: object = context
        for key in source.split(".") if source else ():
            value = value.get(key) if isinstance(value, Mapping) else None
        if source and isinstance(value, str | Mapping):
            return source, value
    return None


def _explain(run: Run, tag: Site, error: BaseException, paths: Paths) -> list[Diagnostic]:
    if isinstance(error, VtdocsError):
        return [
            diagnose(one.code, f"“{tag.text}”: {one.message}", one.hint or "", run.file, tag.part, tag)
            for one in error.diagnostics
        ]
    code, hint = "VT-463", "kiểm tra kiểu của dữ liệu: số, chữ hay danh sách"
    if isinstance(error, FillError):
        code, hint, message = error.code, error.hint, error.message
        if isinstance(error.value, _FOUND) and (where := paths.find(error.value)):
            message += f" (dữ liệu {where})"
    elif isinstance(error, SecurityError):
        code, message, hint = "VT-465", "mẫu đụng đến thứ không được phép", "chỉ dùng dữ liệu và bộ lọc"
    elif isinstance(error, RecursionError | MemoryError):
        code, message, hint = "VT-464", "mẫu hoặc dữ liệu lồng nhau quá sâu hoặc quá lớn", "bớt tầng lồng nhau"
    elif isinstance(error, ZeroDivisionError):
        message = "phép chia cho 0"
    elif isinstance(error, TypeError) and (unlike := _UNLIKE.search(str(error))):
        one, other = (_WORDS.get(kind, kind) for kind in unlike.groups())
        message, hint = f"không so sánh được {one} với {other}", "đổi kiểu trước khi so sánh: |int, |float hoặc |string"
    else:
        message = "không tính được với dữ liệu đã cho"
    return [diagnose(code, f"“{tag.text}”: {message}", hint, run.file, tag.part, tag)]
