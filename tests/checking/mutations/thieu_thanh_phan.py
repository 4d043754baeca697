"""Components of the head taken out."""

from __future__ import annotations

from collections.abc import Callable

from tests.checking.editing import drop_line
from tests.checking.mutating import Docx, Mutation
from tests.checking.mutations.dia_danh import DATE
from tests.checking.mutations.quoc_hieu import QUOC_HIEU, TIEU_NGU
from tests.checking.mutations.so_ky_hieu import NUMBER


def without(words: str) -> Callable[[Docx], None]:
    def change(docx: Docx) -> None:
        if words == TIEU_NGU:
            drop_line(docx, words)
        paragraph = docx.paragraph(words)
        for child in [*paragraph][1:]:
            paragraph.remove(child)

    return change


MUTATIONS = [Mutation(f"no “{words}”", "ND30-209", without(words)) for words in (QUOC_HIEU, TIEU_NGU, NUMBER, DATE)]
