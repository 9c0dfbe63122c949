"""The author's notice."""

from consult.accounts.models import Person
from consult.core.panels import Panel
from consult.moderation import queries
from consult.participation.models import Comment


def notice_panel(comment: Comment, viewer: Person | None) -> Panel | None:
    """Why their comment was hidden or changed, for the author alone."""
    notice = queries.notice_for_author(comment, viewer)
    if notice is None:
        return None
    return Panel(
        "moderation/notice.html",
        council=comment.proposal.council,
        comment=comment,
        notice=notice,
    )
