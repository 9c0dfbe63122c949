"""Counters that move in the transaction of what they count, always in one order."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import update

from consult.accounts.models import Verification
from consult.core.db import db
from consult.core.db import insert_into as insert_into
from consult.participation.models import Comment, CommentTally, PartTally, Stance, Tally

Key = tuple[Stance, Verification]


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


def move_replies(parent_id: UUID, by: int) -> None:
    """Add to the number of replies under a comment."""
    db.session.execute(
        update(Comment).where(Comment.id == parent_id).values(replies=Comment.replies + by)
    )
