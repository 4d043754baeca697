"""Who signs, as `nguoi_ky` of a document and of an office."""

from __future__ import annotations

import re
from typing import Any

from vtdocs.likeness import closest
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import listed
from vtdocs.loaders.fields import INVALID, Fields
from vtdocs.loaders.nodes import YamlNode
from vtdocs.loaders.shapes import Field, ListOf, OneOf, Record, Text
from vtdocs.loaders.structure import Reader
from vtdocs.model import CoQuan, NguoiKy
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30

__all__ = ["NGUOI_KY", "NGUOI_KY_CO_QUAN", "choose_signer"]

_MOST_CAPACITIES = 3
_CAPACITY = compile_late(rf"({'|'.join(map(re.escape, nd30.QUYEN_HAN_VIET_TAT.members))})(?=\S)")
_CAPACITY_WITHOUT_DOT = compile_late(
    rf"({'|'.join(word.rstrip('.') for word in nd30.QUYEN_HAN_VIET_TAT.members)})(?= +[^\W\d_a-z])"
)
# Khoản 7, điểm b: no học hàm, học vị or other title before the name, but in the armed forces, education, health and
# science. The abbreviations are no words that a name may begin with.
_TITLE = compile_late(
    r"(?:(?:TSKH|PGS|GS|TS|ThS|Th\.S|BSCK ?I{1,2}|BS|DS|KS|CN|LS|NGƯT|NGND|TTƯT|TTND)(?:\.\s*|\s+)"
    r"|(?i:phó\s+giáo\s+sư|giáo\s+sư|tiến\s+sĩ|tiến\s+sỹ|thạc\s+sĩ|thạc\s+sỹ|bác\s+sĩ|bác\s+sỹ|kỹ\s+sư|cử\s+nhân"
    r"|luật\s+sư|(?:thiếu|trung|thượng|đại)\s+(?:úy|uý|tá|tướng))\s+)+"
)
# With these, in lower case, all of them begin: a name is seen to have none without the pattern.
_TITLE_STARTS = (
    *("ts", "pgs", "gs", "ths", "th.s", "bs", "ds", "ks", "cn", "ls", "ngưt", "ngnd", "ttưt", "ttnd"),
    *("phó", "giáo", "tiến", "thạc", "bác", "kỹ", "cử", "luật", "thiếu", "trung", "thượng", "đại"),
)
_TITLED_OFFICES = compile_late(
    r"quân|công an|biên phòng|quốc phòng|giáo dục|trường|học viện|đại học|y tế|bệnh viện|trạm|khoa học|viện",
    re.IGNORECASE,
)
# What would not be text in YAML's braces without quotes.
_NEEDS_QUOTES = compile_late(r"[,:#\[\]{}&*!|>'\"%@`]|^[-?]")
_EXAMPLE = "{quyen_han: KT. CHỦ TỊCH, chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Nguyễn Đức Chung}"


def space_capacity(text: str) -> str:
    """Put in the blank or the dot that was forgotten in "KT.CHỦ TỊCH", "KT CHỦ TỊCH"; no word changes."""
    text = _CAPACITY_WITHOUT_DOT.sub(r"\1.", text, count=1) if _CAPACITY_WITHOUT_DOT.match(text) else text
    return _CAPACITY.sub(r"\1 ", text, count=1) if _CAPACITY.match(text) else text


def _make(fields: Fields, *_: Any) -> NguoiKy:
    return NguoiKy(**fields.without())


def _make_signer(fields: Fields, reader: Reader, node: YamlNode) -> NguoiKy:
    if not fields["ho_ten"]:
        message = "chưa có họ tên người ký; bản in để trống chỗ này"
        reader.warn(Code.UNSIGNED, message, node, "thêm khóa ho_ten khi đã biết ai ký")
    return _make(fields)


def _declare(*, has_to_be_named: bool) -> Record:
    return Record(
        "Người ký",
        (
            Field(
                "quyen_han",
                ListOf(Text(tidy=space_capacity), maximum=_MOST_CAPACITIES, single=True),
                "Các dòng quyền hạn ghi trên chức vụ (KT., TL., TM. …): không có, hoặc một đến ba dòng.",
                default=(),
                example="KT. CHỦ TỊCH",
            ),
            Field("chuc_vu", Text(tidy=space_capacity), "Chức vụ của người ký.", required=True, example="PHÓ CHỦ TỊCH"),
            Field("chuc_vu_khac", Text(), "Chức vụ thứ hai, ghi ngay trên họ tên (ô 7b).", example="Phó Trưởng ban"),
            Field(
                "ho_ten",
                Text(blank=not has_to_be_named),
                "Họ và tên người ký." if has_to_be_named else "Họ và tên người ký; dự thảo có thể chưa ghi.",
                required=has_to_be_named,
                default="",
                example="Nguyễn Đức Chung",
            ),
        ),
        make=_make if has_to_be_named else _make_signer,
    )


NGUOI_KY_CO_QUAN = _declare(has_to_be_named=True)
NGUOI_KY = OneOf(text=Text(), mapping=_declare(has_to_be_named=False))


def choose_signer(fields: Fields, office: Any, reader: Reader) -> Any:
    """Give the signer of a document: written out, or one of the office's by name, or the only one it has."""
    signer = _find_signer(fields, office, reader)
    if isinstance(signer, NguoiKy) and isinstance(office, CoQuan):
        _doubt_title(signer, office, fields, reader)
    return signer


def _doubt_title(signer: NguoiKy, office: CoQuan, fields: Fields, reader: Reader) -> None:
    found = _TITLE.match(signer.ho_ten) if signer.ho_ten.lower().startswith(_TITLE_STARTS) else None
    if found is None or _TITLED_OFFICES.search(f"{office.ten} {office.co_quan_chu_quan or ''}"):
        return
    message = (
        f"nguoi_ky: trước họ tên người ký có “{found[0].strip()}”; thể thức không ghi học hàm, học vị, danh hiệu, "
        "trừ lực lượng vũ trang, giáo dục, y tế, khoa học (Nghị định 30, Phụ lục I, Phần I, Mục II, khoản 7)"
    )
    reader.warn(Code.FORM, message, fields.at("nguoi_ky"), f"viết ho_ten: {signer.ho_ten[found.end() :]}")


def _find_signer(fields: Fields, office: Any, reader: Reader) -> Any:
    named = fields["nguoi_ky"]
    if isinstance(named, NguoiKy) or named is INVALID or not isinstance(office, CoQuan):
        return named if isinstance(named, NguoiKy) else INVALID
    known: dict[str, list[NguoiKy]] = {}
    for signer in dict.fromkeys(office.nguoi_ky):
        known.setdefault(signer.ho_ten, []).append(signer)
    node = fields.at("nguoi_ky")
    if named is None:
        if not known:
            hint = f"thêm dòng “nguoi_ky: {_EXAMPLE}”"
            return reader.fail(Code.MISSING_KEY, "thiếu khóa nguoi_ky (người ký)", node, hint)
        if len(known) > 1:
            message = f"chưa chọn người ký; cơ quan có {len(known)} người ký: {listed(known)}"
            return reader.fail(Code.SIGNER, message, node, f"thêm dòng “nguoi_ky: {next(iter(known))}”")
        named = next(iter(known))
    if same := known.get(named):
        return same[0] if len(same) == 1 else _fail_capacities(same, reader, node)
    reader.path.append("nguoi_ky")
    meant = closest(named, known)
    message = f"cơ quan không có người ký tên “{named}”" + (f"; có phải ý là “{meant}”?" if meant else "")
    hint = f"viết nguoi_ky: {meant}" if meant else f"ghi đầy đủ: nguoi_ky: {_EXAMPLE}"
    reader.fail(Code.SIGNER, message, node, hint)
    reader.path.pop()
    return INVALID


def _fail_capacities(signers: list[NguoiKy], reader: Reader, node: YamlNode) -> Any:
    """Say that one person may sign in several capacities: which of them it is, the document has to write out."""
    capacities = (", ".join(filter(None, (*s.quyen_han, s.chuc_vu, s.chuc_vu_khac))) for s in signers)
    message = f"cơ quan ghi “{signers[0].ho_ten}” với {len(signers)} tư cách ký: {listed(capacities)}"
    return reader.fail(Code.SIGNER, message, node, f"ghi đầy đủ, ví dụ “nguoi_ky: {_written_out(signers[0])}”")


def _written_out(signer: NguoiKy) -> str:
    """Write a signer as the keys of a document, on one line."""
    quoted = {
        key: [f'"{text}"' if _NEEDS_QUOTES.search(text) else text for text in texts]
        for key, texts in (
            ("quyen_han", signer.quyen_han),
            ("chuc_vu", (signer.chuc_vu,)),
            ("chuc_vu_khac", (signer.chuc_vu_khac,) if signer.chuc_vu_khac else ()),
            ("ho_ten", (signer.ho_ten,)),
        )
    }
    pairs = (
        f"{key}: {texts[0] if len(texts) == 1 else '[' + ', '.join(texts) + ']'}"
        for key, texts in quoted.items()
        if texts
    )
    return f"{{{', '.join(pairs)}}}"
