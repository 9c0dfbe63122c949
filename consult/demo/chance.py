"""Chance that falls the same way every time."""

from collections.abc import Mapping
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def fraction(*parts: object) -> float:
    """A number from 0 up to 1 that depends on the parts alone."""
    said = "/".join(str(part) for part in parts)
    return int.from_bytes(sha256(said.encode()).digest()[:6]) / 2**48


def pick(shares: Mapping[T, float], *parts: object) -> T:
    """One of the keys, each as likely as its share."""
    left = fraction(*parts) * sum(shares.values())
    for key, share in shares.items():
        left -= share
        if left < 0:
            return key
    return list(shares)[-1]
