"""What a moderator sees beside a comment: its author's history here, and who says the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from consult.core.db import db
from consult.moderation.models import COVERING, ModerationAction
from consult.participation.models import Comment, Visibility
from consult.proposals.models import Proposal

LAST = 3
ALIKE = 5
BEGINNING = 60  # letters that two comments share at their beginning before they are called alike


@dataclass(frozen=True)
class History:
    """How an author took part in one council, and the last acts on their other comments."""

    comments: Mapping[Visibility, int]
    acts: Sequence[ModerationAction]

    @property
    def written(self) -> int:
        """How many comments there are."""
        return sum(self.comments.values())


def history_of(comment: Comment) -> History:
    """What the author of a comment has written in this council, and what became of it."""
    council_id = comment.proposal.council_id
    counted = db.session.execute(
        select(Comment.visibility, func.count())
        .join(Comment.proposal)
        .where(Comment.author_id == comment.author_id, Proposal.council_id == council_id)
        .group_by(Comment.visibility)
    )
    acts = db.session.scalars(
        select(ModerationAction)
        .join(ModerationAction.comment)
        .where(
            Comment.author_id == comment.author_id,
            Comment.id != comment.id,
            ModerationAction.council_id == council_id,
            ModerationAction.act.in_(COVERING),
        )
        .order_by(ModerationAction.created_at.desc(), ModerationAction.id)
        .limit(LAST)
    ).all()
    return History({row.visibility: row[1] for row in counted}, acts)


def alike(comment: Comment) -> Sequence[Comment]:
    """Other comments on the same proposal that begin with the same words, whoever wrote them."""
    if not comment.is_readable:
        return ()
    beginning = comment.body[:BEGINNING]
    return db.session.scalars(
        select(Comment)
        .where(
            Comment.proposal_id == comment.proposal_id,
            Comment.id != comment.id,
            Comment.visibility.in_((Visibility.SHOWN, Visibility.REDACTED)),
            func.substr(Comment.body, 1, BEGINNING) == beginning,
        )
        .options(joinedload(Comment.author))
        .order_by(Comment.created_at.desc(), Comment.id)
        .limit(ALIKE)
    ).all()
