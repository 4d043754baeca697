"""JSON Schema and data reference: they say what the loader accepts, in Vietnamese, and are current."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.loaders.inputs import OFFICE, PLAN, load
from vtdocs.errors import LoadError
from vtdocs.loaders import KINDS, json_schema, load_text

ROOT = Path(__file__).parents[2]
VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)

GOOD_PLANS = [
    PLAN.replace("{ngay:, thang:, nam: 2026}", "{ngay: , thang: , nam: 2026}"),
    PLAN.replace("{ngay:, thang:, nam: 2026}", "'05/01/2026'").replace("so:", "so: 15"),
    PLAN.replace("{ngay:, thang:, nam: 2026}", "").replace("so:", "so: '05'\ncan_cu: [a, b]\nmo_dau: |\n  x"),
    PLAN.replace("{ngay:, thang:, nam: 2026}", "{thang: 1}")
    + "  - {nhom: Giấy, noi: [a, b]}\nnguoi_ky: {quyen_han: [a, b], chuc_vu: c, ho_ten: d}\n"
    + "luu: {don_vi_soan_thao: VHXH}\n"
    + "co_quan: {ten: A, ten_viet_tat: B, dia_danh: C}\n"
    + "phu_luc: [{bang: {hang: [{noi_dung: a, thoi_gian: 2026}, [b, c, d, null]]}}]\n",
    PLAN.replace(
        "|\n  I. MỤC ĐÍCH\n  1. Mục đích", "\n  - Như sau:\n  - {so: 1., loi: a, con: [b, {kieu: diem, loi: c}]}"
    ),
    PLAN.replace("1. Mục đích", "{bang: a}") + "bang: {a: {hang: [{noi_dung: a}]}}\n",
    PLAN.replace("1. Mục đích", "Phụ lục")
    + "luu: VT, VHXH (02b)\nnguoi_ky: {chuc_vu: A}\nphu_luc: [{noi_dung: [a, b], bang: [{hang: [{noi_dung: a}]}]}]\n",
]
BAD_PLANS = [
    PLAN.replace("|\n  I. MỤC ĐÍCH\n  1. Mục đích", "[{so: 1., loi: a, lời: b}]"),
    PLAN.replace("|\n  I. MỤC ĐÍCH\n  1. Mục đích", "[{kieu: khoang, loi: a}]"),
    PLAN + "bang: {a b: {hang: [{noi_dung: a}]}}\n",
    PLAN + "kinh_gui: a\n",
    PLAN.replace("phien_ban: 1", "phien_ban: 2"),
    PLAN.replace("loai: ke_hoach", "loai: co_quan"),
    PLAN.replace("trich_yeu", "trich-yeu"),
    PLAN.replace("trich_yeu: Tuyên truyền năm 2026\n", ""),
    PLAN.replace("so:", "so: năm"),
    PLAN.replace("so:", "so: 0"),
    PLAN.replace("Tuyên truyền năm 2026", "[a]"),
    PLAN.replace("noi_nhan:\n  - Sở Nội vụ\n", "noi_nhan: []\n"),
    PLAN.replace("so:", "nguoi_ky: {quyen_han: [a, b, c, d], chuc_vu: a, ho_ten: b}"),
    PLAN.replace("so:", "luu: VHXH"),
    PLAN.replace("{ngay:, thang:, nam: 2026}", "ngày 5"),
]


def read(text: str) -> Any:
    # BaseLoader would make everything text; editors guess as this one does.
    return json.loads(json.dumps(yaml.safe_load(text.replace(":,", ": ,")), default=str))


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json_schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("text", GOOD_PLANS)
def test_what_the_loader_accepts_the_schema_accepts(text: str) -> None:
    load(text)
    assert list(validator("ke_hoach").iter_errors(read(text))) == []


@pytest.mark.parametrize("text", BAD_PLANS)
def test_what_the_loader_refuses_for_its_shape_the_schema_refuses(text: str) -> None:
    with pytest.raises(Exception, match="VT-0"):
        load(text)
    assert not validator("ke_hoach").is_valid(read(text))


BAD_DOCUMENTS = [
    ("quyet_dinh", "kinh_gui: a\n"),
    ("cong_van", ""),
    ("cong_van", "kinh_gui: a\ntham_quyen: b\n"),
    ("to_trinh", "kinh_gui: []\n"),
]


@pytest.mark.parametrize(("kind", "more"), BAD_DOCUMENTS)
def test_what_a_kind_may_not_hold_the_schema_refuses(kind: str, more: str) -> None:
    text = PLAN.replace("ke_hoach", kind) + more
    with pytest.raises(LoadError):
        load_text(text, {"co-quan.yaml": OFFICE.encode()})
    assert not validator(kind).is_valid(read(text))


def test_the_office_file_is_checked() -> None:
    assert validator("co_quan").is_valid(read(OFFICE))
    assert not validator("co_quan").is_valid(read(OFFICE.replace("dia_danh", "dia_diem")))


# The data of a template of one's own follows no schema of ours.
EXAMPLES = sorted(path for path in (ROOT / "examples").glob("*/*.yaml") if path.parent.name != "dien-mau")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_is_valid(path: Path) -> None:
    data = read(path.read_text(encoding="utf-8"))
    if data["loai"] in KINDS:
        assert list(validator(data["loai"]).iter_errors(data)) == []


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for key, value in schema.get("properties", {}).items():
            if value is not False:
                yield key, value
        for word, value in schema.items():
            if word != "if":
                yield from properties(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from properties(value)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described_in_vietnamese(kind: str) -> None:
    found = list(properties(json_schema(kind)))
    assert len(found) > 5
    for key, schema in found:
        assert VIETNAMESE.search(schema["description"]), key
        assert schema["title"], key


def test_the_generated_files_are_current(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import make_schema

    monkeypatch.setattr(sys, "argv", ["make_schema.py", "--check"])
    assert make_schema.main() == 0, capsys.readouterr().err


def test_a_stale_file_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    import make_schema

    monkeypatch.setattr(make_schema, "ROOT", tmp_path)
    monkeypatch.setattr(sys, "argv", ["make_schema.py", "--check"])
    assert make_schema.main() == 1
    assert "docs/du-lieu.md" in capsys.readouterr().err
    monkeypatch.setattr(sys, "argv", ["make_schema.py"])
    assert make_schema.main() == 0
    assert (tmp_path / "docs" / "schema" / "co-quan.schema.json").is_file()


@pytest.fixture(autouse=True)
def _tools_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
