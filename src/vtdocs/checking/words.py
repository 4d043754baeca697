"""Words compared as a reader does: old and new tone marks are one spelling, blanks count once."""

from __future__ import annotations

from vtdocs.readers.docx.composing import compose

from .paper import Line

__all__ = ["even_tones", "fold_words", "shown_text"]

# "hòa" and "hoà", "ủy" and "uỷ" are one word; the decree itself prints both.
_OLD = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_NEW = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_PAIRS = tuple(
    (new_case, old_case)
    for old, new in zip(_OLD, _NEW, strict=True)
    for new_case, old_case in ((new, old), (new.upper(), old.upper()), (new.capitalize(), old.capitalize()))
)


def even_tones(text: str) -> str:
    """Write a text's tone marks the one way, so that two spellings of a word compare equal; to compare, not to show."""
    for new, old in _PAIRS:
        if new in text:
            text = text.replace(new, old)
    return text


def fold_words(text: str) -> str:
    """Reduce a text to what is compared: NFC, one tone mark's place, single blanks; case and punctuation stay."""
    return even_tones(" ".join(compose(text).split()))


def shown_text(line: Line) -> str:
    """Give a line as it is printed: letters that a format turns into capitals are capitals."""
    if not any(run.format.caps for run in line.runs):
        return line.text
    text, at, parts = line.paragraph.text, line.start, []
    for run in line.runs:
        stretch = text[run.start : run.end]
        parts += [text[at : run.start], stretch.upper() if run.format.caps else stretch]
        at = run.end
    whole = "".join([*parts, text[at : line.end]])
    return compose(whole).replace("\xa0", " ").strip()
