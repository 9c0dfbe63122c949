"""Questions about the answers to questions about equality; never about one person's."""

from collections import defaultdict

from sqlalchemy import exists, select

from consult.accounts.models import Person
from consult.core.db import db
from consult.participation.models import Comment, EqualityAsked, EqualityTally, ItemView, Vote
from consult.proposals.models import Proposal


def has_been_asked(person: Person, proposal: Proposal) -> bool:
    """Tell whether somebody has answered, or passed over, the questions."""
    return db.session.get(EqualityAsked, (person.id, proposal.id)) is not None


def has_taken_part(person: Person, proposal: Proposal) -> bool:
    """Tell whether somebody gave a view, of the whole or of a part, or said something."""
    voted = exists().where(Vote.proposal_id == proposal.id, Vote.voter_id == person.id)
    said = exists().where(Comment.proposal_id == proposal.id, Comment.author_id == person.id)
    items = exists().where(ItemView.proposal_id == proposal.id, ItemView.person_id == person.id)
    return bool(db.session.scalar(select(voted | said | items)))


def equality_counts(proposal: Proposal) -> dict[str, dict[str, int]]:
    """How many gave each answer to each question, before anything is hidden."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    rows = db.session.execute(
        select(EqualityTally.question, EqualityTally.answer, EqualityTally.people).where(
            EqualityTally.proposal_id == proposal.id
        )
    )
    for question, answer, people in rows:
        found[question][answer] = people
    return dict(found)
