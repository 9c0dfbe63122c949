"""Where a page of a list goes on."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import literal, tuple_

from consult.core.paging import decode_cursor


def place(keys: Iterable[Any], cursor: str) -> Any:
    moment_and_id = decode_cursor(cursor, datetime, UUID)
    return tuple_(*(literal(part, key.type) for key, part in zip(keys, moment_and_id, strict=True)))
