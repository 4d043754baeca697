"""argparse that speaks Vietnamese."""

from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn

__all__ = ["VietnameseParser"]

# argparse hands every sentence of its own through gettext, by these English words (they differ a little between
# releases of Python). No catalogue of them exists for Vietnamese.
_WORDS = {
    "usage: ": "cách dùng: ",
    "options": "tùy chọn",
    "optional arguments": "tùy chọn",
    "positional arguments": "tham số",
    "show this help message and exit": "in hướng dẫn này rồi thoát",
    "the following arguments are required: %s": "còn thiếu: %s",
    "unrecognized arguments: %s": "không hiểu: %s",
    "expected one argument": "cần một giá trị theo sau",
    "expected at most one argument": "chỉ nhận nhiều nhất một giá trị",
    "expected at least one argument": "cần ít nhất một giá trị",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s có thể là %(matches)s; hãy viết đầy đủ",
    "invalid choice: %(value)r (choose from %(choices)s)": "không có lựa chọn “%(value)s” (có: %(choices)s)",
    "invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)": (
        "không có lựa chọn “%(value)s”; có phải “%(suggestion)s”? (có: %(choices)s)"
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": "không có lệnh “%(parser_name)s” (có: %(choices)s)",
    "invalid %(type)s value: %(value)r": "giá trị “%(value)s” không dùng được",
    "not allowed with argument %s": "không dùng cùng với %s",
    "ignored explicit argument %r": "không nhận giá trị %r",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
}


class VietnameseParser(argparse.ArgumentParser):
    """A parser whose help and faults are Vietnamese, while it works and no longer.

    It is made so as well: the first word that goes through gettext imports `locale` and looks for catalogues on the
    disk, which takes 2 ms of every start.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        with _vietnamese():
            super().__init__(*args, **options)

    def add_subparsers(self, **options: Any) -> Any:
        """Add the group of commands."""
        with _vietnamese():
            return super().add_subparsers(**options)

    def parse_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """Parse, with argparse's own words in Vietnamese meanwhile."""
        with _vietnamese():
            return super().parse_args(args, namespace)

    def format_help(self) -> str:
        """Write the help in Vietnamese."""
        with _vietnamese():
            return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the usage, and where help is."""
        sys.stderr.write(f"{self.prog}: {message}\nXem hướng dẫn: {self.prog} --help\n")
        self.exit(2)


class _vietnamese:  # noqa: N801 - used as a statement
    """Put the words in place of argparse's gettext, and put that back."""

    def __enter__(self) -> None:
        self._before = vars(argparse)["_"]
        vars(argparse)["_"] = lambda text: _WORDS.get(text, text)

    def __exit__(self, *_fault: object) -> None:
        vars(argparse)["_"] = self._before
