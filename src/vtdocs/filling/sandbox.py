"""Jinja2's sandbox, narrowed: a template reads data, calls a few harmless methods, and reaches nothing else."""

from __future__ import annotations

import builtins
import operator
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MethodType
from typing import Any

from jinja2.runtime import Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

from .faults import FillError
from .filters import FILTERS, TESTS, OwnFilter
from .generator import Generator
from .limits import LARGEST_TEXT, LONGEST_RANGE, MOST_BITS, Budget
from .methods import Method, find_method, percent_text, read_field, unmark
from .missing import Missing
from .printing import say

__all__ = ["FillContext", "Sandbox", "sandbox"]

_LOOP = frozenset((
    "index", "index0", "first", "last", "length", "revindex", "revindex0", "depth", "depth0", "previtem",
    "nextitem", "cycle", "changed",
))  # fmt: skip
_CYCLER = frozenset(("next", "reset", "current"))
_ABSENT = object()
_LONGEST_KEY = 16
_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod, "**": operator.pow,
}  # fmt: skip


class FillContext(Context):
    """The names of one rendering, and its state."""

    state: Any = None


def _range(*args: int) -> range:
    found = range(*args)
    if len(found) > LONGEST_RANGE:
        raise FillError("VT-464", f"range() dài quá {LONGEST_RANGE} số", "viết khoảng ngắn hơn")
    return found


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of every template."""

    context_class = FillContext
    code_generator_class = Generator
    intercepted_binops = frozenset(_OPERATORS)
    intercepted_unops = frozenset("-")

    def getattr(self, obj: Any, attribute: Any) -> Any:
        """Give what `obj.attribute` and `obj[attribute]` are to a template: a mapping's own key before its method."""
        key = attribute
        if obj.__class__ is dict and key.__class__ is str:
            value = obj.get(key, _ABSENT)
            if value is not _ABSENT:
                return value
        elif isinstance(obj, Mapping | list | tuple | str) and not isinstance(key, dict | list):
            if isinstance(key, tuple):
                _check_key(key)
            try:
                return obj[key]
            except (LookupError, TypeError):
                pass
        elif isinstance(obj, Undefined):
            return builtins.getattr(obj, key) if isinstance(key, str) and not key.startswith("_") else obj[key]
        if not isinstance(key, str) or key.startswith("_"):
            return self.undefined(obj=obj, name=key)
        method = find_method(obj, key)
        if method is not None:
            return method
        if isinstance(obj, LoopContext | Cycler | Namespace):
            known = isinstance(obj, Namespace) or key in (_LOOP if isinstance(obj, LoopContext) else _CYCLER)
            value = builtins.getattr(obj, key, _ABSENT) if known else _ABSENT
        else:
            value = read_field(obj, key, _ABSENT)
        return value if value is not _ABSENT else self.undefined(obj=obj, name=key)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Do the same: a template need not know which of the two it writes."""
        return self.getattr(obj, argument)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - a template's keyword may be called self
        """Call what a template may call."""
        budget: Budget = __context.state.budget  # type: ignore[attr-defined]
        budget.spend(20)
        if isinstance(__obj, Method) or __obj is dict:
            # What Jinja2 hands on to functions that ask for the context.
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
        if isinstance(__obj, Method):
            return __obj.run(__self, budget, args, kwargs)
        if isinstance(__obj, Undefined):
            return __obj(*args, **kwargs)
        if __obj is dict:
            budget.weigh([*args, kwargs])
            return dict(*args, **kwargs)
        bound = isinstance(__obj, MethodType) and isinstance(__obj.__self__, LoopContext | Cycler)
        own = __obj is _range or __obj is Namespace or __obj is Cycler or __obj is Joiner
        if not (bound or own or isinstance(__obj, Macro | LoopContext | Joiner)):
            raise FillError("VT-465", "mẫu gọi một thứ không phải hàm được phép gọi", "bỏ ngoặc tròn sau tên này")
        budget.enter()
        try:
            return __context.call(__obj, *args, **kwargs)
        finally:
            budget.depth -= 1

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Do an operator whose result may grow, after its size is known."""
        budget: Budget = context.state.budget  # type: ignore[attr-defined]
        budget.spend(1)
        if operator == "%" and isinstance(left, str):
            return percent_text(budget, unmark(left), right)
        if operator in ("*", "+"):
            _check_growth(budget, operator, left, right)
        if operator == "**":
            _check_power(left, right)
        if operator == "*" and isinstance(left, int) and isinstance(right, int):
            _check_bits(left.bit_length() + right.bit_length())
        try:
            result = _OPERATORS[operator](left, right)
        except (TypeError, ValueError, OverflowError) as error:
            raise _unfit(operator, left, right) from error
        if isinstance(result, list | tuple):
            budget.weigh(result)
        return result

    def call_unop(self, context: Context, operator: str, arg: Any) -> Any:  # noqa: ARG002
        """Do a minus."""
        try:
            return -arg
        except TypeError as error:
            raise FillError("VT-463", f"không đổi dấu được {say(arg)}", "kiểm tra kiểu của dữ liệu", arg) from error


def _check_key(key: tuple[Any, ...]) -> None:
    """Refuse a key whose hash would be the work of walking through a tree of tuples, at every look."""
    if len(key) > _LONGEST_KEY or any(isinstance(one, tuple) for one in key):
        raise FillError("VT-464", "khóa là danh sách lồng nhau hoặc quá dài", "dùng chữ hoặc số làm khóa")


def _unfit(sign: str, left: Any, right: Any) -> FillError:
    hint = "số trong dữ liệu đang là chữ thì bỏ ngoặc kép, hoặc thêm |int, |float; nối chữ với số thì dùng ~"
    return FillError("VT-463", f"không tính được {say(left)} {sign} {say(right)}", hint)


def _check_growth(budget: Budget, sign: str, left: Any, right: Any) -> None:
    sized = (str, list, tuple, bytes)
    if sign == "+":
        if isinstance(left, sized) and isinstance(right, sized):
            budget.check_text(len(left) + len(right))
        return
    for one, times in ((left, right), (right, left)):
        if isinstance(one, sized) and isinstance(times, int):
            budget.check_text(min(len(one) * max(0, times), LARGEST_TEXT + 1))


def _check_power(base: Any, exponent: Any) -> None:
    if any(not isinstance(one, int | float | Undefined) for one in (base, exponent)):
        raise FillError("VT-464", "phép lũy thừa không dùng được với số này", "đổi sang float trước khi tính")
    if isinstance(base, int) and isinstance(exponent, int) and exponent > 0:
        _check_bits(base.bit_length() * exponent)


def _check_bits(bits: int) -> None:
    if bits > MOST_BITS:
        raise FillError("VT-464", "kết quả phép tính là số quá lớn", "kiểm tra phép nhân hoặc lũy thừa trong mẫu")


@lru_cache(maxsize=64)
def sandbox(filters: tuple[OwnFilter, ...] = ()) -> Sandbox:
    """Give the environment with these filters besides: all templates of a process share one."""
    made = Sandbox(
        autoescape=True, undefined=Missing, optimized=False, keep_trailing_newline=True, cache_size=0, auto_reload=False
    )
    made.filters = {**FILTERS, **{one.name: one for one in filters}}
    made.tests = dict(TESTS)
    made.globals = {"range": _range, "dict": dict, "namespace": Namespace, "cycler": Cycler, "joiner": Joiner}
    return made
