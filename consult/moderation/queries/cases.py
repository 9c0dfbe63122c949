"""Questions about single cases."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import contains_eager, joinedload

from consult.accounts.models import Person
from consult.core import clock
from consult.core.db import db
from consult.core.errors import NotFound
from consult.councils.models import Checks, Council
from consult.moderation.models import CLAIM, OF_THE_WORDS, ORDINARY, Case, CaseKind, Original
from consult.participation.models import Comment, HeldFor, Visibility
from consult.proposals.models import Proposal


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
        .options(joinedload(Case.claimed_by))
        .order_by(Case.rank, Case.due_at, Case.id)
    ).all()


def cases_settled(comment: Comment, moments: Sequence[datetime]) -> Sequence[Case]:
    """The cases about a comment that were settled at these moments, each by one act."""
    return db.session.scalars(
        select(Case)
        .filter_by(comment_id=comment.id)
        .where(Case.settled_at.in_(moments))
        .order_by(Case.id)
    ).all()


def next_case(council: Council, reader: Person, but: Comment) -> Case | None:
    """The most urgent comment that waits, is free or the reader's own, and theirs to decide."""
    return db.session.scalar(
        select(Case)
        .join(Case.comment)
        .join(Case.proposal)
        .options(contains_eager(Case.comment), contains_eager(Case.proposal))
        .where(
            Case.council_id == council.id,
            Case.settled_at.is_(None),
            Case.kind.in_((CaseKind.HELD, CaseKind.REPORTED)),
            Case.comment_id != but.id,
            Comment.visibility != Visibility.DELETED,
            Comment.author_id != reader.id,
            or_(Proposal.author_id.is_(None), Proposal.author_id != reader.id),
            or_(
                Case.claimed_by_id.is_(None),
                Case.claimed_by_id == reader.id,
                Case.claimed_at <= clock.now() - CLAIM,
            ),
        )
        .order_by(Case.rank, Case.due_at, Case.id)
        .limit(1)
    )


def taken_by_another(reader: Person, comment: Comment) -> Case | None:
    """A case about this comment that somebody else has to themselves now."""
    others = (
        case
        for case in open_cases(comment)
        if case.holder_id is not None and case.holder_id != reader.id
    )
    return next(others, None)


def case(council: Council, case_id: UUID) -> Case:
    """One case of a council."""
    found = db.session.scalar(select(Case).filter_by(id=case_id, council_id=council.id))
    if found is None:
        raise NotFound()
    return found


def any_comment(comment_id: UUID) -> Comment | None:
    """A comment wherever it stands, for work that was asked for when it was written."""
    return db.session.get(Comment, comment_id)


def taken_back(limit: int = 100) -> Sequence[UUID]:
    """Comments that their authors have taken back and about which something is kept or waits."""
    waits = select(Case.id).where(
        Case.comment_id == Comment.id, Case.settled_at.is_(None), Case.kind.in_(OF_THE_WORDS)
    )
    kept = select(Original.id).where(Original.comment_id == Comment.id)
    return db.session.scalars(
        select(Comment.id)
        .where(Comment.visibility == Visibility.DELETED, or_(waits.exists(), kept.exists()))
        .order_by(Comment.id)
        .limit(limit)
    ).all()


def held_too_long(moment: datetime, limit: int = 100) -> Sequence[Case]:
    """Held comments whose time is over in councils that then publish; none where harm may come."""
    return db.session.scalars(
        select(Case)
        .join(Checks, Checks.council_id == Case.council_id)
        .where(
            Checks.publishes_held,
            Case.kind == CaseKind.HELD,
            Case.rank == ORDINARY,
            Case.why != HeldFor.PRIVATE.value,
            Case.settled_at.is_(None),
            Case.due_at <= moment,
        )
        .order_by(Case.due_at, Case.id)
        .limit(limit)
    ).all()
