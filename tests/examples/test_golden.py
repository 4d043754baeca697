"""The Word files of the golden cases are, part by part, what was read and approved before."""

from __future__ import annotations

import pytest

from tests.examples.golden import CASES, texts


@pytest.mark.parametrize("case", CASES)
def test_the_parts_are_those_that_were_approved(case: str) -> None:
    for path, text in texts(case).items():
        assert text == path.read_text("utf-8"), (
            f"{path.name} differs: PYTHONPATH=src python -m tests.examples.golden, read the diff"
        )
