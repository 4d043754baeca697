"""An address as a Word file may hold it: the target of a relationship has to be a URI, or Word opens nothing."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from vtdocs.patterns import compile_late

__all__ = ["link_target"]

# RFC 3986: what a path, a query or a fragment may hold as it is. A percent sign only before two hex digits.
_PLAIN = "/?:@!$&'()*+,;=-._~"
_ESCAPED = compile_late(r"%(?![0-9A-Fa-f]{2})")
_LABEL = compile_late(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?")
_MAILBOX = compile_late(r"[A-Za-z0-9!#$&'*+/=^_`{|}~.%-]{1,64}@([^@?#/]+)(\?.*)?")
_LONGEST = 2_000  # Word cuts a longer address
_LARGEST_PORT = 65_535


def link_target(url: str) -> str | None:
    """Give an http, https or mailto address as a plain ASCII URI; `None` where it is none that opens anything."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme == "mailto":
        mailbox = _MAILBOX.fullmatch(parts.path)
        host = _host(mailbox[1]) if mailbox else None
        if mailbox is None or host is None:
            return None
        target = f"mailto:{quote(parts.path.rpartition('@')[0], safe=_PLAIN)}@{host}"
    elif parts.scheme in ("http", "https") and "@" not in parts.netloc:
        host = _host(parts.hostname or "")
        if host is None or (port is not None and not 0 < port <= _LARGEST_PORT):
            return None
        target = f"{parts.scheme}://{host}{f':{port}' if port else ''}{_quoted(parts.path) or '/'}"
    else:
        return None
    if parts.query:
        target += f"?{_quoted(parts.query)}"
    if parts.fragment:
        target += f"#{_quoted(parts.fragment)}"
    return target if len(target) <= _LONGEST else None


def _host(name: str) -> str | None:
    """Give a host's name in ASCII; `None` where it cannot be one."""
    if len(name) > 253:
        return None
    try:
        plain = name if name.isascii() else name.encode("idna").decode()
    except UnicodeError:
        return None
    return plain if all(_LABEL.fullmatch(label) for label in plain.removesuffix(".").split(".")) else None


def _quoted(text: str) -> str:
    return quote(_ESCAPED.sub("%25", text), safe=_PLAIN + "%")
