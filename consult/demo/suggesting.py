"""Other words that residents suggest, neighbours who support them, and the council's answers."""

from dataclasses import dataclass, replace
from datetime import timedelta

from consult.demo.chance import fraction
from consult.demo.story import Story
from consult.participation import queries, rules
from consult.participation.models import Stance, Suggestion
from consult.proposals.parts import parts_of
from consult.proposals.queries import current_version
from consult.proposals.rewording import wording


@dataclass(frozen=True)
class Told:
    """Who suggests what on which day: of the words where `known_by` stands, `old` becomes `new`."""

    author: str
    day: float
    field: str
    known_by: str
    old: str
    new: str
    column: str = ""
    stance: Stance = Stance.SUPPORT_WITH_CHANGES
    supporters: int = 0
    wants_credit: bool = False
    answered: float = 0
    reason: str = ""


EVERY_NIGHT = Told(
    "p-b10",
    9,
    "body",
    "Every night, schools' attendance systems",
    "has fallen below 85% in the last four weeks",
    "has suddenly dropped, by fifteen points or more in four weeks, with no reason given",
    supporters=14,
)
SAID = {
    "safeguarding-hub-attendance": (
        Told(
            "p-b06",
            5,
            "body",
            "It would not be used to fine parents",
            "It would not be used",
            "It can never be used",
            stance=Stance.OPPOSE,
            supporters=3,
            answered=8,
            reason="Thank you. We read this several times, because the worry behind it is fair. "
            "We cannot write “can never”: a court may order any public body to hand records over, "
            "and each sentence here has to be true. “Would not” is our promise, and the sharing "
            "agreement will hold us to it.",
        ),
        EVERY_NIGHT,
        replace(
            EVERY_NIGHT,
            author="p-b07",
            day=11,
            old="Every night, schools' attendance systems would send",
            new="Every Monday, schools' attendance systems would send",
            supporters=9,
        ),
        Told(
            "p-b05",
            13,
            "data_items",
            "Absence reason codes",
            "children who are away for a good reason",
            "children who are ill, disabled or caring for somebody, before anyone sees the list",
            column="why_needed",
            supporters=11,
        ),
    ),
    "one-resident-account": (
        Told(
            "p-c23",
            6,
            "retention_disposal",
            "",
            "",
            "The copy is deleted within 24 hours. ",
            supporters=7,
            wants_credit=True,
            answered=13,
        ),
    ),
}


def plan(story: Story) -> None:
    """Each suggestion on its day, those who support it in the week after, then the answer."""
    for told in SAID.get(story.script.slug, ()):
        said = story.script.day(told.day) + timedelta(hours=18)
        if said > story.script.until:
            continue
        made: list[Suggestion] = []
        story.plan(said, suggest, told, made)
        by = min(story.script.day(told.answered or told.day + 7), story.script.until)
        for number in range(told.supporters):
            chance = fraction(story.script.slug, "supports", told.author, number)
            story.plan(said + (by - said) * chance, support, made, number, is_quiet=True)
        if told.answered:
            story.plan(story.script.day(told.answered) + timedelta(hours=11), answer, told, made)


def suggest(story: Story, told: Told, made: list[Suggestion]) -> None:
    """A resident puts some words differently."""
    content = current_version(story.proposal).content
    part_id = next(
        part.id
        for part in parts_of(content)
        if part.field_key == told.field and told.known_by in part.text
    )
    place = wording(content, part_id, told.column)
    assert place is not None
    words = place.text.replace(told.old, told.new) if told.old else told.new + place.text
    made.append(
        rules.suggest(
            story.resident(told.author),
            story.proposal,
            part_id,
            told.column,
            told.stance,
            words,
            wants_credit=told.wants_credit,
        )
    )


def support(story: Story, made: list[Suggestion], number: int) -> None:
    """One of the crowd would rather have these words."""
    rules.support(story.neighbour(number), made[0])


def answer(story: Story, told: Told, made: list[Suggestion]) -> None:
    """The officer takes the words up, or says why not."""
    found = queries.suggestion(story.proposal, made[0].comment_id)
    if told.reason:
        rules.decline(story.officer, found, told.reason)
    else:
        rules.accept(story.officer, found, found.comment.body, seen=found.comment.replaces or "")
