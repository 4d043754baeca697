"""Templates that people restyled, as LibreOffice prints their documents: measured in literal millimetres."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import judges
from tests.rendered import Line, Page, Rendered, Renderer, Rule
from tests.templates.restyled import RESTYLED, by_libreoffice
from tests.writers.plans import plan, table
from vtdocs import write_docx
from vtdocs.jobs.word_template import WordTemplate
from vtdocs.model import KeHoach, PhuLuc
from vtdocs.writers.docx import compile_template

pytestmark = pytest.mark.judge("libreoffice")

BY_LIBREOFFICE = "qua LibreOffice"
NAMES = [*RESTYLED, BY_LIBREOFFICE]
# Where the text of a page stands, in millimetres from the left.
SIDES = {"lề rộng hơn": (35.0, 195.0), "gáy đóng": (33.0, 190.0)}
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
SENTENCE = "Nâng cao nhận thức, trách nhiệm của cán bộ, công chức xã trong tổ chức thực hiện công tác này"


def paper() -> KeHoach:
    body = "\n".join(
        ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", *(f"- {SENTENCE}; lần thứ {n}." for n in range(18)), "a) Một điểm."]
    )
    return plan(
        body,
        trich_yeu=(
            "Tuyên truyền cải cách hành chính, nâng cao hiệu quả quản trị và hành chính công xã Vĩnh Thông năm 2026"
        ),
        can_cu=("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",),
        ket_thuc=("Trên đây là Kế hoạch tuyên truyền.",),
        phu_luc=(PhuLuc((table(28),), "Các hoạt động trọng tâm"),),
    )


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    templates = {name: make() for name, make in RESTYLED.items()}
    templates[BY_LIBREOFFICE] = by_libreoffice(tmp_path_factory.mktemp("libreoffice"))
    documents = {name: compile_template(data, name) for name, data in templates.items()}
    return {name: write_docx(paper(), template=WordTemplate(name, document)) for name, document in documents.items()}


@pytest.fixture(scope="module")
def rendered(files: dict[str, bytes], render: Renderer) -> dict[str, Rendered]:
    return dict(zip(files, render.many(files.values()), strict=True))


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def pages(name: str, rendered: dict[str, Rendered]) -> tuple[Page, ...]:
    return rendered[name].pages


def sides(name: str) -> tuple[float, float]:
    return SIDES.get(name, (30.0, 190.0))


def near(value: float, wanted: float, by: float = 0.5) -> bool:
    return abs(value - wanted) <= by


def rule_below(page: Page, line: Line) -> Rule:
    """The rule right under a line of text."""
    found = [rule for rule in page.rules if 0 < rule.y - line.baseline < 6 and rule.x0 < line.middle < rule.x1]
    assert found, f"no rule below {line.text!r}"
    return min(found, key=lambda rule: rule.y)


def test_every_word_stands_inside_the_margins(name: str, pages: tuple[Page, ...]) -> None:
    left, right = sides(name)
    assert len(pages) >= 4
    for page in pages:
        turned = page.width > page.height
        words = page.words(y0=19)
        end = page.width - (210 - right)
        assert near(page.width, 297 if turned else 210)
        assert min(word.x0 for word in words) >= left - 0.3
        assert max(word.x1 for word in words) <= end + 0.3
        assert max(word.bottom for word in words) <= page.height - 20 + 0.5


def test_the_lines_of_the_head_are_as_long_as_the_decree_wants(name: str, pages: tuple[Page, ...]) -> None:
    page = pages[0]
    (nation,) = [line for line in page.lines(x0=92) if NATION in line.text]
    (motto,) = [line for line in page.lines(x0=92) if line.text == MOTTO]
    assert near(nation.middle, motto.middle)
    below = rule_below(page, motto)
    assert near(below.width, motto.width, 0.6)
    assert near(below.middle, motto.middle)
    (office,) = [line for line in page.lines(x1=92) if line.text == "XÃ VĨNH THÔNG"]
    below = rule_below(page, office)
    assert 1 / 3 <= below.width / office.width <= 1 / 2
    assert near(below.middle, office.middle)
    title = page.lines()[[line.text for line in page.lines()].index("KẾ HOẠCH") + 2]
    below = rule_below(page, title)
    assert 1 / 3 <= below.width / title.width <= 1 / 2
    assert near(below.middle, title.middle)
    assert near(title.middle, sum(sides(name)) / 2)


def test_the_table_fills_the_room_between_the_margins_and_its_head_repeats(name: str, pages: tuple[Page, ...]) -> None:
    left, right = sides(name)
    seen = 0
    for page in pages:
        if not page.upright_rules:
            continue
        seen += 1
        end = page.width - (210 - right)
        places = sorted({round(rule.x, 1) for rule in page.upright_rules})
        assert near(places[0], left, 0.6)
        assert near(places[-1], end, 0.6)
        across = [rule for rule in page.rules if near(rule.x0, left, 0.6) and near(rule.x1, end, 0.6)]
        assert len(across) >= 3
        text = page.text()
        assert text.index("STT") < text.index("Nội dung") < text.index("Tuyên truyền cải cách")
        # No word of a cell touches its border.
        for word in page.words(y0=min(rule.y for rule in across), y1=max(rule.y for rule in across)):
            assert not any(word.x0 - 0.3 < place < word.x1 + 0.3 for place in places), word.text
    assert seen >= 2


def test_pages_are_numbered_from_the_second_of_the_paper_and_of_its_appendix(
    name: str, pages: tuple[Page, ...]
) -> None:
    first = next(number for number, page in enumerate(pages) if "Phụ lục" in page.text())
    numbers = [[word.text for word in page.words(y1=19) if word.text.isdigit()] for page in pages]
    expected = [[str(n)] if n > 1 else [] for n in [*range(1, first + 1), *range(1, len(pages) - first + 1)]]
    assert numbers == expected


def test_both_validators_find_nothing(files: dict[str, bytes], tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.docx" for number in range(len(files))]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    assert [judges.check_integrity(path) for path in paths] == [[]] * len(paths)
    if not judges.missing(["sdk"]):
        assert judges.validate_sdk(paths) == []


# --- what each edit is there for ------------------------------------------------------------------------------------


def test_a_smaller_body_reaches_every_level_of_it(rendered: dict[str, Rendered]) -> None:
    page = rendered["chữ 13"].pages[0]
    for text in ("Căn cứ Luật Tổ chức", "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "lần thứ 0"):
        (line,) = [line for line in page.lines() if text in line.text]
        assert line.sizes == {13}
    assert page.line("KẾ HOẠCH").sizes == {14}


def test_indents_and_room_between_paragraphs_are_the_template_s(rendered: dict[str, Rendered]) -> None:
    lines = rendered["đoạn thưa hơn"].pages[1].lines()
    assert {round(line.x0) for line in lines if line.text.startswith("- Nâng cao")} == {40}


def test_a_logo_and_a_strip_are_kept(rendered: dict[str, Rendered], files: dict[str, bytes]) -> None:
    for name in ("logo", "logo neo vào ô"):
        assert b"word/media/image1.png" in files[name]
        office = rendered[name].pages[0].line("XÃ VĨNH THÔNG", x1=92)
        assert near(office.top, 40 if name == "logo" else 25, 4)
    page = rendered["dải địa chỉ"].pages[0]
    above, below = page.line("ĐƯỜNG SỐ 1"), page.line("xa@example.vn & cổng")
    assert above.baseline < page.line(NATION, x0=92).baseline < below.baseline < page.line("KẾ HOẠCH").baseline


def test_the_header_has_the_words_and_the_tag_of_the_template(rendered: dict[str, Rendered]) -> None:
    pages = rendered["tên cơ quan ở đầu trang"].pages
    (line,) = pages[1].lines(y1=19)
    assert line.text == "UBND xã Vĩnh Thông - KH-UBND 2"
    assert near(line.x1, 190)
    assert pages[0].lines(y1=19) == []


def test_bold_and_coloured_cells_are_measured_as_they_look(rendered: dict[str, Rendered]) -> None:
    page = next(page for page in rendered["đậm và màu"].pages if "Phụ lục" in page.text())
    content = page.phrase("Tuyên truyền cải cách hành chính")
    assert all(word.bold for word in content)


def test_an_older_template_gets_the_later_styles_in_its_own_sizes(rendered: dict[str, Rendered]) -> None:
    page = rendered["mẫu đời cũ"].pages[0]
    (line,) = [line for line in page.lines() if "lần thứ 0" in line.text]
    assert line.sizes == {13}
