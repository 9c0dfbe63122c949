"""Questions about several comments that one moderator would decide together."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload

from consult.accounts.models import Person
from consult.core.db import db, is_writing
from consult.councils.models import Council
from consult.moderation.models import Case, ModerationAction, Report
from consult.participation.models import Comment
from consult.proposals.models import Proposal


def council_comments(council: Council, ids: Collection[UUID]) -> Sequence[Comment]:
    """Those of these comments that stand on proposals of this council, in order of their ids."""
    chosen = (
        select(Comment)
        .join(Comment.proposal)
        .where(Comment.id.in_(ids), Proposal.council_id == council.id)
        .options(
            contains_eager(Comment.proposal).joinedload(Proposal.council, innerjoin=True),
            joinedload(Comment.author, innerjoin=True),
        )
        .order_by(Comment.id)
    )
    if is_writing():
        chosen = chosen.with_for_update(of=Comment).execution_options(populate_existing=True)
    return db.session.scalars(chosen).all()


def open_cases_of(comments: Sequence[Comment]) -> dict[UUID, list[Case]]:
    """What waits about each of these comments."""
    found: dict[UUID, list[Case]] = {comment.id: [] for comment in comments}
    cases = db.session.scalars(
        select(Case)
        .where(Case.comment_id.in_(found), Case.settled_at.is_(None))
        .options(joinedload(Case.claimed_by))
        .order_by(Case.rank, Case.due_at, Case.id)
    )
    for case in cases:
        if case.comment_id is not None:
            found[case.comment_id].append(case)
    return found


def reports_of(comments: Sequence[Comment]) -> dict[UUID, list[Report]]:
    """Every report on each of these comments."""
    found: dict[UUID, list[Report]] = {comment.id: [] for comment in comments}
    reports = db.session.scalars(
        select(Report).where(Report.comment_id.in_(found)).order_by(Report.created_at, Report.id)
    )
    for report in reports:
        found[report.comment_id].append(report)
    return found


def actions_together(
    moderator: Person, council: Council, batch_id: UUID
) -> Sequence[ModerationAction]:
    """What a moderator decided in one go in a council."""
    return db.session.scalars(
        select(ModerationAction)
        .filter_by(batch_id=batch_id, moderator_id=moderator.id, council_id=council.id)
        .options(joinedload(ModerationAction.comment).joinedload(Comment.proposal))
        .order_by(ModerationAction.comment_id)
    ).all()
