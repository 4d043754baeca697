"""The samples: each builds without a word of doubt, is valid, and keeps inside the margins of its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

import vtdocs
from tests import wellformed
from tests.judges import ROOT, check_integrity, validate_sdk
from tests.rendered import Renderer

SAMPLES = [path for path in sorted((ROOT / "examples" / "mau").glob("*.yaml")) if path.stem != "co-quan"]
# Margins of the stock template, and what a glyph may lean over them.
LEFT, RIGHT, BOTTOM = 30.0, 20.0, 20.0
LEAN = 0.7


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_built_without_a_warning(path: Path) -> None:
    document = vtdocs.load(path)
    assert document.diagnostics == ()
    assert wellformed.faults(vtdocs.write_docx(document)) == []


@pytest.mark.judge("sdk", "integrity")
def test_the_samples_are_valid(tmp_path: Path) -> None:
    made = []
    for path in SAMPLES:
        target = tmp_path / f"{path.stem}.docx"
        vtdocs.write_docx(vtdocs.load(path), target)
        made.append(target)
    assert validate_sdk(made) == []
    assert [check_integrity(target) for target in made] == [[]] * len(made)


@pytest.mark.judge("libreoffice")
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_nothing_of_a_sample_leaves_its_page(path: Path, render: Renderer) -> None:
    rendered = render(vtdocs.write_docx(vtdocs.load(path)))
    for page in rendered.pages:
        for char in page.chars:
            if not char.text.isspace():
                assert char.x0 >= LEFT - LEAN, (page.number, char)
                assert char.x1 <= page.width - RIGHT + LEAN, (page.number, char)
                assert char.bottom <= page.height - BOTTOM + LEAN, (page.number, char)
