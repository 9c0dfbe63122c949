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


@task("moderation.tell_reporters")
def tell_reporters(comment_id: str, action_id: str | None, after: str) -> None:
    """Go on telling those who reported what came of it."""
    rules.go_on_telling(UUID(comment_id), UUID(action_id) if action_id else None, UUID(after))


@every(600, "moderation.publish_held")
def publish_held() -> None:
    """Publish what waited its whole time, where the council wants it."""
    rules.publish_held()


@task("moderation.let_go_of")
def let_go_of(comment_id: str) -> None:
    """Forget what a comment said whose author has taken it back, and end what waits about it."""
    rules.let_go_of(UUID(comment_id))


@every(600, "moderation.let_go_of_all")
def let_go_of_all() -> None:
    """Let go of what no job let go of."""
    rules.let_go_of_all()


@every(3600, "moderation.forget_legal")
def forget_legal() -> None:
    """Forget who was in a notice or a complaint, a year after it was closed."""
    rules.forget_notices()
    rules.forget_complaints()


@every(600, "moderation.notice")
def notice() -> None:
    """Look for patterns that moderators may want to look at."""
    rules.notice_all()


@every(86400, "moderation.forget_signals")
def forget_signals() -> None:
    """Forget patterns noticed a year ago."""
    rules.forget_signals()


@every(3600, "moderation.forget_limits")
def forget_limits() -> None:
    """Forget limits that were over half a year ago."""
    rules.forget_limits()


@every(60, "moderation.take_in_all")
def take_in_all() -> None:
    """Take in what no job took in."""
    rules.take_in_all()


@every(900, "moderation.send_digests")
def send_digests() -> None:
    """Write to moderators about what waits, once on a working day."""
    rules.send_digests()
