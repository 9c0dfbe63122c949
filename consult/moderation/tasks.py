"""What moderation does on the clock."""

from uuid import UUID

from consult.jobs.registry import every, task
from consult.moderation import rules


@every(3600, "moderation.forget_originals")
def forget_originals() -> None:
    """Forget originals that have been kept for their whole time."""
    rules.forget_originals()


@task("moderation.take_in")
def take_in(comment_id: str) -> None:
    """Put on the moderators' list what a check held back."""
    rules.take_in(UUID(comment_id))


@every(600, "moderation.publish_held")
def publish_held() -> None:
    """Publish what waited its whole time, where the council wants it."""
    rules.publish_held()


@every(3600, "moderation.end_abandoned")
def end_abandoned() -> None:
    """End the appeals about comments that their authors have taken back."""
    rules.end_abandoned()


@every(3600, "moderation.forget_legal")
def forget_legal() -> None:
    """Forget who was in a notice or a complaint, a year after it was closed."""
    rules.forget_notices()
    rules.forget_complaints()


@every(60, "moderation.take_in_all")
def take_in_all() -> None:
    """Take in what no job took in."""
    rules.take_in_all()
