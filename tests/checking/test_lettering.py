"""Letters of lines against a fact: what is wrong with the same lines is one finding."""

from __future__ import annotations

from vtdocs.checking.finding import Slip
from vtdocs.checking.lettering import judge_lettering
from vtdocs.checking.paper import Line
from vtdocs.readers.docx.observed import Paragraph, ParagraphFormat, Run, RunFormat
from vtdocs.standards import nd30


def line(number: int, text: str, letters: RunFormat) -> Line:
    runs = (Run(0, len(text), letters),)
    paragraph = Paragraph(number, "word/document.xml", text, runs, ParagraphFormat(), letters)
    return Line(paragraph, 0, len(text))


def judge(*lines: Line) -> list[Slip]:
    return [*judge_lettering(lines, nd30.NOI_NHAN, "từ “Nơi nhận”")]


RIGHT = RunFormat(size=24, bold=True, italic=True)
PLAIN = RunFormat(size=28)
UPRIGHT = RunFormat(size=24, bold=True)


def test_letters_that_are_right() -> None:
    assert judge(line(1, "Nơi nhận:", RIGHT)) == []


def test_all_that_is_wrong_with_a_line_is_one_finding() -> None:
    (slip,) = judge(line(1, "NƠI NHẬN:", PLAIN))
    assert slip.message == (
        "từ “Nơi nhận” cỡ chữ 14, không in đậm, in đứng, in hoa, phải là cỡ 12, in đậm, in nghiêng, in thường"
    )
    assert slip.hint == (
        "chọn dòng này, đặt cỡ chữ 12, bật kiểu chữ đậm, bật kiểu chữ nghiêng, gõ lại bằng chữ in thường"
    )
    assert slip.found == "14, không in đậm, in đứng, in hoa"
    assert slip.expected == "12, in đậm, in nghiêng, in thường"
    assert [place.paragraph for place in slip.places] == [1]


def test_what_is_wrong_with_other_lines_is_told_apart() -> None:
    slips = judge(line(1, "Nơi nhận:", PLAIN), line(2, "Nơi nhận:", UPRIGHT), line(3, "Nơi nhận:", RIGHT))
    assert [(slip.message, [place.paragraph for place in slip.places]) for slip in slips] == [
        ("từ “Nơi nhận” cỡ chữ 14, không in đậm, phải là cỡ 12, in đậm", [1]),
        ("từ “Nơi nhận” in đứng, phải in nghiêng", [1, 2]),
    ]
