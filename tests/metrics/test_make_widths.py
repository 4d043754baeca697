from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from vtdocs.metrics import _widths

TOOL = Path(__file__).parents[2] / "tools" / "make_widths.py"


@pytest.fixture
def tool() -> ModuleType:
    pytest.importorskip("fontTools")
    spec = importlib.util.spec_from_file_location("make_widths", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if module.find_fonts() is None:
        pytest.skip("Liberation Serif is not in the usual places")
    return module


def test_the_table_of_widths_is_what_the_font_gives(tool: ModuleType) -> None:
    assert tool.main(["--check"]) == 0


def test_a_stale_table_is_told_and_made_anew(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = tmp_path / "_widths.py"
    stale.write_text("REGULAR = {}\n", encoding="utf-8")
    monkeypatch.setattr(tool, "TARGET", stale)
    assert tool.main(["--check"]) == 1
    assert "not current" in capsys.readouterr().err
    assert tool.main([]) == 0
    assert tool.main(["--check"]) == 0


@pytest.mark.parametrize("face", [_widths.REGULAR, _widths.BOLD, _widths.ITALIC, _widths.BOLD_ITALIC])
def test_every_face_has_the_characters_of_vietnamese_papers_each_once(face: dict[int, str]) -> None:
    chars = "".join(face.values())
    assert len(chars) == len(set(chars))
    assert set("aàảãáạĂẮƠỜƯỮđĐ₫…–—“”•→≥²½№\u00a0\u0301\u0309") <= set(chars)
