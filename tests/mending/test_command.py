"""`vtdocs fix` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checking.editing import letters, word_run
from tests.checking.mutating import clean
from vtdocs.cli import main

_WRONG, _RIGHT = "Độc lập – Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"
_SOURCE = "30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1, điểm b"


@pytest.fixture(autouse=True)
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    docx = clean("examples/mau/to-trinh.yaml")
    letters(docx, "TỜ TRÌNH", size=16)
    word_run(docx, docx.paragraph("Độc lập"), _WRONG)
    path = Path("goc.docx")
    path.write_bytes(docx.save())
    return path


def test_every_change_is_told_and_the_file_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "goc.docx", "-o", "sua.docx"]) == 0
    said = capsys.readouterr()
    assert [" ".join(line.split()) for line in said.out.splitlines()] == [
        "Đã sửa:",
        "Phần Trước Sau Chỗ Căn cứ",
        "cỡ chữ tên loại cỡ 16 cỡ 14 đoạn 8 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 5, điểm b",
        "Đề nghị sửa lời (Track Changes, chờ bạn chấp nhận):",
        "Phần Trước Sau Chỗ Căn cứ",
        f"Tiêu ngữ sai chữ, sai gạch nối hoặc sai chữ hoa {_WRONG} {_RIGHT} đoạn 4 {_SOURCE}",
        "Đã ghi sua.docx; tệp gốc giữ nguyên. Xem phần còn lại: vtdocs check sua.docx",
    ]
    assert (Path("sua.docx").read_bytes()[:2], said.err) == (b"PK", "")


def test_a_dry_run_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "goc.docx", "-o", "sua.docx", "--dry-run"]) == 0
    assert capsys.readouterr().out.startswith("Sẽ sửa (chưa ghi tệp nào):")
    assert not Path("sua.docx").exists()


def test_a_dry_run_needs_no_name_for_its_result(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "goc.docx", "--dry-run"]) == 0
    assert capsys.readouterr().out.startswith("Sẽ sửa (chưa ghi tệp nào):")
    assert [path.name for path in Path().iterdir()] == ["goc.docx"]


def test_what_is_right_is_copied_and_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "goc.docx", "-o", "sua.docx"]) == 0
    capsys.readouterr()
    assert main(["fix", "sua.docx", "-o", "nua.docx"]) == 0
    said = capsys.readouterr().out
    assert said == "sua.docx: không có gì cần sửa về thể thức; đã chép nguyên sang nua.docx.\n"
    assert Path("nua.docx").read_bytes() == Path("sua.docx").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["goc.docx"], "VT-642"),
        (["goc.docx", "-o", "goc.docx"], "VT-643"),
        (["goc.docx", "-o", "goc.docx", "--force"], "VT-643"),
        (["goc.docx", "-o", "sua.doc"], "VT-642"),
        (["goc.docx", "-o", "co.docx"], "VT-503"),
        (["khong-co.docx", "-o", "sua.docx"], "VT-601"),
    ],
)
def test_what_cannot_be_done_is_told_by_its_code(
    arguments: list[str], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("co.docx").write_bytes(b"cua nguoi khac")
    assert main(["fix", *arguments]) == 2
    assert code in capsys.readouterr().err
    assert Path("co.docx").read_bytes() == b"cua nguoi khac"
