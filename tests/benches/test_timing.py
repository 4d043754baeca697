"""Samples in turn, and the figures that are made of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benches.timing import ContenderError, Sample, Spread, growth_exponent, ratio, sample_in_turn, spread


def test_a_median_stands_between_its_quartiles() -> None:
    assert spread([5, 1, 4, 2, 3]) == Spread(2, 3, 4)
    assert spread([1, 2]) == Spread(1.25, 1.5, 1.75)


def test_a_single_value_has_no_spread() -> None:
    assert spread([7.0]) == Spread(7.0, 7.0, 7.0)


@given(st.lists(st.floats(1e-9, 1e9), min_size=1))
def test_quartiles_are_in_order_and_within_the_values(values: list[float]) -> None:
    found = spread(values)
    assert min(values) <= found.low <= found.middle <= found.high <= max(values)


def test_a_ratio_is_of_two_samples_of_one_round() -> None:
    slow = [Sample(8.0, 6.0), Sample(40.0, 6.0), Sample(8.0, 6.0)]
    # The second round met a machine five times as busy: the ratio is the same.
    fast = [Sample(2.0, 1.0), Sample(10.0, 2.0), Sample(2.0, 3.0)]
    assert ratio(slow, fast) == Spread(4.0, 4.0, 4.0)
    assert ratio(slow, fast, "cpu") == Spread(2.5, 3.0, 4.5)


def test_a_ratio_is_of_the_rounds_that_both_were_in() -> None:
    assert ratio([Sample(8.0, 8.0)], [Sample(2.0, 2.0), Sample(1.0, 1.0)]) == Spread(4.0, 4.0, 4.0)


def test_contenders_take_turns_and_each_round_begins_with_the_next() -> None:
    order: list[str] = []

    def contender(name: str) -> Callable[[], Sample]:
        def take() -> Sample:
            order.append(name)
            return Sample(len(order), 0.0)

        return take

    taken = sample_in_turn({name: contender(name) for name in "abc"}, 3, {"c": 1}).samples
    assert "".join(order) == "abcbaab"
    assert {name: [sample.wall for sample in samples] for name, samples in taken.items()} == {
        "a": [1.0, 5.0, 6.0],
        "b": [2.0, 4.0, 7.0],
        "c": [3.0],
    }


def test_a_contender_that_fails_is_out_and_the_others_go_on() -> None:
    answers = iter([1.0, 2.0])

    def tired() -> Sample:
        if (answer := next(answers, None)) is None:
            raise ContenderError("the process ended")
        return Sample(answer, answer)

    turns = sample_in_turn({"tired": tired, "steady": lambda: Sample(5.0, 5.0)}, 4)
    assert turns.failed == {"tired": "the process ended"}
    assert turns.samples == {"steady": [Sample(5.0, 5.0)] * 4}


@pytest.mark.parametrize("exponent", [0.5, 1.0, 1.4, 2.0])
def test_growth_is_the_exponent_of_the_size(exponent: float) -> None:
    sizes = [1_000, 10_000, 50_000]
    assert growth_exponent(sizes, [3e-6 * size**exponent for size in sizes]) == pytest.approx(exponent)
