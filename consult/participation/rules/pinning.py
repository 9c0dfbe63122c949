"""One comment that moderators put first, so that nobody misses it."""

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
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
    if comment.pinned_at is not None:
        return
    before = queries.pinned_comment(comment.proposal)
    if before is not None:
        before.pinned_at = None
        db.session.flush()
    comment.pinned_at = clock.now()
    db.session.flush()
    _record(comment, is_pinned=True)


def unpin(moderator: Person, comment: Comment) -> None:
    """Put a comment back where it belongs."""
    _check_moderator(moderator, comment)
    hold(comment)
    if comment.pinned_at is None:
        return
    comment.pinned_at = None
    db.session.flush()
    _record(comment, is_pinned=False)


def _check_moderator(person: Person, comment: Comment) -> None:
    if Role.MODERATOR not in councils.roles_of(person, comment.proposal.council):
        raise Forbidden(_("Only this council’s moderators can pin a comment."))


def _record(comment: Comment, *, is_pinned: bool) -> None:
    record(
        Fact.COMMENT_PINNED,
        council=comment.proposal.council,
        proposal=comment.proposal,
        by="moderator",
        comment=comment.id,
        pinned=is_pinned,
    )
