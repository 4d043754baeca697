"""Tags where nothing fills them, and a reader would see them: in charts and diagrams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import unescape

from vtdocs.diagnostics import Diagnostic
from vtdocs.patterns import compile_late

from .faults import diagnose
from .tags import find_tags

__all__ = ["find_unfilled"]

_KINDS = {"word/charts/": "biểu đồ", "word/diagrams/": "sơ đồ SmartArt"}
_MARK = compile_late(r"<[^>]*>")


def find_unfilled(parts: Mapping[str, bytes], name: str) -> Iterator[Diagnostic]:
    """Tell of the first tag of each such part; `name` is what faults call the template."""
    for part in sorted(parts):
        kind = next((said for folder, said in _KINDS.items() if part.startswith(folder)), None)
        if kind is None or not part.endswith(".xml") or b"{" not in parts[part]:
            continue
        text = unescape(_MARK.sub("", parts[part].decode("utf-8", "replace")))
        for start, end in find_tags(text):
            if end >= 0:
                message = f"{kind} có thẻ “{text[start:end][:60]}”, ở đó không điền được"
                hint = "để chữ này ở đoạn văn bên ngoài, trong hình chỉ dùng chữ cố định"
                yield diagnose("VT-452", message, hint, name, part)
            break
