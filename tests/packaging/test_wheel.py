"""The built wheel, installed far from the repository, does the main job with nothing else of ours around."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import wellformed
from tests.docx_xml import paragraph_texts
from tests.judges import ROOT

WINDOWS = sys.platform == "win32"


@dataclass(frozen=True)
class Installed:
    """A clean environment with the wheel; `run` calls its programs in `home`, outside the repository."""

    python: Path
    home: Path

    def run(self, *arguments: str | Path, program: str = "vtdocs") -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, with no other program in reach: no LibreOffice, no fonts tool."""
        folder = self.python.parent
        environment = {"PATH": str(folder), "HOME": str(self.home), "LANG": "C.UTF-8"}
        if WINDOWS:
            environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
        return subprocess.run(
            [str(folder / program), *map(str, arguments)],
            cwd=self.home,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    def succeed(self, *arguments: str | Path, program: str = "vtdocs") -> str:
        """Run, demand exit 0, and give what was written to standard output."""
        done = self.run(*arguments, program=program)
        assert done.returncode == 0, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout


def call(*command: str | Path, env: dict[str, str] | None = None) -> None:
    """Run a tool of the set-up; its whole output is in the failure."""
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, env=env, timeout=600, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the backend of this environment: pyproject's builder without a download."""
    folder = tmp_path_factory.mktemp("wheel")
    call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """A fresh environment with the wheel and what it asks for, at the versions of the tests."""
    folder = tmp_path_factory.mktemp("far-away")
    assert not folder.resolve().is_relative_to(ROOT)
    call(sys.executable, "-m", "venv", "--without-pip", folder / "venv")
    python = folder / "venv" / ("Scripts/python.exe" if WINDOWS else "bin/python")
    # The set-up may need the machine's proxy and registry settings, but never our sources.
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")}
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    call(*pip, "-c", ROOT / "requirements-dev.txt", wheel, env=environment)
    home = folder / "home"
    home.mkdir()
    return Installed(python, home)


def docx_below(folder: Path) -> list[Path]:
    """Every Word file that was made, sound as a package, with text in it."""
    made = sorted(folder.rglob("*.docx"))
    for path in made:
        content = path.read_bytes()
        assert wellformed.faults(content) == []
        assert any("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text for text in paragraph_texts(content))
    return made


def test_the_wheel_carries_templates_and_examples_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "vtdocs/_resources/examples/cchc-2026/ke-hoach.yaml" in names
    assert any(re.fullmatch(r"vtdocs/_resources/templates/word/[^/]+\.docx", name) for name in names)
    assert "vtdocs/py.typed" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    strange = [name for name in names if not re.match(r"vtdocs(-[^/]+\.dist-info)?/", name)]
    assert strange == []
    assert [name for name in names if re.search(r"(^|/)(tests?|dist|__pycache__|\.venv)/", name)] == []


def test_no_file_of_the_wheel_names_the_folder_it_was_built_in(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if os.fsencode(ROOT) in archive.read(name)]
        (metadata,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        requirements = re.findall(r"^Requires-Dist: (.*)$", archive.read(metadata).decode(), re.MULTILINE)
    assert names == []
    assert [requirement for requirement in requirements if "@" in requirement or "file:" in requirement] == []


def test_what_a_user_installs_needs_no_compiler_and_no_pdf_engine(installed: Installed) -> None:
    names = installed.succeed(
        "-c",
        "import importlib.metadata as m; print(*sorted(d.name.lower() for d in m.distributions()))",
        program="python",
    ).split()
    assert "vtdocs" in names
    assert {"weasyprint", "pydantic", "pytest"}.isdisjoint(names)


@pytest.mark.parametrize(("program", "before"), [("vtdocs", ()), ("python", ("-m", "vtdocs"))])
def test_both_ways_to_call_it_tell_the_version_of_the_wheel(
    installed: Installed, wheel: Path, program: str, before: tuple[str, ...]
) -> None:
    version = wheel.name.split("-")[1]
    assert version in installed.succeed(*before, "--version", program=program)


def test_the_packaged_example_is_built_anywhere(installed: Installed) -> None:
    out = installed.home / "trình diễn"
    installed.succeed("demo", "-o", out)
    assert "ke-hoach.docx" in [path.name for path in docx_below(out)]


def test_a_new_plan_is_ready_to_build(installed: Installed) -> None:
    plan, out = installed.home / "kế hoạch mới", installed.home / "kết quả"
    installed.succeed("new", "ke_hoach", plan)
    installed.succeed("build", plan, "-o", out)
    assert docx_below(out)


@pytest.mark.parametrize("module", ["vtdocs", "vtdocs.api", "vtdocs.cli"])
def test_the_modules_come_from_the_wheel(installed: Installed, module: str) -> None:
    ask: Callable[..., str] = installed.succeed
    place = ask("-c", f"import {module} as m; print(m.__file__)", program="python").strip()
    assert Path(place).resolve().is_relative_to(installed.python.parent.parent.resolve())
