"""Questions that residents asked, and whether the council answered them in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, select, tuple_
from sqlalchemy.orm import joinedload

from consult.core import clock
from consult.core.db import db
from consult.core.errors import NotFound
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.councils.models import Council
from consult.participation.models import Comment, Visibility
from consult.proposals.models import Proposal, Status

READABLE = Comment.visibility.in_((Visibility.SHOWN, Visibility.REDACTED))
ASKED = and_(Comment.answer_due_on.is_not(None), READABLE)
OPEN = and_(ASKED, Comment.answered_at.is_(None))


class Show(StrEnum):
    """Which questions to list."""

    ALL = "all"
    WAITING = "waiting"
    OVERDUE = "overdue"
    ANSWERED = "answered"


@dataclass(frozen=True)
class Asked:
    """How many questions there are, by what became of them."""

    waiting: int = 0
    overdue: int = 0
    answered: int = 0
    first_due_on: date | None = None

    @property
    def all(self) -> int:
        """Every question."""
        return self.waiting + self.overdue + self.answered

    @property
    def open(self) -> int:
        """Those without an answer."""
        return self.waiting + self.overdue


def question_counts(proposal: Proposal) -> Asked:
    """How many questions about one proposal wait, are overdue, are answered."""
    return _counted(Comment.proposal_id == proposal.id, proposal.status is not Status.WITHDRAWN)


def council_question_counts(council: Council) -> Asked:
    """How many questions wait for this council, over all its proposals."""
    return _counted(and_(Comment.proposal_id.in_(_answerable(council)), OPEN))


def questions_page(proposal: Proposal, show: str, after: str | None) -> Page[Comment]:
    """Twenty questions about a proposal: the newest first, open ones the longest waiting first."""
    chosen = Show(show) if show in set(Show) else Show.ALL
    asked = _chosen(chosen).where(Comment.proposal_id == proposal.id)
    if proposal.status is Status.WITHDRAWN and chosen in (Show.WAITING, Show.OVERDUE):
        return Page([])
    return _page(asked, chosen, after)


def open_questions(council: Council, after: str | None = None) -> Page[Comment]:
    """What this council promised to answer and has not, the longest waiting first."""
    asked = select(Comment).where(OPEN, Comment.proposal_id.in_(_answerable(council)))
    return _page(asked, None, after)


def overdue_questions(council: Council, after: str | None = None) -> Page[Comment]:
    """Those of them whose day has passed."""
    asked = select(Comment).where(OPEN, Comment.proposal_id.in_(_answerable(council)), _late())
    return _page(asked, None, after)


def question(council: Council, comment_id: UUID) -> Comment:
    """A question that this council was asked and that can still be read."""
    found = db.session.scalar(
        select(Comment)
        .join(Proposal, Proposal.id == Comment.proposal_id)
        .where(Comment.id == comment_id, Proposal.council_id == council.id, ASKED)
        .options(joinedload(Comment.author), joinedload(Comment.proposal))
    )
    if found is None or not found.proposal.is_public:
        raise NotFound()
    return found


def first_answer(question: Comment) -> Comment | None:
    """The first reply in the council's name to a comment that can be read now."""
    return db.session.scalar(
        select(Comment)
        .where(
            Comment.parent_id == (question.parent_id or question.id),
            Comment.answers_id == question.id,
            Comment.is_official.is_(True),
            READABLE,
        )
        .order_by(Comment.created_at, Comment.id)
        .limit(1)
    )


def answers_to(questions: Iterable[Comment]) -> dict[UUID, Comment]:
    """The first answer to each of many questions, in one statement."""
    wanted = {one.answer_id: one.id for one in questions if one.answer_id is not None}
    if not wanted:
        return {}
    rows = db.session.scalars(select(Comment).where(Comment.id.in_(wanted), READABLE))
    return {wanted[row.id]: row for row in rows}


def _answerable(council: Council) -> Select[UUID]:
    return select(Proposal.id).where(
        Proposal.council_id == council.id, Proposal.status != Status.WITHDRAWN
    )


def _late() -> ColumnElement[bool]:
    return Comment.answer_due_on < clock.local(clock.now()).date()


def _counted(which: ColumnElement[bool], is_promised: bool = True) -> Asked:
    is_open = Comment.answered_at.is_(None)
    row = db.session.execute(
        select(
            func.count(case((and_(is_open, ~_late()), 1))),
            func.count(case((and_(is_open, _late()), 1))),
            func.count(Comment.answered_at),
            func.min(case((is_open, Comment.answer_due_on))),
        ).where(ASKED, which)
    ).one()
    if not is_promised:
        return Asked(answered=row[2])
    return Asked(*row)


def _chosen(show: Show) -> Select[Comment]:
    asked = select(Comment).where(ASKED)
    if show is Show.ANSWERED:
        return asked.where(Comment.answered_at.is_not(None))
    if show is Show.OVERDUE:
        return asked.where(Comment.answered_at.is_(None), _late())
    if show is Show.WAITING:
        return asked.where(Comment.answered_at.is_(None), ~_late())
    return asked


def _page(asked: Select[Comment], show: Show | None, after: str | None) -> Page[Comment]:
    keys: tuple[Any, ...] = (Comment.created_at, Comment.id)
    newest_first = show in (Show.ALL, Show.ANSWERED)
    if after:
        place = decode_cursor(after, datetime, UUID)
        asked = asked.where(tuple_(*keys) < place if newest_first else tuple_(*keys) > place)
    rows = db.session.scalars(
        asked.options(joinedload(Comment.author), joinedload(Comment.proposal))
        .order_by(*(key.desc() if newest_first else key for key in keys))
        .limit(SIZE + 1)
    ).all()
    shown = rows[:SIZE]
    more = len(rows) > SIZE
    return Page(shown, encode_cursor(shown[-1].created_at, shown[-1].id) if more else None)
