"""Counters that move in the transaction of what they count, always in one order."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, bindparam, update

from consult.accounts.models import Verification
from consult.core.db import Base, db
from consult.core.db import insert_into as insert_into
from consult.participation.models import (
    Comment,
    CommentTally,
    ItemTally,
    ItemTurnout,
    ItemView,
    PartTally,
    SafeguardTally,
    Stance,
    Suggestion,
    Tally,
)

Key = tuple[Stance, Verification]
ItemKey = tuple[str, str, str, Verification]  # what is counted, on which part, which one, level
Contributions = Counter[ItemKey]
# what is counted: where, and by which columns beside proposal and level
COUNTED: Mapping[str, tuple[Any, ...]] = {
    "view": (ItemTally, "part_id", "view"),
    "safeguard": (SafeguardTally, "part_id", "safeguard"),
    "people": (ItemTurnout,),
}


def move_votes(proposal_id: UUID, changes: Mapping[Key, int]) -> None:
    """Add to the tallies, in sorted order of their keys."""
    for (stance, level), by in sorted(changes.items()):
        if not by:
            continue
        made = insert_into(Tally).values(
            proposal_id=proposal_id, stance=stance, level=level, votes=max(by, 0)
        )
        db.session.execute(
            made.on_conflict_do_update(
                index_elements=["proposal_id", "stance", "level"],
                set_={"votes": Tally.votes + by},
            )
        )


def move_comments(proposal_id: UUID, stance: Stance, by: int) -> None:
    """Add to the number of comments with a stance."""
    made = insert_into(CommentTally).values(
        proposal_id=proposal_id, stance=stance, comments=max(by, 0)
    )
    db.session.execute(
        made.on_conflict_do_update(
            index_elements=["proposal_id", "stance"],
            set_={"comments": CommentTally.comments + by},
        )
    )


def move_part(proposal_id: UUID, part_id: str, by: int) -> None:
    """Add to the number of comments about a part."""
    made = insert_into(PartTally).values(
        proposal_id=proposal_id, part_id=part_id, comments=max(by, 0)
    )
    db.session.execute(
        made.on_conflict_do_update(
            index_elements=["proposal_id", "part_id"],
            set_={"comments": PartTally.comments + by},
        )
    )


def move_helpful(comment: Comment, by: int) -> None:
    """Add to the number of people whom a comment helped."""
    db.session.execute(
        update(Comment).where(Comment.id == comment.id).values(helpful=Comment.helpful + by)
    )
    db.session.expire(comment, ["helpful"])


def move_supporters(suggestion: Suggestion, by: int) -> None:
    """Add to the number of people who support suggested words."""
    db.session.execute(
        update(Suggestion)
        .where(Suggestion.id == suggestion.id)
        .values(supporters=Suggestion.supporters + by)
    )
    db.session.expire(suggestion, ["supporters"])


def move_replies(parent_id: UUID, by: int) -> None:
    """Add to the number of replies under a comment."""
    db.session.execute(
        update(Comment).where(Comment.id == parent_id).values(replies=Comment.replies + by)
    )


def contributions(views: Iterable[ItemView]) -> Contributions:
    """What one person's views on one proposal add to the counters; set aside, nothing."""
    found: Contributions = Counter()
    for view in views:
        if view.is_aside:
            continue
        found["view", view.part_id, view.view.value, view.level] = 1
        found["people", "", "", view.level] = 1
        for safeguard in view.safeguards:
            found["safeguard", view.part_id, safeguard, view.level] = 1
            found["safeguard", "", safeguard, view.level] = 1
    return found


def move_items(proposal_id: UUID, was: Contributions, now: Contributions) -> None:
    """Let the counters say what somebody's views add now, in sorted order of their keys."""
    moved = [(key, now[key] - was[key]) for key in sorted(set(was) | set(now))]
    for what, each in groupby(moved, key=lambda one: one[0][0]):
        table, *columns = COUNTED[what]
        cells = [
            dict(zip(columns, key[1:], strict=False))
            | {"proposal_id": proposal_id, "level": key[-1], "by": by}
            for key, by in each
            if by
        ]
        add_people(table, ["proposal_id", *columns, "level"], cells)


def add_people(table: type[Base], names: list[str], cells: list[dict[str, Any]]) -> None:
    """Add `by` people to each cell, in the order given: one statement, run once for each."""
    if not cells:
        return
    people: Any = table.__table__.c["people"]
    made = insert_into(table).values(
        {name: bindparam(name) for name in names} | {"people": bindparam("people")}
    )
    moved = made.on_conflict_do_update(
        index_elements=names, set_={"people": people + bindparam("by", type_=Integer)}
    )
    rows = [cell | {"people": max(cell["by"], 0)} for cell in cells]
    db.session.connection().execute(moved, rows)
