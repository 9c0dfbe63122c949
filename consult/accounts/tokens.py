"""Secrets that mail carries and cookies hold; the database keeps hashes only."""

import hashlib
import hmac
import secrets
from uuid import UUID


def new_token() -> str:
    """256 random bits, fit for an address."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """Six digits that somebody can carry from one device to another."""
    return f"{secrets.randbelow(1_000_000):06d}"


def token_hash(secret: str) -> str:
    """The form in which a secret is stored; 256 random bits need no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def code_hash(owner: UUID, code: str) -> str:
    """A code is good for one thing only, so the hash holds that thing's id."""
    return hashlib.sha256(f"{owner}:{code}".encode()).hexdigest()


def is_code(owner: UUID, typed: str, kept: str) -> bool:
    """Compare a typed code, spaces and hyphens removed, in constant time."""
    digits = "".join(character for character in typed if character not in " -\u00a0\u2013")
    return hmac.compare_digest(code_hash(owner, digits), kept)
