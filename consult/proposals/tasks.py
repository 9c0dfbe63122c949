"""What runs on the clock for proposals."""

from consult.jobs.registry import every
from consult.proposals import rules


@every(1, "proposals.tick")
def tick() -> None:
    """Open and close on the second."""
    rules.tick()
