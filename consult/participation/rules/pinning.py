"""One comment that moderators put first, so that nobody misses it."""

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Forbidden, Refused
from consult.councils import queries as councils
from consult.councils.models import Role
from consult.participation import queries
from consult.participation.models import Comment
from consult.participation.rules.holding import hold


def pin(moderator: Person, comment: Comment) -> None:
    """Put a comment first, in place of any that was; pinning twice pins once."""
    _check_moderator(moderator, comment)
    hold(comment)
    if comment.parent_id is not None or not comment.is_readable:
        raise Refused(_("Only a comment that everybody can read, and no reply, can be pinned."))
    if comment.author_id == moderator.id:
        raise Refused(_("This is your own comment. Another moderator can pin it."))
    before = queries.pinned_comment(comment.proposal)
    if before is not None and before.id != comment.id:
        before.pinned_at = None
        db.session.flush()
    comment.pinned_at = comment.pinned_at or clock.now()
    db.session.flush()


def unpin(moderator: Person, comment: Comment) -> None:
    """Put a comment back where it belongs."""
    _check_moderator(moderator, comment)
    comment.pinned_at = None
    db.session.flush()


def _check_moderator(person: Person, comment: Comment) -> None:
    if Role.MODERATOR not in councils.roles_of(person, comment.proposal.council):
        raise Forbidden(_("Only this council’s moderators can pin a comment."))
