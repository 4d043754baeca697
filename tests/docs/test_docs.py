"""The documentation says what is so: its commands, programs, data, outputs, links and lists are tried or compared."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

import vtdocs
from tests.docs.markdown import Block, prose, read_anchors, read_blocks, read_links, read_rows, section
from tests.judges import ROOT
from vtdocs import cli
from vtdocs.loaders import KINDS, json_schema
from vtdocs.outline import Node, parse_outline
from vtdocs.writers.docx.compression import DEFAULT

DOCS = ROOT / "docs"
PAGES = [
    ROOT / "README.md",
    ROOT / "README.vi.md",
    ROOT / "CHANGELOG.md",
    *sorted(DOCS.glob("*.md")),
    *sorted(DOCS.glob("mau/*.md")),
]
STARTER = ROOT / "templates" / "new" / "ke_hoach"
BIGGEST_PICTURE = 150 * 1024


@dataclass(frozen=True)
class Folder:
    """A user's folder: the examples are there, programs beside Python's own are not, LibreOffice among them."""

    path: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "PATH": str(Path(sys.executable).parent),
            "PYTHONUTF8": "1",
            # Sizes are told as they are where nothing is installed beside vtdocs.
            "VTDOCS_NEN": DEFAULT,
        }
        return subprocess.run(
            [sys.executable, *command],
            cwd=self.path,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )

    def vtdocs(self, arguments: Iterable[str]) -> subprocess.CompletedProcess[str]:
        return self.run("-m", "vtdocs", *arguments)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return Folder(tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_can_be_followed_from_top_to_bottom(page: Path, folder: Folder) -> None:
    blocks = read_blocks(page)
    for block in blocks:
        if block.language == "text" and (name := block.option("file")):
            path = folder.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{block.text}\n", encoding="utf-8")
    for number, block in enumerate(blocks):
        follow(block, blocks[number + 1] if number + 1 < len(blocks) else None, folder)


def test_the_page_of_free_templates_can_be_followed_again_where_its_files_are(folder: Folder) -> None:
    # What its program writes is the command's to write over: both leave a file that tells whether a person edited it.
    page = DOCS / "dien-mau.md"
    test_a_page_can_be_followed_from_top_to_bottom(page, folder)
    test_a_page_can_be_followed_from_top_to_bottom(page, folder)


def follow(block: Block, following: Block | None, folder: Folder) -> None:
    """Do what a block says."""
    match block.language:
        case "setup":
            for command in block.text.split(";"):
                done = folder.vtdocs(shlex.split(command)[1:])
                assert done.returncode == 0, f"{block.where}\n{done.stderr}"
        case "edited":
            edit_as_a_person(folder.path / block.text)
        case "console":
            follow_console(block, folder)
        case "sh":
            for line in block.text.split("\n"):
                follow_line(block, line, folder)
        case "python":
            follow_program(block, following, folder)
        case "diff":
            apply_diff(block, folder)
        case "yaml":
            follow_data(block, folder)
        case "text":
            assert set(block.words) <= {"output"} or block.option("file"), block.where
        case other:
            raise AssertionError(f"{block.where}: nobody tries a block of {other!r}")


# --- commands ---------------------------------------------------------------------------------------


def follow_console(block: Block, folder: Folder) -> None:
    """Run every `$ command` and compare what it writes."""
    for session in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, shown = session.partition("\n")
        words = shlex.split(command)
        assert words[0] == "vtdocs", f"{block.where}: {command}"
        done = folder.vtdocs(words[1:])
        # A terminal shows faults first: they are written before the closing table.
        told = done.stderr + done.stdout
        assert plain(told) == plain(shown), f"{block.where}: {command}"
        for ours, theirs in zip(sizes(shown), sizes(told), strict=True):
            # One zlib packs a little better than another, and kilobytes are rounded.
            assert abs(ours - theirs) <= max(1, theirs / 10), f"{block.where}: {ours} KB is told, {theirs} KB it is"


def sizes(output: str) -> list[int]:
    return [int(size) for size in re.findall(r"(\d+) KB", output)]


def plain(output: str) -> str:
    """Take out what may differ from machine to machine: sizes, the slash of Windows, blanks at the ends."""
    sized = re.sub(r"\d+ KB", "N KB", output.replace("\\", "/"))
    return "\n".join(line.rstrip() for line in sized.strip().split("\n"))


# Other programs that a page may name; a new one is looked at by a person.
OTHERS = (
    "pip install .",
    "py -m pip install .",
    "python3 -m venv .venv",
    ".venv/bin/pip install .",
    "source .venv/bin/activate",
    "sudo apt-get install -y python3 python3-venv",
)


def follow_line(block: Block, line: str, folder: Folder) -> None:
    """Parse a command; run it where that is cheap."""
    words = shlex.split(line)
    if words[:3] == ["py", "-m", "vtdocs"]:
        words = words[2:]
    if words[:1] == ["make"]:
        assert re.search(rf"^{words[1]}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE), block.where
        return
    if not words or words[0] != "vtdocs":
        assert not words or line in OTHERS, f"{block.where}: {line}"
        return
    is_there = words[1] != "build" or (folder.path / words[2]).exists()
    if "--pdf" in words or not is_there:
        cli.make_parser().parse_args(words[1:])
        return
    done = folder.vtdocs(words[1:])
    assert done.returncode == 0, f"{block.where}: {line}\n{done.stderr}"


def test_every_target_of_make_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"`make (\w+)`", prose(page))}
    assert named <= targets
    assert {"demo", "test", "judges"} <= named


# --- programs and data ------------------------------------------------------------------------------


def follow_program(block: Block, following: Block | None, folder: Folder) -> None:
    """Run a program as it stands, and compare its output where that is shown."""
    done = folder.run("-X", "dev", "-W", "error", "-c", block.text)
    assert done.returncode == 0, f"{block.where}\n{done.stderr}"
    if following is not None and "output" in following.words:
        assert plain(done.stdout) == plain(following.text), block.where


def follow_data(block: Block, folder: Folder) -> None:
    if name := block.option("excerpt"):
        check_excerpt(block, (ROOT / name).read_text("utf-8").split("\n"))
    if name := block.option("keys"):
        plan = load_with_keys(block, name, folder)
        assert plan.diagnostics == (), block.where


def check_excerpt(block: Block, lines: list[str]) -> None:
    """Find each line of the excerpt in the file, in order; `…` ends what is compared."""
    rest = iter(lines)
    for shown in block.text.split("\n"):
        start, cut, _ = shown.partition("…")
        if start.strip():
            found = any(line.startswith(start.rstrip()) if cut else line == shown for line in rest)
            assert found, f"{block.where}: {shown!r} is not in the file, or not in this order"


def load_with_keys(block: Block, name: str, folder: Folder) -> vtdocs.VanBan:
    """Load a fresh starter in which some top-level keys were written anew."""
    starter = folder.path / "tried" / re.sub(r"\W", "-", block.where)
    shutil.copytree(STARTER, starter)
    for file in folder.path.glob("*.csv"):
        shutil.copy(file, starter)
    path = starter / name
    path.write_text(put_keys(path.read_text("utf-8"), block.text), encoding="utf-8")
    return vtdocs.load(starter / "ke-hoach.yaml")


def put_keys(text: str, keys: str) -> str:
    for part in re.split(r"^(?=[a-z_]+:)", keys, flags=re.MULTILINE)[1:]:
        key = part.partition(":")[0]
        whole = re.compile(rf"^{key}:.*\n(?: .*\n|\n)*", re.MULTILINE)
        text = f"{whole.sub('', text)}\n{part}\n"
    return text


def apply_diff(block: Block, folder: Folder) -> None:
    """Put new lines in the place of old ones, each of which stands once in the file."""
    path = folder.path / (block.option("file") or "")
    text = path.read_text("utf-8")
    for old, new in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)+)", f"{block.text}\n", re.MULTILINE):
        before = re.sub(r"^-", "", old, flags=re.MULTILINE)
        assert f"\n{text}".count(f"\n{before}") == 1, f"{block.where}: {before}"
        after = re.sub(r"^\+", "", new, flags=re.MULTILINE)
        text = f"\n{text}".replace(f"\n{before}", f"\n{after}")[1:]
    path.write_text(text, encoding="utf-8")


def edit_as_a_person(path: Path) -> None:
    """Change a word of a Word file."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("Số:".encode(), "Số :".encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


# --- lists that must be whole -----------------------------------------------------------------------


def commands() -> dict[str, argparse.ArgumentParser]:
    actions = cli.make_parser()._actions
    (subparsers,) = [action for action in actions if isinstance(action, argparse._SubParsersAction)]
    return dict(subparsers.choices)


def test_the_page_of_commands_tells_every_command_and_option_and_no_other() -> None:
    text = (DOCS / "lenh.md").read_text("utf-8")
    for name, parser in {"": cli.make_parser(), **commands()}.items():
        part = section(text, f"## vtdocs {name}") if name else text.partition("\n## ")[0]
        told = {option for row in read_rows(part) for option in re.findall(r"`(--?[a-z-]+)`", row[0])}
        options = {option for action in parser._actions for option in action.option_strings}
        assert told == (options if not name else options - {"-h", "--help"}), name
        usage = part.partition("```text\n")[2].partition("```")[0]
        for action in parser._actions:
            if isinstance(action.metavar, str):
                assert action.metavar in usage, f"{name}: {action.metavar}"
        assert set(re.findall(r"--?[a-z-]+\b", usage)) <= options, name
    assert {row[0].strip("`") for row in read_rows(section(text, "## Mã thoát"))} - {"mã"} == {
        str(value) for key, value in vars(cli).items() if key.startswith("EXIT_")
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_names_a_command_or_option_that_does_not_exist(page: Path) -> None:
    options = {option for parser in commands().values() for a in parser._actions for option in a.option_strings}
    spans = re.findall(r"`([^`\n]+)`", prose(page))
    named = {word for span in spans for word in re.findall(r"^vtdocs ([a-z]\w*)", span)}
    assert named <= commands().keys()
    told = {word for span in spans if span.startswith(("vtdocs", "-")) for word in re.findall(r"--[a-z-]+", span)}
    assert told <= options | {"--version"}


def test_both_readmes_name_the_same_commands_and_options() -> None:
    lists = []
    for page in PAGES[:2]:
        cells = [row[0].strip("`") for row in read_rows(prose(page)) if row[0].startswith("`vtdocs")]
        lists.append([re.sub(r"[A-ZĐ_ƯẪÀ-Ỹ]{2,}", "X", cell) for cell in cells])
    assert lists[0] == lists[1]
    assert {cell.split()[1] for cell in lists[0]} == {*commands(), "--version"}


def test_both_readmes_are_built_alike() -> None:
    english, vietnamese = (
        (
            [(block.language, block.words) for block in read_blocks(page)],
            [row[0] for row in read_rows(prose(page)) if row[0].endswith(("=`", "=True`"))],
            len(re.findall(r"^## ", page.read_text("utf-8"), re.MULTILINE)),
            len(list(read_rows(prose(page)))),
        )
        for page in PAGES[:2]
    )
    assert english == vietnamese
    assert english[1] == ["`template=`", "`templates=`", "`phat_hanh=True`", "`compression=`", "`profile=True`"]


def code_words() -> set[str]:
    sources = (ROOT / "src" / "vtdocs").rglob("*.py")
    return {word.lower() for path in sources for word in re.findall(r"\w+", path.read_text("utf-8"))}


def schema_keys(schema: object) -> set[str]:
    """Names of the keys of all groups of a JSON Schema."""
    if isinstance(schema, list):
        return set().union(*map(schema_keys, schema))
    if not isinstance(schema, dict):
        return set()
    own = schema.get("properties", {}) if schema.get("type") in ("object", ["object", "null"]) else {}
    return {*own}.union(*(schema_keys(value) for value in schema.values()))


def test_the_glossary_has_words_of_the_code_and_every_key_of_the_data() -> None:
    rows = [row for row in read_rows((DOCS / "thuat-ngu.md").read_text("utf-8")) if row[0].startswith("`")]
    words = [row[0].strip("`") for row in rows]
    assert len(words) == len(set(words))
    assert set(words) - code_words() == set()
    keys = set().union(*(schema_keys(json_schema(kind)) for kind in KINDS))
    assert len(keys) > 30
    assert keys - set(words) == set()
    assert all(len(row) == 4 and all(row) for row in rows)


def test_every_code_of_a_fault_is_explained_and_no_other() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    known = set(re.findall(r"VT-\d{3}", sources))
    explained = {row[0] for page in PAGES for row in read_rows(prose(page)) if row[0].startswith("VT-")}
    assert explained == known
    named = {code for page in PAGES for code in re.findall(r"VT-\d{3}", page.read_text("utf-8"))}
    assert named <= known


def test_the_page_of_the_body_says_what_the_grammar_does() -> None:
    rows = [row for row in read_rows((DOCS / "cach-viet-noi-dung.md").read_text("utf-8")) if len(row) == 2]
    judged = 0
    for typed, told in rows:
        lines = re.findall(r"`([^`]+)`", typed)
        if re.match(r"tiêu đề|nhãn liền|lời văn|đoạn không dấu", told) and lines and lines[0] not in ("-", "+"):
            if lines[0].startswith("{"):
                continue
            assert told.startswith(describe(parse_outline("\n".join(lines))[0][0])), f"{typed}: {told}"
            judged += 1
    assert judged > 15


def describe(node: Node) -> str:
    if node.marker is None:
        return "đoạn không dấu"
    if not node.heading:
        return "lời văn"
    return f"nhãn liền `{node.heading}`" if node.text else "tiêu đề"


# --- links and pictures -----------------------------------------------------------------------------


@pytest.mark.parametrize("page", [*PAGES, *sorted((ROOT / "examples").glob("*/README.md"))], ids=lambda page: page.name)
def test_every_link_and_picture_leads_somewhere(page: Path) -> None:
    broken = []
    for link in read_links(page):
        target, _, anchor = link.partition("#")
        path = (page.parent / target).resolve() if target else page
        leads = "://" not in link and path.exists() and path.is_relative_to(ROOT)
        if not leads or (anchor and anchor not in read_anchors(path)):
            broken.append(link)
    assert broken == []


def test_pictures_are_small_and_say_what_they_show() -> None:
    pictures = [path for path in (DOCS / "img").rglob("*") if path.is_file()]
    assert [path.name for path in pictures if path.stat().st_size > BIGGEST_PICTURE] == []
    used = {(page.parent / link).resolve() for page in PAGES for link in read_links(page)}
    assert set(pictures) - used == set()
    for page in PAGES:
        text = page.read_text("utf-8")
        for tag in re.findall(r"<img [^>]*>", text):
            assert re.search(r'alt="[^"]{20,}"', tag), tag
        for told in re.findall(r"!\[([^]]*)\]", text):
            assert len(told) > 10, page.name


def test_every_sample_has_a_page_with_its_picture() -> None:
    samples = {path.stem for path in (ROOT / "examples" / "mau").glob("*.yaml")} - {"co-quan"}
    assert samples == {path.stem for path in (DOCS / "mau").glob("*.md")} - {"README"}
    index = (DOCS / "mau" / "README.md").read_text("utf-8")
    for name in samples:
        page = (DOCS / "mau" / f"{name}.md").read_text("utf-8")
        assert f"](../img/mau/{name}.png)" in page
        assert f"excerpt=examples/mau/{name}.yaml" in page
        assert f"({name}.md)" in index


def test_files_that_the_architecture_names_exist() -> None:
    named = set(re.findall(r"`((?:\w+/)+[\w.]*)`", prose(DOCS / "architecture.md")))
    bases = (ROOT, ROOT / "src" / "vtdocs")
    assert [name for name in named if not any((base / name).exists() for base in bases)] == []
    assert len(named) > 8


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_text_is_composed_unicode_with_plain_blanks(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert not re.search(r"[\u00a0\u200b\ufeff\t]| $", text, re.MULTILINE)
