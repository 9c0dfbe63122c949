"""Keyset paging: where the last page ended, in a form that addresses can carry."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from consult.core.errors import NotFound

SIZE = 20


T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some items, and the cursor after which more follow."""

    items: Sequence[T]
    next: str | None = None


def encode_cursor(*parts: object) -> str:
    """Put sort keys into a short text; moments and ids keep their value."""
    plain = [part.isoformat() if isinstance(part, datetime) else part for part in parts]
    plain = [str(part) if isinstance(part, UUID) else part for part in plain]
    return base64.urlsafe_b64encode(json.dumps(plain).encode()).decode().rstrip("=")


def decode_cursor(text: str, *kinds: type) -> tuple[Any, ...]:
    """Read sort keys back, each as its kind; a cursor we did not make is not found."""
    try:
        padded = text + "=" * (-len(text) % 4)
        parts = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
        if not isinstance(parts, list) or len(parts) != len(kinds):
            raise ValueError(text)
        return tuple(_as(part, kind) for part, kind in zip(parts, kinds, strict=True))
    except (ValueError, TypeError, OverflowError, binascii.Error, RecursionError) as error:
        raise NotFound() from error


def _as(part: object, kind: type) -> Any:
    if kind is datetime:
        moment = datetime.fromisoformat(str(part))
        if moment.tzinfo is None:
            raise ValueError(part)
        return moment.astimezone(UTC)  # a moment that UTC cannot hold overflows here
    if kind is UUID:
        return UUID(str(part))
    if type(part) is not kind or (isinstance(part, int) and abs(part) > 2**53):
        raise ValueError(part)
    return part
