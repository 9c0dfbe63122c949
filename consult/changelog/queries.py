"""Questions to the record."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from consult.changelog import tree
from consult.changelog.models import Entry, LogHead, Node
from consult.changelog.models import Fact as Fact
from consult.core.db import db
from consult.core.paging import SIZE, Page


@dataclass(frozen=True)
class Recorded:
    """One fact as it reads back from its bytes."""

    seq: int
    kind: Fact
    at: datetime
    council_id: UUID | None
    proposal_id: UUID | None
    by: str
    fields: dict[str, Any]


def read_back(entry: Entry) -> Recorded:
    """Take a fact from the bytes that were hashed, not from the copies beside them."""
    said = json.loads(entry.body)
    return Recorded(
        seq=entry.seq,
        kind=entry.kind,
        at=entry.at,
        council_id=entry.council_id,
        proposal_id=entry.proposal_id,
        by=said["by"],
        fields=said["body"],
    )


def size() -> int:
    """How many entries there are."""
    return db.session.scalar(select(LogHead.size)) or 0


def hashes(level: int, first: int, end: int) -> list[bytes]:
    """Stored tree hashes of a level, in order."""
    return list(
        db.session.scalars(
            select(Node.hash)
            .where(Node.level == level, Node.idx >= first, Node.idx < end)
            .order_by(Node.idx)
        )
    )


def root(at_size: int) -> bytes:
    """The root of the first so many entries."""
    return tree.root_of(at_size, hashes)


def entry(seq: int) -> Recorded | None:
    """The fact at a position."""
    found = db.session.get(Entry, seq)
    return read_back(found) if found is not None else None


def entries_after(seq: int, kinds: Iterable[Fact], limit: int = 100) -> Sequence[Recorded]:
    """Facts from a position on, oldest first, for readers with a cursor."""
    rows = db.session.scalars(
        select(Entry)
        .where(Entry.seq >= seq, Entry.kind.in_(list(kinds)))
        .order_by(Entry.seq)
        .limit(limit)
    )
    return [read_back(row) for row in rows]


def facts_page(
    kinds: Iterable[Fact],
    *,
    council_id: UUID | None = None,
    proposal_id: UUID | None = None,
    since: datetime | None = None,
    before: int | None = None,
    limit: int = SIZE,
) -> Page[Recorded]:
    """Facts, newest first, a page at a time."""
    chosen = select(Entry).where(Entry.kind.in_(list(kinds)))
    if council_id is not None:
        chosen = chosen.where(Entry.council_id == council_id)
    if proposal_id is not None:
        chosen = chosen.where(Entry.proposal_id == proposal_id)
    if since is not None:
        chosen = chosen.where(Entry.at >= since)
    if before is not None:
        chosen = chosen.where(Entry.seq < before)
    rows = db.session.scalars(chosen.order_by(Entry.seq.desc()).limit(limit + 1)).all()
    following = str(rows[limit - 1].seq) if len(rows) > limit else None
    return Page([read_back(row) for row in rows[:limit]], following)


def facts_about(subject: UUID) -> Sequence[Recorded]:
    """The facts that name one comment, oldest first."""
    rows = db.session.scalars(select(Entry).filter_by(subject_id=subject).order_by(Entry.seq))
    return [read_back(row) for row in rows]


def counted(kinds: Iterable[Fact], council_id: UUID | None = None) -> int:
    """How many facts of these kinds there are."""
    chosen = select(func.count()).select_from(Entry).where(Entry.kind.in_(list(kinds)))
    if council_id is not None:
        chosen = chosen.where(Entry.council_id == council_id)
    return db.session.scalar(chosen) or 0
