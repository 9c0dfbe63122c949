"""What is done for councils on the clock."""

from consult.councils import rules
from consult.jobs.registry import every


@every(3600, "councils.forget_codes")
def forget_codes() -> None:
    """Forget codes of letters that have long run out."""
    rules.forget_codes()
