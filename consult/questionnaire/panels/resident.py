"""A questionnaire page by page, the check before sending, the receipt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from consult.accounts.models import Person
from consult.core.errors import NotFound
from consult.core.panels import Panel
from consult.proposals.models import Proposal
from consult.questionnaire import kinds, queries, rules
from consult.questionnaire.carrying import sealed
from consult.questionnaire.forms import AgainForm, AnswerForm, SendForm, answer_form
from consult.questionnaire.kinds import Wrong
from consult.questionnaire.kinds.texts import LONGEST
from consult.questionnaire.models import Question

Answers = Mapping[str, Any]


@dataclass(frozen=True)
class Step:
    """One page: a question, and how many there are."""

    number: int
    of: int
    question: Question


@dataclass(frozen=True)
class Line:
    """A question with its answer in words, for reading back."""

    number: int
    question: Question
    answer: list[str]
    is_missing: bool = False


def step(proposal: Proposal, number: int) -> Step:
    """The page with this number, if there are so many questions."""
    questions = queries.asked(proposal)
    if not 1 <= number <= len(questions):
        raise NotFound()
    return Step(number, len(questions), questions[number - 1])


def start_panel(proposal: Proposal, person: Person | None) -> Panel:
    """What is asked, how long it takes, what happens with it."""
    questions = queries.every_question(proposal)
    if not questions:
        raise NotFound()
    asked = [each for each in questions if each.retired_at is None]
    return _panel(
        "start",
        proposal,
        asked=asked,
        required=sum(each.is_required for each in asked),
        response=queries.response_of(person, proposal) if person else None,
        has_begun=person is not None and queries.draft_of(person, proposal) is not None,
        viewer=person,
    )


def page_panel(
    proposal: Proposal,
    at: Step,
    answers: Answers,
    person: Person | None,
    form: AnswerForm | None = None,
    then: str | None = None,
) -> Panel:
    """One question."""
    if form is None:
        form = _filled(at.question, answers.get(str(at.question.id)))
        form.then.data = "check" if then == "check" else ""
    form.kept.data = "" if person else sealed(proposal, dict(answers))
    form.question.data = str(at.question.id)
    return _panel(
        "page",
        proposal,
        at=at,
        form=form,
        question=at.question,
        longest=LONGEST.get(at.question.kind),
        viewer=person,
    )


def check_panel(
    proposal: Proposal, answers: Answers, person: Person | None, form: SendForm | None = None
) -> Panel:
    """All answers, to look at before they are sent."""
    questions = queries.asked(proposal)
    if not questions:
        raise NotFound()
    form = form or SendForm(formdata=None)
    form.kept.data = "" if person else sealed(proposal, dict(answers))
    return _panel(
        "check",
        proposal,
        lines=_lines(questions, answers, rules.missing(questions, answers)),
        form=form,
        again=AgainForm(formdata=None, data={"kept": form.kept.data, "then": "check"}),
        last=len(questions),
        response=queries.response_of(person, proposal) if person else None,
        viewer=person,
    )


def receipt_panel(proposal: Proposal, person: Person) -> Panel:
    """What was answered and when, to keep or to print."""
    response = queries.response_of(person, proposal)
    if response is None:
        raise NotFound()
    given = queries.given_before(response)
    questions = [
        each
        for each in queries.every_question(proposal)
        if each.retired_at is None or str(each.id) in given
    ]
    return _panel(
        "receipt",
        proposal,
        response=response,
        lines=_lines(questions, given, []),
        has_draft=queries.draft_of(person, proposal) is not None,
        viewer=person,
    )


def invitation_panel(proposal: Proposal, person: Person | None) -> Panel:
    """The way to the questions, where there are some."""
    asked = queries.asked(proposal)
    return _panel(
        "invitation",
        proposal,
        asked=asked,
        response=queries.response_of(person, proposal) if person and asked else None,
    )


def my_responses_panel(person: Person) -> Panel:
    """The questionnaires that somebody answered."""
    return Panel("questionnaire/mine.html", responses=queries.responses_of(person))


def _panel(name: str, proposal: Proposal, **context: Any) -> Panel:
    return Panel(
        f"questionnaire/{name}.html",
        council=proposal.council,
        section="proposals",
        proposal=proposal,
        where={"council": proposal.council.slug, "proposal": proposal.slug},
        **context,
    )


def _filled(question: Question, value: Any) -> AnswerForm:
    """The form without what was sent with this request; an answer to other words is left out."""
    try:
        kept = kinds.check(question.shape, value)
    except Wrong:
        kept = None
    return answer_form(question, kept, is_new=True)


def _lines(
    questions: Sequence[Question], answers: Answers, missing: Sequence[Question]
) -> list[Line]:
    found = []
    for number, question in enumerate(questions, 1):
        is_missing = question in missing
        value = None if is_missing else answers.get(str(question.id))
        found.append(Line(number, question, kinds.words(question.shape, value), is_missing))
    return found
