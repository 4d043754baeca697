"""Foreign judges of our documents: what is installed, and how each is asked.

A judge is a program or a library that knows nothing of vtdocs. Tests ask for one with
`@pytest.mark.judge("sdk")`; `tests/conftest.py` skips or fails those whose judge is not there.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIRE_VARIABLE = "VTDOCS_REQUIRE_JUDGES"


class JudgeFailedError(RuntimeError):
    """The judge itself broke: this says nothing about the document."""


@dataclass(frozen=True, slots=True)
class Judge:
    """One foreign judge: `place` gives None where it is not installed, `needs` what it is useless without."""

    name: str
    what: str
    place: Callable[[], str | None]
    version: Callable[[], str]
    needs: tuple[str, ...] = ()

    @property
    def present(self) -> bool:
        return self.place() is not None


def _output(*command: str) -> str:
    """Standard output, or standard error where that is empty (pdftoppm -v writes there)."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return (done.stdout.strip() or done.stderr.strip()).splitlines()[0] if done.stdout or done.stderr else ""


def _version(*command: str) -> str:
    """The first word with a figure in front of what a program says of itself."""
    return next((word for word in _output(*command).split() if word[0].isdigit()), "?")


@cache
def soffice() -> str | None:
    """LibreOffice's command, wherever a system puts it."""
    mac = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
    return shutil.which("soffice") or shutil.which("libreoffice") or (str(mac) if mac.exists() else None)


@cache
def sdk_validator() -> str | None:
    """The validator's native program inside its npm package; Node itself is needed only to fetch it."""
    named = os.environ.get("OOXML_VALIDATOR_CLI")
    if named:
        return named if Path(named).exists() else None
    systems = {"Linux": "linux", "Darwin": "darwin", "Windows": "win32"}
    machines = {"x86_64": "x64", "AMD64": "x64", "aarch64": "arm64", "arm64": "arm64"}
    kind = f"{systems.get(platform.system(), '')}-{machines.get(platform.machine(), '')}"
    suffix = ".exe" if platform.system() == "Windows" else ""
    program = ROOT / ".judges/node_modules/@xarsh" / f"ooxml-validator-{kind}" / f"ooxml-validator{suffix}"
    return str(program) if program.exists() else None


def _sdk_version() -> str:
    package = Path(sdk_validator() or "").with_name("package.json")
    return str(json.loads(package.read_bytes())["version"]) if package.exists() else "?"


@cache
def _integrity() -> str | None:
    try:
        return importlib.metadata.version("ooxml-integrity")
    except importlib.metadata.PackageNotFoundError:
        return None


@cache
def _liberation() -> str | None:
    """A file of Liberation Serif with the Vietnamese letters, which the first generation lacks."""
    if shutil.which("fc-list") is None:
        return None
    listed = _output("fc-list", "Liberation Serif:charset=1ea1 1eb7 1ed9 1ef9", "file")
    return listed.rstrip(": ") or None


def _liberation_version() -> str:
    """The version inside the font, which fontconfig gives as a 16.16 fixed-point number."""
    fixed = _output("fc-list", "--format=%{fontversion}\n", "Liberation Serif:style=Regular")
    return f"{int(fixed) / 65536:.1f}" if fixed.isdecimal() else "?"


JUDGES: dict[str, Judge] = {
    judge.name: judge
    for judge in (
        Judge(
            "libreoffice",
            "LibreOffice Writer",
            soffice,
            lambda: _version(soffice() or "", "--version"),
            needs=("liberation",),
        ),
        Judge(
            "liberation",
            "Liberation Serif",
            _liberation,
            _liberation_version,
        ),
        Judge("sdk", "Open XML SDK validator", sdk_validator, _sdk_version),
        Judge("integrity", "ooxml-integrity", _integrity, lambda: _integrity() or "?"),
        Judge("poppler", "pdftoppm", lambda: shutil.which("pdftoppm"), lambda: _version("pdftoppm", "-v")),
        Judge("qpdf", "qpdf", lambda: shutil.which("qpdf"), lambda: _version("qpdf", "--version")),
    )
}


def missing(names: Iterable[str]) -> list[Judge]:
    """Those of the named judges, and of what they need, that are not installed. KeyError: no such judge."""
    wanted: dict[str, Judge] = {}
    for name in names:
        wanted[name] = JUDGES[name]
        wanted.update((needed, JUDGES[needed]) for needed in JUDGES[name].needs)
    return [judge for judge in wanted.values() if not judge.present]


def required() -> bool:
    """Whether a missing judge fails its tests instead of skipping them."""
    return os.environ.get(REQUIRE_VARIABLE, "") not in ("", "0")


# --- Open XML SDK -----------------------------------------------------------------------------------

_sdk_verdicts: dict[str, list[str]] = {}


def validate_sdk(paths: Iterable[Path]) -> list[str]:
    """Findings of the Open XML SDK for files with a Word extension, as "name part xpath: description".

    The program takes one file a call and spends nearly all its time on loading the schema, so as many
    run at once as there are processors. A verdict is kept for the content: the same bytes are judged once.
    Raises JudgeFailedError where the program gives no verdict.
    """
    files = [Path(path) for path in paths]
    keys = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    unknown = {key: path for key, path in zip(keys, files, strict=True) if key not in _sdk_verdicts}
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        _sdk_verdicts.update(zip(unknown, pool.map(_sdk_verdict, unknown.values()), strict=True))
    return [f"{path.name} {finding}" for key, path in zip(keys, files, strict=True) for finding in _sdk_verdicts[key]]


def _sdk_verdict(path: Path) -> list[str]:
    program = sdk_validator()
    if program is None:
        raise JudgeFailedError("the Open XML SDK validator is not installed: make judges")
    done = subprocess.run([program, str(path)], capture_output=True, timeout=120, check=False)
    try:
        verdict = json.loads(done.stdout.decode("utf-8"))
        sound, errors = bool(verdict["ok"]), verdict["errors"]
    except (ValueError, KeyError) as error:
        said = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
        raise JudgeFailedError(f"{program} on {path}: exit {done.returncode}: {said}") from error
    findings = [f"{e['path'] or '(package)'} {e['xPath'] or ''}: {e['description']}" for e in errors]
    # `ok` is the verdict; a false one without a reason must not read as a clean file.
    return findings if sound or findings else ["(package) : not ok, no reason given"]


# --- ooxml-integrity --------------------------------------------------------------------------------


def check_integrity(path: Path) -> list[str]:
    """Findings of ooxml-integrity of every severity, one line each."""
    import ooxml_integrity

    return [" ".join(str(finding).split()) for finding in ooxml_integrity.check(path)]


# --- LibreOffice ------------------------------------------------------------------------------------


@cache
def _profile() -> Path:
    """This process's own LibreOffice profile: two processes that share one wait for each other, or fail."""
    import atexit

    folder = Path(tempfile.mkdtemp(prefix="vtdocs-soffice-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def to_pdf(paths: Sequence[Path], outdir: Path) -> list[Path]:
    """Convert to PDF in one call of LibreOffice; returns one existing PDF for each path, in order.

    Names must differ in their stems, which is all LibreOffice keeps of them (ValueError).
    Raises JudgeFailedError with LibreOffice's words where a PDF did not appear: it exits 0 even then.
    """
    files = [Path(path) for path in paths]
    results = [outdir / f"{path.stem}.pdf" for path in files]
    if len(set(results)) != len(results):
        raise ValueError("two files of one batch would give the same PDF")
    outdir.mkdir(parents=True, exist_ok=True)
    for result in results:
        result.unlink(missing_ok=True)  # an old PDF must not pass for a new one
    said = _convert(files, outdir) if files else ""
    lost = [path for path, result in zip(files, results, strict=True) if not result.exists()]
    if len(files) > 1 and lost:  # one bad file can end a batch: the others get a call of their own
        said = "\n".join(_convert([path], outdir) for path in lost)
        lost = [path for path, result in zip(files, results, strict=True) if not result.exists()]
    if lost:
        raise JudgeFailedError(f"LibreOffice made no PDF of {', '.join(p.name for p in lost)}: {said}")
    return results


def resave(path: Path, outdir: Path) -> Path:
    """Have LibreOffice open a Word file and save it anew under the same name in another folder."""
    outdir.mkdir(parents=True, exist_ok=True)
    said = _convert([path], outdir, "docx")
    if not (outdir / path.name).exists():
        raise JudgeFailedError(f"LibreOffice made no new {path.name}: {said}")
    return outdir / path.name


def _convert(files: Sequence[Path], outdir: Path, kind: str = "pdf") -> str:
    """Run LibreOffice once; returns what it said. Whether it worked is seen by the files alone."""
    program = soffice()
    if program is None:
        raise JudgeFailedError("LibreOffice is not installed: make judges")
    command = [program, f"-env:UserInstallation={_profile().as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", kind, "--outdir", str(outdir), *map(str, files)]
    # The locale decides defaults such as the paper of a document without one: hold it still.
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            env=environment,
            timeout=90 + 10 * len(files),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        return f"no answer within {error.timeout:.0f} s"
    return f"exit {done.returncode}: {done.stdout.strip()} {done.stderr.strip()}"
