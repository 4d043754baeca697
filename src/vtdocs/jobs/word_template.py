"""A Word template that was opened: of documents, or free. A value, for any number of documents."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from vtdocs.diagnostics import Diagnostic, Location
from vtdocs.errors import TemplateError, WriteError
from vtdocs.writers.docx import Template

from .compressing import choose_compression
from .storage import write_whole

if TYPE_CHECKING:
    from vtdocs.filling import Form

__all__ = ["NEW_TEMPLATES", "WordTemplate"]

NEW_TEMPLATES = "vtdocs template new"
"""The command that copies the stock templates; the folder comes behind it."""


class WordTemplate(Struct, frozen=True):
    """A Word template, opened once for any number of documents. It is immutable, and can be pickled.

    It holds either `document`, a template of documents with the slots of the contract, which `write_docx` takes; or
    `form`, a free template in docxtpl's notation, which `render` fills. `missing` is what a free one lacks of the
    contract. `warnings` tell where a template of documents leaves the decree.
    """

    name: str
    document: Template | None = None
    form: Form | None = None
    missing: tuple[str, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The names that a free template asks of its data: docxtpl's get_undeclared_template_variables.

        Raises TemplateError for a template of documents.
        """
        return self.of_data().names

    def render(
        self, data: Mapping[str, object], path: str | Path | None = None, *, compression: str | None = None
    ) -> bytes:
        """Fill a free template with data; write it to `path` if there is one, whole or not at all. Gives the bytes.

        A file that is there already is replaced. `compression` is meant as in `write_docx`. Raises TemplateError for
        a template of documents, WriteError for data that cannot stand in a document.
        """
        form = self.of_data()
        if not isinstance(data, Mapping):
            hint = 'ví dụ render({"ho_ten": "Nguyễn Văn A"}); một đối tượng thì dùng vars(doi_tuong)'
            message = f"dữ liệu phải là dict tên → giá trị, không phải {type(data).__name__}"
            raise WriteError.one("VT-463", message, location=Location(self.name), hint=hint)
        filled = form.render(data, compression=choose_compression(compression))
        if path is not None:
            write_whole(Path(path), filled)
        return filled

    def of_data(self) -> Form:
        """Give the free template; raises TemplateError for one of documents."""
        if self.form is not None:
            return self.form
        raise TemplateError.one(
            "VT-411",
            "đây là mẫu văn bản (có các chỗ điền của vtdocs), không phải mẫu tự do",
            location=Location(self.name),
            hint=(
                "đặt tệp này trong một thư mục rồi soạn bằng: vtdocs build DỮ_LIỆU.yaml --templates THƯ_MỤC "
                "(trong Python: write_docx(van_ban, template=…))"
            ),
        )

    def of_documents(self) -> Template:
        """Give the template of documents; raises TemplateError with what a free one lacks."""
        if self.document is not None:
            return self.document
        raise TemplateError.one(
            "VT-411",
            f"đây là mẫu tự do, không phải mẫu văn bản: không có {', '.join(self.missing)}",
            location=Location(self.name),
            hint=(
                f"điền mẫu này bằng: vtdocs fill {self.name} DỮ_LIỆU.yaml -o KẾT_QUẢ.docx "
                "(trong Python: render(du_lieu)); "
                f"muốn một mẫu văn bản thì bắt đầu từ mẫu gốc: {NEW_TEMPLATES} mau"
            ),
        )
