"""The crowd answers item by item: most share who somebody is, few share what hurts."""

from datetime import datetime, timedelta

from consult.demo.chance import fraction, pick
from consult.demo.story import Story
from consult.demo.voting import EARLY
from consult.participation import rules
from consult.participation.grid import Answer, Asked, asked_of, safeguards_of
from consult.participation.models import Comfort
from consult.proposals import queries as proposals

ANSWERING = 0.3
LEAVING_OUT = 0.06
WANTED = 0.34
OPEN, CAREFUL, CLOSED = (0.66, 0.21, 0.13), (0.4, 0.38, 0.22), (0.17, 0.33, 0.5)


def plan(story: Story) -> None:
    """Some of those who vote go on to the grid."""
    script = story.script
    span = script.until - script.opens_at
    for number in range(story.voters):
        if fraction(script.slug, "answers", number) < ANSWERING:
            voted: datetime = (
                script.opens_at + span * fraction(script.slug, "when", number) ** EARLY
            )
            story.plan(voted + timedelta(minutes=3), answer, number, is_quiet=True)


def answer(story: Story, number: int) -> None:
    """A neighbour says what they would be comfortable with, and leaves some of it out."""
    content = proposals.current_version(story.proposal).content
    offered = list(safeguards_of(content))
    given = {
        asked.id: _answer(story.script.slug, number, place, asked, offered)
        for place, asked in enumerate(asked_of(content))
        if fraction(story.script.slug, "leaves", number, asked.id) > LEAVING_OUT
    }
    if given:
        rules.give_views(story.neighbour(number), story.proposal, given)


def _answer(slug: str, number: int, place: int, asked: Asked, offered: list[str]) -> Answer:
    leaning = CLOSED if asked.is_sensitive else OPEN if place < 2 else CAREFUL
    moved = 0.16 * fraction(slug, "leaning", asked.id) - 0.08
    fine, depends, no = leaning
    shares = dict(zip(Comfort, (fine + moved, depends, no - moved), strict=True))
    view = pick(shares, slug, "view", number, asked.id)
    wanted = tuple(
        key
        for key in offered
        if fraction(slug, "wants", number, asked.id, key) < WANTED + 0.3 * fraction(slug, key)
    )
    return Answer(view, wanted if view is Comfort.WITH_SAFEGUARDS else ())
