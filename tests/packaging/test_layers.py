"""The arrows between modules, the lightness of `import vtdocs`, and what may lie in the repository."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.judges import ROOT

SOURCE = ROOT / "src" / "vtdocs"

BASE = {"units", "diagnostics", "errors", "patterns"}
GROUND = BASE | {"kinds", "likeness", "standards", "metrics", "outline", "figures", "resources"}
WRITING_HOUSE = {"model", "loaders", "tree", "components", "documents", "writers", "filling"}
JUDGING_HOUSE = {"readers", "checking", "mending"}
# Each module of the first level and what it may import of its own package. A new module gets a line here:
# that is the moment to say where it belongs.
MAY_SEE: dict[str, set[str]] = {
    "units": set(),
    "patterns": set(),
    "diagnostics": set(),
    "errors": {"diagnostics"},
    "resources": BASE,
    "kinds": set(),
    "likeness": {"patterns"},
    "standards": BASE,
    "metrics": BASE | {"standards", "resources"},
    "outline": BASE | {"standards"},
    "figures": {"patterns"},
    # The house that writes.
    "model": GROUND,
    "loaders": GROUND | {"model"},
    "tree": GROUND,
    "components": GROUND | {"model", "tree"},
    "documents": GROUND | {"model", "tree", "components"},
    "writers": GROUND | {"tree"},
    # A template of a user's own: no tree, but values that are read and written as theirs are.
    "filling": GROUND | {"model", "loaders", "writers"},
    # The house that judges: it must not share the hand that wrote.
    "readers": GROUND,
    "checking": GROUND | {"readers"},
    "mending": GROUND | {"readers", "checking"},
    # What the judges found, as people and programs read it.
    "reporting": GROUND | {"readers", "checking"},
    # Above both.
    "jobs": GROUND | WRITING_HOUSE | JUDGING_HOUSE | {"reporting"},
    "parsing": set(),
    "console": {"api", "diagnostics", "errors", "reporting"},
    "cli": {"api", "console", "parsing", "kinds", "diagnostics", "errors"},
    "__main__": {"cli"},
    # For the tests of others.
    "testing": {"api", "checking", "diagnostics"},
    # It names the public values where they live, and imports them when they are first used.
    "__init__": {"api", "checking", "errors", "diagnostics", "jobs", "model"},
}
SEES_ALL = {"api"}


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def first_level(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """(line, first-level module) of every import of our own package, wherever in the file it stands."""
    package = ("vtdocs", *path.relative_to(SOURCE).with_suffix("").parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join((*start, node.module or "")).strip(".")
            # `from vtdocs import units` names a module, `from vtdocs.units import mm` a thing in one.
            names = [f"{base}.{alias.name}" for alias in node.names] if base == "vtdocs" else [base]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "vtdocs":
                yield node.lineno, parts[1] if len(parts) > 1 else "__init__"


def test_every_module_has_its_floor() -> None:
    assert {first_level(path) for path in modules()} - MAY_SEE.keys() - SEES_ALL == set()


def test_no_arrow_points_up_or_across() -> None:
    wrong = [
        f"{path.relative_to(ROOT).as_posix()}:{line} imports {name}"
        for path in modules()
        if (own := first_level(path)) in MAY_SEE
        for line, name in imported(path)
        # The version is the one thing of the package's own module that others may read.
        if name not in MAY_SEE[own] | {own, "__version__"}
    ]
    assert wrong == []


def test_the_floors_form_no_ring() -> None:
    done: set[str] = set()
    waiting = dict(MAY_SEE)
    while ready := [name for name, seen in waiting.items() if seen <= done | SEES_ALL]:
        done.update(ready)
        for name in ready:
            del waiting[name]
    assert waiting == {}


HEAVY = ("lxml", "yaml", "rich", "python_calamine", "docx", "jinja2", "weasyprint", "openpyxl", "pydantic")


@pytest.mark.parametrize("module", ["vtdocs", "vtdocs.model", "vtdocs.tree", "vtdocs.standards.nd30"])
def test_importing_the_package_loads_no_heavy_library(module: str) -> None:
    program = f"import {module}, sys; print(*(n for n in {HEAVY!r} if n in sys.modules))"
    environment = {**os.environ, "PYTHONPATH": str(SOURCE.parent)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


# --- what may lie in the repository -----------------------------------------------------------------

# Put together here, so that this file does not hold what it looks for.
MACHINE_FOLDER = re.compile("(?<![\\w.~$}])/(?:" + "|".join(("work", "root", "home", "Users", "tmp")) + ")/")
LOCK_FILES = {"uv.lock", "pylock.toml", "package-lock.json", "poetry.lock", "pdm.lock", "Pipfile.lock"}
BIGGEST = 300 * 1024


def tracked() -> list[Path]:
    """Files that git knows or would take; in an archive, or without git, every file not made here."""
    # A checkout of another user, as in a container, is foreign to git unless told otherwise.
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    command += ["--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        paths = [ROOT / name for name in done.stdout.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        made = {".git", ".venv", ".judges", ".bench", "dist", "build", "node_modules", "__pycache__", ".hypothesis"}
        paths = [
            path
            for path in ROOT.rglob("*")
            if not made.intersection(path.relative_to(ROOT).parts)
            and not any(part.endswith("_cache") for part in path.relative_to(ROOT).parts)
        ]
    return [path for path in paths if path.is_file()]


def test_no_file_names_a_folder_of_somebody_s_machine() -> None:
    wrong = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        lines = enumerate(text.splitlines(), 1)
        wrong += [f"{path.relative_to(ROOT)}:{n}: {line[:80]}" for n, line in lines if MACHINE_FOLDER.search(line)]
    assert wrong == []


def test_no_lock_file_and_no_big_file_is_kept() -> None:
    assert [path.name for path in tracked() if path.name in LOCK_FILES] == []
    assert [path.name for path in tracked() if path.stat().st_size > BIGGEST] == []


def test_pinned_requirements_hold_versions_and_no_address() -> None:
    lines = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+", pin)] == []
