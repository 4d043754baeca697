"""The kinds of input by name: one table for the reader of files, the schemas, `vtdocs new` and the command line."""

from __future__ import annotations

__all__ = ["DOCUMENT_KINDS", "INPUT_KINDS", "SCHEMA_KINDS", "STARTERS", "kind_name", "schema_kind"]

# Keys of vtdocs.standards.loai_van_ban. Papers without a body of the common shape (biên bản, giấy mời …) are not here.
DOCUMENT_KINDS = (
    "ke_hoach",
    "nghi_quyet",
    "quyet_dinh",
    "chi_thi",
    "quy_che",
    "quy_dinh",
    "thong_cao",
    "thong_bao",
    "huong_dan",
    "chuong_trinh",
    "phuong_an",
    "de_an",
    "du_an",
    "bao_cao",
    "to_trinh",
    "cong_van",
)
INPUT_KINDS = (*DOCUMENT_KINDS, "co_quan")
# Each has a schema of its own: the plan, all other documents, the office.
SCHEMA_KINDS = ("ke_hoach", "van_ban", "co_quan")
# Those that `vtdocs new` can start: a folder of this name in templates/new.
STARTERS = ("ke_hoach", "quyet_dinh", "bao_cao", "cong_van", "to_trinh")


def kind_name(typed: str) -> str:
    """Write a kind as the key `loai` does: file names have `-` where keys have `_`."""
    return typed.strip().lower().replace("-", "_")


def schema_kind(kind: str) -> str:
    """Give the one of `SCHEMA_KINDS` whose schema describes files of a kind; KeyError for a word that is no kind."""
    if kind in SCHEMA_KINDS:
        return kind
    if kind not in DOCUMENT_KINDS:
        raise KeyError(kind)
    return "van_ban"
