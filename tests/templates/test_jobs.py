"""Templates at work: copied, checked, opened, chosen for a document; by Python and by the command."""

from __future__ import annotations

import pickle
import shutil
import zipfile
from pathlib import Path

import pytest

import vtdocs
from tests.docx_xml import parts
from tests.templates.restyled import DOCUMENT, changed, edited
from tests.writers.plans import plan
from vtdocs import api, cli
from vtdocs.errors import LoadError, TemplateError, WriteError
from vtdocs.resources import resource_root
from vtdocs.writers.docx import is_untouched, stock_file

COMMON = "van-ban-co-ten-loai.docx"
MARK = '<w:p><w:r><w:t xml:space="preserve">MẪU RIÊNG {}</w:t></w:r></w:p><w:p><w:r><w:t>{{{{p ten_loai }}}}</w:t>'
TITLE = "<w:p><w:r><w:t>{{p ten_loai }}</w:t>"


def marked(word: str) -> bytes:
    """The stock template with a line of its own above the title."""
    return changed({DOCUMENT: [(TITLE, MARK.format(word))]})


def free() -> bytes:
    def empty(document: object) -> None:
        document.element.body.clear_content()  # type: ignore[attr-defined]
        document.add_paragraph("Kính gửi {{ ten }}")  # type: ignore[attr-defined]

    return edited(empty)


def text(docx: bytes) -> str:
    return parts(docx)[DOCUMENT].decode()


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A folder of a plan and a decision."""
    folder = tmp_path / "nam"
    for kind in ("ke_hoach", "quyet_dinh"):
        shutil.copytree(resource_root() / "templates" / "new" / kind, folder, dirs_exist_ok=True)
    return folder


@pytest.fixture
def mau(tmp_path: Path) -> Path:
    folder = tmp_path / "mau"
    folder.mkdir()
    return folder


# --- new ------------------------------------------------------------------------------------------------------------


def test_new_copies_the_stock_templates_and_never_over_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "mau"
    assert api.start_templates(folder) == (folder / COMMON,)
    assert (folder / COMMON).read_bytes() == stock_file()
    (folder / COMMON).write_bytes(b"mine")
    with pytest.raises(WriteError, match=f"VT-507.*{COMMON}"):
        api.start_templates(folder)
    assert (folder / COMMON).read_bytes() == b"mine"
    assert [path.name for path in folder.iterdir()] == [COMMON]


# --- build ----------------------------------------------------------------------------------------------------------


def test_each_kind_takes_the_template_of_its_name_or_the_common_one(year: Path, mau: Path, tmp_path: Path) -> None:
    (mau / COMMON).write_bytes(marked("chung"))
    (mau / "quyet-dinh.docx").write_bytes(marked("quyết định"))
    report = vtdocs.build(year, tmp_path / "ra", templates=mau)
    made = {path.target.name: text(path.target.read_bytes()) for path in report.made}
    assert ">MẪU RIÊNG chung<" in made["ke-hoach.docx"]
    assert ">MẪU RIÊNG quyết định<" in made["quyet-dinh.docx"]


def test_faults_of_all_templates_are_told_at_once_and_nothing_is_written(year: Path, mau: Path, tmp_path: Path) -> None:
    (mau / "ke-hoach.docx").write_bytes(changed({DOCUMENT: [("{{p kinh_gui }}", "x")]}))
    (mau / "quyet-dinh.docx").write_bytes(changed({DOCUMENT: [("{{ so }}", "{{ soo }}")]}))
    with pytest.raises(TemplateError) as caught:
        vtdocs.build(year, tmp_path / "ra", templates=mau)
    assert [d.code for d in caught.value.diagnostics] == ["VT-404", "VT-403"]
    assert not (tmp_path / "ra").exists()


def test_a_folder_without_a_template_is_told_with_the_command_that_gives_one(year: Path, mau: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        vtdocs.build(year, templates=mau, dry_run=True)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.message) == (
        "VT-412",
        f"thư mục mẫu không có ke-hoach.docx, quyet-dinh.docx, cũng không có {COMMON}",
    )
    assert fault.hint == f"chạy vtdocs template new {mau} để có mẫu gốc, rồi sửa trong Word"


def test_a_file_in_the_place_of_the_folder_is_told_with_its_folder(year: Path, mau: Path) -> None:
    (mau / "x.docx").write_bytes(stock_file())
    with pytest.raises(TemplateError) as caught:
        vtdocs.build(year, templates=mau / "x.docx", dry_run=True)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.message) == ("VT-412", "--templates cần một thư mục, còn đây là một tệp")
    assert str(fault.hint).startswith(f"ghi thư mục chứa tệp: --templates {mau}; ")
    with pytest.raises(TemplateError, match=r"VT-412.*không có thư mục mẫu này"):
        vtdocs.build(year, templates=mau / "khong-co", dry_run=True)


def test_a_free_template_is_none_for_a_document(year: Path, mau: Path) -> None:
    (mau / COMMON).write_bytes(free())
    with pytest.raises(TemplateError) as caught:
        vtdocs.build(year, templates=mau, dry_run=True)
    (fault,) = caught.value.diagnostics
    assert fault.code == "VT-411"
    assert fault.message.startswith("đây là mẫu tự do, không phải mẫu văn bản: không có {{ so }}, {{ ky_hieu }}, {{p ")
    assert str(fault.hint).startswith(f"điền mẫu này bằng: vtdocs fill {mau / COMMON} DỮ_LIỆU.yaml -o KẾT_QUẢ.docx")


def test_what_a_template_leaves_of_the_decree_is_told_with_the_documents(year: Path, mau: Path) -> None:
    (mau / COMMON).write_bytes(changed({DOCUMENT: [("<w:titlePg/>", "")]}))
    report = vtdocs.build(year, templates=mau, dry_run=True)
    assert [d.message for d in report.diagnostics if d.code == "VT-413"] == [
        "trang đầu của văn bản và của phụ lục hiện số trang"
    ]


# --- Python ---------------------------------------------------------------------------------------------------------


def test_an_opened_template_makes_documents_and_travels(mau: Path) -> None:
    path = mau / "cua-toi.docx"
    path.write_bytes(marked("của tôi"))
    template = vtdocs.open_template(path)
    assert isinstance(template, vtdocs.WordTemplate)
    data = vtdocs.write_docx(plan(), mau / "ra.docx", template=template)
    assert ">MẪU RIÊNG của tôi<" in text(data)
    assert (mau / "ra.docx").read_bytes() == data
    assert vtdocs.write_docx(plan(), template=pickle.loads(pickle.dumps(template))) == data
    with pytest.raises(TemplateError, match=r"VT-411.*mẫu văn bản"):
        template.render({})


def test_a_free_template_tells_what_it_lacks_of_a_document(mau: Path) -> None:
    (mau / "thu.docx").write_bytes(free())
    template = vtdocs.open_template(mau / "thu.docx")
    with pytest.raises(TemplateError) as caught:
        vtdocs.write_docx(plan(), template=template)
    (fault,) = caught.value.diagnostics
    assert (fault.code, str(fault.location)) == ("VT-411", str(mau / "thu.docx"))
    assert "{{p noi_dung }}" in fault.message


def test_a_free_template_is_filled(mau: Path) -> None:
    (mau / "thu.docx").write_bytes(free())
    template = vtdocs.open_template(mau / "thu.docx")
    data = template.render({"ten": "ông A & bà B"}, mau / "ra.docx")
    assert "Kính gửi ông A &amp; bà B" in text(data)
    assert (mau / "ra.docx").read_bytes() == data
    assert is_untouched(data)
    assert not is_untouched(data[:-1])


def test_a_free_template_is_filled_with_the_compressor_that_is_asked_for(
    mau: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (mau / "thu.docx").write_bytes(free())
    template = vtdocs.open_template(mau / "thu.docx")
    data = {"ten": "ông A và bà B, " * 5_000}
    stored, small = (template.render(data, compression=name) for name in ("zlib-0", "zlib-9"))
    assert len(stored) > 5 * len(small)
    assert parts(stored) == parts(small)
    monkeypatch.setenv("VTDOCS_NEN", "zlib-0")
    assert template.render(data) == stored
    with pytest.raises(WriteError, match=r"VT-302"):
        template.render(data, compression="zip")


@pytest.mark.parametrize(("content", "code"), [(None, "VT-401"), (b"", "VT-402"), (b"PK\x03\x04", "VT-402")])
def test_what_is_no_template_is_told(mau: Path, content: bytes | None, code: str) -> None:
    path = mau / "x.docx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TemplateError) as caught:
        vtdocs.open_template(path)
    assert [d.code for d in caught.value.diagnostics] == [code]
    assert str(caught.value.diagnostics[0].location) == str(path)


def test_a_huge_file_and_a_folder_are_told_unread(mau: Path) -> None:
    with (mau / "lon.docx").open("wb") as file:
        file.truncate(40 * 1024 * 1024)
    for path, said in ((mau / "lon.docx", "quá lớn"), (mau, "đây là thư mục")):
        with pytest.raises(TemplateError, match=f"VT-401.*{said}"):
            vtdocs.open_template(path)


# --- the command ----------------------------------------------------------------------------------------------------


def test_the_command_copies_checks_and_builds(
    year: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["template", "new", "mau"]) == 0
    assert f"mau/{COMMON}" in capsys.readouterr().out
    assert cli.main(["template", "new", "mau"]) == 2
    assert "VT-507" in capsys.readouterr().err
    assert cli.main(["template", "check", "mau"]) == 0
    assert "đạt" in capsys.readouterr().out
    assert cli.main(["build", str(year), "--templates", "mau", "-o", "ra"]) == 0
    assert sorted(path.name for path in Path("ra").iterdir()) == ["ke-hoach.docx", "quyet-dinh.docx"]


def test_check_tells_every_fault_of_every_template(
    mau: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(mau.parent)
    (mau / "a.docx").write_bytes(changed({DOCUMENT: [("{{p kinh_gui }}", "x"), ("{{ so }}", "{{ soo }}")]}))
    (mau / "b.docx").write_bytes(changed({DOCUMENT: [("<w:titlePg/>", "")]}))
    (mau / "c.docx").write_bytes(b"not a file of Word")
    (mau / "~$a.docx").write_bytes(b"of Word, while it is open")
    assert cli.main(["template", "check", "mau"]) == 1
    told = capsys.readouterr()
    assert [code for code in ("VT-402", "VT-403", "VT-404", "VT-413") if code in told.err] == [
        "VT-402", "VT-403", "VT-404", "VT-413",
    ]  # fmt: skip
    rows = [line.split("  ") for line in told.out.splitlines() if ".docx" in line]
    assert [[cell for cell in row if cell] for row in rows] == [
        ["mau/a.docx", "mẫu văn bản", "2 lỗi"],
        ["mau/b.docx", "mẫu văn bản", "có cảnh báo"],
        ["mau/c.docx", "chưa rõ", "1 lỗi"],
    ]


def test_check_of_nothing_is_told(mau: Path) -> None:
    with pytest.raises(LoadError, match="VT-412"):
        api.check_templates(mau)
    with pytest.raises(LoadError, match="VT-401"):
        api.check_templates(mau / "x.docx")
    with zipfile.ZipFile(mau / "x.docx", "w") as archive:
        archive.writestr("a.txt", "x")
    (check,) = api.check_templates(mau / "x.docx")
    assert [d.code for d in check.diagnostics] == ["VT-402"]
    assert not check.passed
