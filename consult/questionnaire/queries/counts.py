"""What the answers come to, made safe to publish; and whether the counters tell the truth."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from consult.core.db import db
from consult.participation.queries import Difference
from consult.proposals.models import Proposal, Status
from consult.questionnaire import kinds
from consult.questionnaire.models import Answer, AnswerTally, Question, Response, ResponseTally
from consult.questionnaire.queries.questions import every_question
from consult.questionnaire.suppression import Counted, protect

NOBODY = Counted(0, 0)


@dataclass(frozen=True)
class Table:
    """What people answered to one question: numbers, or what may be said instead of them.

    A protected question has no `answered`; `cells` is nothing where its table is withheld, or
    where it waits for the close.
    """

    question: Question
    cells: Mapping[str, int | str] | None
    answered: int | None
    waits: bool = False


def response_count(proposal: Proposal) -> Counted:
    """How many people answered, and the verified among them."""
    rows = db.session.execute(
        select(ResponseTally.level, ResponseTally.people).filter_by(proposal_id=proposal.id)
    )
    levels = {level: int(people) for level, people in rows}
    return Counted(sum(levels.values()), sum(n for level, n in levels.items() if level.is_verified))


def tables(
    proposal: Proposal, people: Counted | None = None, *, verified: bool = False
) -> list[Table] | None:
    """The answers to each question as anybody may see them; nobody while the round hides them.

    A protected table waits for the close: whoever watched it move with each answer would learn
    what that answer was, however it is rounded.
    """
    if not proposal.shows_results:
        return None
    people = people or response_count(proposal)
    counted = _cells(proposal)
    moves = proposal.status_now in (Status.OPEN, Status.PAUSED)
    return [
        Table(question, None, None, waits=True)
        if question.is_protected and moves
        else _table(question, counted.get(question.id, {}), people, verified)
        for question in every_question(proposal)
    ]


def recount() -> list[Difference]:
    """Compare every counter of answers with what it counts."""
    return [
        *_differences("answers", _answer_tallies(), _counted_answers()),
        *_differences("responses", _response_tallies(), _counted_responses()),
    ]


def _table(
    question: Question, found: Mapping[str, Counted], people: Counted, verified: bool
) -> Table:
    if question.is_protected:
        keys = _keys(question)
        safe = protect(
            {key: found.get(key, NOBODY) for key in keys},
            people,
            is_exclusive=question.kind is not kinds.Kind.CHOICES,
        )
        return Table(question, safe.verified if verified else safe.all, None)
    cells = {cell: n.verified if verified else n.all for cell, n in found.items()}
    return Table(question, cells, cells.pop(kinds.ANSWERED, 0))


def _keys(question: Question) -> list[str]:
    shape = question.shape
    if question.kind is kinds.Kind.SCALE:
        return [str(number) for number in range(shape.low, shape.high + 1)]
    return shape.keys


def _cells(proposal: Proposal) -> dict[UUID, dict[str, Counted]]:
    rows = db.session.execute(
        select(AnswerTally.question_id, AnswerTally.cell, AnswerTally.level, AnswerTally.people)
        .join(Question, Question.id == AnswerTally.question_id)
        .where(Question.proposal_id == proposal.id)
    )
    found: dict[UUID, dict[str, Counted]] = {}
    for question_id, cell, level, people in rows:
        of_question = found.setdefault(question_id, {})
        was = of_question.get(cell, NOBODY)
        of_question[cell] = Counted(
            was.all + people, was.verified + (people if level.is_verified else 0)
        )
    return found


def _differences(
    what: str, counters: Mapping[Any, int], counted: Mapping[Any, int]
) -> list[Difference]:
    keys = sorted(set(counters) | set(counted), key=str)
    return [
        Difference(f"{what} {key}", counters.get(key, 0), counted.get(key, 0))
        for key in keys
        if counters.get(key, 0) != counted.get(key, 0)
    ]


def _answer_tallies() -> dict[Any, int]:
    rows = db.session.execute(
        select(AnswerTally.question_id, AnswerTally.cell, AnswerTally.level, AnswerTally.people)
    )
    return {(str(question), cell, level.value): n for question, cell, level, n in rows}


def _counted_answers() -> dict[Any, int]:
    rows = db.session.execute(
        select(Question, Answer.value, Response.level)
        .join(Question, Question.id == Answer.question_id)
        .join(Response, Response.id == Answer.response_id)
    )
    found: Counter[Any] = Counter()
    for question, value, level in rows:
        for cell in kinds.cells(question.shape, value["is"]):
            found[str(question.id), cell, level.value] += 1
    return found


def _response_tallies() -> dict[Any, int]:
    rows = db.session.execute(
        select(ResponseTally.proposal_id, ResponseTally.level, ResponseTally.people)
    )
    return {(str(proposal), level.value): n for proposal, level, n in rows}


def _counted_responses() -> dict[Any, int]:
    rows = db.session.execute(select(Response.proposal_id, Response.level))
    return Counter((str(proposal), level.value) for proposal, level in rows)
