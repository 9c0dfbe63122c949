"""What a council's start page asks of all features at once, in a constant number of statements."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, literal, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from consult.analysis.queries import IN_A_THEME, OWN_OUTCOME
from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.changelog.queries import Recorded
from consult.core import clock
from consult.core.db import db
from consult.councils.models import Council
from consult.decisions.models import Decision
from consult.moderation.models import Act, ModerationAction
from consult.participation.models import (
    Answer,
    Batch,
    BatchState,
    Comment,
    CommentTally,
    Suggestion,
    Tally,
    Visibility,
    Vote,
)
from consult.participation.queries.suggestions import READABLE
from consult.proposals.models import AFTER_CLOSE, Proposal, Status

OVER = (Status.WITHDRAWN, Status.ENDED, Status.SUPERSEDED)
SHOWN = 30
MONTH = timedelta(days=30)


@dataclass(frozen=True)
class TakingPart:
    """How many views and comments a proposal has."""

    views: int = 0
    comments: int = 0


@dataclass(frozen=True)
class Day:
    """How many gave a view and how many comments were written on one day in London."""

    views: int
    comments: int


@dataclass
class Progress:
    """What goes on with a proposal: its decision if begun, and what waits for somebody here."""

    decision: Decision | None
    suggestions: int = 0
    batches: list[Batch] = field(default_factory=list)


def in_progress(council: Council) -> Mapping[Proposal, Progress]:
    """The council's proposals that are not over, latest change first, in one statement."""
    latest = (
        select(Proposal.id)
        .where(Proposal.council_id == council.id, Proposal.status.not_in(OVER))
        .order_by(Proposal.status_since.desc(), Proposal.id)
        .limit(SHOWN)
    )
    waiting = and_(Batch.proposal_id == Proposal.id, Batch.state == BatchState.WAITING)
    suggested = (
        select(func.count())
        .select_from(Suggestion)
        .join(Suggestion.comment)
        .where(Suggestion.proposal_id == Proposal.id, Suggestion.answer == Answer.OPEN, READABLE)
        .correlate(Proposal)
        .scalar_subquery()
    )
    rows = db.session.execute(
        select(Proposal, Decision, Batch, suggested)
        .outerjoin(Decision, Decision.proposal_id == Proposal.id)
        .outerjoin(Batch, waiting)
        .where(Proposal.id.in_(latest))
        .options(joinedload(Proposal.author))
        .order_by(Proposal.status_since.desc(), Proposal.id, Batch.number)
    )
    found: dict[Proposal, Progress] = {}
    for proposal, decision, batch, suggestions in rows:
        here = found.setdefault(proposal, Progress(decision, suggestions))
        if batch is not None:
            here.batches.append(batch)
    return found


def taking_part(ids: Sequence[UUID]) -> Mapping[UUID, TakingPart]:
    """Views and comments by proposal, from the counters."""
    views = (
        select(Tally.proposal_id, func.sum(Tally.votes).label("views"), literal(0).label("said"))
        .where(Tally.proposal_id.in_(ids))
        .group_by(Tally.proposal_id)
    )
    comments = (
        select(CommentTally.proposal_id, literal(0), func.sum(CommentTally.comments))
        .where(CommentTally.proposal_id.in_(ids))
        .group_by(CommentTally.proposal_id)
    )
    both = union_all(views, comments).subquery()
    rows = db.session.execute(
        select(both.c.proposal_id, func.sum(both.c.views), func.sum(both.c.said)).group_by(
            both.c.proposal_id
        )
    )
    found = {key: TakingPart(int(views), int(said)) for key, views, said in rows}
    return {key: found.get(key, TakingPart()) for key in ids}


def comments_without_outcome(ids: Sequence[UUID]) -> Mapping[UUID, int]:
    """How many comments of each proposal are under no theme and have no outcome of their own."""
    rows = db.session.execute(
        select(Comment.proposal_id, func.count())
        .where(
            Comment.proposal_id.in_(ids),
            Comment.visibility != Visibility.DELETED,
            Comment.is_official.is_(False),
            ~IN_A_THEME,
            ~OWN_OUTCOME,
        )
        .group_by(Comment.proposal_id)
    )
    return dict(rows.all())


def acts_lately(council: Council) -> Mapping[Act, int]:
    """What moderators did in the last thirty days, by act."""
    rows = db.session.execute(
        select(ModerationAction.act, func.count())
        .where(
            ModerationAction.council_id == council.id,
            ModerationAction.created_at >= clock.now() - MONTH,
        )
        .group_by(ModerationAction.act)
    )
    return dict(rows.all())


def facts_today(council: Council, limit: int = 6) -> Sequence[Recorded]:
    """What went on the record since midnight in London, newest first."""
    midnight = clock.local(clock.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    return changelog.facts_page(
        list(Fact), council_id=council.id, since=midnight, limit=limit
    ).items


def days_of(proposal: Proposal) -> Mapping[date, Day]:
    """How many took part on each day in London: who took part, never what they think."""
    moments = (
        (Vote.created_at, select(Vote).filter_by(proposal_id=proposal.id, is_aside=False), "views"),
        (Comment.created_at, select(Comment).where(Comment.proposal_id == proposal.id), "said"),
    )
    parts = [
        chosen.with_only_columns(
            _hour(moment).label("hour"), func.count().label("n"), literal(kind).label("kind")
        ).group_by("hour")
        for moment, chosen, kind in moments
    ]
    views: Counter[date] = Counter()
    said: Counter[date] = Counter()
    for hour, count, kind in db.session.execute(union_all(*parts)):
        day = clock.local(datetime.fromisoformat(f"{hour}:00:00+00:00")).date()
        (views if kind == "views" else said)[day] += count
    return {day: Day(views[day], said[day]) for day in sorted(views | said)}


def _hour(moment: InstrumentedAttribute[datetime]) -> ColumnElement[str]:
    """The hour in UTC as text, on either database."""
    if db.engine.dialect.name == "sqlite":
        return func.strftime("%Y-%m-%dT%H", moment)
    return func.to_char(func.timezone("UTC", moment), 'YYYY-MM-DD"T"HH24')


def is_after_close(proposal: Proposal) -> bool:
    """Views are in, the decision is not."""
    return proposal.status_now in AFTER_CLOSE
