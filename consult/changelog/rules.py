"""Append to the record, in the transaction that makes a fact true."""

from typing import Any, Protocol
from uuid import UUID

import rfc8785

from consult.changelog import kinds, queries, tree
from consult.changelog.models import Entry, Fact, LogHead, Node
from consult.core import clock
from consult.core.db import db

LONGEST = 65_535


class Named(Protocol):
    """A council or proposal, known here by its id only."""

    @property
    def id(self) -> Any: ...


def record(
    kind: Fact,
    *,
    council: Named | None,
    proposal: Named | None = None,
    by: str,
    **fields: Any,
) -> Entry:
    """Append one fact. It names things and decisions, never a resident or their words."""
    head = _locked_head()
    at = clock.now()
    body = rfc8785.dumps(
        {
            "v": 1,
            "type": kind.value,
            "at": kinds.stamp(at),
            "council": _name(council),
            "consultation": _name(proposal),
            "by": by,
            "body": kinds.checked(kind, fields),
        }
    )
    if len(body) > LONGEST:
        raise ValueError("An entry has at most 65,535 bytes.")
    subject = fields.get("comment")
    entry = Entry(
        seq=head.size,
        body=body,
        kind=kind,
        at=at,
        council_id=_id(council),
        proposal_id=_id(proposal),
        subject_id=UUID(str(subject)) if subject else None,
    )
    db.session.add(entry)
    db.session.add(Node(level=0, idx=head.size, hash=tree.leaf_hash(body)))
    head.size += 1
    db.session.flush()
    _close_tiles(head.size)
    return entry


def _locked_head() -> LogHead:
    """The one row that makes appending a queue of one."""
    head = db.session.get(LogHead, 1, with_for_update=True, populate_existing=True)
    if head is None:
        head = LogHead(id=1, size=0)
        db.session.add(head)
        db.session.flush()
    return head


def _close_tiles(size: int) -> None:
    for level, index in tree.completed(size):
        hashes = queries.hashes(level - 1, index * tree.WIDTH, (index + 1) * tree.WIDTH)
        db.session.add(Node(level=level, idx=index, hash=tree.root(hashes)))
        db.session.flush()


def _name(thing: Named | None) -> str:
    return str(thing.id) if thing is not None else ""


def _id(thing: Named | None) -> UUID | None:
    return thing.id if thing is not None else None
