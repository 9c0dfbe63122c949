"""Whose votes and answers are set aside, and what that is."""

from collections import Counter
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import Select, and_, case, exists, func, or_, select, tuple_

from consult.accounts.models import Person
from consult.core.db import db
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.participation.models import (
    VOTES,
    Comment,
    Helpful,
    ItemView,
    SetAside,
    Stance,
    Suggestion,
    Support,
    Vote,
)
from consult.proposals.models import Proposal

NAME = case(
    (and_(Person.shows_real_name, Person.real_name.is_not(None)), Person.real_name),
    else_=Person.pseudonym,
)  # `Person.public_name`, for a statement


def is_aside(person: Person, proposal: Proposal) -> bool:
    """Tell whether what somebody gives on a proposal counts for nothing."""
    return bool(set_aside_among(proposal, [person.id]))


def set_aside_among(proposal: Proposal, people: Collection[UUID]) -> set[UUID]:
    """Those of these people whose votes on a proposal are set aside."""
    return {mark.person_id for mark in marks_of(proposal, people)}


def marks_of(proposal: Proposal, people: Collection[UUID]) -> Sequence[SetAside]:
    """The marks by which what these people gave is set aside."""
    asked = select(SetAside).filter_by(proposal_id=proposal.id)
    return db.session.scalars(asked.where(SetAside.person_id.in_(people))).all()


def set_aside_for(person: Person) -> set[UUID]:
    """The proposals on which what somebody gives counts for nothing."""
    return set(db.session.scalars(select(SetAside.proposal_id).filter_by(person_id=person.id)))


def aside_tally(proposal: Proposal) -> dict[Stance, int]:
    """The votes that are set aside, by stance, counted one by one."""
    return _by_stance(select(Vote).filter_by(proposal_id=proposal.id, is_aside=True))


def votes_held_by(proposal: Proposal, people: Collection[UUID]) -> dict[Stance, int]:
    """What these people voted, by stance, counted one by one."""
    asked = select(Vote).filter_by(proposal_id=proposal.id)
    return _by_stance(asked.where(Vote.voter_id.in_(people)))


def participants(
    proposal: Proposal, named: str | None = None, after: str | None = None
) -> Page[Person]:
    """Who gave a view with an address of their own, by name, twenty at a time."""
    keys = (NAME, Person.id)
    asked = _participants(proposal)
    if named:
        asked = asked.where(NAME.icontains(named, autoescape=True))
    if after:
        asked = asked.where(tuple_(*keys) > decode_cursor(after, str, UUID))
    rows = db.session.scalars(asked.order_by(*keys).limit(SIZE + 1)).all()
    last = rows[SIZE - 1] if len(rows) > SIZE else None
    return Page(rows[:SIZE], encode_cursor(last.public_name, last.id) if last else None)


def participants_among(proposal: Proposal, people: Collection[UUID]) -> Sequence[Person]:
    """Those of these people who gave a view on a proposal, by name."""
    asked = _participants(proposal).where(Person.id.in_(people))
    return db.session.scalars(asked.order_by(NAME, Person.id)).all()


def helpful_marks_by(proposal: Proposal, people: Collection[UUID]) -> list[tuple[Comment, int]]:
    """The comments that these people marked as helpful, with how many of them did."""
    asked = select(Helpful.comment_id).join(Comment, Comment.id == Helpful.comment_id)
    asked = asked.where(Comment.proposal_id == proposal.id, Helpful.person_id.in_(people))
    marked = Counter(db.session.scalars(asked))
    found = select(Comment).where(Comment.id.in_(marked)).order_by(Comment.id)
    return [(comment, marked[comment.id]) for comment in db.session.scalars(found)]


def support_by(proposal: Proposal, people: Collection[UUID]) -> list[tuple[Suggestion, int]]:
    """The suggested words that these people support, with how many of them do."""
    asked = select(Support.suggestion_id).join(Suggestion, Suggestion.id == Support.suggestion_id)
    asked = asked.where(Suggestion.proposal_id == proposal.id, Support.person_id.in_(people))
    supported = Counter(db.session.scalars(asked))
    found = select(Suggestion).where(Suggestion.id.in_(supported)).order_by(Suggestion.id)
    return [(suggestion, supported[suggestion.id]) for suggestion in db.session.scalars(found)]


def _participants(proposal: Proposal) -> Select[Person]:
    voted = exists().where(Vote.proposal_id == proposal.id, Vote.voter_id == Person.id)
    items = exists().where(ItemView.proposal_id == proposal.id, ItemView.person_id == Person.id)
    return select(Person).where(or_(voted, items), Person.email.is_not(None))


def _by_stance(votes: Select[Vote]) -> dict[Stance, int]:
    asked = votes.with_only_columns(Vote.stance, func.count()).group_by(Vote.stance)
    held = dict(db.session.execute(asked).all())
    return {stance: held.get(stance, 0) for stance in VOTES}
