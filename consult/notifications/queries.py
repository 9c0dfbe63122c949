"""How far the readers have come, and whom a fact concerns."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import Select, and_, or_, select, union, union_all

from consult.accounts.models import Person
from consult.analysis.models import Disposition, Outcome, ThemeComment
from consult.core.db import db
from consult.core.errors import NotFound
from consult.decisions.models import Answer
from consult.notifications.models import Cursor, Follow
from consult.participation.models import Comment, Visibility, Vote
from consult.proposals.models import Proposal

MOST_FOLLOWED = 50


def cursor(reader: str) -> Cursor | None:
    """Where a reader stands, held while it reads."""
    return db.session.get(Cursor, reader, with_for_update=True)


def proposal(proposal_id: UUID) -> Proposal:
    """The proposal that a fact is about."""
    return db.session.get_one(Proposal, proposal_id)


def votes_on(proposal: Proposal) -> Mapping[UUID, int]:
    """The version that each voter voted on."""
    rows = db.session.execute(
        select(Vote.voter_id, Vote.version_number).where(Vote.proposal_id == proposal.id)
    )
    return {row.voter_id: row.version_number for row in rows}


def followers(proposal: Proposal) -> Sequence[Person]:
    """Everybody who took part or asked to follow, and did not ask to stop; each once."""
    said = select(Follow.person_id).where(Follow.proposal_id == proposal.id)
    taking_part = _taking_part().subquery()
    mine = select(taking_part.c.person_id).where(taking_part.c.proposal_id == proposal.id)
    return db.session.scalars(
        select(Person)
        .where(
            or_(
                Person.id.in_(said.where(Follow.is_on)),
                and_(Person.id.in_(mine), Person.id.not_in(said)),
            ),
            Person.disabled_at.is_(None),
        )
        .order_by(Person.id)
    ).all()


def is_following(person: Person, proposal: Proposal) -> bool:
    """Whether somebody gets mail about a proposal."""
    taking_part = _taking_part().subquery()
    mine = select(taking_part.c.person_id).where(
        taking_part.c.proposal_id == proposal.id, taking_part.c.person_id == person.id
    )
    said = select(Follow.is_on).filter_by(proposal_id=proposal.id, person_id=person.id)
    choice, takes_part = db.session.execute(
        select(said.scalar_subquery(), mine.limit(1).scalar_subquery())
    ).one()
    return bool(choice) if choice is not None else takes_part is not None


def followed_by(person: Person) -> Sequence[Proposal]:
    """The proposals that somebody follows, those with the latest change first."""
    said = select(Follow.proposal_id).where(Follow.person_id == person.id)
    taking_part = _taking_part().subquery()
    mine = select(taking_part.c.proposal_id).where(taking_part.c.person_id == person.id)
    return db.session.scalars(
        select(Proposal)
        .where(
            or_(
                Proposal.id.in_(said.where(Follow.is_on)),
                and_(Proposal.id.in_(mine), Proposal.id.not_in(said)),
            )
        )
        .order_by(Proposal.status_since.desc(), Proposal.id)
        .limit(MOST_FOLLOWED)
    ).all()


def follower(person_id: UUID, proposal_id: UUID) -> tuple[Person, Proposal]:
    """The person and the proposal of a link in a mail."""
    person, proposal = db.session.get(Person, person_id), db.session.get(Proposal, proposal_id)
    if person is None or proposal is None:
        raise NotFound()
    return person, proposal


def _taking_part() -> Select[UUID, UUID]:
    """Who voted or wrote a comment that stands, and on what."""
    votes = select(Vote.voter_id.label("person_id"), Vote.proposal_id)
    comments = select(Comment.author_id, Comment.proposal_id).where(
        Comment.visibility != Visibility.DELETED
    )
    both = union(votes, comments).subquery()
    return select(both.c.person_id, both.c.proposal_id)


def dispositions(proposal: Proposal) -> Mapping[UUID, list[Disposition]]:
    """What came of each comment of a proposal, by its themes and by itself, each thing once."""
    return _dispositions(select(Comment.id).where(Comment.proposal_id == proposal.id))


def came_of(comments: Collection[Comment]) -> Mapping[UUID, list[Disposition]]:
    """What came of some comments; nothing before their decision is published."""
    decided = [comment.id for comment in comments if comment.proposal.is_decided]
    return _dispositions(select(Comment.id).where(Comment.id.in_(decided))) if decided else {}


def _dispositions(ours: Select[UUID]) -> Mapping[UUID, list[Disposition]]:
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
