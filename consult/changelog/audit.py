"""Recompute everything that the log says about itself."""

import json
from collections.abc import Iterator
from typing import Any

import rfc8785
from sqlalchemy import String, cast, select

from consult.changelog import kinds, queries, tree
from consult.changelog.models import Entry, Fact, LogHead, Node
from consult.core.db import db


def differences() -> Iterator[str]:
    """Name every difference between the entries' bytes, their copies, the tree and the head."""
    leaves: list[bytes] = []
    expected = 0
    for row in db.session.execute(
        select(
            Entry.seq,
            Entry.body,
            cast(Entry.kind, String).label("kind"),
            Entry.at,
            Entry.council_id,
            Entry.proposal_id,
            Entry.subject_id,
        )
        .order_by(Entry.seq)
        .execution_options(yield_per=1000)
    ):
        if row.seq != expected:
            yield f"entry {expected}: missing"
            expected = row.seq
        expected += 1
        leaves.append(tree.leaf_hash(row.body))
        yield from _wrong_with(row)
    head = db.session.scalar(select(LogHead.size)) or 0
    if head != expected:
        yield f"head: says {head} entries, there are {expected}"
    yield from _wrong_nodes(leaves)


def _wrong_with(row: Any) -> Iterator[str]:
    try:
        said = json.loads(row.body)
        if rfc8785.dumps(said) != row.body:
            yield f"entry {row.seq}: not in canonical form"
        kinds.checked(Fact(said["type"]), said["body"])
        told = (said["type"], said["at"], said["council"], said["consultation"])
        subject = said["body"].get("comment", "")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        yield f"entry {row.seq}: cannot be read ({error})"
        return
    kept = (
        row.kind,
        kinds.stamp(row.at),
        str(row.council_id or ""),
        str(row.proposal_id or ""),
    )
    if told != kept or subject != str(row.subject_id or ""):
        yield f"entry {row.seq}: its copies differ from its bytes"


def _wrong_nodes(leaves: list[bytes]) -> Iterator[str]:
    level, hashes = 0, leaves
    while hashes:
        rows = db.session.execute(select(Node.idx, Node.hash).filter_by(level=level))
        stored: dict[int, bytes] = {row.idx: row.hash for row in rows}
        for index, computed in enumerate(hashes):
            if stored.pop(index, None) != computed:
                yield f"node {level}/{index}: differs"
        for index in sorted(stored):
            yield f"node {level}/{index}: should not be there"
        full = len(hashes) // tree.WIDTH
        hashes = [tree.root(hashes[n * tree.WIDTH : (n + 1) * tree.WIDTH]) for n in range(full)]
        level += 1
    extra = db.session.scalars(select(Node.level).where(Node.level >= level).limit(1)).first()
    if extra is not None:
        yield f"node level {extra}: should not be there"


def summary() -> tuple[int, str]:
    """The size and root that the audit stands for."""
    size = queries.size()
    return size, queries.root(size).hex()
