"""The crowd: residents who vote and say nothing, most of them early on."""

from datetime import datetime, time, timedelta

from consult.demo.chance import fraction, pick
from consult.demo.scripts import at as day_at
from consult.demo.story import Story
from consult.participation import rules
from consult.participation.models import VOTES, Stance

EARLY = 1.3
CONFIRMING = 0.35


def plan(story: Story) -> None:
    """One vote each, spread over the round as far as it has come."""
    script = story.script
    span = script.until - script.opens_at
    shares = dict(zip(VOTES, story.shares, strict=True))
    for number in range(story.voters):
        at: datetime = script.opens_at + span * fraction(script.slug, "when", number) ** EARLY
        stance = pick(shares, script.slug, "stance", number)
        story.plan(at, vote, number, stance, is_quiet=True)
        _plan_confirming(story, number, at)


def _plan_confirming(story: Story, number: int, voted: datetime) -> None:
    """Some come back after a change that matters, and let their vote stand."""
    for told in story.script.doc["changelog"]:
        changed = day_at(told["at"], time(12, 0))
        again = changed + timedelta(days=6) * fraction(story.script.slug, "again", number)
        comes = fraction(story.script.slug, "comes", number) < CONFIRMING
        if told.get("material") and comes and voted < changed and again < story.script.until:
            story.plan(again, confirm, number, is_quiet=True)


def vote(story: Story, number: int, stance: Stance) -> None:
    """A neighbour says what they think of it."""
    rules.cast_vote(story.neighbour(number), story.proposal, stance)


def confirm(story: Story, number: int) -> None:
    """A neighbour has read what changed and thinks as before."""
    rules.confirm_vote(story.neighbour(number), story.proposal)
