"""What moderators may do with a whole thread."""

from consult.accounts.models import Person
from consult.core import _
from consult.core.errors import Refused
from consult.moderation import queries
from consult.moderation.checks import needed
from consult.moderation.models import Act, CaseKind, ModerationAction, Reason
from consult.moderation.rules.noting import begin, note
from consult.participation import rules as participation
from consult.participation.models import Comment


def lock(
    moderator: Person, comment: Comment, reason: Reason | None, explanation: str | None = None
) -> ModerationAction:
    """Take no more replies; everything said stays, and reports about it still wait."""
    begin(moderator, comment)
    reason = needed(reason)
    if comment.parent_id is not None:
        raise Refused(_("A reply has no thread of its own. Close the thread that it is in."))
    if queries.open_case(comment, CaseKind.HELD) is not None:
        raise Refused(_("It is held: publish it as written, remove details, or hide it."))
    if comment.locked_why is not None:
        return _already(comment, Act.LOCK, reason)
    participation.lock(comment, reason.value)
    return note(moderator, comment, Act.LOCK, reason, explanation, settles=False)


def unlock(moderator: Person, comment: Comment, explanation: str | None = None) -> ModerationAction:
    """Take replies again."""
    begin(moderator, comment)
    if comment.locked_why is None:
        return _already(comment, Act.UNLOCK, None)
    participation.unlock(comment)
    return note(moderator, comment, Act.UNLOCK, None, explanation, settles=False)


def _already(comment: Comment, act: Act, reason: Reason | None) -> ModerationAction:
    """The same act twice is one; another reason for it is not the same act."""
    last = queries.last_about_thread(comment)
    if last is None or last.act is not act or last.reason is not reason:
        raise Refused(_("Somebody has already decided this in another way. Look at it again."))
    return last
