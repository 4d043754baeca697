"""The bases of a paper (căn cứ): italics, size, one a line, ";" behind each and "." behind the last."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Slip
from vtdocs.checking.flow import is_form
from vtdocs.checking.lettering import share
from vtdocs.checking.paper import Item, Paper, Role
from vtdocs.checking.putting_right import cure_end, places_and_words
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards import custom, nd30

__all__: list[str] = []

_MOSTLY = 0.5
# "Căn cứ ;" of a form is no longer than this.
_BLANK = 10
_ENACTING = {each.value.rstrip(":"): each.value for each in (custom.QUYET_DINH_LOI, custom.QUYET_NGHI_LOI)}
# Another basis begins behind the mark: "…; Căn cứ Nghị định …".
_SECOND = compile_late(r"[;,.]\s*Căn cứ\s")


@rule(
    "ND30-350",
    "Căn cứ không in nghiêng",
    fact=nd30.CAN_CU,
    example=Example("căn cứ in nghiêng", "căn cứ in đứng"),
    why="Chỉ căn cứ in nghiêng; phần mở đầu “Thực hiện …” in đứng.",
)
def _basis_upright(paper: Paper) -> Iterator[Slip]:
    broken = [item for item in _bases(paper) if share(item.line, lambda run: run.format.italic) < _MOSTLY]
    if broken:
        yield Slip(
            "căn cứ in đứng, phải in nghiêng",
            tuple(item.line.place for item in broken),
            "chọn các dòng căn cứ, nhấn Ctrl+I",
            found="in đứng",
            expected="in nghiêng",
        )


@rule(
    "ND30-351",
    "Căn cứ in đậm",
    fact=nd30.CAN_CU,
    example=Example("căn cứ in nghiêng, không đậm", "căn cứ in đậm"),
)
def _basis_bold(paper: Paper) -> Iterator[Slip]:
    broken = [item for item in _bases(paper) if share(item.line, lambda run: run.format.bold) > _MOSTLY]
    if broken:
        yield Slip(
            "căn cứ in đậm; kiểu chữ quy định là nghiêng, không đậm",
            tuple(item.line.place for item in broken),
            "chọn các dòng căn cứ, nhấn Ctrl+B để bỏ chữ đậm",
            found="in đậm",
            expected="nghiêng, không đậm",
        )


@rule(
    "ND30-352",
    "Cuối dòng căn cứ không có dấu chấm phẩy",
    fact=nd30.CAN_CU_CUOI_DONG,
    example=Example("Căn cứ Luật Tiếp công dân;", "Căn cứ Luật Tiếp công dân,", "can_cu"),
)
def _basis_ends(paper: Paper) -> Iterator[Slip]:
    wanted = nd30.CAN_CU_CUOI_DONG.default
    broken = [item for item in _bases(paper)[:-1] if not item.line.text.endswith(wanted)]
    if broken:
        found = ", ".join(dict.fromkeys(_end_of(item) for item in broken))
        places, words = places_and_words([cure_end(item.line, wanted) for item in broken])
        yield Slip(
            f"dòng căn cứ kết thúc bằng {found}, phải là dấu chấm phẩy ({wanted})",
            places,
            f"thay dấu cuối dòng bằng “{wanted}”; chỉ dòng căn cứ cuối cùng kết thúc bằng dấu chấm",
            found=found,
            expected=wanted,
            replacements=words,
        )


@rule(
    "ND30-353",
    "Dòng căn cứ cuối cùng không kết thúc bằng dấu chấm",
    fact=nd30.CAN_CU_CUOI_CUNG,
    example=Example("Theo đề nghị của Chánh Văn phòng.", "Theo đề nghị của Chánh Văn phòng;", "can_cu"),
    why="Khi câu chạy tiếp sang phần mở đầu ngay dưới thì chỉ là cảnh báo.",
)
def _last_basis_end(paper: Paper) -> Iterator[Slip]:
    bases = _bases(paper)
    if not bases or bases[-1].line.text.endswith(nd30.CAN_CU_CUOI_CUNG.default):
        return
    last, below = bases[-1], _below(paper, bases[-1])
    # A base of dots only, in a form: "Căn cứ …;" and "." on the line below.
    if below is not None and is_form(below):
        return
    found = _end_of(last)
    places, words = places_and_words([cure_end(last.line, nd30.CAN_CU_CUOI_CUNG.default)])
    yield Slip(
        f"dòng căn cứ cuối cùng kết thúc bằng {found}, phải là dấu chấm (.)",
        places,
        "thay dấu cuối dòng căn cứ cuối cùng bằng dấu chấm",
        found=found,
        expected=nd30.CAN_CU_CUOI_CUNG.default,
        replacements=words,
        # The sentence that a base begins goes on below it: "… Ủy ban nhân dân xã ban hành Kế hoạch như sau:".
        severity=Severity.WARNING if below is not None and below.role in (Role.MO_DAU, Role.TEXT) else None,
    )


@rule(
    "ND30-354",
    "Nhiều căn cứ trên một dòng",
    fact=nd30.CAN_CU_CUOI_DONG,
    example=Example(
        "Căn cứ Luật Tiếp công dân;",
        "Căn cứ Luật Tiếp công dân; Căn cứ Luật Khiếu nại;",
        "can_cu",
    ),
)
def _bases_on_one_line(paper: Paper) -> Iterator[Slip]:
    broken = [item for item in _bases(paper) if _SECOND.search(item.line.text)]
    if broken:
        yield Slip(
            "nhiều căn cứ viết liền trên một dòng; sau mỗi căn cứ phải xuống dòng",
            tuple(item.line.place for item in broken),
            "đặt con trỏ trước chữ “Căn cứ” thứ hai, nhấn Enter",
            expected="mỗi căn cứ một dòng",
        )


@rule(
    "VB-355",
    "Sau “QUYẾT ĐỊNH”, “QUYẾT NGHỊ” không có dấu hai chấm",
    source=f"{custom.QUYET_DINH_LOI.seen}; {custom.QUYET_NGHI_LOI.seen}",
    severity=Severity.WARNING,
    example=Example("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH"),
    why="Các mẫu của Nghị định 30/2020/NĐ-CP đều in “QUYẾT ĐỊNH:”, “QUYẾT NGHỊ:” trên một dòng, có dấu hai chấm.",
)
def _enacting_colon(paper: Paper) -> Iterator[Slip]:
    for item in paper.items:
        if item.role is not Role.LOI or item.body:
            continue
        wanted = _ENACTING.get(" ".join(item.line.text.split()))
        if wanted is not None:
            places, words = places_and_words([cure_end(item.line, ":")])
            yield Slip(
                f"sau “{wanted.rstrip(':')}” không có dấu hai chấm",
                places,
                f"viết “{wanted}”",
                found=item.line.text,
                expected=wanted,
                replacements=words,
            )


def _bases(paper: Paper) -> list[Item]:
    """The bases of the paper itself; a line that ends with a colon leads in, and is none."""
    return [
        item
        for item in paper.items
        if item.role is Role.CAN_CU
        and not item.body
        and len(item.line.text) > _BLANK
        and not item.line.text.endswith(":")
    ]


def _end_of(item: Item) -> str:
    end = item.line.text[-1]
    return "chữ, không có dấu" if end.isalnum() else f"“{end}”"


def _below(paper: Paper, last: Item) -> Item | None:
    """The next paragraph that is not empty."""
    behind = False
    for item in paper.items:
        if behind and item.role is not Role.EMPTY:
            return item
        behind = behind or item is last
    return None
