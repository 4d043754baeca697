"""Faults of YAML syntax: said in Vietnamese, then mended in a copy of the lines, so that all are told in one go.

What is mended here is only read on to find further faults. Nothing is made from a text that had a fault of syntax;
the one silent mend, a blank after the colon of `{ngay:, thang:}`, does not change what was written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from vtdocs.patterns import compile_late

from .codes import Code
from .faults import Faults, cut
from .mended import TOP_KEY, MendedLines
from .source import Source

if TYPE_CHECKING:
    import yaml

__all__ = ["Repair"]

_ENTRY = compile_late(
    r"(?P<lead> *(?:- +)*)"
    r"(?:(?P<key>[^\s'\"\[{#&*!|>%@`,-][^:]*|\"[^\"]*\"|'[^']*')(?P<colon>:(?= |$) *))?"
    r"(?P<value>.*)"
)
_NAME = compile_late(r"[A-Za-z_][\w-]*$", re.ASCII)
_NO_BLANK_AFTER_COLON = compile_late(r" *(?:- +)*[A-Za-z_]\w*:(?=[^\s:/])", re.ASCII)
_EMPTY_IN_FLOW = compile_late(r":(?=[,}\]])")
_FLOW_LINE = compile_late(r"[a-z_]+: *[{\[][^'\"]*$")
_TAB = "  "
_DOCUMENT_END = compile_late(r"\.\.\.(?:\s|$)")
_BLOCK_HEAD = compile_late(r"(?:^|[:\-]) *[|>][-+0-9]{0,2} *(?: #.*)?$")
# What may be mistaken for the closing quote, and the quote itself.
_IN_SINGLE, _IN_DOUBLE = compile_late("''|'"), compile_late(r'\\.|"')
_CLOSING = {"{": "}", "[": "]"}


class Repair(MendedLines):
    """Understands what the parser refuses: tells it, and mends the lines so that the parser goes on."""

    def __init__(self, source: Source, faults: Faults) -> None:
        super().__init__(source.lines)
        self._source = source
        self._faults = faults
        self._reached = 0

    def mend(self, error: yaml.MarkedYAMLError) -> bool:
        """Tell a fault and mend its line; `False` where reading on makes no sense."""
        mark = error.problem_mark or error.context_mark
        problem, context = error.problem or "", error.context or ""
        # A mark at the end of the text may stand one line below the last.
        line = min(mark.line, len(self.lines) - 1) if mark else 0
        column = mark.column if mark and mark.line == line else len(self.lines[line])
        self._reached = max(self._reached, line)
        text = self.lines[line]
        if "unexpected ':'" in problem and _EMPTY_IN_FLOW.match(text, column):
            return self._open_empty_values(line, column)
        if text[: len(text) - len(text.lstrip())].count("\t") and (
            "\t" in problem or "tab" in problem or "start any" in problem
        ):
            return self._expand_tabs(line)
        if (quote := self._unclosed_quote(line)) is not None:
            return self._tell_unclosed_quote(*quote)
        if self._tell_comments_in_block(line):
            return True
        if "document start" in problem and (end := self._document_end(line)) is not None:
            message = "dòng ... kết thúc tài liệu, các dòng bên dưới không thuộc tài liệu nữa"
            self._tell(Code.YAML_FEATURE, message, end, 0, "xóa dòng này")
            self._drop(end, end)
            return True
        if "document start" in problem or "directive" in problem or "directive" in context:
            self._tell(
                Code.YAML_FEATURE,
                "có dòng lệnh của YAML (%, --- hoặc ...), mỗi tệp chỉ chứa một tài liệu",
                line,
                column,
                "xóa dòng này, hoặc tách phần sau ra tệp khác",
            )
            return False
        if "mapping values" in problem:
            return self._colon(line, column)
        if "could not find expected ':'" in problem:
            start = error.context_mark.line if error.context_mark else line
            return self._stray(min(start, len(self.lines) - 1))
        return self._other(error, problem, context, line, column)

    def tell_stopped(self) -> None:
        """Say how far the text was read, where there is more of it."""
        if any(text.strip() for text in self._source.lines[self._reached + 1 :]):
            message = f"mới đọc đến dòng {self._reached + 1}; bên dưới có thể còn lỗi khác"
            place = self._source.place(self._reached, len(self._source.lines[self._reached]))
            self._faults.warn(Code.STOPPED, message, place, "sửa các lỗi trên rồi chạy lại để xem tiếp")

    def _tell(self, code: Code, message: str, line: int, column: int, hint: str) -> None:
        self._faults.error(code, message, self._source.place(line, self.original_column(line, column)), hint)

    # --- `{ngay:, thang:}`: libyaml alone refuses it --------------------------------------------------------------

    def _open_empty_values(self, line: int, column: int) -> bool:
        if "'" in self.lines[line] or '"' in self.lines[line]:
            self._insert(line, column + 1, " ")
            return True
        for number in range(line, len(self.lines)):
            # A line that begins a top-level flow value is certainly not prose: all of them in one go.
            if number == line or _FLOW_LINE.match(self.lines[number]):
                self._open_all(number)
        return True

    def _open_all(self, line: int) -> None:
        """Put a blank behind every colon of an empty value; in one go, as there may be thousands."""
        text = self.lines[line]
        old = self._columns.get(line) or range(len(text) + 1)
        columns: list[int] = []
        start = 0
        for match in _EMPTY_IN_FLOW.finditer(text):
            columns += old[start : match.end()]
            columns.append(old[match.end()])
            start = match.end()
        if columns:
            self._columns[line] = [*columns, *old[start:]]
            self.lines[line] = _EMPTY_IN_FLOW.sub(": ", text)

    # --- tabs -------------------------------------------------------------------------------------------------------

    def _expand_tabs(self, line: int) -> bool:
        for number, text in enumerate(self.lines):
            tabs = len(text) - len(text.lstrip("\t"))
            if number == line:
                blanks = text[: len(text) - len(text.lstrip())]
                column = blanks.index("\t")
                tabs = len(blanks[column:]) - len(blanks[column:].lstrip("\t"))
            elif tabs:
                column = 0
            else:
                continue
            self._tell(
                Code.TAB,
                "dòng thụt vào bằng phím Tab; YAML chỉ nhận dấu cách",
                number,
                column,
                "thay mỗi Tab đầu dòng bằng hai dấu cách",
            )
            for _ in range(min(tabs, 40)):
                self._insert(number, column, _TAB, instead=1)
            if tabs > 40:
                self._drop(number, number)
        return True

    # --- a colon amid the words -------------------------------------------------------------------------------------

    def _colon(self, line: int, column: int) -> bool:
        entry = _ENTRY.match(self.lines[line])
        if entry and entry["key"] and column >= entry.start("value"):
            name = cut(entry["key"].strip())
            if _NAME.match(name):
                hint = (
                    f'viết {name}: | rồi xuống dòng, thụt vào hai dấu cách; hoặc {name}: "…" cả giá trị trong ngoặc kép'
                )
                message = f"{name}: dấu hai chấm trong câu chữ làm YAML hiểu nhầm là khóa mới"
                return self._quote(Code.COLON, message, line, column, hint, entry.start("value"))
            message = "dấu hai chấm trong câu chữ làm YAML hiểu nhầm là khóa mới"
            hint = 'đặt cả dòng trong ngoặc kép: - "…: …"'
            return self._quote(Code.COLON, message, line, column, hint, entry.end("lead"))
        before = self._line_before(line)
        if before is not None and self._add_blank(before):
            return True
        name = cut(entry["key"].strip()) if entry and entry["key"] else ""
        if before is not None and self._indent(before) == self._indent(line) and _NAME.match(name):
            return self._stray(before)
        owner = self._owner(line)
        if _NAME.match(name):
            what = self.lines[owner].strip()[:30] if owner is not None else ""
            message = f"khóa {name} thụt vào sâu hơn khóa đứng trên nó" + (f" (“{what}”)" if what else "")
            self._tell(Code.INDENT, message, line, self._indent(line), "các khóa cùng cấp phải bắt đầu ở cùng một cột")
        else:
            key = _ENTRY.match(self.lines[owner]) if owner is not None else None
            name = cut(key["key"].strip()) if key and key["key"] else "khóa"
            label = f"{name}: " if key and key["key"] else ""
            message = f"{label}dấu hai chấm trong đoạn chữ nhiều dòng làm YAML hiểu nhầm là khóa mới"
            hint = f"thêm dấu | sau {name}: (thành “{name}: |”), các dòng bên dưới thụt vào hai dấu cách"
            self._tell(Code.COLON, message, line, column, hint)
        return self._drop_below(owner if owner is not None else line, line)

    def _add_blank(self, line: int) -> bool:
        """Tell and mend `khóa:giá trị`, which is no key to YAML."""
        match = _NO_BLANK_AFTER_COLON.match(self.lines[line])
        if match is None:
            return False
        message = f"thiếu dấu cách sau dấu hai chấm: {self.lines[line].strip()[:40]}"
        hint = "viết “khóa: giá trị”, có một dấu cách sau dấu hai chấm"
        self._tell(Code.SYNTAX, message, line, match.end() - 1, hint)
        self._insert(line, match.end(), " ")
        return True

    def _quote(self, code: Code, message: str, line: int, column: int, hint: str, start: int) -> bool:
        """Tell a fault, and put what stands from `start` to the end of the line in quotes."""
        self._tell(code, message, line, column, hint)
        if line in self._touched:
            return self._drop_block(line)
        text = self.lines[line]
        self.lines[line] = text[:start] + "'" + text[start:].rstrip().replace("'", "''") + "'"
        # The value's further lines belong to what has been quoted.
        self._drop_deeper(
            line, len(text) - len(text.lstrip(" -")) if text.lstrip().startswith("- ") else self._indent(line)
        )
        return self._once(line)

    # --- lines that belong to nothing ---------------------------------------------------------------------------------

    def _stray(self, line: int) -> bool:
        if self._add_blank(line):
            return True
        end = line
        while end + 1 < len(self.lines) and not TOP_KEY.match(self.lines[end + 1]):
            end += 1
        before = self._line_before(line)
        if before is not None and self.lines[before].rstrip().endswith(("|", ">")):
            message = f"đoạn văn sau “{self.lines[before].strip()[:40]}” chưa thụt vào"
            hint = "thụt mọi dòng của đoạn văn vào hai dấu cách"
        else:
            message = f"dòng “{self.lines[line].strip()[:40]}” không thuộc khóa nào"
            hint = "mỗi dòng là “khóa: giá trị”; nếu là phần tiếp của đoạn văn phía trên thì thụt vào hai dấu cách"
        self._tell(Code.INDENT, message, line, self._indent(line), hint)
        if before is not None:
            self._mark_broken(before)
        self._mark_broken(line)
        self._drop(line, end)
        return True

    def _other(self, error: yaml.MarkedYAMLError, problem: str, context: str, line: int, column: int) -> bool:
        entry = _ENTRY.match(self.lines[line])
        opened = entry["value"][:1] if entry else ""
        context_line = min(error.context_mark.line, len(self.lines) - 1) if error.context_mark else line
        if "quoted scalar" in context and "end of stream" in problem:
            return self._tell_unclosed_quote(context_line, error.context_mark.column if error.context_mark else 0)
        if "quoted scalar" in context:
            message = "trong ngoặc kép, dấu \\ là lệnh của YAML và ký tự sau nó không hợp lệ"
            self._tell(Code.SYNTAX, message, line, column, "viết \\\\ thay cho \\, hoặc dùng nháy đơn '…'")
            return self._drop_block(context_line)
        if (
            "flow" in context
            and error.context_mark
            and self._is_unclosed(context_line, error.context_mark, line, column)
        ):
            bracket = self.lines[context_line][error.context_mark.column]
            message = f"ngoặc {bracket} mở ở đây nhưng không đóng"
            hint = f"thêm dấu {_CLOSING[bracket]} ở cuối; hoặc viết mỗi khóa một dòng, không dùng ngoặc"
            self._tell(Code.SYNTAX, message, context_line, error.context_mark.column, hint)
            return self._drop_block(context_line)
        if "flow" in context:
            message = "trong ngoặc { } hoặc [ ] thiếu dấu phẩy, dấu đóng, có mục trống, hoặc câu chữ có dấu hai chấm"
            hint = "đặt câu chữ trong ngoặc kép, mục trống viết ''; hoặc viết mỗi khóa một dòng, không dùng { }"
            self._tell(Code.SYNTAX, message, line, column, hint)
            return self._drop_block(context_line)
        if entry and entry["value"] and column >= entry.start("value") and opened in "\"'[{%@`*&!-?|>,]}#":
            if opened in "|>":
                message = f"sau dấu {opened} không được có chữ trên cùng dòng"
                hint = "xuống dòng sau dấu |, rồi thụt vào hai dấu cách"
            else:
                message = f"giá trị mở đầu bằng dấu {opened} thì YAML hiểu là ký hiệu, không phải lời văn"
                hint = "đặt cả giá trị trong nháy đơn: '…', hoặc viết sau dấu | ở dòng dưới"
            return self._quote(Code.SYNTAX, message, line, column, hint, entry.start("value"))
        message = f"dòng “{self.lines[line].strip()[:40]}” thụt vào sai so với các dòng trên"
        hint = "các khóa cùng cấp bắt đầu ở cùng một cột; đoạn văn sau dấu | thụt vào đều hai dấu cách"
        self._tell(Code.INDENT, message, line, column, hint)
        return self._drop_block(line)

    def _is_unclosed(self, opened: int, mark: Any, line: int, column: int) -> bool:
        """Whether a bracket was never closed: another one closes, or a line follows that cannot be inside it."""
        bracket = self.lines[opened][mark.column : mark.column + 1]
        if bracket not in _CLOSING:
            return False
        found = self.lines[line][column : column + 1]
        if line == opened:
            return found in ("}", "]") and found != _CLOSING[bracket]
        return self._indent(line) <= self._indent(opened) and self.lines[line].strip()[:1] not in ("}", "]")

    # --- what swallows the lines below it -----------------------------------------------------------------------------

    def _document_end(self, line: int) -> int | None:
        return next((n for n in range(line, -1, -1) if _DOCUMENT_END.match(self.lines[n])), None)

    def _tell_comments_in_block(self, line: int) -> bool:
        """Tell and take out the comment lines above a line that end the block of prose to which it belongs."""
        indent = self._indent(line)
        comments = []
        number = line - 1
        while number >= 0 and self._indent(number) < indent:
            text = self.lines[number].strip()
            if text.startswith("#"):
                comments.append(number)
            elif text:
                break
            number -= 1
        if not comments:
            return False
        head = next((n for n in range(number, -1, -1) if self.lines[n].strip() and self._indent(n) < indent), None)
        if head is None or not _BLOCK_HEAD.search(self.lines[head]):
            return False
        name = self.lines[head].strip()
        for comment in comments:
            message = f"dòng ghi chú này (mở đầu bằng #, chưa thụt vào) cắt ngang đoạn văn sau “{name}”"
            hint = f"xóa dòng này, hoặc chuyển ghi chú lên trên dòng “{name}”"
            self._tell(Code.INDENT, message, comment, self._indent(comment), hint)
            self._drop(comment, comment)
        return True

    def _tell_unclosed_quote(self, line: int, column: int) -> bool:
        message = "ngoặc kép (hoặc nháy đơn) mở ở đây nhưng không đóng"
        self._tell(Code.SYNTAX, message, line, column, "thêm dấu đóng ở cuối giá trị")
        return self._drop_block(line)

    def _unclosed_quote(self, line: int) -> tuple[int, int] | None:
        """Find the quote that swallowed whole keys or comments and was closed by another one just before a fault."""
        number = 0
        while number < line:
            text = self.lines[number]
            entry = _ENTRY.match(text) if "'" in text or '"' in text else None
            if entry is None or entry["value"][:1] not in ("'", '"'):
                number = self._below_block(number) if _BLOCK_HEAD.search(text) else number + 1
                continue
            column = entry.start("value")
            end = self._closing_line(number, column)
            if end == number:
                number += 1
            elif end is None:
                return None
            elif end == line or (end < line and not any(part.strip() for part in self.lines[end + 1 : line])):
                swallowed = self.lines[number + 1 : end + 1]
                is_other = any(TOP_KEY.match(part) or part.startswith("#") for part in swallowed)
                is_other = is_other or self._indent(end) <= self._indent(number)
                return (number, column) if is_other else None
            else:
                number = end + 1
        return None

    def _closing_line(self, line: int, column: int) -> int | None:
        """Find the line on which a quoted value ends."""
        quote = self.lines[line][column]
        start = column + 1
        for number in range(line, len(self.lines)):
            for match in (_IN_SINGLE if quote == "'" else _IN_DOUBLE).finditer(self.lines[number], start):
                if match[0] == quote:
                    return number
            start = 0
        return None
