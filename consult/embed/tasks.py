"""What is done for widgets on the clock."""

from consult.embed import rules
from consult.jobs.registry import every


@every(3600, "embed.forget_spent")
def forget_spent() -> None:
    """Forget passes that are too old to be used."""
    rules.forget_spent()
