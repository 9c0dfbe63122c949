"""What the public reads of moderators' acts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select, tuple_

from consult.core.db import db
from consult.core.paging import SIZE, Page, encode_cursor
from consult.councils.models import Council
from consult.moderation.models import Act, Appeal, FoundBy, ModerationAction, Outcome, Reason
from consult.moderation.queries.appeals import outcomes_of
from consult.moderation.queries.paging import place
from consult.participation.models import Comment, Stance
from consult.proposals.models import Proposal


@dataclass(frozen=True)
class LogAsked:
    """Which acts a reader of the log asks for; nothing asks for all."""

    act: Act | None = None
    reason: Reason | None = None
    found_by: FoundBy | None = None
    outcome: Outcome | None = None
    stance: Stance | None = None
    proposal: Proposal | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class LogRow:
    """One act as the public reads it: no words, no names; no stance while views are hidden."""

    id: UUID
    comment_id: UUID
    act: Act
    reason: Reason | None
    found_by: FoundBy
    at: datetime
    proposal_title: str
    proposal_slug: str
    stance: Stance | None
    appeal: Outcome | None = None


def log(
    council: Council,
    after: str | None = None,
    asked: LogAsked | None = None,
    limit: int = SIZE,
) -> Page[LogRow]:
    """What moderators did on a council's public proposals, newest first."""
    hidden = hiding_views(council)
    keys = (ModerationAction.created_at, ModerationAction.id)
    chosen = (
        select(ModerationAction, Proposal.id, Proposal.title, Proposal.slug, Comment.stance)
        .join(Comment, Comment.id == ModerationAction.comment_id)
        .join(Proposal, Proposal.id == Comment.proposal_id)
        .where(ModerationAction.council_id == council.id)
        .order_by(ModerationAction.created_at.desc(), ModerationAction.id.desc())
        .limit(limit + 1)
    )
    if asked is not None:
        chosen = _asked(chosen, asked, hidden)
    if after:
        chosen = chosen.where(tuple_(*keys) < place(keys, after, datetime, UUID))
    rows = db.session.execute(chosen).all()
    shown = rows[:limit]
    appealed = outcomes_of([row[0].id for row in shown])
    last = shown[-1][0] if len(rows) > limit else None
    return Page(
        [
            LogRow(
                id=act.id,
                comment_id=act.comment_id,
                act=act.act,
                reason=act.reason,
                found_by=act.found_by,
                at=act.created_at,
                proposal_title=title,
                proposal_slug=slug,
                stance=None if proposal_id in hidden else stance,
                appeal=appealed.get(act.id),
            )
            for act, proposal_id, title, slug, stance in shown
        ],
        encode_cursor(last.created_at, last.id) if last else None,
    )


def hiding_views(council: Council) -> frozenset[UUID]:
    """The proposals whose round hides how views divide, so that no stance of them may be told."""
    found = db.session.scalars(
        select(Proposal).where(Proposal.council_id == council.id, Proposal.hides_results.is_(True))
    )
    return frozenset(proposal.id for proposal in found if not proposal.shows_results)


def _asked(
    chosen: Select[*tuple[Any, ...]], asked: LogAsked, hidden: Collection[UUID]
) -> Select[*tuple[Any, ...]]:
    wanted = {
        ModerationAction.act: asked.act,
        ModerationAction.reason: asked.reason,
        ModerationAction.found_by: asked.found_by,
        Comment.stance: asked.stance,
        Comment.proposal_id: asked.proposal and asked.proposal.id,
    }
    for column, value in wanted.items():
        if value is not None:
            chosen = chosen.where(column == value)
    if asked.stance is not None and hidden:  # a filter tells as much as a column
        chosen = chosen.where(Comment.proposal_id.not_in(hidden))
    if asked.outcome is not None:
        chosen = chosen.join(Appeal, Appeal.action_id == ModerationAction.id)
        chosen = chosen.where(Appeal.outcome == asked.outcome)
    if asked.since is not None:
        chosen = chosen.where(ModerationAction.created_at >= asked.since)
    if asked.until is not None:
        chosen = chosen.where(ModerationAction.created_at < asked.until)
    return chosen
