"""How each family of template engines writes values, branches and loops."""

from __future__ import annotations

from typing import Protocol

__all__ = ["DIALECTS", "Carbone", "Dialect", "Docxtemplater", "Docxtpl"]


class Dialect(Protocol):
    """The marks of a template language.

    A mark of paragraphs stands in a paragraph of its own. The marks of rows stand in rows of their own where
    `rows_apart`, else in the row's first and last cell. `copies` is how often what repeats is written out.
    """

    open_paragraphs: tuple[str, ...]
    close_paragraphs: tuple[str, ...]
    open_rows: str
    close_rows: str
    rows_apart: bool
    copies: int

    def value(self, name: str) -> str: ...
    def item(self, loop: str, name: str, copy: int) -> str: ...
    def open_kind(self, kind: int, copy: int) -> tuple[str, ...]: ...
    def close_kind(self, kind: int, copy: int) -> tuple[str, ...]: ...


class Docxtpl:
    """docxtpl and docxtpl-ng: Jinja2 with `{%p` and `{%tr`."""

    open_paragraphs: tuple[str, ...] = ("{%p for x in noi_dung %}",)
    close_paragraphs: tuple[str, ...] = ("{%p endif %}", "{%p endfor %}")
    open_rows, close_rows, rows_apart, copies = "{%tr for x in hang %}", "{%tr endfor %}", True, 1

    def value(self, name: str) -> str:
        return f"{{{{ {name} }}}}"

    def item(self, loop: str, name: str, copy: int) -> str:  # noqa: ARG002
        return f"{{{{ x.{name} }}}}"

    def open_kind(self, kind: int, copy: int) -> tuple[str, ...]:  # noqa: ARG002
        return (f"{{%p {'elif' if kind else 'if'} x.kieu == {kind} %}}",)

    def close_kind(self, kind: int, copy: int) -> tuple[str, ...]:  # noqa: ARG002
        return ()


class Docxtemplater:
    """docxtemplater: sections that open where their value is true, or once for each item."""

    open_paragraphs: tuple[str, ...] = ("{#noi_dung}",)
    close_paragraphs: tuple[str, ...] = ("{/noi_dung}",)
    open_rows, close_rows, rows_apart, copies = "{#hang}", "{/hang}", False, 1

    def value(self, name: str) -> str:
        return f"{{{name}}}"

    def item(self, loop: str, name: str, copy: int) -> str:  # noqa: ARG002
        return f"{{{name}}}"

    def open_kind(self, kind: int, copy: int) -> tuple[str, ...]:  # noqa: ARG002
        return (f"{{#k{kind}}}",)

    def close_kind(self, kind: int, copy: int) -> tuple[str, ...]:  # noqa: ARG002
        return (f"{{/k{kind}}}",)


class Carbone:
    """carbone: what repeats is written twice, for item i and for item i+1; a branch is shown or not by its marks."""

    open_paragraphs: tuple[str, ...] = ()
    close_paragraphs: tuple[str, ...] = ()
    open_rows, close_rows, rows_apart, copies = "", "", False, 2

    def value(self, name: str) -> str:
        return f"{{d.{name}}}"

    def item(self, loop: str, name: str, copy: int) -> str:
        return f"{{d.{loop}[i{'+1' if copy else ''}].{name}}}"

    def open_kind(self, kind: int, copy: int) -> tuple[str, ...]:
        return (f"{{d.noi_dung[i{'+1' if copy else ''}].kieu:ifEQ({kind}):showBegin}}",)

    def close_kind(self, kind: int, copy: int) -> tuple[str, ...]:  # noqa: ARG002
        return (f"{{d.noi_dung[i{'+1' if copy else ''}].kieu:showEnd}}",)


DIALECTS: dict[str, Dialect] = {"docxtpl": Docxtpl(), "docxtemplater": Docxtemplater(), "carbone": Carbone()}
