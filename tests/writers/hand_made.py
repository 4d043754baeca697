"""Documents built by hand: inlines, pictures and frames that no kind of document need make."""

from __future__ import annotations

import io

from PIL import Image

from vtdocs.tree import (
    Appendix,
    Block,
    CharStyle,
    Document,
    Frame,
    Inline,
    Link,
    Note,
    Paragraph,
    Properties,
    Style,
    Text,
)

LOREM = "Nâng cao nhận thức của cán bộ, công chức và người dân về cải cách hành chính trên địa bàn xã. "


def paragraph(*inlines: Inline | str, style: Style = Style.NOI_DUNG) -> Paragraph:
    return Paragraph(style, tuple(Text(i) if isinstance(i, str) else i for i in inlines))


def bold(text: str) -> Text:
    return Text(text, CharStyle.DAM)


def note(*inlines: Text | Link | str) -> Note:
    return Note(tuple(Text(i) if isinstance(i, str) else i for i in inlines))


def link(url: str, *texts: Text | str) -> Link:
    return Link(tuple(Text(t) if isinstance(t, str) else t for t in texts), url)


def recipients(*lines: str) -> tuple[Paragraph, ...]:
    return tuple(paragraph(line, style=Style.NOI_NHAN_MUC) for line in lines)


def document(*body: Block, appendices: tuple[Appendix, ...] = (), **slots: tuple[Block, ...]) -> Document:
    """A document of these blocks; slots of the frame by name."""
    frame: dict[str, tuple[Block, ...]] = {
        "co_quan": (paragraph("ỦY BAN NHÂN DÂN", style=Style.CO_QUAN_BAN_HANH),),
        "quoc_hieu": (paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", style=Style.QUOC_HIEU),),
        "dia_danh_thoi_gian": (),
        "trich_yeu_cong_van": (),
        "ten_loai": (paragraph("KẾ HOẠCH", style=Style.TEN_LOAI),),
        "kinh_gui": (),
        "noi_nhan": recipients("- Lưu: VT."),
        "nguoi_ky": (paragraph("Nguyễn Văn An", style=Style.HO_TEN),),
        **slots,
    }
    tags = {"so": Text("05"), "ky_hieu": Text("KH-UBND")}
    return Document(Properties("Tên", "Loại", "Cơ quan"), Frame(tags, frame), body, appendices)


def image(width: int, height: int, kind: str = "png", colour: tuple[int, int, int] = (255, 0, 0)) -> bytes:
    """A picture of one colour, its upper left quarter green."""
    picture = Image.new("RGB", (width, height), colour)
    picture.paste((0, 128, 0), (0, 0, width // 2, height // 2))
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()
