"""What people answered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.orm import contains_eager, joinedload

from consult.accounts.models import Person, Verification
from consult.core.db import db
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.councils.models import Council
from consult.proposals.models import Proposal
from consult.questionnaire.models import Answer, Draft, Question, Response


def response_of(person: Person, proposal: Proposal, *, to_change: bool = False) -> Response | None:
    """What somebody sent; locked where it is about to change."""
    asked = select(Response).filter_by(person_id=person.id, proposal_id=proposal.id)
    if to_change:
        asked = asked.with_for_update().execution_options(populate_existing=True)
    return db.session.scalar(asked)


def responses_of(person: Person) -> Sequence[Response]:
    """All questionnaires that somebody answered, newest first."""
    return db.session.scalars(
        select(Response)
        .filter_by(person_id=person.id)
        .options(joinedload(Response.proposal))
        .order_by(Response.changed_at.desc(), Response.id)
    ).all()


def responses_at_other_levels(
    person: Person, council: Council, level: Verification
) -> Sequence[Response]:
    """What somebody sent on a council's proposals that counts at another level."""
    return db.session.scalars(
        select(Response)
        .join(Response.proposal)
        .where(
            Proposal.council_id == council.id,
            Response.person_id == person.id,
            Response.level != level,
        )
        .order_by(Response.proposal_id)
    ).all()


def answers_in(response: Response) -> dict[UUID, Answer]:
    """The answers of a response, by question."""
    found = db.session.scalars(select(Answer).filter_by(response_id=response.id))
    return {each.question_id: each for each in found}


def given_before(response: Response) -> dict[str, Any]:
    """The same as plain values."""
    return {str(key): answer.value["is"] for key, answer in answers_in(response).items()}


def draft_of(person: Person, proposal: Proposal, *, to_change: bool = False) -> Draft | None:
    """What somebody has begun and not sent."""
    asked = select(Draft).filter_by(person_id=person.id, proposal_id=proposal.id)
    if to_change:
        asked = asked.with_for_update().execution_options(populate_existing=True)
    return db.session.scalar(asked)


def begun(person: Person, proposal: Proposal) -> dict[str, Any]:
    """What somebody's pages are filled with: their draft, or else what they sent."""
    draft = draft_of(person, proposal)
    if draft is not None:
        return dict(draft.answers)
    sent = response_of(person, proposal)
    return given_before(sent) if sent is not None else {}


def texts_page(question: Question, after: str | None = None) -> Page[Answer]:
    """What people wrote in answer to a question, newest first; for staff."""
    chosen = (
        select(Answer)
        .join(Answer.response)
        .options(contains_eager(Answer.response))
        .filter(Answer.question_id == question.id)
        .order_by(Answer.created_at.desc(), Answer.id.desc())
        .limit(SIZE + 1)
    )
    if after:
        moment, last_id = decode_cursor(after, datetime, UUID)
        chosen = chosen.where(tuple_(Answer.created_at, Answer.id) < (moment, last_id))
    found = db.session.scalars(chosen).all()
    last = found[SIZE - 1] if len(found) > SIZE else None
    return Page(found[:SIZE], encode_cursor(last.created_at, last.id) if last else None)
