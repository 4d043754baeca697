"""What vtdocs makes keeps the decree: nothing of form is found in it, and in its words what their authors wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples.checked import KEPT, check, told
from tests.judges import ROOT
from vtdocs.checking.groups import is_of_form
from vtdocs.checking.paper import Regime

FILES = [
    *sorted((ROOT / "examples" / "cchc-2026").glob("ke-hoach*.yaml")),
    *(path for path in sorted((ROOT / "examples" / "mau").glob("*.yaml")) if path.stem != "co-quan"),
    *(path for path in sorted((ROOT / "templates" / "new").glob("*/*.yaml")) if path.stem != "co-quan"),
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nothing_of_form_is_found_in_what_vtdocs_makes(path: Path) -> None:
    report = check(path)
    assert [str(finding) for finding in report if is_of_form(finding.code)] == []
    assert report.ok
    assert report.regime is Regime.ND30
    assert report.unsure == ()


def test_in_the_reference_plan_what_was_read_is_found_and_nothing_else() -> None:
    assert told() == KEPT.read_text("utf-8")


def test_there_are_examples_of_many_kinds() -> None:
    assert len(FILES) > 15
