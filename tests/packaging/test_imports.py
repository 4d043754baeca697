"""What each job imports: start-up is imports, so a library that a job does not use must not come in by the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.judges import ROOT
from vtdocs.checking.rules import OF_FORM, OF_WORDS

EXAMPLES = ROOT / "examples"
PLAIN, EXCEL, BUDGET = (
    EXAMPLES / name for name in ("mau/to-trinh.yaml", "cchc-2026/ke-hoach.yaml", "mau/du-toan.yaml")
)
TEMPLATE = ROOT / "templates" / "word" / "van-ban-co-ten-loai.docx"
FORM = EXAMPLES / "dien-mau"

# A job in a process of its own; what it imported is the last line of what it writes.
PROGRAM = """
import sys
before = set(sys.modules)
{job}
loaded = sorted(set(sys.modules) - before)
import json
print()
print(json.dumps(loaded))
"""
COMMAND = """
from vtdocs.cli import main
try:
    code = main({arguments!r})
except SystemExit as left:
    code = left.code
assert code in {codes}, code
"""


# A paper to be checked, written by another process: what writing imports is not what checking does.
WRITTEN = f"""
import subprocess
job = "import vtdocs; vtdocs.write_docx(vtdocs.load({str(PLAIN)!r}), 'paper.docx')"
subprocess.run([sys.executable, "-c", job], check=True)
before = set(sys.modules)
"""


def command(*arguments: str | Path, codes: tuple[int, ...] = (0,), before: str = "") -> str:
    return before + COMMAND.format(arguments=[str(argument) for argument in arguments], codes=codes)


JOBS = {
    "import vtdocs": "import vtdocs",
    "version": command("--version"),
    "load": f"import vtdocs; vtdocs.load({str(PLAIN)!r})",
    "load with Excel": f"import vtdocs; vtdocs.load({str(EXCEL)!r})",
    "build": command("build", PLAIN, "-o", "out"),
    "build without a check": command("build", PLAIN, "-o", "out", "--no-check"),
    "build with Excel": command("build", EXCEL, "-o", "out", "--no-check"),
    "build with a budget": command("build", BUDGET, "-o", "out", "--no-check"),
    "check": command("check", "paper.docx", before=WRITTEN),
    "template": command("template", "new", "templates"),
    "open a template": f"import vtdocs; vtdocs.open_template({str(TEMPLATE)!r})",
    "fill": command("fill", FORM / "giay-moi.docx", FORM / "giay-moi.yaml", "-o", "giay-moi.docx"),
    "schema": command("schema", "ke_hoach"),
    # 1: something is missing on this machine.
    "doctor": command("doctor", codes=(0, 1)),
}

# Of no use to any of them where nobody watches.
NEVER = {"asyncio", "docx", "docxtpl", "jinja2", "logging", "openpyxl", "pydantic", "random", "rich", "tempfile"}
TABLES = {"vtdocs.loaders.tables.reading", "vtdocs.loaders.tables.assembly"}
WORKBOOKS = {"python_calamine", "vtdocs.loaders.tables.workbook"}
BUDGETS = {"vtdocs.loaders.budget.reckoning"}
RARE = {
    "csv",
    "subprocess",
    "locale",
    "json",
    "vtdocs.loaders.images",
    "vtdocs.loaders.repair",
    "vtdocs.loaders.schema",
}
DOCUMENT = NEVER | RARE | {"vtdocs.writers.libreoffice"}
# The stock template is compiled when the package is made, and no digest is of a kind that takes a library.
COMPILED = {"hashlib", "lxml", "vtdocs.writers.docx.compiling"}
# What only a rule of words asks for, and what a paper without drawings, notes and automatic numbers is read without.
WORDS = {f"vtdocs.checking.rules.{family}" for family in OF_WORDS} | {
    f"vtdocs.checking.{name}"
    for name in ("abbreviations", "bodies", "can_cu_luat", "citations", "cum_tu", "dates", "spans", "ten_co_quan")
}
UNUSUAL = {
    "colorsys",
    "pkgutil",
    *(
        f"vtdocs.readers.docx.{name}"
        for name in ("boxes", "drawings", "notes", "numerals", "placing", "symbols", "vml")
    ),
}
LAYING_OUT = {"vtdocs.components", "vtdocs.documents", "vtdocs.writers.docx.blocks", "vtdocs.writers.docx.layouts"}

ABSENT = {
    "import vtdocs": DOCUMENT | {"argparse", "enum", "lxml", "msgspec", "pathlib", "re", "typing", "yaml", "zipfile"},
    "version": DOCUMENT | {"lxml", "msgspec", "yaml", "zipfile"},
    "load": DOCUMENT | TABLES | WORKBOOKS | BUDGETS | {"argparse", "difflib", "hashlib", "lxml", "zipfile"},
    "load with Excel": DOCUMENT | BUDGETS | {"argparse", "hashlib", "lxml"},
    # The form of what it made is checked at the end.
    "build": (DOCUMENT - {"csv", "json", "locale"}) | TABLES | WORKBOOKS | BUDGETS | WORDS | UNUSUAL,
    "build without a check": DOCUMENT | COMPILED | TABLES | WORKBOOKS | BUDGETS | {"difflib", "zipfile"},
    "build with Excel": DOCUMENT | COMPILED | BUDGETS,
    "build with a budget": DOCUMENT | COMPILED | WORKBOOKS | {"zipfile"},
    "check": NEVER
    | LAYING_OUT
    | TABLES
    | WORKBOOKS
    | BUDGETS
    | UNUSUAL
    | {"multiprocessing", "vtdocs.writers", "yaml"},
    "template": DOCUMENT | LAYING_OUT | {"hashlib", "yaml", "zipfile"},
    "open a template": DOCUMENT | LAYING_OUT | {"argparse", "hashlib", "yaml"},
    "fill": {"docx", "docxtpl", "openpyxl", "pydantic", "rich", "subprocess"}
    | LAYING_OUT
    | TABLES
    | WORKBOOKS
    | BUDGETS,
    "schema": (DOCUMENT - {"json", "vtdocs.loaders.schema"})
    | TABLES
    | WORKBOOKS
    | BUDGETS
    | {"lxml", "yaml", "zipfile"},
    "doctor": {"jinja2", "docx", "docxtpl", "rich", "lxml", "yaml", "python_calamine"},
}

COMMON = {"api", "diagnostics", "errors", "kinds"}
SCREEN = COMMON | {"cli", "console", "parsing"}
LOADING = COMMON | {"figures", "likeness", "loaders", "model", "outline", "patterns", "standards", "units"}
WRITING = {"components", "documents", "jobs", "metrics", "resources", "tree", "writers"}
CHECKING = {"checking", "readers", "reporting"}
# The packages of our own, of the first level, that a job may load.
OWN = {
    "import vtdocs": set(),
    "version": {"cli", "kinds", "parsing"},
    "load": LOADING,
    "load with Excel": LOADING,
    "build": SCREEN | LOADING | WRITING | CHECKING,
    "build without a check": SCREEN | LOADING | WRITING,
    "build with Excel": SCREEN | LOADING | WRITING,
    "build with a budget": SCREEN | LOADING | WRITING,
    "check": SCREEN | LOADING | CHECKING | {"jobs", "metrics", "resources"},
    "template": SCREEN | WRITING | {"figures", "likeness", "loaders", "patterns", "standards", "units"},
    "open a template": COMMON
    | WRITING - {"components", "documents"}
    | {"likeness", "loaders", "patterns", "standards", "units"},
    "fill": SCREEN | LOADING | WRITING - {"components", "documents"} | {"filling"},
    "schema": SCREEN | LOADING,
    "doctor": SCREEN | {"jobs", "patterns", "resources", "writers"},
}


def loaded_by(job: str, folder: Path) -> set[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(job=JOBS[job])],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("job", JOBS)
def test_a_job_imports_only_what_it_needs(job: str, tmp_path: Path) -> None:
    loaded = loaded_by(job, tmp_path)
    assert loaded & ABSENT[job] == set()
    own = {name.split(".")[1] for name in loaded if name.startswith("vtdocs.")}
    assert own - OWN[job] == set()


@pytest.mark.parametrize(
    ("job", "needed"),
    [
        ("load", {"yaml"}),
        ("load with Excel", WORKBOOKS | TABLES),
        ("build with a budget", BUDGETS),
        ("build", {f"vtdocs.checking.rules.{family}" for family in OF_FORM}),
        ("check", {f"vtdocs.checking.rules.{family}" for family in (*OF_FORM, *OF_WORDS)}),
    ],
)
def test_what_a_job_uses_is_seen(job: str, needed: set[str], tmp_path: Path) -> None:
    assert needed - loaded_by(job, tmp_path) == set()
