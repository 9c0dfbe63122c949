"""Which hiding takes two moderators, and what one of them has proposed."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select

from consult.core.db import db
from consult.councils.models import Council
from consult.moderation.models import PairedReasons, Proposed, Reason
from consult.participation.models import Comment


def paired_reasons(council: Council) -> frozenset[Reason]:
    """The reasons for which two moderators have to agree before a comment is hidden."""
    chosen = db.session.get(PairedReasons, council.id)
    return frozenset(Reason(one) for one in chosen.reasons) if chosen else frozenset()


def hiding_proposed(comment: Comment) -> Proposed | None:
    """What one moderator proposed about a comment and nobody has decided."""
    return db.session.scalar(
        select(Proposed).filter_by(comment_id=comment.id).where(Proposed.ended_at.is_(None))
    )


def proposals_ended(comment: Comment, at: Collection[datetime]) -> Sequence[Proposed]:
    """What was proposed about a comment and ended with decisions made then."""
    return db.session.scalars(
        select(Proposed).filter_by(comment_id=comment.id).where(Proposed.ended_at.in_(at))
    ).all()
