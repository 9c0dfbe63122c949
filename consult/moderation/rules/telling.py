"""Telling those who reported what came of it, a hundred letters at a time."""

from uuid import UUID

from consult.core.db import db
from consult.jobs.outbox import later
from consult.moderation import letters, queries
from consult.moderation.models import ModerationAction
from consult.participation.models import Comment

AT_ONCE = 100


def tell_reporters(
    comment: Comment, action: ModerationAction | None, after: UUID | None = None
) -> int:
    """Write to whoever reported a comment while signed in; no act means its author took it back.

    The first hundred are told in the transaction of the act, the others by jobs, so that a storm
    of reports holds nobody up. An act that was undone meanwhile has nobody left to tell.
    """
    told = queries.reports_to_tell(comment, action, after, AT_ONCE)
    for report in told:
        letters.tell_reporter(report, comment, action)
    if len(told) == AT_ONCE:
        later(
            "moderation.tell_reporters",
            comment_id=str(comment.id),
            action_id=str(action.id) if action else None,
            after=str(told[-1].id),
        )
    return len(told)


def go_on_telling(comment_id: UUID, action_id: UUID | None, after: UUID) -> int:
    """Write to the next hundred."""
    comment = queries.any_comment(comment_id)
    if comment is None:
        return 0
    action = db.session.get(ModerationAction, action_id) if action_id else None
    return tell_reporters(comment, action, after)
