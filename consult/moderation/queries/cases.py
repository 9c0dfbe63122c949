"""Questions about single cases."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from consult.core.db import db
from consult.core.errors import NotFound
from consult.councils.models import Council
from consult.moderation.models import Case, CaseKind
from consult.participation.models import Comment


def open_case(comment: Comment, kind: CaseKind) -> Case | None:
    """The case of this kind that waits because of a comment."""
    return db.session.scalar(
        select(Case).filter_by(comment_id=comment.id, kind=kind).where(Case.settled_at.is_(None))
    )


def open_cases(comment: Comment) -> Sequence[Case]:
    """Every case that waits because of a comment, the soonest due first."""
    return db.session.scalars(
        select(Case)
        .filter_by(comment_id=comment.id)
        .where(Case.settled_at.is_(None))
        .order_by(Case.rank, Case.due_at, Case.id)
    ).all()


def case(council: Council, case_id: UUID) -> Case:
    """One case of a council."""
    found = db.session.scalar(select(Case).filter_by(id=case_id, council_id=council.id))
    if found is None:
        raise NotFound()
    return found
