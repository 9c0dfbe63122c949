"""Questions about appeals."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload

from consult.accounts.models import Person
from consult.core.db import db, is_writing
from consult.councils import queries as councils
from consult.councils.models import Role
from consult.moderation.models import COVERING, Appeal, ModerationAction, Original, Outcome, Report
from consult.participation.models import Comment


def appeals_on(comment: Comment) -> Sequence[Appeal]:
    """What the author of a comment has appealed against, the latest first."""
    return db.session.scalars(
        select(Appeal)
        .join(Appeal.action)
        .where(ModerationAction.comment_id == comment.id)
        .options(contains_eager(Appeal.action), joinedload(Appeal.case, innerjoin=True))
        .order_by(Appeal.created_at.desc(), Appeal.id)
        .execution_options(populate_existing=is_writing())
    ).all()


@dataclass(frozen=True)
class Done:
    """What was done with a comment, the latest first, with what its author thought of it."""

    actions: Sequence[ModerationAction]
    appeal: Appeal | None
    has_original: bool


def done_with(comment: Comment) -> Done:
    """What was done with a comment, its latest appeal, and whether its words are kept."""
    rows = db.session.execute(
        select(ModerationAction, Appeal, Original.id)
        .outerjoin(Appeal, Appeal.action_id == ModerationAction.id)
        .outerjoin(Original, Original.comment_id == ModerationAction.comment_id)
        .where(ModerationAction.comment_id == comment.id)
        .options(joinedload(Appeal.case))
        .order_by(ModerationAction.created_at.desc(), ModerationAction.id)
        .execution_options(populate_existing=is_writing())
    ).all()
    appeals: list[Appeal | None] = [appeal for _action, appeal, _original in rows]
    return Done(
        actions=[action for action, _appeal, _original in rows],
        appeal=next(filter(None, appeals), None),
        has_original=any(kept for _action, _appeal, kept in rows),
    )


def appeal_about(action: ModerationAction) -> Appeal | None:
    """The appeal against an act, or the one that led to it, or the one that still waits."""
    return next(
        (
            appeal
            for appeal in appeals_on(action.comment)
            if appeal.is_open or action.id in (appeal.action_id, appeal.act_id)
        ),
        None,
    )


def open_appeal(comment: Comment) -> Appeal | None:
    """The appeal that waits because of a comment."""
    return next((appeal for appeal in appeals_on(comment) if appeal.is_open), None)


def outcomes_of(action_ids: Collection[UUID]) -> Mapping[UUID, Outcome]:
    """What came of the appeals against these acts; acts without a decided appeal are left out."""
    rows = db.session.execute(
        select(Appeal.action_id, Appeal.outcome).where(
            Appeal.action_id.in_(action_ids), Appeal.outcome.is_not(None)
        )
    )
    return {action_id: outcome for action_id, outcome in rows if outcome is not None}


def covered_by(actions: Sequence[ModerationAction]) -> frozenset[UUID | None]:
    """Who took words of a comment from the public, of all that was done with it."""
    return frozenset(
        one
        for action in actions
        if action.act in COVERING
        for one in (action.moderator_id, action.second_id)
    )


def may_judge(
    comment: Comment, actions: Sequence[ModerationAction], reports: Sequence[Report]
) -> Sequence[Person]:
    """The moderators who may decide about an appeal: none who had a hand in the matter."""
    involved = covered_by(actions) | {comment.author_id, comment.proposal.author_id}
    involved |= {report.reporter_id for report in reports}
    return [
        person
        for person in councils.staff_with(comment.proposal.council, Role.MODERATOR)
        if person.id not in involved and person.disabled_at is None
    ]
