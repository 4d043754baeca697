"""The filters and tests of Jinja2 that a template may use, each with its work counted before it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from jinja2 import filters as own
from jinja2 import tests as own_tests
from jinja2.runtime import Context, Undefined
from jinja2.utils import pass_context
from markupsafe import Markup, escape

from .faults import FillError
from .limits import LARGEST_TEXT, Budget, weigh
from .methods import percent_text, unmark

__all__ = ["FILTERS", "TESTS"]

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
            value = list(value) if name == "join" and hasattr(value, "__next__") else value
            _foresee(budget, name, value, args, keywords)
        if wants is None:
            result = function(value, *args, **keywords)
        else:
            first = {"context": context, "eval_context": context.eval_ctx}.get(wants.name, context.environment)
            result = function(first, value, *args, **keywords)
        if hasattr(result, "__next__"):
            return _bounded(budget, result)
        if isinstance(result, str):
            budget.check_text(len(result))
            return escape(result) if marked and not isinstance(result, Markup) else result
        return result

    return counted


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
    return percent_text(_budget(context), unmark(str(value)), keywords or args)


def _escape(value: Any) -> Any:
    """Leave a value as it is: all values are escaped where they are written, and once."""
    return value


@pass_context
def _safe(context: Context, value: Any) -> Markup:
    """Take a text as XML; the part is looked through when it is written."""
    _budget(context).check_text(len(str(value)))
    context.state.doubt()  # type: ignore[attr-defined]
    return Markup(str(value))  # noqa: S704 - the part that it goes into is parsed again


def _compared(name: str) -> Callable[..., Any]:
    function: Any = own_tests.TESTS[name]

    @pass_context
    def compared(context: Context, value: Any, *args: Any) -> Any:
        for one in (value, *args):
            _weigh(_budget(context), one, deep=True)
        return function(value, *args)

    return compared


FILTERS: dict[str, Any] = {name: _counted(name) for name in _PLAIN}
FILTERS |= {"e": _escape, "escape": _escape, "forceescape": _escape, "format": _format, "safe": _safe}
TESTS: dict[str, Any] = {name: _compared(name) if name in _COMPARING else own_tests.TESTS[name] for name in _TESTS}
