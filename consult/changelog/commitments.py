"""Salted commitments: the log can prove words later without holding them (TRUST section 3)."""

import secrets
import unicodedata
from hashlib import sha256


def new_salt() -> bytes:
    """32 random bytes; whoever deletes them makes the commitment say nothing."""
    return secrets.token_bytes(32)


def commit_to(kind: str, salt: bytes, content: bytes | str) -> str:
    """Commit to content: SHA-256("consult-commit-v1" 00 || kind || 00 || salt || bytes), as hex.

    Text is taken as UTF-8 in NFC. ValueError for a salt that is not 32 bytes.
    """
    if len(salt) != 32:
        raise ValueError("A salt has 32 bytes.")
    if isinstance(content, str):
        content = unicodedata.normalize("NFC", content).encode()
    return sha256(b"consult-commit-v1\x00" + kind.encode() + b"\x00" + salt + content).hexdigest()
