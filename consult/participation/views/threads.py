"""Marking a comment as helpful, pinning one, and asking whether there are new ones."""

from uuid import UUID

from flask import make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me, viewer
from consult.core.access import anyone
from consult.core.errors import Invalid
from consult.core.limits import limits_mail
from consult.councils.access import Role, staff
from consult.participation import panels, queries, rules
from consult.participation.forms import ButtonForm, HelpfulEmailForm, HelpfulForm
from consult.participation.views.blueprint import HERE, blueprint
from consult.proposals import queries as proposals


@blueprint.get(f"{HERE}/comments/new")
@anyone
def new_comments(council: str, proposal: str) -> ResponseReturnValue:
    """How many comments came after a place, for a page that asks now and then."""
    ours = proposals.public_proposal(council, proposal)
    response = make_response(panels.news_panel(ours, request.args.get("since")).__html__())
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(request)


@blueprint.get(f"{HERE}/comments/<uuid:comment_id>/helpful")
@anyone
def ask_helpful(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """A visitor's step before a mark counts."""
    comment = queries.comment(proposals.public_proposal(council, proposal), comment_id)
    if viewer() is not None:
        return redirect(panels.address_of(comment), 303)
    rules.check_open(comment.proposal)
    rules.check_markable(comment)
    return panels.helpful_email_panel(comment).reply()


@blueprint.post(f"{HERE}/comments/<uuid:comment_id>/helpful")
@anyone
@limits_mail
def mark_helpful(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """Mark a comment as helpful, or take the mark back."""
    comment = queries.comment(proposals.public_proposal(council, proposal), comment_id)
    person, form = viewer(), HelpfulForm()
    if person is None:
        return _hold(comment)
    if not form.validate_on_submit():
        return panels.helpful_panel(comment, person).reply(422)
    change = rules.mark_helpful if form.mark.data == "yes" else rules.unmark_helpful
    change(person, comment)
    back = url_for(
        "site.comments", council=council, proposal=proposal, _anchor=f"comment-{comment.id}"
    )
    return panels.helpful_panel(comment, person).reply(redirect_to=back)


@blueprint.post(f"{HERE}/comments/<uuid:comment_id>/pin")
@staff(Role.MODERATOR)
def pin_comment(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """Put a comment first."""
    comment = queries.comment(proposals.public_proposal(council, proposal), comment_id)
    ButtonForm().validate_on_submit()
    rules.pin(me(), comment)
    return redirect(panels.address_of(comment), 303)


@blueprint.post(f"{HERE}/comments/<uuid:comment_id>/unpin")
@staff(Role.MODERATOR)
def unpin_comment(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """Put a comment back where it belongs."""
    comment = queries.comment(proposals.public_proposal(council, proposal), comment_id)
    ButtonForm().validate_on_submit()
    rules.unpin(me(), comment)
    return redirect(panels.address_of(comment), 303)


def _hold(comment: queries.Comment) -> ResponseReturnValue:
    form = HelpfulEmailForm()
    try:
        if form.validate_on_submit():
            held = rules.hold_helpful(form.email.data or "", comment)
            return redirect(url_for(".code", pending_id=held.id), 303)
    except Invalid as wrong:
        form.refuse(wrong.field, wrong.message)
    return panels.helpful_email_panel(comment, form).reply(422)
