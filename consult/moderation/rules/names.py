"""Covering the public name above somebody's comments, and showing it again."""

from consult.accounts import queries as accounts
from consult.accounts import rules as naming
from consult.accounts.models import Person
from consult.core import _
from consult.core.db import db
from consult.core.errors import Refused
from consult.councils import queries as councils
from consult.moderation import queries
from consult.moderation.checks import needed, refusal_to_restrict, refuse_quotation
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
    cover = naming.cover_name(author, comment.proposal.council_id)
    action = note(moderator, comment, Act.COVER_NAME, reason, explanation, settles=False)
    action.was = str(cover.id)
    db.session.flush()
    return action


def show_name(
    moderator: Person,
    comment: Comment,
    explanation: str | None = None,
    covered: ModerationAction | None = None,
) -> ModerationAction:
    """Show the name again that this council covered last, or by one act of it.

    A name that its holder has given up since stays unseen.
    """
    author = _begin(moderator, comment)
    held = [
        one
        for one in accounts.covers(author, comment.proposal.council_id)
        if covered is None or covered.was == str(one.id)
    ]
    if not held:
        return _already(comment, Act.SHOW_NAME, None)
    naming.uncover_name(author, held[0])
    return note(moderator, comment, Act.SHOW_NAME, None, explanation, settles=False)


def _begin(moderator: Person, comment: Comment) -> Person:
    accounts.hold_person(comment.author, to_change=True)
    begin(moderator, comment)
    has_reported = queries.has_reported(moderator, comment)
    refusal = refusal_to_restrict(moderator, comment, has_reported=has_reported)
    if refusal is not None:
        raise Refused(refusal)
    if comment.is_official or councils.roles_of(comment.author, comment.proposal.council):
        raise Refused(_("This person works for the council. Its owner decides about their roles."))
    return comment.author


def _already(comment: Comment, act: Act, reason: Reason | None) -> ModerationAction:
    """The same act twice is one."""
    last = queries.last_of(comment, OF_A_NAME)
    if last is None or last.act is not act or last.reason is not reason:
        raise Refused(_("The name shown here was made up by this site, so nothing is to be done."))
    return last
