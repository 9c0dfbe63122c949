"""Authors who appeal: one is refused, one is right, one still waits; and texts that many share."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from consult.demo.scripts import moment
from consult.demo.story import Story
from consult.moderation import queries
from consult.moderation import rules as moderation
from consult.moderation.models import Outcome, Reason

Told = Mapping[str, Any]

# who was hidden without good cause: comment, who hid it, why, what they were told, hours after it
# was posted; what its author wrote, and what the other moderator answered
WRONGED = {
    "safeguarding-hub-attendance": (
        (
            "c-b06",
            "mod-3",
            Reason.OFF_TOPIC,
            "Fines are not part of this proposal.",
            20,
            "What the data may be used for later is the whole point.",
            "You are right. How the data may come to be used is about this proposal.",
        ),
    )
}
# who still waits for an answer: comment, what its author wrote, hours ago
WAITING = {
    "safeguarding-hub-attendance": (
        ("c-b24", "Please put the school back. Nobody will know which boy I mean.", 30),
    )
}


def plan(story: Story) -> None:
    """What the story says of appeals, and what this demo adds."""
    for told in story.script.doc["comments"]:
        appeal = (told["moderation"] or {}).get("appeal") or {}
        if appeal.get("made"):
            story.plan(moment(appeal["made_at"]), ask, told["key"], appeal["grounds"])
            story.plan(moment(appeal["decided_at"]), uphold, told["key"], appeal["outcome_note"])
    posted = {told["key"]: moment(told["posted_at"]) for told in story.script.doc["comments"]}
    shared = [one["key"] for one in story.script.doc["comments"] if one["campaign_group"]]
    if shared:
        last = max(posted[key] for key in shared)
        story.plan(last + timedelta(minutes=10), look_around)
    for key, by, reason, why, hours, words, answer in WRONGED.get(story.script.slug, ()):
        hidden = posted[key] + timedelta(hours=hours)
        story.plan(hidden, hide, key, by, reason, why)
        story.plan(hidden + timedelta(hours=5), ask, key, words)
        story.plan(hidden + timedelta(hours=46), overturn, key, answer)
    for key, words, hours in WAITING.get(story.script.slug, ()):
        story.plan(story.script.now - timedelta(hours=hours), ask, key, words)


def look_around(story: Story) -> None:
    """The worker notices who says the same."""
    moderation.notice(story.proposal)


def hide(story: Story, key: str, by: str, reason: Reason, why: str) -> None:
    """A moderator hides a comment."""
    moderation.hide(story.staff[by], story.comments[key], reason, why)


def ask(story: Story, key: str, words: str) -> None:
    """Its author appeals."""
    about = story.comments[key]
    moderation.make_appeal(about.author, about, words)


def uphold(story: Story, key: str, answer: str) -> None:
    """Somebody else finds that the words were rightly taken from the public."""
    _decide(story, key, moderation.Ruling(Outcome.UPHELD, answer))


def overturn(story: Story, key: str, answer: str) -> None:
    """Somebody else finds that it should never have been hidden."""
    _decide(story, key, moderation.Ruling(Outcome.OVERTURNED, answer))


def _decide(story: Story, key: str, ruling: moderation.Ruling) -> None:
    """The moderator who had no hand in the matter decides."""
    about = story.comments[key]
    decided = queries.covered_by(queries.actions_on(about))
    judge = next(
        person
        for office, person in story.staff.items()
        if office.startswith("mod-") and person.id not in decided
    )
    moderation.decide_appeal(judge, about, ruling)
