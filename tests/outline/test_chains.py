"""What stands below what, for every chain that real papers hold."""

from __future__ import annotations

import pytest

from tests.bounded import ends
from vtdocs.outline import Node, parse_outline, walk_outline


def shape(nodes: tuple[Node, ...]) -> str:
    """The tree on one line: marks, and in brackets the marks below them."""
    return " ".join(
        (node.number or "¶").replace(" ", "") + (f" [{shape(node.children)}]" if node.children else "")
        for node in nodes
    )


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        # Edges counted in real papers (parent > first child).
        ("I. 1. 2. II. 1.", "I. [1. 2.] II. [1.]"),
        ("1. a) b) 2. a)", "1. [a) b)] 2. [a)]"),
        ("a) - - b) -", "a) [- -] b) [-]"),
        ("1. - - 2. -", "1. [- -] 2. [-]"),
        ("Điều_1. 1. 2. Điều_2. 1.", "Điều1. [1. 2.] Điều2. [1.]"),
        ("- + + - +", "- [+ +] - [+]"),
        ("1. 1.1. 1.2. 2. 2.1.", "1. [1.1. 1.2.] 2. [2.1.]"),
        ("I. - - II. -", "I. [- -] II. [-]"),
        ("1.1. - 1.2. -", "1.1. [-] 1.2. [-]"),
        ("Chương_I Điều_1. Điều_2. Chương_II Điều_3.", "ChươngI [Điều1. Điều2.] ChươngII [Điều3.]"),
        ("I. a) b) II. a)", "I. [a) b)] II. [a)]"),
        ("1.1. a) b) 1.2. a)", "1.1. [a) b)] 1.2. [a)]"),
        ("Phần_I I. II. Phần_II I.", "PhầnI [I. II.] PhầnII [I.]"),
        ("Chương_I Mục_1 Điều_1. Mục_2 Điều_2.", "ChươngI [Mục1 [Điều1.] Mục2 [Điều2.]]"),
        ("Chương_I Điều_1. Mục_1 Điều_2. Mục_2 Điều_3.", "ChươngI [Điều1. Mục1 [Điều2.] Mục2 [Điều3.]]"),
        ("1. (1) (2) 2.", "1. [(1) (2)] 2."),
        # Against the order of ranks.
        ("I. a) 1. 2. b) 1. II.", "I. [a) [1. 2.] b) [1.]] II."),
        ("Điều_1. I. 1. a) b) 2. II. Điều_2.", "Điều1. [I. [1. [a) b)] 2.] II.] Điều2."),
        ("I. A. B. II.", "I. [A. B.] II."),
        ("(1) a) b) (2)", "(1) [a) b)] (2)"),
        ("a) 1. - 2. b)", "a) [1. [-] 2.] b)"),
        ("1. -: a) b) -", "1. [- [a) b)] -]"),
        ("+: - - +", "+ [- -] +"),
        ("a): 1. 2.", "a) [1. 2.]"),
        # Different chains in different sections.
        ("I. a) 1. b) II. 1. a) b) 2. a)", "I. [a) [1.] b)] II. [1. [a) b)] 2. [a)]]"),
        # What is taken up only behind the end of its parents is not taken up.
        ("I. a) 1. 2. II. b)", "I. [a) 1. 2.] II. [b)]"),
        ("I. a) b) 1. a) b)", "I. [a) b) 1. [a) b)]]"),
    ],
)
def test_chains(marks: str, expected: str) -> None:
    lines = []
    for mark in marks.split():
        number = mark.rstrip(":").replace("_", " ")
        title = "TÊN" if number[0] in "PCMAB" and number != "Điều" else "tên"
        separator = ". " if number.startswith(("Phần", "Chương", "Mục")) else " "
        lines.append(f"{number}{separator}{title}{':' if mark.endswith(':') else ''}")
    assert shape(parse_outline("\n".join(lines))[0]) == expected


def test_a_list_of_the_last_point_nests_as_in_its_neighbours() -> None:
    assert shape(parse_outline("I. X\na) x\n1. y\nb) x\n1. y\n2. z")[0]) == "I. [a) [1.] b) [1. 2.]]"


def test_a_colon_further_up_opens_nothing() -> None:
    assert shape(parse_outline("- x:\n+ y\na) z")[0]) == "- [+] a)"


@pytest.mark.parametrize(
    "cycle",
    [
        ["1. x", "- y"],
        ["I. x:", "a) y:", "1. z:", "- t:", "(1) u:", "+ v:", "* w:", "A. XYZ:", "Điều 1. Q:"],
        ["a) x", "1. y"],
        ["{i}. x"],
    ],
)
def test_fifty_thousand_lines_take_bounded_time(cycle: list[str]) -> None:
    lines = [cycle[index % len(cycle)].replace("{i}", str(index % 900 + 1)) for index in range(50_000)]
    with ends():
        nodes = parse_outline("\n".join(lines))[0]
    assert sum(1 for _ in walk_outline(nodes)) == len(lines)
