"""A picture as a value of a template: its file's bytes, checked, and its size on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import force_setattr

from vtdocs.errors import LoadError
from vtdocs.loaders.codes import Code
from vtdocs.loaders.pictures import MAX_PICTURE_BYTES, Image, PictureFaultError, read_image
from vtdocs.model import KieuAnh
from vtdocs.units import EMU_PER_MM, Length
from vtdocs.writers.docx.drawings import drawing_xml

from .checks import check_length, check_link, refuse
from .density import read_density
from .files import read_named
from .place import Place

__all__ = ["Picture"]

_EMU_PER_INCH = 914_400
# Word's largest sheet is 22 inches long, and so is its largest picture.
_LARGEST = Length(22 * _EMU_PER_INCH)


class Picture(Struct, frozen=True):
    """A PNG or JPEG picture in line with the text: `{{ anh }}` in the template.

    `source` is a path, or the file's bytes; once made it is the bytes. `width` and `height` are lengths
    (`vtdocs.units.Mm(30)`, or python-docx's `Mm(30)`): with one of them the other follows from the picture's
    proportion, with none the picture is as large as its file says, at 72 pixels an inch where it says nothing.
    `description` is read out to those who cannot see it; `url` is what a click opens; `name` is what faults call it.

    Raises LoadError where the file cannot be read or is no whole PNG or JPEG, WriteError for a size that no sheet has.
    """

    source: bytes | str | Path
    width: Length | int | None = None
    height: Length | int | None = None
    description: str = ""
    url: str = ""
    name: str = ""
    _image: Image | None = None

    def __post_init__(self) -> None:
        name = self.name or "ảnh"
        if isinstance(self.source, str | Path):
            name = self.name or Path(self.source).name
            force_setattr(self, "source", read_named(Path(self.source), MAX_PICTURE_BYTES))
        elif not isinstance(self.source, bytes):
            message = f"Picture cần đường dẫn hoặc các byte của tệp ảnh, không phải {type(self.source).__name__}"
            raise refuse(message, 'ví dụ Picture("logo.png", width=Mm(30))')
        if len(self.data) > MAX_PICTURE_BYTES:
            message = f"tệp ảnh “{name}” lớn quá {MAX_PICTURE_BYTES // 1024 // 1024} MB"
            raise LoadError.one(str(Code.TOO_LARGE), message, hint="thu nhỏ ảnh rồi lưu lại kiểu JPEG")
        try:
            force_setattr(self, "_image", read_image(self.data, name))
        except PictureFaultError as fault:
            raise LoadError.one(str(fault.code), fault.message, hint=fault.hint) from None
        for side, what in (("width", "bề ngang"), ("height", "bề cao")):
            if (length := getattr(self, side)) is not None:
                force_setattr(self, side, _check_side(check_length(length, f"{what} của {name}"), f"{what} của {name}"))
        if self.url:
            check_link(self.url)

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.source if isinstance(self.source, bytes) else b""

    @property
    def image(self) -> Image:
        """What the file says: its kind, its pixels as stored, how it is to be turned."""
        return self._image or Image(KieuAnh.PNG, 1, 1)

    def size(self) -> tuple[Length, Length]:
        """Give the width and the height on paper, reckoned as python-docx does."""
        across, down = read_density(self.data)
        inches = (self.image.width / across, self.image.height / down)
        if self.image.turn % 180:
            inches = inches[::-1]
        own = [max(1, int(length * _EMU_PER_INCH)) for length in inches]
        # What the file alone asks for is nobody's wish: more than a sheet is cut down to one.
        fit = min(1.0, _LARGEST.emu / max(own))
        width, height = (side.emu if isinstance(side, Length) else side for side in (self.width, self.height))
        if width is None and height is None:
            width, height = (round(side * fit) for side in own)
        elif width is None and height is not None:
            width = round(own[0] * (height / own[1]))
        elif width is not None and height is None:
            height = round(own[1] * (width / own[0]))
        return Length(max(1, min(width or 1, _LARGEST.emu))), Length(max(1, min(height or 1, _LARGEST.emu)))

    @property
    def level(self) -> Literal["run"]:
        """What it writes."""
        return "run"

    def xml(self, place: Place) -> str:
        """Write the picture as a run."""
        image, host = self.image, place.host
        relation = host.add_picture(place.part, self.data, str(image.kind))
        number = host.take_drawing()
        link = host.link(place.part, self.url) if self.url else ""
        return f"<w:r>{drawing_xml(self.size(), image.turn, relation, number, self.description, link=link)}</w:r>"


def _check_side(side: Length, what: str) -> Length:
    if 0 < side.emu <= _LARGEST.emu:
        return side
    message = f"{what} là {side.mm:.1f} mm".replace(".", ",")
    raise refuse(message, f"chọn một độ dài từ 1 đến {_LARGEST.emu // EMU_PER_MM} mm")
