"""What is done for accounts on the clock."""

from consult.accounts import rules
from consult.jobs.registry import every


@every(3600, "accounts.forget_old")
def forget_old() -> None:
    """Forget used links, old codes and sessions that ended."""
    rules.forget_old()
