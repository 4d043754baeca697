"""What `doctor` looks at: every package that is required, how old it may be, and the command that mends it."""

from __future__ import annotations

import sys
import tomllib
from importlib import metadata

import pytest

from tests.judges import ROOT
from vtdocs.jobs.doctor import Check, examine


def packages() -> dict[str, Check]:
    return {check.name: check for check in examine() if check.name.startswith("Gói ")}


def test_every_package_that_the_project_requires_is_looked_at() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    # Build tools write the names of packages as they are compared: in small letters.
    required = {requirement.partition(">=")[0].lower() for requirement in project["dependencies"]}
    found = packages()
    assert {name.removeprefix("Gói ").lower() for name, check in found.items() if check.needed} == required
    assert {"jinja2", "docxtpl", "docxcompose", "lxml", "msgspec", "python-docx"} <= required
    assert [name for name, check in found.items() if not check.needed] == [
        "Gói isal (nén nhanh hơn)",
        "Gói zlib-ng (nén nhanh hơn)",
    ]


def test_a_package_that_is_missing_or_too_old_is_told_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    requires = ["lxml>=5.0", "rich>=13.10", "isal>=1.6; extra == 'fast'", 'pytest>=8; extra == "dev"']
    there = {"rich": "13.9.4"}

    def version(name: str) -> str:
        if name not in there:
            raise metadata.PackageNotFoundError(name)
        return there[name]

    monkeypatch.setattr(metadata, "requires", lambda _name: requires)
    monkeypatch.setattr(metadata, "version", version)
    assert [(c.name, c.found, c.needed, c.detail, c.mend) for c in packages().values()] == [
        ("Gói lxml", False, True, "chưa có", f'"{sys.executable}" -m pip install "lxml>=5.0"'),
        ("Gói rich", False, True, "13.9.4, cần từ 13.10", f'"{sys.executable}" -m pip install "rich>=13.10"'),
        (
            "Gói isal (nén nhanh hơn)",
            False,
            False,
            "chưa có; không bắt buộc",
            f'"{sys.executable}" -m pip install "isal>=1.6"',
        ),
    ]
