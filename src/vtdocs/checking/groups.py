"""The groups of rules, by the hundreds of their numbers: what a report and the page of rules arrange them by."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["GROUPS", "group_of", "is_of_form"]

GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "1": "Trang giấy và phông chữ",
        "2": "Phần đầu văn bản",
        "3": "Tên loại, trích yếu, căn cứ",
        "4": "Nội dung và đề mục",
        "5": "Chữ ký và nơi nhận",
        "6": "Phụ lục và bảng",
        "7": "Viết hoa",
        "8": "Chữ nghĩa và cách gõ",
        "9": "Viện dẫn và sự thống nhất",
    }
)
# Groups whose faults lie in what the author wrote, and not in how it is laid out.
_OF_TEXT = "789"
# Rules of the other groups that look at words, marks and numbers which an author types, or leaves out.
_TYPED = frozenset(
    {
        *("ND30-230", "VB-231", "ND30-251", "ND30-267", "VB-271"),  # who issues it, where, when
        *("ND30-311", "ND30-315", "ND30-325", "ND30-327"),  # trích yếu in capitals, with a full stop
        *("ND30-403", "ND30-404", "ND30-405", "VB-419"),  # emphasis in sentences
        *("ND30-421", "ND30-422", "ND30-426", "ND30-434", "ND30-435", "ND30-436", "VB-437", "VB-438", "ND30-439"),
        *("ND30-450", "ND30-451", "ND30-452", "VB-453"),  # numbers that were typed
        *("ND30-501", "VB-502", "ND30-503", "ND30-504", "ND30-505", "ND30-506", "ND30-507", "ND30-508", "VB-514"),
        *("VB-537", "ND30-538", "ND30-539", "ND30-550", "ND30-551"),  # to whom it goes
        *("VB-603", "ND30-604", "ND30-620", "VB-621"),  # what the text says of its appendices
    }
)


def group_of(rule: str) -> str:
    """Give the title of a rule's group, by the rule's id."""
    return GROUPS[_hundred(rule)]


def is_of_form(rule: str) -> bool:
    """Whether a rule, by its id, judges how a paper is laid out, and not what its author wrote."""
    return _hundred(rule) not in _OF_TEXT and rule not in _TYPED


def _hundred(rule: str) -> str:
    return rule.rpartition("-")[2][:1]
