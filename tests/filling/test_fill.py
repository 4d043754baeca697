from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.docx_xml import paragraph_texts, parts
from tests.filling.papers import changed, paper, picture, saved, zipped
from tests.judges import ROOT, check_integrity, validate_sdk
from tests.rendered import Renderer
from vtdocs import api, cli
from vtdocs.errors import LoadError, TemplateError, VtdocsError, WriteError
from vtdocs.filling import compile_form
from vtdocs.writers.docx.package import is_untouched

EXAMPLE = ROOT / "examples" / "dien-mau"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mau.docx").write_bytes(paper("Kính gửi {{ ten }}", "{%p for x in ds %}", "- {{ x }}", "{%p endfor %}"))
    (tmp_path / "du-lieu.yaml").write_text("ten: A & B\nds: [một, hai]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> int:
    return cli.main(["fill", *words])


@pytest.mark.judge("sdk", "integrity", "libreoffice")
def test_the_example_is_filled_as_the_page_shows(tmp_path: Path, render: Renderer) -> None:
    out = tmp_path / "giay-moi.docx"
    report = api.fill(EXAMPLE / "giay-moi.docx", EXAMPLE / "giay-moi.yaml", out)
    assert report.diagnostics == ()
    texts = paragraph_texts(out.read_bytes())
    assert [text for text in texts if "{" in text] == []
    assert "ỦY BAN NHÂN DÂN XÃ TÂN HÒA" in texts
    assert "Báo cáo kết quả năm 2025 & nhiệm vụ năm 2026" in texts
    assert "Tài liệu họp được gửi qua hệ thống quản lý văn bản." in texts
    assert [*validate_sdk([out]), *check_integrity(out)] == []
    (page,) = render(out.read_bytes()).pages
    assert "GIẤY MỜI" in page.text()


def test_a_file_is_made_and_may_be_made_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("mau.docx", "du-lieu.yaml", "-o", "ra/ket-qua.docx") == 0
    made = (folder / "ra" / "ket-qua.docx").read_bytes()
    assert paragraph_texts(made) == ["Kính gửi A & B", "- một", "- hai"]
    assert "ra/ket-qua.docx" in capsys.readouterr().out.replace("\\", "/")
    assert is_untouched(made)
    assert run("mau.docx", "du-lieu.yaml", "-o", "ra/ket-qua.docx") == 0
    assert (folder / "ra" / "ket-qua.docx").read_bytes() == made


def test_what_a_person_has_edited_is_written_over_only_by_force(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / "ket-qua.docx"
    assert run("mau.docx", "du-lieu.yaml", "-o", out.name) == 0
    made = out.read_bytes()
    text = parts(made)["word/document.xml"].replace("Kính gửi".encode(), "Kính chào".encode())
    edited = changed(made, word__document_dot_xml=text)
    out.write_bytes(edited)
    assert run("mau.docx", "du-lieu.yaml", "-o", out.name) == 2
    assert out.read_bytes() == edited
    assert "VT-503" in capsys.readouterr().err
    assert run("mau.docx", "du-lieu.yaml", "-o", out.name, "--force", "--dry-run") == 0
    assert out.read_bytes() == edited
    assert run("mau.docx", "du-lieu.yaml", "-o", out.name, "--force") == 0
    assert out.read_bytes() == made


@pytest.mark.judge("sdk", "integrity")
@pytest.mark.parametrize("name", ["docProps/custom.xml", "docProps/other.xml"])
def test_a_properties_part_of_the_template_keeps_its_own(name: str, tmp_path: Path) -> None:
    first = parts(compile_form(paper("{{ ten }}")).render({"ten": "A"}))
    custom = first.pop("docProps/custom.xml").replace(b'name="vtdocs.digest"', b'name="So ho so"')
    for part in ("_rels/.rels", "[Content_Types].xml"):
        first[part] = first[part].replace(b"docProps/custom.xml", name.encode())
    template = zipped({**first, name: custom, "word/document.xml": parts(paper("{{ ten }}"))["word/document.xml"]})
    assert not is_untouched(template)
    sealed = compile_form(template).render({"ten": "A"})
    assert is_untouched(sealed)
    assert paragraph_texts(sealed) == ["A"]
    assert parts(compile_form(sealed).render({})) == parts(sealed)
    found = parts(sealed)["docProps/custom.xml"].decode()
    assert 'pid="2" name="So ho so"' in found
    assert 'pid="3" name="vtdocs.digest"' in found
    path = tmp_path / "a.docx"
    path.write_bytes(sealed)
    assert [*validate_sdk([path]), *check_integrity(path)] == []


def test_a_file_that_a_script_made_may_be_made_again_by_the_command(folder: Path) -> None:
    api.open_template("mau.docx").render({"ten": "B", "ds": []}, "ra.docx")
    assert is_untouched((folder / "ra.docx").read_bytes())
    assert run("mau.docx", "du-lieu.yaml", "-o", "ra.docx") == 0
    assert paragraph_texts((folder / "ra.docx").read_bytes()) == ["Kính gửi A & B", "- một", "- hai"]


def test_the_compressor_is_chosen_as_for_building(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    values = {"ten": "chữ " * 2_000, "ds": ["một"]}  # what is short is deflated in one way only
    (folder / "du-lieu.yaml").write_text(f"ten: '{values['ten']}'\nds: [một]\n", encoding="utf-8")
    assert run("mau.docx", "du-lieu.yaml", "-o", "0.docx", "--nen", "zlib-0") == 0
    stored = (folder / "0.docx").read_bytes()
    assert is_untouched(stored)
    template = api.open_template("mau.docx")
    assert template.render(values, compression="zlib-0") == stored
    monkeypatch.setenv("VTDOCS_NEN", "zlib-0")
    assert run("mau.docx", "du-lieu.yaml", "-o", "1.docx") == 0
    assert (folder / "1.docx").read_bytes() == stored == template.render(values)
    assert run("mau.docx", "du-lieu.yaml", "-o", "9.docx", "--nen", "zlib-9") == 0
    assert len((folder / "9.docx").read_bytes()) < len(stored)
    assert run("mau.docx", "du-lieu.yaml", "-o", "ra.docx", "--nen", "khong-co") == 2
    assert "khong-co" in capsys.readouterr().err
    assert not (folder / "ra.docx").exists()


def test_a_template_of_documents_is_told_for_what_it_is(folder: Path) -> None:
    api.start_templates("mau")
    (fault,) = told("mau/van-ban-co-ten-loai.docx", "du-lieu.yaml", "ra.docx")
    assert fault.startswith("mau/van-ban-co-ten-loai.docx VT-411 đây là mẫu văn bản")


def test_a_file_outside_of_the_folder_is_told_in_words_of_filling(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "ngoai.png").write_bytes(picture())
    (folder / "d.yaml").write_text("ten: {anh: ../ngoai.png}\nds: []\n", encoding="utf-8")
    assert run("mau.docx", "d.yaml", "-o", "ra.docx") == 2
    shown = capsys.readouterr().err
    assert "VT-031" in shown
    assert "chép tệp vào thư mục của d.yaml" in shown
    assert "co-quan.yaml" not in shown


def told(*arguments: Any, **options: Any) -> list[str]:
    with pytest.raises(VtdocsError) as error:
        api.fill(*arguments, **options)
    return [f"{fault.location} {fault.code} {fault.message}" for fault in error.value.diagnostics]


def test_all_that_is_missing_and_all_that_is_unused_is_told_at_once(folder: Path) -> None:
    (folder / "sai.yaml").write_text("tne: A\nds: [{a: 1}]\n", encoding="utf-8")
    (folder / "m.docx").write_bytes(paper("{{ ten }} {{ ngay }}", "{% for x in ds %}{{ x.b }}{% endfor %}"))
    found = told("m.docx", "sai.yaml", "ra.docx")
    assert [line.split("VT-")[1][:3] for line in found] == ["461", "461", "462", "475"]
    assert "“ten” không có trong dữ liệu" in found[0]
    assert found[-1].startswith("sai.yaml:1:1 VT-475 mẫu không dùng “tne”")
    assert "có phải ý là “ten”?" in found[-1]
    assert not (folder / "ra.docx").exists()


def test_data_that_the_template_does_not_use_is_a_warning(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "du-lieu.yaml").write_text("ten: A\nds: []\nthua: 1\n", encoding="utf-8")
    assert run("mau.docx", "du-lieu.yaml", "-o", "ra.docx") == 0
    shown = capsys.readouterr().err
    assert "du-lieu.yaml:3:1  VT-475  cảnh báo: mẫu không dùng “thua”" in shown
    assert "mẫu có các tên: “ds”, “ten”" in shown


def test_faults_of_the_template_and_of_the_data_are_told_together(folder: Path) -> None:
    (folder / "m.docx").write_bytes(paper("{{ ten"))
    (folder / "d.yaml").write_text("a: &x 1", encoding="utf-8")
    codes = {line.split("VT-")[1][:3] for line in told("m.docx", "d.yaml", "ra.docx")}
    assert codes == {"451", "007"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("mau.docx", "du-lieu.yaml", "-o", "ra.pdf"), "VT-478"),
        (("mau.docx", "du-lieu.yaml", "-o", "ra"), "VT-478"),
        (("mau.docx", "du-lieu.yaml", "-o", "mau.docx", "--force"), "VT-479"),
        (("mau.docx", "du-lieu.yaml", "-o", "./mau.docx", "--force"), "VT-479"),
        (("khac.docx", "du-lieu.yaml", "-o", "ra.docx"), "VT-401"),
        (("mau.docx", "khac.yaml", "-o", "ra.docx"), "VT-030"),
        (("du-lieu.yaml", "du-lieu.yaml", "-o", "ra.docx"), "VT-450"),
        (("mau.docx", "mau.docx", "-o", "ra.docx"), "VT-001"),
        ((".", "du-lieu.yaml", "-o", "ra.docx"), "VT-401"),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_is_written(
    words: tuple[str, ...], code: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert run(*words) == 2
    assert code in capsys.readouterr().err
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_file_that_the_data_refer_to_is_never_written_over(folder: Path) -> None:
    (folder / "p.docx").write_bytes(before := paper("phần"))
    (folder / "m.docx").write_bytes(paper("{{p phan }}"))
    (folder / "d.yaml").write_text("phan: {tep: p.docx}", encoding="utf-8")
    (fault,) = told("m.docx", "d.yaml", "p.docx", force=True)
    assert fault == "p.docx VT-479 tệp kết quả trùng với tệp “p.docx” mà dữ liệu dùng"
    assert (folder / "p.docx").read_bytes() == before


def test_out_must_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run("mau.docx", "du-lieu.yaml")
    assert stop.value.code == 2
    assert "-o" in capsys.readouterr().err


def test_json_pictures_and_documents_go_through_the_command(folder: Path) -> None:
    (folder / "a.png").write_bytes(picture())
    (folder / "p.docx").write_bytes(paper("phần"))
    (folder / "m.docx").write_bytes(paper("{{ anh }}", "{{p phan }}"))
    (folder / "d.json").write_text('{"anh": {"anh": "a.png", "rong": 20}, "phan": {"tep": "p.docx"}}', encoding="utf-8")
    assert run("m.docx", "d.json", "-o", "ra.docx") == 0
    made = (folder / "ra.docx").read_bytes()
    assert paragraph_texts(made) == ["", "phần"]
    assert is_untouched(made)


def test_a_missing_docxcompose_is_told_with_the_way_to_install_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "p.docx").write_bytes(paper("phần"))
    (folder / "m.docx").write_bytes(paper("{{p phan }}"))
    (folder / "d.yaml").write_text("phan: {tep: p.docx}", encoding="utf-8")
    for name in [name for name in sys.modules if name.startswith(("docxcompose", "docxtpl.subdoc"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docxcompose", None)
    assert run("m.docx", "d.yaml", "-o", "ra.docx") == 2
    shown = capsys.readouterr().err
    assert "VT-476" in shown
    assert "pip install --force-reinstall vtdocs" in shown


HEAVY = ("docx", "docxtpl", "docxcompose", "PIL", "rich", "openpyxl")


def test_plain_filling_imports_no_library_that_it_does_not_need(folder: Path) -> None:
    program = (
        "import sys; from vtdocs import cli; code = cli.main(['fill', 'mau.docx', 'du-lieu.yaml', '-o', 'ra.docx']);"
        f"print(code, *(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, cwd=folder)
    assert done.stderr.split() == ["0"]


def test_the_same_file_comes_out_of_another_process(folder: Path) -> None:
    shutil.copy(EXAMPLE / "giay-moi.docx", folder)
    shutil.copy(EXAMPLE / "giay-moi.yaml", folder)
    (folder / "p.docx").write_bytes(saved_list())
    (folder / "m.docx").write_bytes(paper("{{p phan }}", "{{p phan }}"))
    (folder / "d.yaml").write_text("phan: {tep: p.docx}", encoding="utf-8")
    for template, data in (("giay-moi.docx", "giay-moi.yaml"), ("m.docx", "d.yaml")):
        outs = []
        for seed in ("1", "2"):
            environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": seed}
            command = [sys.executable, "-m", "vtdocs", "fill", template, data, "-o", f"{seed}.docx", "--force"]
            subprocess.run(command, check=True, capture_output=True, env=environment, cwd=folder)
            outs.append((folder / f"{seed}.docx").read_bytes())
        assert outs[0] == outs[1]


def saved_list() -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph("một", style="List Number")
    document.add_paragraph("chấm", style="List Bullet")
    return saved(document)


def test_faults_are_of_three_kinds(folder: Path) -> None:
    with pytest.raises(WriteError):
        api.fill("mau.docx", "du-lieu.yaml", "ra.txt")
    with pytest.raises(TemplateError):
        api.fill("khac.docx", "du-lieu.yaml", "ra.docx")
    (folder / "d.yaml").write_text("- a", encoding="utf-8")
    with pytest.raises((TemplateError, LoadError)):
        api.fill("mau.docx", "d.yaml", "ra.docx")
