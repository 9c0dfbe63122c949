"""The decision: drafted by the officer, signed by somebody else."""

from datetime import date, time, timedelta

from consult.decisions import rules
from consult.decisions.models import Verdict
from consult.decisions.rules.drafting import Ending, Statement
from consult.demo.scripts import at
from consult.demo.story import Story

HEADLINE = "Going ahead, with five changes that residents asked for"
TITLES = {
    "data_items": "One flag, not six facts",
    "data flow": "The NHS matches the list",
    "retention": "Deleted every spring",
    "right to say no": "Say no any way you like",
    "letters": "Plain letters, no calls",
}


def plan(story: Story) -> None:
    """Twelve days from the first words to the signature."""
    decided = at(story.script.doc["decision"]["decided_on"], time(14, 0))
    story.plan(decided - timedelta(days=12), draft)
    story.plan(decided - timedelta(days=9), send)
    story.plan(decided, sign)


def draft(story: Story) -> None:
    """The officer writes what is decided, what changes, and what does not."""
    told = story.script.doc["decision"]
    words = Statement(
        verdict=Verdict(told["outcome"]),
        headline=HEADLINE,
        statement=told["statement_markdown"],
        how_considered=told["how_we_considered"],
        decided_by_role=told["decided_by"],
    )
    rules.save_statement(story.officer, story.proposal, words)
    for change in told["changes"]:
        rules.save_change(
            story.officer,
            story.proposal,
            None,
            title=TITLES[change["field"]],
            before=change["before"],
            after=change["after"],
            themes=[story.themes[key] for key in change["because"]],
            comments=[story.comments[key] for key in change["comments"]],
        )
    first = next(step["by"] for step in told["next_steps"] if step["what"] == "First sharing")
    ending = Ending(
        not_changed=told["not_changed"],
        dissent=told["minority_report"] or "",
        next_steps=told["next_steps"],
        first_sharing_on=date.fromisoformat(first),
        review_on=date.fromisoformat(told["review_on"]),
    )
    rules.save_ending(story.officer, story.proposal, ending)


def send(story: Story) -> None:
    """The report goes to whoever decides."""
    rules.send_for_signature(story.officer, story.proposal)


def sign(story: Story) -> None:
    """Somebody who wrote none of it has read it all, and signs."""
    rules.sign(story.staff["decides"], story.proposal, read_all=True)
