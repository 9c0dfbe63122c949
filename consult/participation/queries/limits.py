"""Questions about who may say how much in a council."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from consult.accounts.models import Person
from consult.core import clock
from consult.core.db import db
from consult.councils.models import Council
from consult.participation.models import Comment, Limit
from consult.proposals.models import Proposal

MOST = 100


def limit_on(person: Person, council: Council) -> Limit | None:
    """What was decided or proposed about somebody and has not been ended."""
    asked = select(Limit).filter_by(person_id=person.id, council_id=council.id, ended_at=None)
    return db.session.scalar(asked.execution_options(populate_existing=True))


def limits_in(council: Council) -> Sequence[Limit]:
    """What waits for a second moderator, and what holds now, the latest first."""
    is_on = or_(Limit.until.is_(None), Limit.until > clock.now())
    asked = select(Limit).filter_by(council_id=council.id, ended_at=None).where(is_on)
    asked = asked.order_by(Limit.starts_at.is_not(None), Limit.created_at.desc(), Limit.id)
    return db.session.scalars(asked.options(joinedload(Limit.person)).limit(MOST)).all()


def said_since(person: Person, council: Council, since: datetime) -> int:
    """How many comments somebody published in a council since a moment."""
    asked = select(func.count()).select_from(Comment).join(Proposal)
    return (
        db.session.scalar(
            asked.where(
                Proposal.council_id == council.id,
                Comment.author_id == person.id,
                Comment.created_at >= since,
            )
        )
        or 0
    )
