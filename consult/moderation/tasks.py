"""What moderation does on the clock."""

from consult.jobs.registry import every
from consult.moderation import rules


@every(3600, "moderation.forget_originals")
def forget_originals() -> None:
    """Forget originals that have been kept for their whole time."""
    rules.forget_originals()


@every(3600, "moderation.end_abandoned")
def end_abandoned() -> None:
    """End the appeals about comments that their authors have taken back."""
    rules.end_abandoned()
