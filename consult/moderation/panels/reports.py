"""Telling the moderators."""

from consult.accounts.models import Person
from consult.core.panels import Panel
from consult.moderation.forms import ReportForm
from consult.participation.models import Comment


def report_form(comment: Comment, viewer: Person | None) -> ReportForm:
    """The form with the reasons that this viewer may give."""
    return ReportForm(is_author=viewer is not None and viewer.id == comment.author_id)


def report_panel(comment: Comment, viewer: Person | None, form: ReportForm | None = None) -> Panel:
    """The form for telling the moderators."""
    return Panel(
        "moderation/report.html",
        council=comment.proposal.council,
        proposal=comment.proposal,
        comment=comment,
        form=form or report_form(comment, viewer),
        is_reportable=comment.is_readable,
    )


def thanks_panel(comment: Comment) -> Panel:
    """What happens after a report."""
    return Panel(
        "moderation/thanks.html",
        council=comment.proposal.council,
        proposal=comment.proposal,
        comment=comment,
    )
