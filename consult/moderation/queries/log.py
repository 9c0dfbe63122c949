"""What the public reads of moderators' acts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, tuple_

from consult.core.db import db
from consult.core.paging import SIZE, Page, encode_cursor
from consult.councils.models import Council
from consult.moderation.models import Act, ModerationAction, Outcome, Reason
from consult.moderation.queries.appeals import outcomes_of
from consult.moderation.queries.paging import place
from consult.participation.models import Comment
from consult.proposals.models import Proposal


@dataclass(frozen=True)
class LogRow:
    """One act as the public reads it: no words, no names."""

    comment_id: UUID
    act: Act
    reason: Reason | None
    found_by: str
    at: datetime
    proposal_title: str
    proposal_slug: str
    appeal: Outcome | None = None


def log(council: Council, after: str | None = None) -> Page[LogRow]:
    """What moderators did on a council's public proposals, newest first."""
    keys = (ModerationAction.created_at, ModerationAction.id)
    chosen = (
        select(ModerationAction, Proposal.title, Proposal.slug)
        .join(Comment, Comment.id == ModerationAction.comment_id)
        .join(Proposal, Proposal.id == Comment.proposal_id)
        .where(ModerationAction.council_id == council.id)
        .order_by(ModerationAction.created_at.desc(), ModerationAction.id.desc())
        .limit(SIZE + 1)
    )
    if after:
        chosen = chosen.where(tuple_(*keys) < place(keys, after, datetime, UUID))
    rows = db.session.execute(chosen).all()
    shown = rows[:SIZE]
    appealed = outcomes_of([act.id for act, _title, _slug in shown])
    last = shown[-1][0] if len(rows) > SIZE else None
    return Page(
        [
            LogRow(
                act.comment_id,
                act.act,
                act.reason,
                act.found_by.label,
                act.created_at,
                title,
                slug,
                appealed.get(act.id),
            )
            for act, title, slug in shown
        ],
        encode_cursor(last.created_at, last.id) if last else None,
    )
