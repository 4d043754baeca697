"""Text into XML, escaped by construction: nothing else in the writer puts a user's words into a part."""

from __future__ import annotations

from vtdocs.errors import WriteError
from vtdocs.patterns import compile_late

__all__ = ["W_NS", "encode_texts", "escape", "qname", "text_elements", "text_run"]

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# What XML 1.0 cannot hold at all. Loading refuses such text with its place; a model built by a program meets it here.
_ILLEGAL = compile_late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What w:t cannot hold even escaped: the above, and line breaks and tabs, which are elements of Word.
_ODD = compile_late("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROLS = bytes(range(32))
_NAMES = ((b"&", b"&amp;"), (b"<", b"&lt;"), (b">", b"&gt;"), (b'"', b"&quot;"))
_LINE_OR_TAB = compile_late("(\r\n|[\r\n\t])")
_BREAKS = {"\n": "<w:br/>", "\r": "<w:br/>", "\r\n": "<w:br/>", "\t": "<w:tab/>"}


def qname(name: str) -> str:
    """Give the expanded name of an element of WordprocessingML."""
    return f"{{{W_NS}}}{name}"


def escape(text: str) -> str:
    """Escape text for element content and for double-quoted attributes.

    Raises WriteError for characters that no XML file can hold.
    """
    # Text that can be printed is nearly all there is, and is told from other text in a part of the time.
    if not text.isprintable() and (found := _ILLEGAL.search(text)):
        around = text[max(0, found.start() - 20) : found.start()]
        raise WriteError.one(
            "VT-301",
            f"văn bản có ký tự điều khiển U+{ord(found[0]):04X} sau “…{around}”",
            hint="xóa ký tự này; tệp Word không chứa được nó",
        )
    if "&" in text:
        text = text.replace("&", "&amp;")  # first: the others bring some in
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "\r" in text:
        text = text.replace("\r", "&#13;")  # a bare one would come back as a line feed
    if '"' in text:
        text = text.replace('"', "&quot;")
    return text


def encode_texts(texts: list[str]) -> tuple[list[bytes], list[int]]:
    """Escape and encode many texts for `w:t` at one go; say by number which of them are odd, and come back empty.

    Those are the ones with line breaks, tabs, blanks at an end, or what no file can hold: each needs `text_elements`.
    Whether there are any is looked for in all texts together: 12 microseconds for the body of a plan, not 60.
    """
    try:
        encoded = [*map(str.encode, texts)]
        legal = True
    except UnicodeEncodeError:  # half of a surrogate pair
        encoded = [text.encode(errors="surrogatepass") for text in texts]
        legal = False
    whole, together = "".join(texts), b"".join(encoded)
    legal = legal and "\ufffe" not in whole and "\uffff" not in whole
    if not legal or len(together.translate(None, _CONTROLS)) < len(together):
        odd = _find_odd(texts)
    else:
        # A text without blanks at its ends is its own `strip`, and lists compare by identity first.
        stripped = [*map(str.strip, texts)]
        odd = [] if stripped == texts else [n for n, text in enumerate(texts) if text != stripped[n]]
    for number in odd:
        encoded[number] = b""
    for sign, name in _NAMES:
        if sign in together:
            encoded = [text.replace(sign, name) for text in encoded]
    return encoded, odd


def _find_odd(texts: list[str]) -> list[int]:
    return [number for number, text in enumerate(texts) if text.strip() != text or _ODD.search(text)]


def text_run(text: str, properties: str = "") -> str:
    """Make a run; line breaks and tabs inside the text become Word's own."""
    return f"<w:r>{properties}{text_elements(text)}</w:r>"


def text_elements(text: str) -> str:
    """Write what stands inside a run for a text: words, line breaks, tabs."""
    if text.isprintable() or not _LINE_OR_TAB.search(text):
        return _text_element(text)
    pieces = _LINE_OR_TAB.split(text)
    return "".join(_BREAKS.get(piece) or _text_element(piece) for piece in pieces if piece)


def _text_element(text: str) -> str:
    # Word drops blanks at either end of a w:t unless it is told to keep them.
    keep = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f"<w:t{keep}>{escape(text)}</w:t>"
