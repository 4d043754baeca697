"""What stands above the first mark of a text: authority, bases, "QUYẾT ĐỊNH:", opening sentences."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from vtdocs.likeness import fold
from vtdocs.outline.markers import UNORDERED
from vtdocs.patterns import compile_late

from .paper import Role
from .passages import Passage, is_heading
from .strips import read_block
from .titles import is_authority

__all__ = ["find_opening_roles"]

# In paragraphs: how far "QUYẾT ĐỊNH:" is looked for, and a mark behind the opening.
_FIRST, _SOON = 80, 12
_LONGEST_AUTHORITY, _LONGEST_ENACTING = 200, 40
_ENACTING = ("quyet dinh", "quyet nghi", "nghi quyet")
_BASIS = compile_late(
    r"(?:[-–+*]\s{0,9})?(?:Căn cứ|căn cứ|CĂN CỨ|Theo đề nghị|Xét đề nghị|Xét tờ trình|Xét Tờ trình|Trên cơ sở)\b"
)
_OTHER_BASIS = compile_late(r"(?:[-–+*]\s{0,9})?(?:Thực hiện|Theo|Xét)\b")
# "Căn cứ Kế hoạch số …, Ủy ban nhân dân xã báo cáo kết quả …" is the opening sentence, and no basis.
_CLAUSE = compile_late(
    r"[,;] (?:uy ban|ubnd|phong|so|ban|van phong|chu tich|truong|trung tam|cong an|hoi|doan|don vi|xa|thuong truc)\b"
    r"[^,;.]{0,90}? (?:xay dung|bao cao|trinh|kinh trinh|de nghi|thong bao|trien khai|to chuc|huong dan|yeu cau)\b"
)


def find_opening_roles(passages: Sequence[Passage]) -> dict[int, Role]:
    """Give the roles of what stands before the first mark, or down to "QUYẾT ĐỊNH:" where there is one."""
    roles: dict[int, Role] = {}
    has_basis = has_opening = False
    enacting = next((i for i, each in enumerate(passages[:_FIRST]) if _is_enacting(each.words)), None)
    for index, passage in enumerate(passages):
        if not passage.words:
            roles[index] = Role.EMPTY
        elif index == enacting:
            roles[index] = Role.LOI
            break
        elif _is_basis(passage.words, has_basis, index, passages, enacting):
            roles[index] = Role.CAN_CU
            has_basis = True
        elif not has_basis and passage.mark.line.marker is None and _is_authority(passage, roles.get(index - 1)):
            roles[index] = Role.LOI
        elif enacting is None and _ends_opening(passages, index, has_opening):
            break
        else:
            roles[index] = Role.MO_DAU
            has_opening = True
    return roles


def _ends_opening(passages: Sequence[Passage], index: int, has_opening: bool) -> bool:
    """Whether the text proper begins here: at a mark or heading, or behind one paragraph where no marks follow."""
    passage = passages[index]
    if passage.mark.line.marker is not None or is_heading(passage):
        return True
    return has_opening and not _has_marks(passages, index)


def _has_marks(passages: Sequence[Passage], start: int) -> bool:
    """Whether a mark of a level follows soon."""
    soon = (passage.mark.line.marker for passage in passages[start : start + _SOON])
    return any(marker is not None and marker not in UNORDERED for marker in soon)


def _is_enacting(words: str) -> bool:
    return len(words) <= _LONGEST_ENACTING and fold(words) in _ENACTING


def _is_authority(passage: Passage, above: Role | None) -> bool:
    """Whether a line in capitals names who decides, or goes on with one that does ("KHÓA II, KỲ HỌP THỨ 5")."""
    strips = read_block(passage.paragraph, 0) if len(passage.words) <= _LONGEST_AUTHORITY else []
    return bool(strips) and ((above is Role.LOI and strips[0].is_caps) or is_authority(strips[0]))


def _is_basis(words: str, seen: bool, index: int, passages: Sequence[Passage], enacting: int | None) -> bool:
    if words.endswith(":"):
        return False
    if _BASIS.match(words):
        return words.endswith(";") or (not _CLAUSE.search(_plain(words)) and (seen or len(words) <= 700))
    # "Thực hiện Nghị quyết …;" stands among bases where bases stand around it, or "QUYẾT NGHỊ:" is to come.
    if not (seen and words.endswith((";", ".")) and _OTHER_BASIS.match(words)):
        return False
    return enacting is not None or any(_BASIS.match(passage.words) for passage in passages[index + 1 : index + 3])


def _plain(words: str) -> str:
    """Lower-case words without accents, with commas and semicolons kept."""
    folded = unicodedata.normalize("NFD", words[:1500].casefold()).replace("đ", "d")
    return "".join(char for char in folded if not unicodedata.combining(char))
