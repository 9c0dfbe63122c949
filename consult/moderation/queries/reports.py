"""Questions about a comment under decision and its reports."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload

from consult.accounts.models import Person
from consult.core.db import db, is_writing
from consult.core.errors import NotFound
from consult.councils.models import Council
from consult.moderation.models import ModerationAction, Report
from consult.participation.models import Comment
from consult.proposals.models import Proposal


def council_comment(council_slug: str, comment_id: UUID) -> Comment:
    """One comment on a proposal of this council, held against others' acts while writing."""
    chosen = (
        select(Comment)
        .join(Comment.proposal)
        .join(Proposal.council)
        .where(Comment.id == comment_id, Council.slug == council_slug)
        .options(
            contains_eager(Comment.proposal).contains_eager(Proposal.council),
            joinedload(Comment.author, innerjoin=True),
        )
    )
    if is_writing():
        chosen = chosen.with_for_update(of=Comment).execution_options(populate_existing=True)
    found = db.session.scalar(chosen)
    if found is None:
        raise NotFound()
    return found


def reports_on(comment: Comment) -> Sequence[Report]:
    """All reports on a comment, oldest first."""
    return db.session.scalars(
        select(Report)
        .filter_by(comment_id=comment.id)
        .options(joinedload(Report.reporter))
        .order_by(Report.created_at, Report.id)
    ).all()


def open_reports(comment: Comment) -> Sequence[Report]:
    """The reports on a comment that nobody has answered, oldest first."""
    return [report for report in reports_on(comment) if report.settled_at is None]


def has_reported(moderator: Person, comment: Comment) -> bool:
    """Somebody reported this comment, or another that its author wrote in the same council."""
    asked = (
        select(Report.id)
        .join(Comment, Comment.id == Report.comment_id)
        .where(
            Report.reporter_id == moderator.id,
            Report.council_id == comment.proposal.council_id,
            Comment.author_id == comment.author_id,
        )
    )
    return db.session.scalar(asked.limit(1)) is not None


def reports_to_tell(
    comment: Comment, action: ModerationAction | None, after: UUID | None, limit: int
) -> Sequence[Report]:
    """The next reports that an act answered, or their author's taking back, made by the signed in.

    A report is answered by one act; none answers those that ended when the comment went.
    """
    asked = (
        select(Report)
        .filter_by(comment_id=comment.id, settled_by_id=action.id if action else None)
        .where(Report.settled_at.is_not(None), Report.reporter_id.is_not(None))
        .options(joinedload(Report.reporter))
        .order_by(Report.id)
        .limit(limit)
    )
    return db.session.scalars(asked.where(Report.id > after) if after else asked).all()


def report_with_key(comment: Comment, key: str) -> Report | None:
    """The report that this reporter has already made."""
    return db.session.scalar(select(Report).filter_by(comment_id=comment.id, reporter_key=key))
