"""What moderation does on the clock."""

from consult.jobs.registry import every
from consult.moderation import rules


@every(3600, "moderation.forget_originals")
def forget_originals() -> None:
    """Forget originals that have been kept for their whole time."""
    rules.forget_originals()


@every(3600, "moderation.forget_legal")
def forget_legal() -> None:
    """Forget who was in a notice or a complaint, a year after it was closed."""
    rules.forget_notices()
    rules.forget_complaints()
