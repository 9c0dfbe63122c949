"""Answering a questionnaire: in steps, at once, and again until the round closes."""

import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from consult.accounts.models import Person, Verification
from consult.core import _, _l, clock, ngettext
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils import queries as councils
from consult.councils.models import Council
from consult.participation.counters import insert_into
from consult.participation.models import Pending
from consult.participation.rules import check_open
from consult.participation.rules.kinds import KINDS, Kind, Payload
from consult.participation.rules.levels import MOVES, still_counts
from consult.participation.rules.pending import hold_for
from consult.proposals.models import Proposal
from consult.questionnaire import kinds, queries
from consult.questionnaire.counters import Cell, move_answers, move_responses
from consult.questionnaire.kinds import Wrong
from consult.questionnaire.models import Answer, Draft, Question, Response

Answers = dict[str, Any]

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def checked(question: Question, value: Any) -> kinds.Value:
    """An answer as it is kept; refused beside its field."""
    try:
        return kinds.check(question.shape, value)
    except Wrong as wrong:
        raise Invalid("answer", wrong.message) from wrong


def missing(questions: Sequence[Question], answers: Mapping[str, Any]) -> list[Question]:
    """The questions that still need an answer, or another one."""
    found = []
    for question in questions:
        try:
            kinds.check(question.shape, answers.get(str(question.id)))
        except Wrong:
            found.append(question)
    return found


def save_answer(person: Person, question: Question, value: Any) -> None:
    """Keep one answer of somebody signed in until they send all."""
    check_open(question.proposal)
    kept = checked(question, value)
    draft = _draft(person, question.proposal)
    draft.answers = {**draft.answers, str(question.id): kept}
    db.session.flush()


def keep_answer(
    person: Person | None, question: Question, value: Any, carried: Mapping[str, Any]
) -> Answers:
    """Keep one answer: for somebody signed in here, for a visitor in what their page carries."""
    if person is not None:
        save_answer(person, question, value)
        return {}
    check_open(question.proposal)
    return {**carried, str(question.id): checked(question, value)}


def send_draft(person: Person, proposal: Proposal) -> Response:
    """Count what somebody has answered step by step; sent twice, it counts once."""
    councils.level_in(person, proposal.council, to_count=True)
    check_open(proposal)
    draft = queries.draft_of(person, proposal, to_change=True)
    if draft is None:
        sent = queries.response_of(person, proposal)
        if sent is None:
            raise Refused(_("You have not answered any question yet."))
        return sent
    response = respond(person, proposal, draft.answers)
    db.session.delete(draft)
    db.session.flush()
    return response


def respond(person: Person, proposal: Proposal, answers: Mapping[str, Any]) -> Response:
    """Take somebody's answers in place of any they gave before."""
    level = councils.level_in(person, proposal.council, to_count=True)
    check_open(proposal)
    questions = queries.asked(proposal)
    given = _all_checked(questions, answers)
    response, is_new = _made_or_held(person, proposal, level)
    old_level = response.level
    changes: Counter[Cell] = Counter()
    before = queries.answers_in(response)
    shapes = {each.id: each.shape for each in queries.every_question(proposal)}
    is_changed = is_new
    for question_id, answer in before.items():
        for cell in kinds.cells(shapes[question_id], answer.value["is"]):
            changes[question_id, cell, old_level] -= 1
    for question in questions:
        is_changed |= _put(response, question, given[question.id], before)
    for question_id, answer in before.items():
        for cell in kinds.cells(shapes[question_id], answer.value["is"]):
            changes[question_id, cell, level] += 1
    move_answers(changes)
    people = Counter({level: 1})
    if not is_new:
        people[old_level] -= 1
    move_responses(proposal.id, people)
    response.level = level
    if is_changed:
        response.changed_at = clock.now()
    db.session.flush()
    return response


def move_level(person: Person, council: Council, level: Verification) -> None:
    """Let what somebody sent count at the level at which the council now knows them."""
    for response in queries.responses_at_other_levels(person, council, level):
        if not still_counts(response.proposal):
            continue
        shapes = {each.id: each.shape for each in queries.every_question(response.proposal)}
        changes: Counter[Cell] = Counter()
        for question_id, answer in queries.answers_in(response).items():
            for cell in kinds.cells(shapes[question_id], answer.value["is"]):
                changes[question_id, cell, response.level] -= 1
                changes[question_id, cell, level] += 1
        move_answers(changes)
        move_responses(response.proposal_id, Counter({level: 1, response.level: -1}))
        response.level = level
    db.session.flush()


def hold_response(email: str, proposal: Proposal, answers: Mapping[str, Any]) -> Pending:
    """Keep a visitor's answers until they confirm."""
    check_open(proposal)
    questions = queries.asked(proposal)
    given = _all_checked(questions, answers)
    kept = {str(key): value for key, value in given.items() if value is not None}
    return hold_for(email, proposal, "questionnaire", {"answers": kept})


def _all_checked(
    questions: Sequence[Question], answers: Mapping[str, Any]
) -> dict[Any, kinds.Value]:
    if not questions:
        raise Refused(_("There are no questions to answer here."))
    wrong = missing(questions, answers)
    if wrong:
        raise Invalid(
            "", _("Answer this question, or answer it again: %(words)s", words=wrong[0].words)
        )
    given = {each.id: checked(each, answers.get(str(each.id))) for each in questions}
    if all(value is None for value in given.values()):
        raise Invalid("", _("Answer at least one question before you send."))
    return given


def _put(
    response: Response, question: Question, value: kinds.Value, before: dict[Any, Answer]
) -> bool:
    """Let the response say this to a question; tell whether it said something else."""
    held = before.get(question.id)
    if value is None:
        if held is None:
            return False
        db.session.delete(before.pop(question.id))
        return True
    if held is None:
        before[question.id] = Answer(
            response=response, question_id=question.id, value={"is": value}
        )
        db.session.add(before[question.id])
        return True
    if held.value["is"] == value:
        return False
    held.value = {"is": value}
    return True


def _draft(person: Person, proposal: Proposal) -> Draft:
    """The draft, begun from what was sent before; whoever comes second waits and sees it."""
    began = queries.begun(person, proposal)
    made = insert_into(Draft).values(
        id=uuid4(),
        created_at=clock.now(),
        proposal_id=proposal.id,
        person_id=person.id,
        answers=began,
    )
    db.session.execute(made.on_conflict_do_nothing(index_elements=["proposal_id", "person_id"]))
    draft = queries.draft_of(person, proposal, to_change=True)
    if draft is None:
        raise Refused(_("Your answers were sent a moment ago. Look at the page again."))
    return draft


def _made_or_held(person: Person, proposal: Proposal, level: Verification) -> tuple[Response, bool]:
    now = clock.now()
    made = insert_into(Response).values(
        id=uuid4(),
        created_at=now,
        submitted_at=now,
        changed_at=now,
        proposal_id=proposal.id,
        person_id=person.id,
        level=level,
        receipt=_receipt(),
    )
    is_new = (
        db.session.execute(
            made.on_conflict_do_nothing(index_elements=["proposal_id", "person_id"]).returning(
                Response.id
            )
        ).scalar()
        is not None
    )
    response = queries.response_of(person, proposal, to_change=True)
    assert response is not None
    return response, is_new


def _receipt() -> str:
    """Twelve letters and digits that nobody guesses and nobody misreads."""
    parts = ("".join(secrets.choice(LETTERS) for _place in range(4)) for _part in range(3))
    return "-".join(parts)


def _count(person: Person, proposal: Proposal, payload: Payload) -> None:
    respond(person, proposal, payload["answers"])
    draft = queries.draft_of(person, proposal, to_change=True)
    if draft is not None:
        db.session.delete(draft)
        db.session.flush()


def _told(proposal: Proposal, payload: Payload) -> str:
    return ngettext(
        "You answered %(num)s question about “%(title)s”.",
        "You answered %(num)s questions about “%(title)s”.",
        len(payload["answers"]),
        title=proposal.title,
    )


KINDS["questionnaire"] = Kind(
    count=_count,
    subject=_l("Confirm your answers"),
    heading=_l("Confirm your answers"),
    button=_l("Yes, count my answers"),
    told=_told,
    effect=_l(
        "They count as soon as you confirm them. If this address has already answered these "
        "questions, these answers take the place of the earlier ones."
    ),
    room="questionnaire.receipt",
)


MOVES.append(move_level)
