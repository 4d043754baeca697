"""SARIF 2.1.0: what the standard asks of a log, and what we say in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from msgspec.structs import replace

from tests.reporting.reports import RUN
from vtdocs.checking.registry import all_rules
from vtdocs.reporting.run import Checked, CheckRun
from vtdocs.reporting.sarif import write_sarif


def closed(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "properties": properties,
        "additionalProperties": False,
    }


def listed(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


# What the standard's schema says of the objects that we write (sections 3.13 to 3.58).
TEXT = {"type": "string", "minLength": 1}
MESSAGE = closed(("text",), text=TEXT)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
URI = {"type": "string", "pattern": r"^[!#-;=?-\[\]_a-z~%]+$"}
POSITION = {"type": "integer", "minimum": 1}
LOCATION = closed(
    physicalLocation=closed(
        artifactLocation=closed(uri=URI),
        region=closed(startLine=POSITION, startColumn=POSITION, endColumn=POSITION, snippet=closed(text=TEXT)),
    ),
    logicalLocations=listed(closed(fullyQualifiedName=TEXT, name=TEXT, kind={"const": "element"})),
)
RULE = closed(
    ("id",),
    id=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=closed(level=LEVEL),
    properties=closed(tags=listed(TEXT)),
)
RESULT = closed(
    ("message",),
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=listed(LOCATION),
    suppressions=listed(closed(("kind",), kind={"enum": ["inSource", "external"]}, justification=TEXT)),
)
NOTIFICATION = closed(
    ("message",), descriptor=closed(id=TEXT), level=LEVEL, message=MESSAGE, locations=listed(LOCATION)
)
LOG = closed(
    ("version", "runs"),
    version={"const": "2.1.0"},
    runs=listed(
        closed(
            ("tool",),
            tool=closed(
                ("driver",),
                driver=closed(
                    ("name",),
                    name=TEXT,
                    version=TEXT,
                    language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                    rules=listed(RULE),
                ),
            ),
            invocations=listed(
                closed(
                    ("executionSuccessful",),
                    executionSuccessful={"type": "boolean"},
                    toolExecutionNotifications=listed(NOTIFICATION),
                )
            ),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            properties=closed(profile=TEXT),
            results=listed(RESULT),
        )
    ),
    **{"$schema": {"type": "string"}},
)


def read(run: CheckRun = RUN) -> Any:
    log = json.loads(write_sarif(run))
    jsonschema.validate(log, LOG)
    (only,) = log["runs"]
    return only


def test_every_rule_is_described_and_results_point_to_theirs() -> None:
    run = read()
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(all_rules())
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        *("ND30-102", "ND30-110", "VB-111", "VB-113")
    ]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "warning"]


def test_a_paragraph_is_the_line_and_the_part_is_named() -> None:
    results = read()["results"]
    assert results[0]["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "dist/ke-hoach.docx"}}}]
    assert results[1]["locations"][0] == {
        "physicalLocation": {
            "artifactLocation": {"uri": "dist/ke-hoach.docx"},
            "region": {
                "startLine": 6,
                "startColumn": 9,
                "endColumn": 15,
                "snippet": {"text": "Hà Nội, ngày 5 tháng 1"},
            },
        },
        "logicalLocations": [
            {
                "fullyQualifiedName": "word/document.xml/6",
                "name": "trang 1, đoạn 6 “Hà Nội, ngày 5 tháng 1”",
                "kind": "element",
            }
        ],
    }
    assert results[2]["locations"][1]["logicalLocations"][0]["fullyQualifiedName"] == "word/footer1.xml/2"


def test_what_is_accepted_is_suppressed_with_its_reason() -> None:
    results = read()["results"]
    assert [result.get("suppressions") for result in results] == [
        *(None, None, None),
        [{"kind": "external", "justification": "biểu trưng của cơ quan"}],
    ]


def test_a_file_that_was_not_checked_is_notified() -> None:
    (invocation,) = read()["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told["descriptor"] == {"id": "VT-602"}
    assert told["message"]["text"] == "hong.docx: tệp bị hỏng\nSửa: mở lại bằng Word"
    ours = read(CheckRun((Checked(Path("a.docx"), fault="KeyError"),)))
    assert ours["invocations"][0]["toolExecutionNotifications"][0]["descriptor"] == {"id": "VT-656"}


def test_names_are_addresses() -> None:
    report = RUN.files[0].report
    assert report is not None
    run = read(CheckRun((Checked(Path("kế hoạch 1.docx"), replace(report, findings=report.findings[:1])),)))
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "k%E1%BA%BF%20ho%E1%BA%A1ch%201.docx"}
