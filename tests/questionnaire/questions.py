"""Questions to test with."""

from consult.questionnaire.kinds import Kind
from consult.questionnaire.models import Question
from consult.questionnaire.rules import Wording, add_question
from tests.factories import a_person

ANSWERS = ("Yes", "No", "Only some of it")


def a_question(proposal, kind=Kind.CHOICE, **given) -> Question:
    given.setdefault("words", f"What do you think about {kind.value}?")
    if kind.has_options:
        given.setdefault("options", ANSWERS)
    if kind is Kind.MATRIX:
        given.setdefault("rows", ("Schools", "Police"))
    if kind is Kind.SCALE:
        given |= {"low_words": "Not at all", "high_words": "Fully"}
    return add_question(a_person(), proposal, Wording(kind, **given))


def keys(question):
    return question.shape.keys
