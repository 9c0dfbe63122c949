"""Covering the public name above somebody's comments, and showing it again."""

from consult.accounts import queries as accounts
from consult.accounts import rules as naming
from consult.accounts.models import Person
from consult.core import _
from consult.core.db import db
from consult.core.errors import Refused
from consult.councils import queries as councils
from consult.moderation import queries
from consult.moderation.checks import needed, refuse_quotation
from consult.moderation.models import OF_A_NAME, Act, ModerationAction, Reason
from consult.moderation.rules.noting import begin, note
from consult.participation.models import Comment


def cover_name(
    moderator: Person, comment: Comment, reason: Reason | None, explanation: str | None = None
) -> ModerationAction:
    """Show a given name above everything that a comment's author wrote; they may choose another.

    A public name is one for the whole site, so it is covered everywhere.
    """
    author = _begin(moderator, comment)
    reason = needed(reason)
    if not author.shows_real_name:
        return _already(comment, Act.COVER_NAME, reason)
    refuse_quotation(explanation, author.real_name or "")
    naming.cover_name(author)
    db.session.flush()
    return note(moderator, comment, Act.COVER_NAME, reason, explanation, settles=False)


def show_name(
    moderator: Person, comment: Comment, explanation: str | None = None
) -> ModerationAction:
    """Show a covered name again, unless its holder has chosen another since."""
    author = _begin(moderator, comment)
    if author.covered_name is None:
        return _already(comment, Act.SHOW_NAME, None)
    naming.uncover_name(author)
    db.session.flush()
    return note(moderator, comment, Act.SHOW_NAME, None, explanation, settles=False)


def _begin(moderator: Person, comment: Comment) -> Person:
    begin(moderator, comment)
    if comment.is_official or councils.roles_of(comment.author, comment.proposal.council):
        raise Refused(_("This person works for the council. Its owner decides about their roles."))
    accounts.hold_person(comment.author, to_change=True)
    return comment.author


def _already(comment: Comment, act: Act, reason: Reason | None) -> ModerationAction:
    """The same act twice is one."""
    last = queries.last_of(comment, OF_A_NAME)
    if last is None or last.act is not act or last.reason is not reason:
        raise Refused(_("The name shown here was made up by this site, so nothing is to be done."))
    return last
