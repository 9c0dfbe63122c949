"""Where a page of a list goes on."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import literal, tuple_

from consult.core.paging import decode_cursor


def place(keys: Iterable[Any], cursor: str, *kinds: type) -> Any:
    """The sort keys where the last page ended, each of its kind."""
    parts = decode_cursor(cursor, *kinds)
    return tuple_(*(literal(part, key.type) for key, part in zip(keys, parts, strict=True)))
