"""One template for 8 threads and 4 processes: 10,000 documents, the same parts as one thread gives."""

from __future__ import annotations

import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from tests.templates.sharing import KINDS, digests, wordy
from vtdocs.writers.docx import Template, compile_template, stock_file

ALL = 10_000
IN_THREADS = 4_000


@pytest.fixture(scope="module")
def template() -> Template:
    return compile_template(stock_file())


@pytest.fixture(scope="module")
def alone(template: Template) -> list[str]:
    """The documents by one thread, each twice."""
    found = digests(template, range(2 * KINDS))
    assert found[:KINDS] == found[KINDS:]
    assert len(set(found)) == KINDS
    return found[:KINDS]


def test_eight_threads_give_what_one_gives(template: Template, alone: list[str]) -> None:
    step = IN_THREADS // 8
    before = pickle.dumps(template)
    with ThreadPoolExecutor(8) as pool:
        parts = pool.map(lambda start: digests(template, range(start, start + step)), range(0, IN_THREADS, step))
        found = [digest for part in parts for digest in part]
    assert found == alone * (IN_THREADS // KINDS)
    assert pickle.dumps(template) == before


def test_words_that_push_each_other_out_of_what_is_kept_change_nothing(template: Template, alone: list[str]) -> None:
    numbers = range(1, 5)
    found = [wordy(template, number) for number in numbers]
    with ThreadPoolExecutor(len(numbers)) as pool:
        assert list(pool.map(lambda number: wordy(template, number), numbers)) == found
    assert len(set(found)) == len(numbers)
    assert digests(template, range(KINDS)) == alone


def test_four_processes_give_what_one_thread_gives(template: Template, alone: list[str]) -> None:
    step = (ALL - IN_THREADS) // 4
    # Spawned: a forked child would share what the parent has in memory, and prove nothing of the pickled value.
    with ProcessPoolExecutor(4, mp_context=multiprocessing.get_context("spawn")) as pool:
        parts = pool.map(
            digests, [template] * 4, [range(start, start + step) for start in range(IN_THREADS, ALL, step)]
        )
        found = [digest for part in parts for digest in part]
    assert found == alone * ((ALL - IN_THREADS) // KINDS)
