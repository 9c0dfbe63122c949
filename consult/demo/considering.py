"""After the round: themes, an outcome for everyone, and answers."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from consult.analysis import rules as analysis
from consult.analysis.models import Disposition
from consult.decisions import rules as decisions
from consult.demo.story import Story
from consult.proposals import rules as proposals

Told = Mapping[str, Any]

# what came of comments that stand under no theme, by why they do not
OWN = {
    "hidden": "A moderator hid this comment. Its author’s view on the proposal has been counted.",
    "elsewhere": "This is about one person’s own account. The help desk has been asked to call.",
}


def plan_all(story: Story) -> None:
    """Everything up to the last answer."""
    closes, doc = story.script.closes_at, story.script.doc
    _plan_reading(story, list(range(3, 3 + 3 * len(doc["themes"]), 3)))
    story.plan(closes + timedelta(days=26, hours=11), give_outcomes, tuple(OWN))
    for number, told in enumerate(doc["decision"]["responses_to_themes"]):
        story.plan(closes + timedelta(days=30 + number, hours=13), answer, told)


def plan_some(story: Story) -> None:
    """As far as a council has come three weeks after closing: most themes, few answers."""
    closes = story.script.closes_at
    _plan_reading(story, [4, 6, 9, 13, 17])
    story.plan(closes + timedelta(days=10, hours=11), give_outcomes, ("hidden",))
    for number, told in enumerate(story.script.doc["decision"]["responses_to_themes"][:2]):
        story.plan(closes + timedelta(days=18 + number, hours=13), answer, told)


def _plan_reading(story: Story, days: Sequence[int]) -> None:
    """Begin reading the morning after, and make one theme on each of these days."""
    story.plan(story.script.closes_at + timedelta(hours=10), begin)
    for day, told in zip(days, story.script.doc["themes"], strict=False):
        story.plan(story.script.closes_at + timedelta(days=day, hours=12), theme, told)


def begin(story: Story) -> None:
    """The officer says that the council now reads what came in."""
    proposals.begin_considering(story.officer, story.proposal)


def theme(story: Story, told: Told) -> None:
    """A moderator names a theme, puts its comments under it and lets one speak for it."""
    made = analysis.create_theme(story.moderator, story.proposal, told["label"], told["summary"])
    comments = [story.comments[key] for key in told["comment_keys"]]
    analysis.put_under(story.moderator, made, comments)
    analysis.quote(story.moderator, made, next(one for one in comments if one.is_readable))
    story.themes[told["key"]] = made


def give_outcomes(story: Story, kinds: Sequence[str]) -> None:
    """The moderator answers for comments that say nothing about a theme."""
    for told in story.script.doc["comments"]:
        kind = "hidden" if told["status"] == "hidden" else "elsewhere"
        if not told["themes"] and kind in kinds:
            analysis.give_outcome(
                story.moderator,
                story.comments[told["key"]],
                Disposition.OUT_OF_SCOPE,
                OWN[kind],
            )


def answer(story: Story, told: Told) -> None:
    """The officer answers a theme."""
    decisions.answer_theme(
        story.officer,
        story.themes[told["theme"]],
        Disposition(told["disposition"]),
        told["response"],
    )
