"""Make docs/quy-tac.md from the registry of rules, and the schema of the checker's JSON, or check them.

python tools/make_rules.py            write docs/quy-tac.md and docs/schema/kiem-tra.schema.json
python tools/make_rules.py --check    compare; exit 1 where a file is not what would be written
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from generated import write_or_check
from vtdocs.checking.groups import GROUPS, group_of, is_of_form
from vtdocs.checking.registry import Rule, all_rules
from vtdocs.diagnostics import Severity
from vtdocs.reporting.shape import make_schema

ROOT = Path(__file__).parents[1]

HEAD = """\
# Các quy tắc kiểm tra

<!-- Tệp này do tools/make_rules.py tạo ra từ src/vtdocs/checking/rules; sửa ở đó rồi chạy lại. -->

`vtdocs check` hỏi {count} quy tắc dưới đây: {errors} quy tắc báo lỗi, {warnings} cảnh báo, {hints} gợi ý. Mã bắt đầu
bằng `ND30` là điều mà chính Nghị định 30/2020/NĐ-CP không cho phép; mã bắt đầu bằng `VB` là tập quán, cách gõ, hoặc
văn bản khác. Cách kiểm tra, cách chấp nhận một điều, cách đặt mức độ riêng: [kiem-tra.md](kiem-tra.md). Xem một quy
tắc trên màn hình: `vtdocs rules ND30-102`.

Văn bản không theo Nghị định 30 (văn bản của Đảng, văn bản quy phạm pháp luật) chỉ được xét về cách gõ. Thành phần nào
không nhận ra chắc chắn thì các quy tắc về thành phần ấy im lặng.
"""


def make_page() -> str:
    """Write the page of rules: a table for each group, then each rule."""
    rules = list(all_rules().values())
    counts = Counter(rule.severity for rule in rules)
    parts = [
        HEAD.format(
            count=len(rules),
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            hints=counts[Severity.HINT],
        )
    ]
    for title in GROUPS.values():
        group = [rule for rule in rules if group_of(rule.id) == title]
        if group:
            parts.append(make_group(title, group))
    return "".join(parts)


def make_group(title: str, rules: Iterable[Rule]) -> str:
    """Write the rules of a group, each with its examples."""
    parts = [f"\n## {title}\n"]
    for rule in rules:
        parts.append(f"\n### {rule.id}: {rule.title}\n\n")
        if rule.why:
            parts.append(f"{rule.why}\n\n")
        rows = (
            ("mức độ", rule.severity.label),
            ("xét", "cách trình bày" if is_of_form(rule.id) else "chữ người soạn gõ"),
            ("nguồn", rule.source),
            ("đúng", rule.example.clean),
            ("sai", rule.example.broken),
        )
        parts.append("| | |\n|---|---|\n")
        parts += (f"| {name} | {plain(value)} |\n" for name, value in rows)
    return "".join(parts)


def plain(text: str) -> str:
    """Write text as a cell of a table that shows what is in it: faults of spacing and hidden characters too."""
    shown = "".join(char if char.isprintable() or char == "\n" else f"U+{ord(char):04X}" for char in text)
    for char in "\\`*_|<>[]":
        shown = shown.replace(char, f"\\{char}")
    return shown.replace("  ", " &nbsp;").replace("\n", "<br>").strip()


def make_files() -> dict[Path, str]:
    """Make the text of each file."""
    return {
        ROOT / "docs" / "quy-tac.md": make_page(),
        ROOT / "docs" / "schema" / "kiem-tra.schema.json": json.dumps(make_schema(), ensure_ascii=False, indent=2)
        + "\n",
    }


def main() -> int:
    """Write or check the files."""
    return write_or_check(make_files(), ROOT, "make_rules.py", __doc__)


if __name__ == "__main__":
    sys.exit(main())
