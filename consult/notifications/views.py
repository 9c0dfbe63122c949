"""Following a proposal by mail, and stopping with one press."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import for_one_reader, me, signed_in, viewer
from consult.core import _
from consult.core.access import anyone
from consult.core.errors import Invalid
from consult.core.limits import limits_mail
from consult.notifications import panels, queries, rules, tokens
from consult.notifications.forms import FollowForm
from consult.proposals import queries as proposals

blueprint = Blueprint("notifications", __name__)

HERE = "/councils/<council>/proposals/<proposal>"
STOP = "/unfollow/<token>"


@blueprint.post(f"{HERE}/follow")
@anyone
@limits_mail
def follow(council: str, proposal: str) -> ResponseReturnValue:
    """Follow at once, or once a visitor has confirmed the address."""
    ours = proposals.public_proposal(council, proposal)
    form, person = FollowForm(), viewer()
    if not form.validate_on_submit():
        return panels.follow_panel(ours, person, form).reply(422)
    if person is not None:
        rules.follow(person, ours)
        return panels.follow_panel(ours, person).reply(redirect_to=_back(council, proposal))
    try:
        held = rules.hold_follow(form.email.data or "", ours)
    except Invalid as wrong:
        form.refuse(wrong.field, wrong.message or _("Enter your e-mail address."))
        return panels.follow_panel(ours, person, form).reply(422)
    return redirect(url_for("participation.code", pending_id=held.id), 303)


@blueprint.post(f"{HERE}/unfollow")
@signed_in
def unfollow(council: str, proposal: str) -> ResponseReturnValue:
    """Get no more mail about a proposal."""
    ours = proposals.public_proposal(council, proposal)
    FollowForm().validate_on_submit()
    rules.unfollow(me(), ours)
    return panels.follow_panel(ours, me()).reply(redirect_to=_back(council, proposal))


@blueprint.get(STOP)
@anyone
def stop(token: str) -> ResponseReturnValue:
    """Show the button that stops the mail a link came in."""
    _person, proposal = queries.follower(*tokens.read(token))
    return for_one_reader(panels.stop_panel(proposal, token).reply())


@blueprint.post(STOP)
@anyone
def stop_now(token: str) -> ResponseReturnValue:
    """Stop it, for a person or for their mail program; nobody has to sign in."""
    person, proposal = queries.follower(*tokens.read(token))
    rules.unfollow(person, proposal)
    return for_one_reader(panels.stop_panel(proposal, token, stopped=True).reply())


def _back(council: str, proposal: str) -> str:
    if request.form.get("back") == "contributions":
        return url_for("site.contributions", _anchor="follows")
    return url_for("site.proposal", council=council, proposal=proposal, _anchor="follow")
