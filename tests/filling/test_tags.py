"""How tags are read out of text and XML: where they end, what they say, where they stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.filling.makers import par, row, run, table, template
from vtdocs.filling import compile_form
from vtdocs.filling.grids import finish
from vtdocs.filling.items import Mark, link, read_items, same_path
from vtdocs.filling.tables import GRID, Grid
from vtdocs.filling.tags import find_tags, is_open, read_tag, straighten


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a {{ b }} c {% d %}{# e #}", ["{{ b }}", "{% d %}", "{# e #}"]),
        ("{{ '}}' }}", ["{{ '}}' }}"]),
        ('{{ "%}" }} {% if "}}" %}', ['{{ "%}" }}', '{% if "}}" %}']),
        ("{{ {'a': {'b': 1}} }}", ["{{ {'a': {'b': 1}} }}"]),
        ("{% set x = {'a': 1} %}", ["{% set x = {'a': 1} %}"]),
        ("{{ “}}” }}", ["{{ “}}” }}"]),
        ("{{ it's }} {{ b }}", ["{{ it's }}", "{{ b }}"]),
        ("{{ ) }}", ["{{ ) }}"]),
        ("{# {{ a }} #}", ["{# {{ a }} #}"]),
        ("{ { a } } }} %}", []),
    ],
)
def test_a_tag_ends_where_jinja_ends_it(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_tags(text)] == found


@pytest.mark.parametrize("text", ["{{ a", "{% a }}", "{# a }}", "{{ a }} {{ b"])
def test_a_tag_that_goes_on_is_open(text: str) -> None:
    assert is_open(text)


@given(st.text(st.sampled_from("{}%#'\"“”()[] a"), max_size=40))
def test_tags_lie_one_after_the_other(text: str) -> None:
    places = list(find_tags(text))
    assert all(start < end for start, end in places[:-1])
    assert all(one[1] <= two[0] for one, two in pairwise(places))


@pytest.mark.parametrize(
    ("text", "kind", "level", "content"),
    [
        ("{{ a }}", "{", "", "a"),
        ("{{a}}", "{", "", "a"),
        ("{%p if a %}", "%", "p", "if a"),
        ("{%tr for a in b %}", "%", "tr", "for a in b"),
        ("{%tc endfor %}", "%", "tc", "endfor"),
        ("{{r a }}", "{", "r", "a"),
        ("{{p}}", "{", "", "p"),
        ("{{ r }}", "{", "", "r"),
        ("{%- if a -%}", "%", "", "if a"),
        ("{{ -a }}", "{", "", "-a"),
        ("{#tr bỏ #}", "#", "tr", "bỏ"),
    ],
)
def test_a_tag_says_what_it_takes_the_place_of(text: str, kind: str, level: str, content: str) -> None:
    tag = read_tag(text, "")
    assert (tag.kind, tag.level, tag.content) == (kind, level, content)
    assert (tag.left, tag.right) == (text.startswith("{%-"), text.endswith("-%}"))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("x[“a”]", 'x["a"]'),
        ("x == ‘a’", "x == 'a'"),
        ('"giữ “nguyên” trong"', '"giữ “nguyên” trong"'),
        ("a\n  b", "a b"),
        ("'a  b'", "'a  b'"),
    ],
)
def test_word_s_quotes_are_made_straight(written: str, read: str) -> None:
    assert straighten(written) == read


def test_marks_know_what_encloses_them() -> None:
    items = read_items("<a><b/>x<c></c></a>")
    outers = link(items)
    outer = items[0]
    assert isinstance(outer, Mark)
    assert outer.other is items[-1]
    assert [outers[index] is outer for index in range(len(items))] == [False, True, True, True, True, False]


@pytest.mark.parametrize(
    ("dropped", "whole"),
    [
        ("", True),
        ("</t></r><r><t>", True),
        ("</t></r><x/><y></y><r><t>", True),
        ("</t></r><h><r><t>", False),
        ("</t>", False),
        ("<t>", False),
    ],
)
def test_only_what_closes_and_opens_alike_is_dropped(dropped: str, whole: bool) -> None:
    assert same_path(read_items(dropped)) is whole


@pytest.mark.parametrize(
    ("count", "widths"),
    [(3, [1000, 2000, 3000]), (4, [750, 1500, 2250, 1500]), (2, [2500, 3500]), (1, [6000]), (0, [1000, 2000, 3000])],
)
def test_a_grid_keeps_the_width_of_its_table(count: int, widths: list[int]) -> None:
    old = "".join(f'<w:gridCol w:w="{width}"/>' for width in (1000, 2000, 3000))
    grid = Grid(f"<w:tblGrid>{old}</w:tblGrid>", (1000.0, 2000.0, 3000.0))
    xml = finish(f"<w:tbl>{GRID}0;<w:tr>{'<w:tc></w:tc>' * count}</w:tr></w:tbl>", [grid], lambda: 1)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    assert xml.startswith(f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>")


def test_a_place_is_named_as_one_sees_it() -> None:
    inner = table(1, row("{{ trong }}"))
    data = template(
        "a", "{{ x }}", table(2, row("b", "{{ y }}"), row(f"<w:tc>{inner}{par(run('{{ z }}'))}</w:tc>", "c"))
    )
    (part,) = compile_form(data).parts
    assert [(tag.text, tag.place) for tag in part.tags] == [
        ("{{ x }}", "đoạn 2"),
        ("{{ y }}", "bảng 1, hàng 1, ô 2, đoạn 1"),
        ("{{ trong }}", "bảng 1, hàng 2, ô 1, bảng 1, hàng 1, ô 1, đoạn 1"),
        ("{{ z }}", "bảng 1, hàng 2, ô 1, đoạn 1"),
    ]
