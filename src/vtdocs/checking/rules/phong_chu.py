"""The face of the letters, as they are printed: ASCII letters in one face, Vietnamese ones in another."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.stretches import Stretches
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.readers.docx.observed import Paragraph
from vtdocs.standards import nd30

_PLAIN = compile_late("[A-Za-z0-9]")
_MARKED = compile_late(r"[^\x00-\x7f\W_]")
_RIGHT = nd30.PHONG_CHU.default
_RIGHT_FOLDED = _RIGHT.lower()
# Faces of signs: what is typed as a letter there is a box, an arrow or a formula.
_OF_SIGNS = frozenset(
    ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett", "mt extra", "cambria math")
)
# Names under which systems know the very same letters, or one of their four cuts.
_SAME_LETTERS = compile_late(
    r"times new roman[ ,(]{1,2}(?:bold|italic|bold italic|regular|body|headings)\)?"
    r"|times new romanps.{0,20}|timesnewroman.{0,20}"
)
# Letters in the codes before Unicode, shown by their own faces.
_OLD_CODES = compile_late(r"\.vn|vni[- ]|vnu?i|vntime")


class _Face:
    """What is printed in one wrong face."""

    def __init__(self) -> None:
        self.where = Stretches()
        self.plain = self.marked = False

    def add(self, paragraph: Paragraph, start: int, end: int, *, plain: bool) -> None:
        self.where.add(paragraph, start, end)
        self.plain |= plain
        self.marked |= not plain


def _find_faces(paper: Paper) -> dict[str, _Face]:
    """Gather letters that are not of the decree's face, by the name of theirs."""
    # Formats are few and shared, runs are many: a format is judged once.
    judged: dict[int, tuple[str, str]] = {}
    faces: dict[str, _Face] = {}
    for paragraph in paper.texts.paragraphs:
        for run in paragraph.runs:
            names = judged.get(id(run.format))
            if names is None:
                names = judged[id(run.format)] = _wrong(run.format.ascii), _wrong(run.format.h_ansi)
            if names != _NONE:
                _note(faces, names, paragraph.text[run.start : run.end], paragraph, run.start, run.end)
        label = paragraph.label_format
        # "o" in Courier New is the round bullet of Word's second level.
        if label is not None and paragraph.label != "o":
            names = _wrong(label.ascii), _wrong(label.h_ansi)
            if names != _NONE:
                _note(faces, names, paragraph.label, paragraph, 0, 0)
    return faces


_NONE = ("", "")


def _wrong(name: str) -> str:
    folded = name.lower()
    return "" if folded == _RIGHT_FOLDED or folded in _OF_SIGNS else name


def _note(
    faces: dict[str, _Face], names: tuple[str, str], text: str, paragraph: Paragraph, start: int, end: int
) -> None:
    for name, pattern in zip(names, (_PLAIN, _MARKED), strict=True):
        if name and pattern.search(text):
            faces.setdefault(name, _Face()).add(paragraph, start, end, plain=pattern is _PLAIN)


def _is_same(name: str) -> bool:
    return _SAME_LETTERS.fullmatch(name.lower()) is not None


@rule(
    "ND30-110",
    "Phông chữ không phải Times New Roman",
    fact=nd30.PHONG_CHU,
    example=Example("phông chữ Times New Roman", "phông chữ Calibri trong bảng"),
    why="Quy định áp dụng cho mọi chữ: chữ ở đầu trang, trong bảng, chú thích, khung chữ, số thứ tự tự động.",
)
def check_face(paper: Paper) -> Iterator[Slip]:
    """Find letters of another face, a slip for each face."""
    for name, face in _find_faces(paper).items():
        if _is_same(name):
            continue
        which = "chữ" if face.plain and face.marked else "chữ có dấu" if face.marked else "chữ không dấu, chữ số"
        old = _OLD_CODES.match(name.lower()) is not None
        convert = "chuyển chữ từ bảng mã cũ sang Unicode, rồi " if old else ""
        yield Slip(
            f"{which} dùng phông {name}, không phải {_RIGHT}",
            face.where.places,
            f"{convert}chọn các chữ đó, đặt phông {_RIGHT}",
            found=name,
            expected=_RIGHT,
        )


@rule(
    "VB-111",
    "Gọi kiểu đậm, nghiêng của Times New Roman như một phông riêng",
    source="khảo sát 300 văn bản",
    severity=Severity.WARNING,
    example=Example("phông Times New Roman, kiểu chữ đậm", "phông “Times New Roman Bold”"),
    why="Máy không có phông mang tên ấy sẽ thay bằng phông khác, chữ tiếng Việt có thể vỡ dấu.",
)
def check_face_name(paper: Paper) -> Iterator[Slip]:
    """Find the same letters under the name of one of their cuts."""
    for name, face in _find_faces(paper).items():
        if _is_same(name):
            yield Slip(
                f"phông ghi tên “{name}”; máy khác có thể không có phông mang tên này",
                face.where.places,
                f"chọn các chữ đó, đặt phông {_RIGHT}, rồi bật kiểu đậm hoặc nghiêng nếu cần",
                found=name,
                expected=_RIGHT,
            )
