"""Questions about patterns in how people take part; none of them tells how views divide."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import joinedload

from consult.core import clock
from consult.core.db import db
from consult.core.errors import NotFound
from consult.core.paging import SIZE, Page, encode_cursor
from consult.councils.models import Council
from consult.moderation.bursts import Pace
from consult.moderation.models import Found, Pattern, Signal, SignalLook
from consult.moderation.queries.paging import place
from consult.participation.models import Comment, Visibility, Vote
from consult.proposals.models import Proposal, Status

HOUR = timedelta(hours=1)
BEFORE = timedelta(days=7)
MOST = 5_000


def open_proposals() -> Sequence[Proposal]:
    """Where people take part now."""
    asked = select(Proposal).where(Proposal.closes_at > clock.now()).order_by(Proposal.id)
    return [one for one in db.session.scalars(asked) if one.status is Status.OPEN]


def said_lately(proposal: Proposal, since: datetime) -> Sequence[tuple[UUID, UUID, str]]:
    """The comments that can be read and came since a moment: which, by whom, and their words."""
    rows = db.session.execute(
        select(Comment.id, Comment.author_id, Comment.body)
        .where(
            Comment.proposal_id == proposal.id,
            Comment.created_at >= since,
            Comment.visibility.in_((Visibility.SHOWN, Visibility.REDACTED)),
            Comment.is_official.is_(False),
        )
        .order_by(Comment.created_at, Comment.id)
        .limit(MOST)
    )
    return [(row.id, row.author_id, row.body) for row in rows]


def pace_of_comments(proposal: Proposal, opened: datetime) -> Pace:
    """How many people wrote in the last hour, and before."""
    return _pace(Comment.author_id, Comment.created_at, Comment.proposal_id == proposal.id, opened)


def pace_of_votes(proposal: Proposal, opened: datetime) -> Pace:
    """How many people gave a view in the last hour, and before."""
    return _pace(Vote.voter_id, Vote.created_at, Vote.proposal_id == proposal.id, opened)


def _pace(who: Any, when: Any, only: Any, opened: datetime) -> Pace:
    now = clock.now()
    since = max(now - BEFORE, opened)
    people = func.count(who.distinct())
    lately = select(people).where(only, when >= now - HOUR).scalar_subquery()
    before = select(people).where(only, when < now - HOUR, when >= since).scalar_subquery()
    came, earlier = db.session.execute(select(lately, before)).one()
    return Pace(came, earlier, int((now - HOUR - since) / HOUR))


def signal_like(
    proposal: Proposal, pattern: Pattern, since: datetime, comments: Sequence[UUID] = ()
) -> Signal | None:
    """The signal about the same thing, if there is one."""
    asked = select(Signal).filter_by(proposal_id=proposal.id, pattern=pattern)
    if comments:
        asked = asked.where(Signal.comment_id.in_(comments))
    else:
        asked = asked.where(Signal.last_at >= since)
    return db.session.scalars(asked.order_by(Signal.last_at.desc()).limit(1)).first()


def signals(council: Council, after: str | None = None) -> Page[Signal]:
    """The board of a council: what was noticed, the latest first."""
    keys = (Signal.last_at, Signal.id)
    asked = (
        select(Signal)
        .filter_by(council_id=council.id)
        .options(joinedload(Signal.proposal), joinedload(Signal.comment))
        .order_by(Signal.last_at.desc(), Signal.id.desc())
        .limit(SIZE + 1)
    )
    if after:
        asked = asked.where(tuple_(*keys) < place(keys, after, datetime, UUID))
    rows = db.session.scalars(asked).all()
    last = rows[SIZE - 1] if len(rows) > SIZE else None
    return Page(rows[:SIZE], encode_cursor(last.last_at, last.id) if last else None)


def signal_in(council: Council, signal_id: UUID) -> Signal:
    """One signal of a council."""
    found = db.session.scalar(
        select(Signal).filter_by(id=signal_id, council_id=council.id).with_for_update(of=Signal)
    )
    if found is None:
        raise NotFound()
    return found


def looks_at(shown: Sequence[Signal]) -> Mapping[UUID, Sequence[SignalLook]]:
    """What moderators found about each of these, the latest first."""
    rows = db.session.scalars(
        select(SignalLook)
        .where(SignalLook.signal_id.in_([one.id for one in shown]))
        .options(joinedload(SignalLook.moderator))
        .order_by(SignalLook.created_at.desc(), SignalLook.id)
    )
    found: dict[UUID, list[SignalLook]] = {}
    for look in rows:
        found.setdefault(look.signal_id, []).append(look)
    return found


def signals_to_forget(moment: datetime) -> Sequence[Signal]:
    """What was noticed so long ago that nobody needs it."""
    return db.session.scalars(select(Signal).where(Signal.last_at < moment)).all()


def open_signals(council: Council) -> int:
    """How many questions nobody has looked at."""
    asked = select(func.count()).select_from(Signal)
    return db.session.scalar(asked.filter_by(council_id=council.id, state=Found.OPEN)) or 0
