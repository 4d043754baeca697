"""The JSON of a check: its shape, its values, its schema in the docs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

import vtdocs
from tests.judges import ROOT
from tests.reporting.reports import REPORT, RUN
from vtdocs.reporting.jsons import write_json
from vtdocs.reporting.run import Checked, CheckRun
from vtdocs.reporting.shape import make_schema


def read(run: CheckRun) -> Any:
    data = json.loads(write_json(run))
    jsonschema.validate(data, json.loads((ROOT / "docs" / "schema" / "kiem-tra.schema.json").read_text("utf-8")))
    return data


def test_the_whole_is_counted_and_every_file_is_told() -> None:
    data = read(RUN)
    assert list(data) == ["version", "vtdocs", "profile", "summary", "files"]
    assert (data["version"], data["vtdocs"], data["profile"]) == (1, vtdocs.__version__, "nd30")
    assert data["summary"] == {"files": 3, "unchecked": 1, "errors": 1, "warnings": 1, "hints": 1, "accepted": 1}
    assert [file["path"] for file in data["files"]] == ["dist/ke-hoach.docx", "a b.docx", "hong.docx"]
    assert [file["checked"] for file in data["files"]] == [True, True, False]
    assert data["files"][1] == {"path": "a b.docx", "checked": True, "regime": "dang"}


def test_a_finding_has_its_rule_its_words_and_all_its_places() -> None:
    (file, *_others) = read(RUN)["files"]
    assert file["findings"][0] == {
        "rule": "ND30-102",
        "severity": "error",
        "title": "Lề trang ngoài khoảng quy định",
        "message": "lề trái 25 mm, ngoài khoảng 30 - 35 mm",
        "places": [],
        "hint": "đặt lại ở Page Setup",
        "source": "30/2020/NĐ-CP, Phụ lục I",
        "found": "25 mm",
        "expected": "30 - 35 mm",
    }
    assert file["findings"][1]["places"] == [
        {
            "part": "word/document.xml",
            "paragraph": 6,
            "words": "Hà Nội, ngày 5 tháng 1",
            "page": 1,
            "start": 8,
            "end": 14,
        },
        {"part": "word/document.xml", "paragraph": 9, "words": "& ngày 7", "page": 2, "start": 2, "end": 8},
    ]
    assert file["accepted"][0]["accepted"] == "biểu trưng của cơ quan"
    assert file["components"][0] == {"key": "quoc_hieu", "words": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}
    assert (file["regime"], file["kind"]) == ("nd30", "Kế hoạch")
    assert file["unsure"] == ["không thấy rõ nơi nhận"]
    assert file["office"] == "Ủy ban nhân dân xã An"


def test_why_a_file_was_not_checked_is_told() -> None:
    assert read(RUN)["files"][2]["faults"] == [
        {
            "code": "VT-602",
            "severity": "error",
            "message": "tệp bị hỏng",
            "location": "hong.docx",
            "hint": "mở lại bằng Word",
        }
    ]
    ours = read(CheckRun((Checked(Path("a.docx"), fault="KeyError, rule ND30-102"),)))
    assert ours["files"][0]["faults"] == [
        {
            "code": "VT-656",
            "severity": "error",
            "message": "vtdocs gặp lỗi bên trong (KeyError, rule ND30-102)",
        }
    ]


def test_the_schema_of_the_docs_is_that_of_the_code() -> None:
    kept = json.loads((ROOT / "docs" / "schema" / "kiem-tra.schema.json").read_text("utf-8"))
    assert kept == make_schema()
    jsonschema.Draft202012Validator.check_schema(kept)


def test_the_same_run_gives_the_same_text() -> None:
    run = CheckRun((Checked(Path("a.docx"), REPORT),))
    assert write_json(run) == write_json(run)
