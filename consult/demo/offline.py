"""What came on paper and from a group session, typed in by one and checked by another."""

from datetime import datetime, timedelta

from consult.accounts.models import Channel
from consult.core import clock
from consult.demo.story import Story
from consult.participation import rules
from consult.participation.models import Stance

# where: days before today, how they came, from where, whether they were checked, what they say
BATCHES = {
    "safeguarding-hub-attendance": (
        (
            5, Channel.EVENT, "Group session with young people, Foundry youth centre", True,
            (
                (Stance.SUPPORT_WITH_CHANGES, "Ask us before you put us on a list."),
                (Stance.SUPPORT_WITH_CHANGES, "Fine if somebody tells my mum and me first."),
                (Stance.OPPOSE, "Police should not see when I was ill."),
                (Stance.UNSURE, ""),
                (Stance.SUPPORT, "It might have helped my friend."),
            ),
        ),
        (
            1, Channel.PAPER, "Box at Wrenfield library", False,
            (
                (Stance.SUPPORT, "My grandson was missed twice. Please do this."),
                (Stance.OPPOSE, "Six years is far too long to keep it."),
            ),
        ),
    )
}  # fmt: skip


def plan(story: Story) -> None:
    """Each batch some days ago, if the round was open then."""
    for days, channel, source, is_checked, said in BATCHES.get(story.script.slug, ()):
        when: datetime = story.script.now - timedelta(days=days)
        if story.script.opens_at < when < story.script.closes_at:
            story.plan(when, add, channel, source, is_checked, said)


def add(
    story: Story,
    channel: Channel,
    source: str,
    is_checked: bool,
    said: tuple[tuple[Stance, str], ...],
) -> None:
    """The officer types a batch in; the second compares it with the originals."""
    today = clock.local(clock.now()).date()
    batch = rules.open_batch(story.officer, story.proposal, channel, source, today)
    for number, (stance, words) in enumerate(said, 1):
        rules.add_response(story.officer, batch, str(number), stance, words)
    rules.send_batch(story.officer, batch)
    if is_checked:
        rules.count_batch(story.staff["second"], batch)
