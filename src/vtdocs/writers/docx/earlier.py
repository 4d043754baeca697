"""The digest as the first versions made it, so that what they made and nobody edited is still written over unasked."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import IO

__all__ = ["digest_hashes", "hash_part"]

_READ_AT_ONCE = 1 << 18


def hash_part(_name: str, part: IO[bytes]) -> str:
    """Give the SHA-256 of a part."""
    digest = sha256()
    while piece := part.read(_READ_AT_ONCE):
        digest.update(piece)
    return digest.hexdigest()


def digest_hashes(hashes: Mapping[str, str]) -> str:
    """Digest parts by the SHA-256 of each."""
    return sha256("".join(f"{name}\0{hashes[name]}\n" for name in sorted(hashes)).encode()).hexdigest()
