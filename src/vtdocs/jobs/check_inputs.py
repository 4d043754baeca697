"""What a check is told besides the document: a house rule, acceptances beside the document, the office's file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vtdocs.checking.office import Office
from vtdocs.checking.profile import Acceptance, Profile
from vtdocs.checking.registry import all_rules
from vtdocs.diagnostics import Location, Severity
from vtdocs.errors import LoadError
from vtdocs.loaders.codes import Code
from vtdocs.loaders.faults import Faults
from vtdocs.loaders.fields import INVALID, Fields
from vtdocs.loaders.folder import FileFaultError, Folder, read_bytes
from vtdocs.loaders.forms.co_quan import choose_office
from vtdocs.loaders.forms.phien_ban import opening
from vtdocs.loaders.nodes import YamlNode
from vtdocs.loaders.reading import Choose, read_document
from vtdocs.loaders.shapes import Choice, Field, ListOf, Record, Text
from vtdocs.loaders.structure import Reader
from vtdocs.loaders.yaml import MAX_BYTES
from vtdocs.model import CoQuan

from .beside import ACCEPTANCE_FILE, name_file
from .rules import find_id, say_near

__all__ = [
    "ACCEPTANCES",
    "PROFILE",
    "load_acceptances",
    "load_office",
    "load_profile",
    "office_of",
]

SEVERITIES: Mapping[str, Severity | None] = {
    "loi": Severity.ERROR,
    "canh_bao": Severity.WARNING,
    "goi_y": Severity.HINT,
    "bo_qua": None,
}


def load_profile(path: Path) -> Profile:
    """Load a house rule. Raises LoadError with every fault: no such rule, an error of the law made milder."""
    profile: Profile = _load(path, lambda kind: PROFILE if kind in ("", "quy_dinh_kiem_tra") else None)
    return profile


def load_acceptances(path: Path) -> tuple[Acceptance, ...]:
    """Load what somebody accepts. Raises LoadError with every fault."""
    acceptances: tuple[Acceptance, ...] = _load(path, lambda kind: ACCEPTANCES if kind in ("", "chap_nhan") else None)
    return acceptances


def load_office(path: Path) -> Office:
    """Load an office file. Raises LoadError with every fault."""
    return office_of(_load(path, choose_office))


def office_of(office: CoQuan) -> Office:
    """Give what the checker asks of an office."""
    signers = [(signer.ho_ten, signer.chuc_vu) for signer in office.nguoi_ky]
    return Office(
        name=office.ten,
        abbreviation=office.ten_viet_tat,
        also=tuple(filter(None, (" ".join(office.ten_trinh_bay),))),
        place=office.dia_danh,
        units=tuple((unit.ten, unit.ten_viet_tat) for unit in office.don_vi),
        signers=tuple(dict.fromkeys(signers)),
    )


def _load(path: Path, choose: Choose) -> Any:
    folder, name = Folder(path), name_file(path)
    try:
        data = read_bytes(path, MAX_BYTES)
    except FileFaultError as fault:
        raise LoadError.one(str(fault.code), fault.message, location=Location(name), hint=fault.hint) from None
    faults = Faults()
    value = read_document(data, name, choose, folder, faults)
    if faults.has_errors or value is INVALID:
        raise LoadError(faults.told())
    return value


# --- how the two files are written --------------------------------------------------------------------------------


def _read_rule(written: str, node: YamlNode, reader: Reader) -> str | None:
    """Give the id of the rule that is written; tells a fault, and gives None, where there is none."""
    rule = find_id(written)
    if rule is None:
        message = f"không có quy tắc “{written[:40]}”"
        reader.faults.error("VT-653", message, reader.at(node), say_near(written))
    return rule


def _make_severities(fields: Fields, reader: Reader, _node: YamlNode) -> Any:
    rules = all_rules()
    severities: dict[str, Severity | None] = {}
    is_sound = fields.is_sound
    for written, word in fields.written().items():
        rule = _read_rule(written, fields.key_of(written), reader)
        if rule is None or word is INVALID:
            is_sound = False
            continue
        if rule in severities:
            is_sound = False
            hint = "gộp lại hoặc xóa một trong hai"
            reader.faults.error(Code.DUPLICATE_KEY, f"{rule} viết hai lần", reader.at(fields.key_of(written)), hint)
            continue
        severities[rule] = severity = SEVERITIES[word]
        if rules[rule].severity is Severity.ERROR and severity is not Severity.ERROR:
            is_sound = False
            message = f"{rule} là lỗi theo {rules[rule].source}; quy định riêng không làm nhẹ đi được"
            hint = f"để loi; muốn chấp nhận ở một văn bản thì ghi vào tệp {ACCEPTANCE_FILE} cùng lý do"
            reader.faults.error("VT-654", message, reader.at(fields.value_of(written)), hint)
    return severities if is_sound else INVALID


def _make_profile(fields: Fields, reader: Reader, _node: YamlNode) -> Profile:
    return Profile(fields["ten"], fields["muc_do"], reader.document.source.file)


def _make_acceptance(fields: Fields, reader: Reader, _node: YamlNode) -> Any:
    node = fields.at("quy_tac")
    rule = _read_rule(fields["quy_tac"], node, reader)
    if rule is None:
        return INVALID
    return Acceptance(rule, fields["co_chu"], fields["ly_do"], reader.at(node))


def _make_acceptances(fields: Fields, *_: Any) -> tuple[Acceptance, ...]:
    acceptances: tuple[Acceptance, ...] = fields["chap_nhan"]
    return acceptances


PROFILE = Record(
    "Quy định kiểm tra riêng",
    (
        *opening(("quy_dinh_kiem_tra",), "Loại tệp: quy_dinh_kiem_tra."),
        Field(
            "ten",
            Text(maximum=100),
            "Tên của quy định; in ra ở mọi báo cáo.",
            required=True,
            example="Quy định của Văn phòng UBND tỉnh",
        ),
        Field(
            "muc_do",
            Record("Mức độ", (), make=_make_severities, eager=True, others=Choice(tuple(SEVERITIES), Code.WRONG_TYPE)),
            "Mức độ của từng quy tắc: loi, canh_bao, goi_y hoặc bo_qua.",
            required=True,
            example="{VB-801: loi}",
        ),
    ),
    make=_make_profile,
)
ACCEPTANCES = Record(
    "Những chỗ được chấp nhận",
    (
        *opening(("chap_nhan",), "Loại tệp: chap_nhan."),
        Field(
            "chap_nhan",
            ListOf(
                Record(
                    "Chỗ được chấp nhận",
                    (
                        Field("quy_tac", Text(), "Mã của quy tắc.", required=True, example="ND30-103"),
                        Field(
                            "co_chu",
                            Text(),
                            "Chữ có trong đoạn được chấp nhận; không ghi thì là mọi chỗ của quy tắc ấy.",
                            default="",
                            example="Hà Nội, ngày",
                        ),
                        Field("ly_do", Text(), "Vì sao chấp nhận.", required=True, example="Mẫu của Bộ Nội vụ"),
                    ),
                    make=_make_acceptance,
                ),
                minimum=1,
            ),
            "Mỗi mục là một quy tắc được chấp nhận, và lý do.",
            required=True,
            example="- {quy_tac: ND30-103, ly_do: …}",
        ),
    ),
    make=_make_acceptances,
)
