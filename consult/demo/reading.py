"""Readers: neighbours who mark what helped them; a moderator pins a comment that got a reply."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from consult.demo.chance import fraction
from consult.demo.scripts import moment
from consult.demo.story import Story
from consult.participation import rules

Told = Mapping[str, Any]
PINNED_AFTER = 8


def plan(story: Story) -> None:
    """As many marks as the story tells, by one neighbour each, over the rest of the round."""
    until = story.script.until
    told = [one for one in story.script.doc["comments"] if _can_be_read(one)]
    for one in told:
        posted = moment(one["posted_at"])
        first = int(fraction(story.script.slug, "reader", one["key"]) * story.voters)
        for number in range(min(one["helpful_count"], story.voters)):
            apart = fraction(story.script.slug, "marks", one["key"], number)
            when = posted + (until - posted) * apart
            reader = (first + number) % story.voters
            story.plan(when, mark, one["key"], reader, is_quiet=True)
    answered = [one for one in told if _was_answered_before(one, until)]
    best = max(answered, key=lambda one: (one["helpful_count"], one["key"]), default=None)
    if best is None:
        return
    pinned_at = max(story.script.day(PINNED_AFTER), moment(best["official_reply"]["at"]))
    story.plan(min(pinned_at, until), pin, best["key"], is_quiet=True)


def mark(story: Story, key: str, reader: int) -> None:
    """A neighbour found a comment helpful."""
    rules.mark_helpful(story.neighbour(reader), story.comments[key])


def pin(story: Story, key: str) -> None:
    """A moderator puts a comment first."""
    rules.pin(story.moderator, story.comments[key])


def _was_answered_before(told: Told, until: datetime) -> bool:
    """An answer that the story has yet to come to brings no pin."""
    return bool(told.get("official_reply")) and moment(told["official_reply"]["at"]) < until


def _can_be_read(told: Told) -> bool:
    return told["parent"] is None and told["status"] != "hidden"
