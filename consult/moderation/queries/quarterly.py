"""What moderators did in three months, counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, case, exists, func, or_, select

from consult.core import clock
from consult.core.db import db
from consult.councils.models import Council
from consult.moderation.models import (
    Act,
    Appeal,
    Case,
    CaseKind,
    FoundBy,
    ModerationAction,
    Outcome,
    Reason,
    Report,
)
from consult.moderation.models.cases import AT_RISK
from consult.moderation.quarters import Quarter, Took, took
from consult.moderation.queries.log import hiding_views
from consult.participation.models import Comment, Stance
from consult.proposals.models import Proposal


@dataclass(frozen=True)
class Share:
    """Of the comments of a kind, how many there were and how many of them moderators hid."""

    posted: int = 0
    hidden: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.posted + other.posted, self.hidden + other.hidden)


@dataclass(frozen=True)
class Clock:
    """How cases of a kind kept their time; `waiting` are open and late.

    `escalated` is from the comment to the case, when whoever has to know is told.
    """

    took: Took | None
    escalated: Took | None
    late: int
    waiting: int


@dataclass(frozen=True)
class Quarterly:
    """The figures of three months; stances only of rounds that show how views divide."""

    by_stance: Mapping[Stance, Share]
    by_language: Mapping[str, Share]
    acts: Mapping[Act, int]
    reasons: Mapping[Reason, int]
    found_by: Mapping[FoundBy, int]
    reports: int
    appeals: int
    outcomes: Mapping[Outcome, int]
    clocks: Mapping[CaseKind, Clock]
    at_risk: Clock


def quarterly(council: Council, quarter: Quarter) -> Quarterly:
    """Count what happened on a council's proposals in a quarter."""
    span = (quarter.begins, quarter.ends)
    by_stance, by_language = _posted(council, span)
    acts: dict[Act, int] = dict.fromkeys(Act, 0)
    reasons: dict[Reason, int] = dict.fromkeys(Reason, 0)
    found_by: dict[FoundBy, int] = dict.fromkeys(FoundBy, 0)
    for act, reason, found, number in _acts(council, span):
        acts[act] += number
        found_by[found] += number
        if reason is not None:
            reasons[reason] += number
    cases = _cases(council, span)
    return Quarterly(
        by_stance=by_stance,
        by_language=by_language,
        acts=acts,
        reasons=reasons,
        found_by=found_by,
        reports=_number(Report, council, span),
        appeals=_number(Appeal, council, span),
        outcomes=dict.fromkeys(Outcome, 0) | _outcomes(council, span),
        clocks={
            kind: _clock([one for one in cases if one.kind is kind], span) for kind in CaseKind
        },
        at_risk=_clock([one for one in cases if one.rank == AT_RISK], span),
    )


Span = tuple[datetime, datetime]


def _posted(council: Council, span: Span) -> tuple[dict[Stance, Share], dict[str, Share]]:
    """Comments posted in a span, and which of them moderators hid at any time since."""
    was_hidden = exists().where(
        ModerationAction.comment_id == Comment.id, ModerationAction.act == Act.HIDE
    )
    told = Comment.proposal_id.not_in(hiding_views(council))
    rows = db.session.execute(
        select(
            Comment.stance,
            Comment.language,
            told.label("is_told"),
            func.count(),
            func.sum(case((was_hidden, 1), else_=0)),
        )
        .join(Proposal, Proposal.id == Comment.proposal_id)
        .where(Proposal.council_id == council.id, *_within(Comment.created_at, span))
        .group_by(Comment.stance, Comment.language, told)
    )
    by_stance: dict[Stance, Share] = dict.fromkeys(Stance, Share())
    by_language: dict[str, Share] = dict.fromkeys(("en", "cy"), Share())
    for stance, language, is_told, posted, hidden in rows:
        share = Share(posted, hidden)
        by_language[language] = by_language.get(language, Share()) + share
        if is_told:
            by_stance[stance] += share
    return by_stance, by_language


def _acts(council: Council, span: Span) -> list[Row[*tuple[Any, ...]]]:
    kinds = (ModerationAction.act, ModerationAction.reason, ModerationAction.found_by)
    chosen = select(*kinds, func.count()).group_by(*kinds)
    return list(
        db.session.execute(
            chosen.where(
                ModerationAction.council_id == council.id,
                *_within(ModerationAction.created_at, span),
            )
        )
    )


def _number(table: type[Report] | type[Appeal], council: Council, span: Span) -> int:
    chosen = select(func.count()).select_from(table).where(*_within(table.created_at, span))
    if table is Appeal:
        chosen = chosen.join(ModerationAction, ModerationAction.id == Appeal.action_id)
        chosen = chosen.where(ModerationAction.council_id == council.id)
    else:
        chosen = chosen.where(Report.council_id == council.id)
    return db.session.scalar(chosen) or 0


def _outcomes(council: Council, span: Span) -> dict[Outcome, int]:
    rows = db.session.execute(
        select(Appeal.outcome, func.count())
        .join(ModerationAction, ModerationAction.id == Appeal.action_id)
        .where(ModerationAction.council_id == council.id, *_within(Appeal.decided_at, span))
        .group_by(Appeal.outcome)
    )
    return {outcome: number for outcome, number in rows if outcome is not None}


def _cases(council: Council, span: Span) -> list[Row[*tuple[Any, ...]]]:
    """What was settled in a span, or should have been and was not."""
    settled = (Case.settled_at >= span[0]) & (Case.settled_at < span[1])
    left = or_(Case.settled_at.is_(None), Case.settled_at >= span[1]) & (Case.due_at < span[1])
    return list(
        db.session.execute(
            select(
                Case.kind,
                Case.rank,
                Case.created_at,
                Case.settled_at,
                Case.due_at,
                Comment.created_at.label("said_at"),
            )
            .outerjoin(Comment, Comment.id == Case.comment_id)
            .where(Case.council_id == council.id, settled | left)
        )
    )


def _clock(cases: list[Row[*tuple[Any, ...]]], span: Span) -> Clock:
    until = min(span[1], clock.now())
    done: list[Row[*tuple[Any, ...]]] = []
    left: list[Row[*tuple[Any, ...]]] = []
    for one in cases:
        is_done = one.settled_at is not None and one.settled_at < span[1]
        (done if is_done else left).append(one)
    return Clock(
        took=took([_minutes(one.created_at, one.settled_at) for one in done]),
        escalated=took([_minutes(one.said_at, one.created_at) for one in cases if one.said_at]),
        late=sum(one.settled_at > one.due_at for one in done),
        waiting=sum(one.due_at < until for one in left),
    )


def _minutes(since: datetime, until: datetime) -> int:
    return int((until - since).total_seconds() // 60)


def _within(column: Any, span: Span) -> tuple[Any, Any]:
    return column >= span[0], column < span[1]


def first_act(council: Council) -> datetime | None:
    """When a moderator of a council first did something."""
    return db.session.scalar(
        select(func.min(ModerationAction.created_at)).where(
            ModerationAction.council_id == council.id
        )
    )
