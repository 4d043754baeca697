"""Any docxtpl template of a user's own, filled strictly, fast and safely."""

from .form import Form, compile_form
from .values import Paragraphs, Picture, RichText, Subdocument

__all__ = ["Form", "Paragraphs", "Picture", "RichText", "Subdocument", "compile_form"]
