"""The stages of a job, and the watch that is told of them; one that nobody asked for does nothing."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .profile import Profile

__all__ = [
    "BUILDING",
    "CHECKING",
    "CONVERTING",
    "FILLING",
    "JUDGING",
    "OPENING",
    "PACKING",
    "READING",
    "SAVING",
    "STAGES",
    "STARTING",
    "UNWATCHED",
    "Watch",
    "choose_watch",
]

STARTING, OPENING, READING, BUILDING, FILLING, PACKING = "khởi động", "mở mẫu", "đọc", "dựng", "điền", "nén"
CHECKING, CONVERTING, SAVING, JUDGING = "xét tệp cũ", "xuất PDF", "ghi", "kiểm tra"

# In the order of the work. Laying out and writing lie inside of packing, and `vtdocs.writers.docx` tells of them.
STAGES = (
    *(STARTING, OPENING, READING, BUILDING, FILLING, "dàn bảng", "viết", PACKING),
    *(CHECKING, CONVERTING, SAVING, JUDGING),
)


class Watch:
    """Whoever measures a job; this one does not."""

    _NOTHING = nullcontext()

    def enter(self, stage: str) -> AbstractContextManager[object]:  # noqa: ARG002
        """What is done inside belongs to this stage."""
        return self._NOTHING

    def on(self, document: str) -> AbstractContextManager[object]:  # noqa: ARG002
        """What is done inside belongs to this document."""
        return self._NOTHING

    def profile(self) -> Profile | None:
        """Give what was measured until now."""
        return None


UNWATCHED = Watch()


def choose_watch(*, profile: bool) -> Watch:
    """Give who measures a job: nobody, or a recorder with the machine's clock."""
    if not profile:
        return UNWATCHED
    from time import perf_counter

    from .profile import Recorder

    return Recorder(perf_counter)
