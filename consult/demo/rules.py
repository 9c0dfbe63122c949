"""Telling the three stories through everybody's rules, in the order in which things happened."""

from consult.core import clock
from consult.demo import (
    answering,
    asking,
    considering,
    deciding,
    delivering,
    offline,
    opened,
    preparing,
    queries,
    scripts,
    suggesting,
    voting,
)
from consult.demo.story import Event, Story

WARM_HOMES = ("#43356b", 214, (0.40, 0.29, 0.22, 0.09))
HUB = ("#1d4f5c", 168, (0.29, 0.32, 0.26, 0.13))
ACCOUNT = ("#7a2e2e", 187, (0.47, 0.24, 0.18, 0.11))


def load_once() -> bool:
    """Tell the stories unless they have been told; say whether it was done now."""
    if queries.is_loaded():
        return False
    scripts_ = scripts.read(clock.now())
    stories = [
        Story(script, *given)
        for script, given in zip(scripts_, (WARM_HOMES, HUB, ACCOUNT), strict=True)
    ]
    for story in stories:
        preparing.plan(story)
        opened.plan(story)
        voting.plan(story)
        offline.plan(story)
        suggesting.plan(story)
        asking.plan(story)
    for story in stories[:2]:
        answering.plan(story)
    considering.plan_all(stories[0])
    deciding.plan(stories[0])
    considering.plan_some(stories[2])
    play([event for story in stories for event in story.events])
    return True


def play(events: list[Event]) -> None:
    """Let everything happen at its moment, one thing after the other in all councils."""
    for event in sorted(events, key=lambda event: event.at):
        with clock.at(event.at):
            event.act()
            if not event.is_quiet:
                delivering.tell_and_deliver()
