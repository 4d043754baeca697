"""The filters and tests of Jinja2 that a template may use, each with its work counted before it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any

from jinja2 import filters as own
from jinja2 import tests as own_tests
from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Context, Undefined
from jinja2.utils import pass_context
from markupsafe import Markup, escape

from vtdocs.errors import TemplateError, VtdocsError

from .faults import FillError
from .limits import LARGEST_TEXT, Budget, check_number, weigh
from .methods import percent_text, unmark
from .printing import say, to_text

__all__ = ["FILTERS", "TESTS", "OwnFilter", "name_filters"]

# What walks through all that a value holds, however deep.
_DEEP = frozenset(("dictsort", "groupby", "join", "list", "max", "min", "sort", "string", "sum", "unique", "tojson"))
_PLAIN = (
    "abs", "batch", "capitalize", "center", "count", "d", "default", "dictsort", "filesizeformat", "first", "float",
    "groupby", "indent", "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject",
    "rejectattr", "replace", "reverse", "round", "select", "selectattr", "slice", "sort", "string", "striptags", "sum",
    "title", "trim", "truncate", "unique", "upper", "urlencode", "wordcount", "wordwrap",
)  # fmt: skip
_COMPARING = (
    "==",
    "eq",
    "equalto",
    "!=",
    "ne",
    ">",
    "gt",
    "greaterthan",
    ">=",
    "ge",
    "<",
    "lt",
    "lessthan",
    "<=",
    "le",
    "in",
)
_TESTS = (
    "odd", "even", "divisibleby", "defined", "undefined", "none", "boolean", "false", "true", "integer", "float",
    "lower", "upper", "string", "mapping", "number", "sequence", "iterable", "sameas", *_COMPARING,
)  # fmt: skip
# What makes characters of its value first: nothing of None, and no picture has any.
_PRINTING = frozenset((
    "capitalize", "center", "indent", "lower", "replace", "string", "striptags", "title", "trim", "truncate", "upper",
    "wordcount", "wordwrap",
))  # fmt: skip
# What a character costs in them, in units of work: the others take less than a sixteenth.
_DEAR = {
    "wordwrap": 8, "sort": 8, "unique": 8, "groupby": 8, "min": 4, "max": 4, "title": 1, "urlencode": 1,
    "wordcount": 1, "batch": 1, "slice": 1, "join": 1, "list": 1, "first": 0, "map": 4, "reject": 4, "select": 4,
    "rejectattr": 4, "selectattr": 4, "reverse": 1, "sum": 1,
}  # fmt: skip
_MOST_DECIMALS = 300
_ASKING = frozenset(("d", "default"))


def _budget(context: Context) -> Budget:
    budget: Budget = context.state.budget  # type: ignore[attr-defined]
    return budget


def _weigh(budget: Budget, value: object, *, deep: bool) -> None:
    if isinstance(value, Undefined):
        return
    if deep:
        budget.spend(4 * budget.weigh(value))  # a comparison through Jinja2's key functions costs some five steps
    elif isinstance(value, str):
        budget.spend(1 + (len(value) >> 4))
    elif isinstance(value, list | tuple | dict):
        budget.spend(1 + len(value))
    else:
        check_number(value)
        budget.spend(1)


def _counted(name: str) -> Callable[..., Any]:
    function: Any = own.FILTERS[name]
    wants = getattr(function, "jinja_pass_arg", None)
    deep = name in _DEEP

    @pass_context
    @wraps(function, assigned=("__name__", "__doc__"), updated=())
    def counted(context: Context, value: Any, *args: Any, **keywords: Any) -> Any:
        budget = _budget(context)
        marked = isinstance(value, Markup)
        if name not in _ASKING:
            value = unmark(value) if marked else value
            if name in _PRINTING and not isinstance(value, Undefined):
                value = to_text(value, budget)
            value = _bounded(budget, value) if hasattr(value, "__next__") else value
            _weigh(budget, value, deep=deep)
            for one in (*args, *keywords.values()):
                _weigh(budget, one, deep=True)
                if (
                    name not in ("round", "int", "float", "sum", "map")
                    and isinstance(one, int)
                    and abs(one) > LARGEST_TEXT
                ):
                    raise FillError("VT-464", f"số {str(one)[:20]} quá lớn cho bộ lọc “{name}”", "viết số nhỏ hơn")
                if name in _PRINTING and not isinstance(one, str | int | None):
                    to_text(one, budget)
            if name == "join":
                value, args, keywords = _texts(context, value, args, keywords)
            _foresee(budget, name, value, args, keywords)
        first: tuple[Any, ...] = ()
        if wants is not None:
            given = {"context": context, "eval_context": context.eval_ctx}
            first = (given.get(wants.name, context.environment),)
        try:
            result = function(*first, value, *args, **keywords)
        except (TypeError, ValueError, LookupError, AttributeError, OverflowError) as error:
            raise _unfit(name, value, args) from error
        if hasattr(result, "__next__"):
            return _bounded(budget, result)
        if isinstance(result, str):
            budget.check_text(len(result))
            return escape(result) if marked and not isinstance(result, Markup) else result
        return result

    return counted


def _unfit(name: str, value: Any, args: tuple[Any, ...]) -> FillError:
    said = f" ({', '.join(map(say, args))})" if args else ""
    hint = "kiểm tra kiểu của giá trị đứng trước bộ lọc, và các giá trị trong ngoặc của nó"
    what = "giá trị này" if hasattr(value, "__next__") else say(value)
    return FillError("VT-463", f"bộ lọc “{name}”{said} không dùng được với {what}", hint, value)


def _texts(
    context: Context, value: Any, args: tuple[Any, ...], keywords: dict[str, Any]
) -> tuple[list[str] | Any, tuple[Any, ...], dict[str, Any]]:
    """Read what `join` joins: each item's text, or that of its attribute."""
    given = dict(zip(("d", "attribute"), args, strict=False)) | keywords
    if len(args) > 2 or given.keys() - {"d", "attribute"} or isinstance(value, Undefined):
        return value, args, keywords
    try:
        items = list(value)
    except TypeError as error:
        raise _unfit("join", value, ()) from error
    if (attribute := given.get("attribute")) is not None:
        items = list(map(own.make_attrgetter(context.environment, attribute), items))
    budget = _budget(context)
    return [to_text(one, budget) for one in items], (to_text(given.get("d", ""), budget),), {}


def _bounded(budget: Budget, items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        budget.weigh(item) if isinstance(item, list | tuple) else budget.spend(1)
        yield item


def _foresee(budget: Budget, name: str, value: Any, args: tuple[Any, ...], keywords: dict[str, Any]) -> None:
    """Count the length of what a filter is about to make, for those that make more than they are given."""
    given = [*args, *keywords.values()]
    numbers = [abs(one) for one in given if isinstance(one, int)]
    texts = [len(one) for one in given if isinstance(one, str)]
    length = len(value) if hasattr(value, "__len__") else 0
    if isinstance(value, str):
        budget.spend(_DEAR.get(name, 0) * length)
    if name == "round" and max(numbers, default=0) > _MOST_DECIMALS:
        raise FillError("VT-464", f"làm tròn tới {max(numbers)!s:.20} chữ số là quá nhiều", "viết số nhỏ hơn")
    if name == "striptags":
        budget.spend(str(value).count("<") * (1 + (length >> 11)))  # each tag copies the text
    if name == "center":
        budget.check_text(length + max(numbers, default=80))
    elif name in ("batch", "slice"):
        budget.spend(max(numbers, default=0))
    elif name == "indent":
        budget.check_text(length + (str(value).count("\n") + 1) * max([*numbers, *texts, 4]))
    elif name in ("replace", "join", "wordwrap"):
        budget.check_text(length + (length + 1) * max(texts, default=0) if name != "join" else 0)
        if name == "join" and not isinstance(value, str):
            pieces = sum(len(one) if isinstance(one, str) else 16 * weigh(one, LARGEST_TEXT) for one in value)
            budget.check_text(pieces + length * max(texts, default=0))


@pass_context
def _format(context: Context, value: Any, *args: Any, **keywords: Any) -> str:
    """Do `"%d"|format(5)`, as Jinja2 does."""
    text = unmark(to_text(value, _budget(context)))
    try:
        return percent_text(_budget(context), text, keywords or args)
    except (TypeError, ValueError, KeyError) as error:
        raise _unfit("format", value, args) from error


def _escape(value: Any) -> Any:
    """Leave a value as it is: all values are escaped where they are written, and once."""
    return value


@pass_context
def _safe(context: Context, value: Any) -> Markup:
    """Take a text as XML; the part is looked through when it is written."""
    text = to_text(value, _budget(context))
    _budget(context).check_text(len(text))
    if "<?" in text and not isinstance(value, Markup):
        raise FillError("VT-467", "XML viết tay có lệnh xử lý “<?…?>”", "bỏ phần này", text)
    context.state.doubt()  # type: ignore[attr-defined]
    return Markup(text)  # noqa: S704 - the part that it goes into is parsed again


def _compared(name: str) -> Callable[..., Any]:
    function: Any = own_tests.TESTS[name]

    @pass_context
    def compared(context: Context, value: Any, *args: Any) -> Any:
        for one in (value, *args):
            _weigh(_budget(context), one, deep=True)
        return function(value, *args)

    return compared


class OwnFilter:
    """A filter of the calling script's own: its value is counted like any other, and escaped where it is written."""

    __slots__ = ("function", "name")

    jinja_pass_arg = _format.jinja_pass_arg  # type: ignore[attr-defined]

    def __init__(self, name: str, function: Callable[..., Any]) -> None:
        self.name, self.function = name, function

    def __call__(self, context: Context, value: Any, *args: Any, **keywords: Any) -> Any:
        """Call the function with plain values. Raises FillError for whatever it raises."""
        budget = _budget(context)
        budget.spend(20)
        for one in (value, *args, *keywords.values()):
            if isinstance(one, Undefined):
                return str(one)  # a use of a name that is not there
        try:
            result = self.function(_plainly(value), *map(_plainly, args), **keywords)
        except (FillError, TemplateRuntimeError, VtdocsError):
            raise
        except Exception as error:  # a script's own function may raise anything
            said = f"{type(error).__name__}: {error}"[:200]
            hint = "sửa hàm đã đưa vào filters, hoặc dữ liệu ở đây"
            raise FillError("VT-463", f"bộ lọc “{self.name}” báo lỗi với {say(value)}: {said}", hint, value) from error
        if hasattr(result, "__next__"):
            return _bounded(budget, result)
        if isinstance(result, str):
            budget.check_text(len(result))
            return str(result)  # what calls itself XML is text too
        return result


def name_filters(filters: Mapping[str, Callable[..., Any]] | None) -> tuple[OwnFilter, ...]:
    """Take the filters of a script. Raises TemplateError for what is no function, or has a name no tag can hold."""
    for name, function in (filters or {}).items():
        if not (name.isidentifier() and callable(function)):
            hint = 'ví dụ filters={"tien": dinh_dang_tien}: tên là chữ liền không dấu cách, giá trị là một hàm'
            raise TemplateError.one("VT-455", f"bộ lọc riêng “{name}” không dùng được", hint=hint)
    return tuple(OwnFilter(name, function) for name, function in (filters or {}).items())


def _plainly(value: Any) -> Any:
    return unmark(value) if isinstance(value, Markup) else value


FILTERS: dict[str, Any] = {name: _counted(name) for name in _PLAIN}
FILTERS |= {"e": _escape, "escape": _escape, "forceescape": _escape, "format": _format, "safe": _safe}
_WEIGHED = (*_COMPARING, "lower", "upper")  # the last two print their value first
TESTS: dict[str, Any] = {name: _compared(name) if name in _WEIGHED else own_tests.TESTS[name] for name in _TESTS}
