"""Questions about suggested words: on one part, on a whole proposal, and who supports them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, tuple_
from sqlalchemy.orm import contains_eager, joinedload

from consult.accounts.models import Person
from consult.core.db import db
from consult.core.errors import NotFound
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.participation.models import Answer, Comment, Suggestion, Support, Visibility
from consult.proposals.models import Proposal

KEYS = (Suggestion.created_at, Suggestion.id)
STANDS = or_(
    Comment.visibility != Visibility.DELETED,
    Comment.replies > 0,
    Suggestion.answer != Answer.OPEN,  # the council has said something about it
)
READABLE = Comment.visibility.in_((Visibility.SHOWN, Visibility.REDACTED))
MOST_ALTERNATIVES = 20


def suggestion(proposal: Proposal, comment_id: UUID) -> Suggestion:
    """The suggestion that a comment of this proposal is."""
    found = db.session.scalar(_suggestions(proposal).where(Suggestion.comment_id == comment_id))
    if found is None:
        raise NotFound()
    return found


def suggestions_about(
    proposal: Proposal, part_id: str, after: str | None = None
) -> Page[Suggestion]:
    """Twenty suggestions for the words of a part after a cursor, newest first."""
    return _page(_suggestions(proposal).where(Suggestion.part_id == part_id), after)


def suggestions_page(
    proposal: Proposal, answer: Answer | None = None, after: str | None = None
) -> Page[Suggestion]:
    """Twenty suggestions of a proposal, those with one answer or all, newest first.

    Those that wait for an answer are the ones whose words can be read, and those whose words were
    moderated after they went into a draft that is not published yet.
    """
    asked = _suggestions(proposal)
    if answer is Answer.OPEN:
        asked = asked.where(_waits(proposal))
    elif answer is not None:
        asked = asked.where(Suggestion.answer == answer)
    return _page(asked, after)


def open_suggestions(proposal: Proposal) -> int:
    """How many suggestions wait for the council's answer."""
    asked = (
        select(func.count())
        .select_from(Suggestion)
        .join(Suggestion.comment)
        .where(Suggestion.proposal_id == proposal.id, _waits(proposal))
    )
    return db.session.scalar(asked) or 0


def suggestions_among(comments: Iterable[Comment]) -> dict[UUID, Suggestion]:
    """Those of some comments that are suggestions, by the id of the comment."""
    wanted = [one.id for one in comments if one.is_suggestion]
    if not wanted:
        return {}
    asked = select(Suggestion).where(Suggestion.comment_id.in_(wanted))
    asked = asked.options(joinedload(Suggestion.comment), joinedload(Suggestion.proposal))
    return {one.comment_id: one for one in db.session.scalars(asked)}


def suggested_on(proposal: Proposal, part_id: str) -> int:
    """How many of the comments that stand about a part are suggestions."""
    asked = (
        select(func.count())
        .select_from(Suggestion)
        .join(Suggestion.comment)
        .where(Suggestion.proposal_id == proposal.id, Suggestion.part_id == part_id)
        .where(Comment.visibility != Visibility.DELETED)
    )
    return db.session.scalar(asked) or 0


def alternatives(suggestion: Suggestion) -> Sequence[Suggestion]:
    """Other suggestions for the same words, the oldest first."""
    return db.session.scalars(
        _suggestions(suggestion.proposal)
        .where(
            Suggestion.part_id == suggestion.part_id,
            Suggestion.column == suggestion.column,
            Suggestion.id != suggestion.id,
            Comment.replaces == suggestion.comment.replaces,
        )
        .order_by(*KEYS)
        .limit(MOST_ALTERNATIVES)
    ).all()


def standing(suggestion: Suggestion) -> Suggestion | None:
    """Another suggestion whose words stand in the same place of the draft, not yet published."""
    proposal = suggestion.proposal
    return db.session.scalar(
        _suggestions(proposal)
        .where(
            Suggestion.part_id == suggestion.part_id,
            Suggestion.column == suggestion.column,
            Suggestion.id != suggestion.id,
            Suggestion.answer.in_((Answer.ACCEPTED, Answer.ACCEPTED_IN_PART)),
            Suggestion.in_version > proposal.version_number,
        )
        .order_by(Suggestion.answered_at.desc(), Suggestion.id)
        .limit(1)
    )


def rivals(suggestions: Sequence[Suggestion]) -> Mapping[UUID, int]:
    """How many readable suggestions there are for the same words as each, itself among them."""
    if not suggestions:
        return {}
    same = (Suggestion.part_id, Suggestion.column, Comment.replaces)
    rows = db.session.execute(
        select(*same, func.count())
        .join(Suggestion.comment)
        .where(
            Suggestion.proposal_id == suggestions[0].proposal_id,
            Suggestion.part_id.in_({one.part_id for one in suggestions}),
            READABLE,
        )
        .group_by(*same)
    )
    counted = {(part_id, column, words): count for part_id, column, words, count in rows}
    return {
        one.id: counted.get((one.part_id, one.column, one.comment.replaces), 0)
        for one in suggestions
    }


def supported_by(person: Person | None, suggestions: Iterable[Suggestion]) -> frozenset[UUID]:
    """Which of these suggestions somebody supports."""
    wanted = [one.id for one in suggestions]
    if person is None or not wanted:
        return frozenset()
    asked = select(Support.suggestion_id).filter_by(person_id=person.id)
    return frozenset(db.session.scalars(asked.where(Support.suggestion_id.in_(wanted))))


def _waits(proposal: Proposal) -> ColumnElement[bool]:
    moderated = Comment.visibility.in_((Visibility.HIDDEN, Visibility.REDACTED))
    return or_(
        and_(Suggestion.answer == Answer.OPEN, READABLE),
        and_(Suggestion.in_version > proposal.version_number, moderated),
    )


def _suggestions(proposal: Proposal) -> Select[Suggestion]:
    return (
        select(Suggestion)
        .join(Suggestion.comment)
        .where(Suggestion.proposal_id == proposal.id, STANDS)
        .options(
            contains_eager(Suggestion.comment).joinedload(Comment.author, innerjoin=True),
            contains_eager(Suggestion.comment).joinedload(Comment.proposal, innerjoin=True),
            joinedload(Suggestion.proposal, innerjoin=True),
        )
    )


def _page(asked: Select[Suggestion], after: str | None) -> Page[Suggestion]:
    if after:
        asked = asked.where(tuple_(*KEYS) < decode_cursor(after, datetime, UUID))
    asked = asked.order_by(*(key.desc() for key in KEYS)).limit(SIZE + 1)
    rows = db.session.scalars(asked).all()
    last = rows[SIZE - 1] if len(rows) > SIZE else None
    return Page(rows[:SIZE], encode_cursor(last.created_at, last.id) if last else None)
