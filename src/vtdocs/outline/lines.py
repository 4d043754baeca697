"""Lines of an outline, read one by one: mark, words, spans, what the author says of it, what it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from vtdocs.patterns import compile_late

from .faults import Doubt, OutlineFault
from .headings import ends_sentence
from .markers import LABELLED, MarkedLine, follows, read_marker, read_ordinal
from .markup import MarkedText, parse_markup
from .nodes import Marker, Reference, RefKind
from .spans import Emphasis, Span, shift_spans

__all__ = [
    "DIRECTIVES",
    "LONGEST_TITLE",
    "Line",
    "place_lines",
    "read_directive",
    "read_lines",
    "read_paragraph",
    "read_reference",
]

DIRECTIVES = ("tieu_de", "loi_van", "doan_van")
LONGEST_TITLE = 200
# In lines; a quotation that does not end within them was never closed.
_LONGEST_QUOTATION = 200
_QUOTE_ENDS = ("”", "”.", "”;", "”,")
_REFERENCE = compile_late(r"\{(bang|hinh):\s*([\w-]{1,60})\s*\}")
# A line that says nothing else: "{Bảng: a}", "{bang a}", "- {bang: a}", "{bang: }".
_CALL = compile_late(r"\{\s*(?P<word>bang|bảng|hinh|hình)\s*(?::[^{}]*|\s[\w-]{1,60}\s*|)\}", re.IGNORECASE)
# Words in braces that are nearly ours, and are printed as typed.
_NEARLY_WORD = compile_late(
    r"(?<!\\)\{\s*(?:ch[uú][_ -]?th[ií]ch|(?:đoạn|doan)[_ -]?(?:văn|van)|(?:lời|loi)[_ -]?(?:văn|van)"
    r"|(?:tiêu|tieu)[_ -]?(?:đề|de))(?=[\s:}])[^{}]{0,300}\}",
    re.IGNORECASE,
)
_STARRED = compile_late(r"(?P<stars>\*{1,3})(?P<rest>[^\s*].*)")
_NEARLY_REFERENCE = compile_late(r"(?<!\\)\{(bang|hinh)\s*:")


class Line(Struct, frozen=True):
    """A line that has been read, not yet placed; `words` is the plain text behind the mark."""

    marked: MarkedLine
    words: str
    directive: str
    line: int
    column: int
    spans: tuple[Span, ...] = ()
    ref: Reference | None = None
    faults: tuple[OutlineFault, ...] = ()


def read_lines(text: str) -> list[Line]:
    """Read all lines that say something, titles below their labels joined to them."""
    # str.splitlines would also break at U+0085, U+2028 and others, which are no line ends in YAML.
    raws = text.replace("\r\n", "\n").split("\n")
    quoted = _find_quoted(raws)
    lines = [
        read_paragraph(raw, number) if number in quoted else _read_line(raw, number)
        for number, raw in enumerate(raws)
        if raw.strip()
    ]
    return _join_titles(_unmark_capitals(lines))


def place_lines(marked: Sequence[MarkedLine]) -> list[Line]:
    """Make lines of what has been cut already and holds no markup; marks in a quotation of another paper are text."""
    read = list(marked)
    # Few papers quote others, and for most there is nothing to look through.
    if any(line.rest.startswith("“") for line in marked):
        raws = [line.rest if line.marker is None else f"{line.number} {line.rest}".rstrip() for line in marked]
        for number in _find_quoted(raws):
            read[number] = MarkedLine(None, "", raws[number])
    lines = [Line(line, line.rest, "", number, 0) for number, line in enumerate(read)]
    return _join_titles(_unmark_capitals(lines))


def _find_quoted(raws: list[str]) -> frozenset[int]:
    """Find the lines of other papers that are quoted: behind "“Điều 7. …", up to the one that ends with "”".

    A line that says itself what it is, or stands for a table or a picture, is not among them.
    """
    quoted: set[int] = set()
    number = 0
    while number < len(raws):
        end = _find_quote_end(raws, number)
        quoted.update(inside for inside in range(number + 1, end + 1) if not _says_itself(raws[inside].strip()))
        number = max(end, number) + 1
    return frozenset(quoted)


def _find_quote_end(raws: list[str], start: int) -> int:
    """The last line of the quotation that this line opens, or the line itself where it opens none."""
    first = raws[start].strip()
    if not first.startswith("“") or read_marker(first[1:]).marker is None or _says_itself(first):
        return start
    depth = first.count("“") - first.count("”")
    for number in range(start + 1, min(start + 1 + _LONGEST_QUOTATION, len(raws)) if depth > 0 else start):
        depth += raws[number].count("“") - raws[number].count("”")
        if depth <= 0:
            return number if raws[number].strip().endswith(_QUOTE_ENDS) else start
    return start


def _says_itself(text: str) -> bool:
    return read_directive(text)[1] != "" or read_reference(text) is not None


def read_paragraph(raw: str, number: int, directive: str = "doan_van") -> Line:
    """Read a line as an unmarked paragraph."""
    stripped = raw.strip()
    return _mark_up(MarkedLine(None, "", stripped), directive, number, len(raw) - len(raw.lstrip()), 0)


def read_directive(text: str) -> tuple[str, str]:
    """Cut off the word in braces that ends a stripped line, if it is one that says what the line is."""
    start = text.rfind("{")
    name = text[start + 1 : -1] if text.endswith("}") and start > 0 else ""
    return (text[:start].rstrip(), name) if name in DIRECTIVES and text[:start].strip() else (text, "")


def read_reference(text: str) -> Reference | None:
    """Read a stripped line that stands for a table or a picture."""
    found = _REFERENCE.fullmatch(text) if text.startswith("{") else None
    return Reference(RefKind(found[1]), found[2]) if found else None


def _read_line(raw: str, number: int) -> Line:
    stripped, column = raw.strip(), len(raw) - len(raw.lstrip())
    if (ref := read_reference(stripped)) is not None:
        return Line(MarkedLine(None, "", ""), "", "", number, column, ref=ref)
    stripped, directive = read_directive(stripped)
    if directive == "doan_van":
        return read_paragraph(f"{' ' * column}{stripped}", number)
    stripped = _move_stars(stripped)
    marked = read_marker(stripped)
    line = _mark_up(marked, directive, number, column, len(stripped) - len(marked.rest))
    if directive or "{" not in stripped:
        return line
    if found := _CALL.fullmatch(marked.rest):
        kind = RefKind.BANG if found["word"].lower().startswith("b") else RefKind.HINH
        message = f"dòng này gần giống lời gọi {kind.word} mà chưa đúng cách viết, {kind.word} sẽ không được in"
        hint = (
            f"viết một dòng riêng {{{kind.value}: ten}}; tên gồm chữ, số, dấu - và _, không quá 60 chữ; "
            f"nếu muốn in đúng các chữ này thì gõ \\ trước dấu {{"
        )
        doubt = OutlineFault(number, column, Doubt.CALL, message, hint, is_error=True)
        return replace(line, faults=(*line.faults, doubt))
    if found := _NEARLY_REFERENCE.search(stripped):
        message = f"“{{{found[1]}: …}}” chưa đúng cách viết nên được in như lời văn"
        hint = (
            f"gọi {RefKind(found[1]).word} bằng một dòng riêng {{{found[1]}: ten}}; "
            f"tên gồm chữ, số, dấu - và _, không quá 60 chữ; nếu muốn in đúng các chữ này thì gõ \\ trước dấu {{"
        )
        return replace(
            line, faults=(*line.faults, OutlineFault(number, column + found.start(), Doubt.BRACES, message, hint))
        )
    return line


def _move_stars(text: str) -> str:
    """Move stars behind the mark that they stand before: "**1. Mục đích**", as Markdown has it."""
    found = _STARRED.match(text) if text.startswith("*") else None
    if found is None:
        return text
    marked = read_marker(found["rest"])
    if marked.marker in (None, Marker.CHU_HOA) or not marked.rest:
        return text
    rest = f"{found['stars']}{marked.rest}"
    if not any(isinstance(span, Emphasis) and span.start == 0 for span in parse_markup(rest).spans):
        return text
    label = found["rest"][: len(found["rest"]) - len(marked.rest)]
    return f"{label}{rest}"


def _mark_up(marked: MarkedLine, directive: str, number: int, column: int, skipped: int) -> Line:
    read = parse_markup(marked.rest)
    if "{" not in marked.rest and not read.faults:
        return Line(marked, read.text, directive, number, column, read.spans)
    faults = tuple(replace(fault, line=number, column=column + skipped + fault.column) for fault in read.faults)
    near = _NEARLY_WORD.search(marked.rest)
    if near and not faults and near[0] in read.text:
        message = f"“{near[0][:40]}” chưa đúng cách viết nên được in như lời văn"
        hint = "viết {chu_thich: lời} hoặc {tieu_de}, {loi_van}, {doan_van}; in đúng chữ thì gõ \\ trước dấu {"
        faults = (*faults, OutlineFault(number, column + skipped + near.start(), Doubt.BRACES, message, hint))
    return Line(marked, read.text, directive, number, column, read.spans, faults=faults)


def _unmark_capitals(lines: list[Line]) -> list[Line]:
    """Take "A. Nguyễn Văn" for a name where its letter is none of a run.

    A letter marks its line where the title is in capitals or words in braces say so. Another does in a run from A on,
    in order, that has such a line, or whose first line has a marked one right below it; the last of such a run
    needs one as well.
    """
    kept: set[int] = set()
    doubted: set[int] = set()
    run: list[int] = []
    # Whether the run has a title in capitals; whether its first line has a marked one below it; its last place.
    titled, led, before = False, True, 0
    for index, line in enumerate(lines):
        if line.marked.marker is not Marker.CHU_HOA:
            continue
        place = read_ordinal(Marker.CHU_HOA, line.marked.number) or 0
        leads = index + 1 < len(lines) and lines[index + 1].marked.marker not in (None, Marker.CHU_HOA)
        if place == 1 and leads:
            doubted.add(index)
        runs_on = before > 0 and follows(Marker.CHU_HOA, place, before)
        is_titled = _is_capital_title(line)
        if not runs_on:
            if not is_titled and (place != 1 or (titled and not leads)):
                continue
            run, titled, led = [], False, leads
        run.append(index)
        titled, before = titled or is_titled, place
        if titled or (led and place > 1):
            last = [] if titled or leads else run[-1:]
            kept.update(run[: len(run) - len(last)])
            run = last
    return [
        line if line.marked.marker is not Marker.CHU_HOA or index in kept else _unmark(line, index in doubted)
        for index, line in enumerate(lines)
    ]


def _is_capital_title(line: Line) -> bool:
    start = line.words.lstrip('“"(')[:2]
    return line.directive in ("tieu_de", "loi_van") or (len(start) == 2 and start.isupper() and start.isalpha())


def _unmark(line: Line, is_doubted: bool) -> Line:
    marked, front = line.marked, f"{line.marked.number} "
    words = MarkedText(front + line.words, shift_spans(line.spans, 0, len(front), len(front) + len(line.words)))
    faults = line.faults
    if is_doubted:
        message = f"“{marked.number}” đứng một mình, tiêu đề không in hoa nên dòng này được in như đoạn thường"
        hint = "nếu là mục lớn thì thêm {tieu_de} ở cuối dòng; nếu đúng ý thì thêm {doan_van}"
        faults = (*faults, OutlineFault(line.line, line.column, Doubt.LOOKALIKE, message, hint))
    return replace(
        line, marked=MarkedLine(None, "", front + marked.rest), words=words.text, spans=words.spans, faults=faults
    )


def _join_titles(lines: Iterable[Line]) -> list[Line]:
    """Join to a label that stands alone the title below it, and to a title in capitals its second line."""
    joined: list[Line] = []
    # Whether the next line may still belong to the last one, which is a part's.
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _takes(last, line):
            joined[-1] = _join(last, line)
        else:
            joined.append(line)
    return joined


def _takes(label: Line, line: Line) -> bool:
    plain = line.marked.marker is None and line.ref is None
    if not plain or (label.marked.marker not in LABELLED and label.marked.marker is not Marker.DIEU):
        return False
    if not label.words:
        return (
            line.directive in ("", "tieu_de") and 0 < len(line.words) <= LONGEST_TITLE and not ends_sentence(line.words)
        )
    return (
        label.marked.marker in LABELLED
        and not line.directive
        and label.words.isupper()
        and line.words.isupper()
        and "\n" not in label.words
        and len(label.words) + len(line.words) <= LONGEST_TITLE
    )


def _join(label: Line, line: Line) -> Line:
    words = f"{label.words}\n{line.words}" if label.words else line.words
    skipped = len(words) - len(line.words)
    spans = (*label.spans, *shift_spans(line.spans, 0, skipped, len(words)))
    directive = label.directive or line.directive
    return replace(label, words=words, spans=spans, directive=directive, faults=(*label.faults, *line.faults))
