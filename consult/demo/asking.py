"""The questions that one round carries, and neighbours who answer them after their vote."""

from datetime import datetime, timedelta
from typing import Any

from consult.demo.chance import fraction, pick
from consult.demo.story import Story
from consult.demo.voting import EARLY
from consult.questionnaire import queries, rules
from consult.questionnaire.kinds import Kind, key_of
from consult.questionnaire.models import Question
from consult.questionnaire.rules import Wording

ANSWERING = 0.62

QUESTIONS = {
    "safeguarding-hub-attendance": (
        Wording(
            Kind.CHOICE,
            "What should let the hub look at a child’s school attendance?",
            options=(
                "A concern that somebody has reported",
                "Any long absence",
                "Only a social worker’s decision",
                "Nothing: it should not look",
            ),
            is_required=True,
        ),
        Wording(
            Kind.CHOICES,
            "Who should be told when the hub has looked?",
            "Choose all that you agree with.",
            options=("The parents", "The young person", "The school", "Nobody, if that is safer"),
        ),
        Wording(
            Kind.SCALE,
            "How sure are you that the hub would keep this safe?",
            low=1,
            high=5,
            low_words="Not sure at all",
            high_words="Very sure",
        ),
        Wording(
            Kind.RANKING,
            "Which safeguards matter most to you?",
            options=(
                "Each look is written down",
                "Parents can see who looked",
                "Everything is deleted after a year",
            ),
        ),
        Wording(
            Kind.CHOICE,
            "Do you have a child at a school in Kelderby?",
            "We ask to see whose answers are missing.",
            options=("Yes", "No", "I would rather not say"),
            is_protected=True,
        ),
        Wording(
            Kind.LONG_TEXT,
            "What else should the council think of?",
            "Leave out names and private details.",
        ),
    )
}
WORDS = (
    "Tell parents in plain words before it starts, not after.",
    "Write down who looked and why, and let somebody outside the council check it.",
    "My son was off for months with his lungs. I would not want that read as a worry about us.",
    "It should have been like this years ago.",
)


def plan(story: Story) -> None:
    """The officer writes the questions with the draft; some who vote answer them too."""
    if story.script.slug not in QUESTIONS:
        return
    story.plan(story.script.day(-41) + timedelta(hours=10), ask)
    span = story.script.until - story.script.opens_at - timedelta(hours=1)
    for number in range(story.voters):
        if fraction(story.script.slug, "answers", number) < ANSWERING:
            voted: datetime = (
                story.script.opens_at + span * fraction(story.script.slug, "when", number) ** EARLY
            )
            story.plan(voted + timedelta(minutes=4), answer, number, is_quiet=True)


def ask(story: Story) -> None:
    """The officer writes each question."""
    for wording in QUESTIONS[story.script.slug]:
        rules.add_question(story.officer, story.proposal, wording)


def answer(story: Story, number: int) -> None:
    """A neighbour answers, and leaves out what they do not care about."""
    answers = {}
    for question in queries.asked(story.proposal):
        value = _given(question, story.script.slug, number)
        if value is not None:
            answers[str(question.id)] = value
    rules.respond(story.neighbour(number), story.proposal, answers)


def _given(question: Question, *who: object) -> Any:
    by = (*who, question.position)
    if not question.is_required and fraction("skips", *by) < 0.12:
        return None
    keys = [key_of(words) for words in question.options]
    if question.kind is Kind.CHOICE:
        likely = {key: 1 / (place + 1.2) for place, key in enumerate(keys)}
        return pick(likely, "one", *by)
    if question.kind is Kind.CHOICES:
        return [key for key in keys if fraction("some", key, *by) < 0.55] or None
    if question.kind is Kind.SCALE:
        return pick({1: 0.2, 2: 0.24, 3: 0.26, 4: 0.2, 5: 0.1}, "scale", *by)
    if question.kind is Kind.RANKING:
        return sorted(keys, key=lambda key: fraction("rank", key, *by))
    return WORDS[int(fraction("words", *by) * 40)] if fraction("words", *by) < 0.1 else None
