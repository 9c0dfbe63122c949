"""The author's notice."""

from consult.accounts.models import Person
from consult.core.errors import NotFound
from consult.core.panels import Panel
from consult.moderation import queries
from consult.moderation.forms import AppealForm, EmptyForm
from consult.moderation.queries import Checking, Notice
from consult.moderation.redress import ombudsman
from consult.moderation.rules import refusal_to_appeal
from consult.participation.models import Comment


def notice_panel(comment: Comment, viewer: Person | None) -> Panel | None:
    """Why their comment is hidden or changed, for the author alone."""
    checking = queries.checking_for_author(comment, viewer)
    if checking is not None:
        return _checking(comment, checking)
    notice = queries.notice_for_author(comment, viewer)
    return _panel(comment, notice) if notice is not None else None


def statement_panel(comment: Comment, author: Person, form: AppealForm | None = None) -> Panel:
    """Why their comment is or was hidden or changed; for anybody else there is no such page."""
    checking = queries.checking_for_author(comment, author)
    if checking is not None:
        return _checking(comment, checking)
    notice = queries.statement_for_author(comment, author)
    if notice is None:
        raise NotFound()
    return _panel(comment, notice, form)


def _checking(comment: Comment, checking: Checking) -> Panel:
    return Panel(
        "moderation/checking.html",
        council=comment.proposal.council,
        proposal=comment.proposal,
        comment=comment,
        checking=checking,
    )


def _panel(comment: Comment, notice: Notice, form: AppealForm | None = None) -> Panel:
    council = comment.proposal.council
    return Panel(
        "moderation/notice.html",
        council=council,
        proposal=comment.proposal,
        comment=comment,
        notice=notice,
        appeal=notice.appeal,
        refusal=refusal_to_appeal(notice.action),
        form=form or AppealForm(formdata=None),
        withdraw_form=EmptyForm(formdata=None),
        ombudsman=ombudsman(council.nation),
    )
