"""What anybody may report."""

from consult.accounts.models import Person
from consult.core import _
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.moderation import queries
from consult.moderation.models import CaseKind, Reason, Report
from consult.moderation.rules.cases import open_case
from consult.participation import rules as participation
from consult.participation.models import Comment, Visibility


def report(
    reporter: Person | None, comment: Comment, reason: Reason, words: str | None, key: str
) -> Report:
    """Tell the moderators about a comment; telling them twice is telling them once."""
    participation.hold(comment)
    made = queries.report_with_key(comment, key)
    if made is not None:
        return made
    if comment.visibility is Visibility.DELETED:
        raise Refused(_("Thank you. Its author has already taken this comment back."))
    if comment.visibility is Visibility.HIDDEN:
        raise Refused(_("Thank you. A moderator has already hidden this comment."))
    by_author = reporter is not None and reporter.id == comment.author_id
    if reason is Reason.AUTHOR_REQUEST and not by_author:
        raise Invalid("reason", _("Only the author of a comment can choose this."))
    made = Report(
        comment=comment,
        council_id=comment.proposal.council_id,
        reporter_id=reporter.id if reporter else None,
        reporter_key=key,
        reason=reason,
        words=words or None,
    )
    db.session.add(made)
    db.session.flush()
    open_case(CaseKind.REPORTED, comment)
    return made
