"""Counters, and whether they tell the truth."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, starmap
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from consult.accounts.models import Verification
from consult.core.db import db
from consult.participation.models import (
    Comment,
    CommentTally,
    Helpful,
    PartTally,
    Stance,
    Suggestion,
    Support,
    Tally,
    Visibility,
    Vote,
    is_set_aside,
)
from consult.participation.queries.items import item_counters
from consult.proposals.models import Proposal

COUNTED = ~is_set_aside(Vote.proposal_id, Vote.voter_id)  # by what was decided, not by the mark
STANDS = (Comment.visibility != Visibility.DELETED, Comment.is_official.is_(False))


@dataclass(frozen=True)
class Counts:
    """How many took part in one proposal."""

    people: int = 0
    votes: int = 0
    comments: int = 0


@dataclass(frozen=True)
class Difference:
    """A counter that does not say what a count says."""

    what: str
    counter: int
    counted: int


def counts(proposal_ids: Iterable[UUID]) -> dict[UUID, Counts]:
    """Votes and comments of many proposals, in two statements."""
    wanted = list(proposal_ids)
    votes = _sums(Tally.proposal_id, Tally.votes, wanted)
    comments = _sums(CommentTally.proposal_id, CommentTally.comments, wanted)
    return {
        one: Counts(
            people=votes.get(one, 0), votes=votes.get(one, 0), comments=comments.get(one, 0)
        )
        for one in wanted
    }


def counted_votes(proposal: Proposal) -> dict[tuple[Stance, Verification], int]:
    """The votes of one proposal, counted one by one."""
    keys = (Vote.stance, Vote.level)
    rows = db.session.execute(
        select(*keys, func.count())
        .filter_by(proposal_id=proposal.id)
        .where(COUNTED)
        .group_by(*keys)
    )
    return {(stance, level): n for stance, level, n in rows}


def counted_comments(proposal: Proposal) -> int:
    """The comments and replies of residents on one proposal, counted one by one."""
    asked = select(func.count()).select_from(Comment).filter_by(proposal_id=proposal.id)
    return db.session.scalar(asked.where(*STANDS)) or 0


def recount() -> list[Difference]:
    """Compare every counter with what it counts."""
    return [
        *_differences("votes", _tallies(), _counted_votes()),
        *_differences("comments", _comment_tallies(), _counted_comments()),
        *_differences("parts", _part_tallies(), _counted_parts()),
        *_differences("replies", _reply_counters(), _counted_replies()),
        *_differences("helpful", _helpful_counters(), _counted_helpful()),
        *_differences("supporters", _support_counters(), _counted_supporters()),
        *chain.from_iterable(starmap(_differences, item_counters())),
        *_differences("answers", _answer_marks(), _answers_given()),
    ]


def _sums(key: Any, value: Any, wanted: list[UUID]) -> dict[UUID, int]:
    if not wanted:
        return {}
    rows = db.session.execute(select(key, func.sum(value)).where(key.in_(wanted)).group_by(key))
    return {one: int(total) for one, total in rows}


def _differences(
    what: str, counters: dict[Any, int], counted: dict[Any, int]
) -> Iterator[Difference]:
    for key in sorted(set(counters) | set(counted), key=str):
        says, is_ = counters.get(key, 0), counted.get(key, 0)
        if says != is_:
            yield Difference(f"{what} {key}", says, is_)


def _tallies() -> dict[Any, int]:
    rows = db.session.execute(select(Tally.proposal_id, Tally.stance, Tally.level, Tally.votes))
    return {(str(p), s.value, level.value): n for p, s, level, n in rows}


def _counted_votes() -> dict[Any, int]:
    keys = (Vote.proposal_id, Vote.stance, Vote.level)
    rows = db.session.execute(select(*keys, func.count()).where(COUNTED).group_by(*keys))
    return {(str(p), s.value, level.value): n for p, s, level, n in rows}


def _comment_tallies() -> dict[Any, int]:
    rows = db.session.execute(
        select(CommentTally.proposal_id, CommentTally.stance, CommentTally.comments)
    )
    return {(str(p), s.value): n for p, s, n in rows}


def _counted_comments() -> dict[Any, int]:
    keys = (Comment.proposal_id, Comment.stance)
    rows = db.session.execute(select(*keys, func.count()).where(*STANDS).group_by(*keys))
    return {(str(p), s.value): n for p, s, n in rows}


def _part_tallies() -> dict[Any, int]:
    rows = db.session.execute(select(PartTally.proposal_id, PartTally.part_id, PartTally.comments))
    return {(str(p), part): n for p, part, n in rows}


def _counted_parts() -> dict[Any, int]:
    keys = (Comment.proposal_id, Comment.part_id)
    first = (Comment.part_id.is_not(None), Comment.parent_id.is_(None))
    rows = db.session.execute(select(*keys, func.count()).where(*STANDS, *first).group_by(*keys))
    return {(str(p), part): n for p, part, n in rows}


def _reply_counters() -> dict[Any, int]:
    rows = db.session.execute(select(Comment.id, Comment.replies).where(Comment.replies != 0))
    return {str(one): n for one, n in rows}


def _counted_replies() -> dict[Any, int]:
    rows = db.session.execute(
        select(Comment.parent_id, func.count())
        .where(Comment.parent_id.is_not(None), Comment.visibility != Visibility.DELETED)
        .group_by(Comment.parent_id)
    )
    return {str(one): n for one, n in rows}


def _helpful_counters() -> dict[Any, int]:
    rows = db.session.execute(select(Comment.id, Comment.helpful).where(Comment.helpful != 0))
    return {str(one): n for one, n in rows}


def _counted_helpful() -> dict[Any, int]:
    one = Helpful.comment_id
    counted = ~is_set_aside(Comment.proposal_id, Helpful.person_id)
    asked = select(one, func.count()).join(Comment, Comment.id == one).where(counted)
    rows = db.session.execute(asked.group_by(one))
    return {str(one): n for one, n in rows}


def _support_counters() -> dict[Any, int]:
    rows = db.session.execute(
        select(Suggestion.id, Suggestion.supporters).where(Suggestion.supporters != 0)
    )
    return {str(one): n for one, n in rows}


def _counted_supporters() -> dict[Any, int]:
    one = Support.suggestion_id
    counted = ~is_set_aside(Suggestion.proposal_id, Support.person_id)
    asked = select(one, func.count()).join(Suggestion, Suggestion.id == one).where(counted)
    rows = db.session.execute(asked.group_by(one))
    return {str(suggestion): n for suggestion, n in rows}


def _answer_marks() -> dict[Any, int]:
    rows = db.session.scalars(select(Comment.id).where(Comment.answered_at.is_not(None)))
    return {str(one): 1 for one in rows}


def _answers_given() -> dict[Any, int]:
    """Every comment that stands and to which a reply of the council can be read."""
    reply = aliased(Comment)
    rows = db.session.scalars(
        select(Comment.id)
        .join(reply, reply.answers_id == Comment.id)
        .where(
            Comment.visibility != Visibility.DELETED,
            reply.is_official.is_(True),
            reply.visibility.in_((Visibility.SHOWN, Visibility.REDACTED)),
        )
        .distinct()
    )
    return {str(one): 1 for one in rows}
