"""How far the readers have come, and whom a fact concerns."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import or_, select, union_all

from consult.accounts.models import Person
from consult.analysis.models import Disposition, Outcome, ThemeComment
from consult.core.db import db
from consult.decisions.models import Answer
from consult.notifications.models import Cursor
from consult.participation.models import Comment, Visibility, Vote
from consult.proposals.models import Proposal


def cursor(reader: str) -> Cursor | None:
    """Where a reader stands, held while it reads."""
    return db.session.get(Cursor, reader, with_for_update=True)


def proposal(proposal_id: UUID) -> Proposal:
    """The proposal that a fact is about."""
    return db.session.get_one(Proposal, proposal_id)


def votes_before(proposal: Proposal, version: int) -> Sequence[tuple[Person, int]]:
    """Those whose vote is on an earlier version, with the version that they voted on."""
    rows = db.session.execute(
        select(Person, Vote.version_number)
        .join(Vote, Vote.voter_id == Person.id)
        .where(
            Vote.proposal_id == proposal.id,
            Vote.version_number < version,
            Person.disabled_at.is_(None),
        )
        .order_by(Person.id)
    )
    return [(person, number) for person, number in rows]


def people_in(proposal: Proposal) -> Sequence[Person]:
    """Everybody who voted or commented on a proposal, each once."""
    voters = select(Vote.voter_id).where(Vote.proposal_id == proposal.id)
    authors = select(Comment.author_id).where(
        Comment.proposal_id == proposal.id, Comment.visibility != Visibility.DELETED
    )
    return db.session.scalars(
        select(Person)
        .where(or_(Person.id.in_(voters), Person.id.in_(authors)), Person.disabled_at.is_(None))
        .order_by(Person.id)
    ).all()


def dispositions(proposal: Proposal) -> Mapping[UUID, list[Disposition]]:
    """What came of each comment of a proposal, by its themes and by itself, each thing once."""
    ours = select(Comment.id).where(Comment.proposal_id == proposal.id)
    by_theme = (
        select(ThemeComment.comment_id, Answer.disposition)
        .join(Answer, Answer.theme_id == ThemeComment.theme_id)
        .where(ThemeComment.comment_id.in_(ours))
    )
    by_itself = select(Outcome.comment_id, Outcome.disposition).where(Outcome.comment_id.in_(ours))
    found: dict[UUID, list[Disposition]] = {}
    for comment_id, disposition in db.session.execute(union_all(by_itself, by_theme)):
        if disposition not in found.setdefault(comment_id, []):
            found[comment_id].append(disposition)
    return found
