"""The questions of a proposal."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from consult.core.db import db
from consult.core.errors import NotFound
from consult.proposals.models import Proposal
from consult.questionnaire.models import Question, Response


def every_question(proposal: Proposal) -> Sequence[Question]:
    """All questions in their order, those that are no longer asked included."""
    return db.session.scalars(
        select(Question)
        .filter_by(proposal_id=proposal.id)
        .order_by(Question.position, Question.created_at, Question.id)
    ).all()


def asked(proposal: Proposal) -> list[Question]:
    """The questions that are asked, in their order."""
    return [each for each in every_question(proposal) if each.retired_at is None]


def question(proposal: Proposal, question_id: UUID) -> Question:
    """One question of this proposal."""
    found = db.session.scalar(select(Question).filter_by(id=question_id, proposal_id=proposal.id))
    if found is None:
        raise NotFound()
    return found


def is_answered(proposal: Proposal) -> bool:
    """Tell whether anybody has answered, so that the wording stays."""
    found = select(Response.id).filter_by(proposal_id=proposal.id).limit(1)
    return db.session.scalar(found) is not None
