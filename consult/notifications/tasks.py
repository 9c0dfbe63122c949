"""What the notifications do on the clock."""

from consult.jobs.registry import every
from consult.notifications import rules


@every(2, "notifications.read")
def read() -> None:
    """Read what has been recorded since, and tell those whom it concerns."""
    rules.read_facts()
