"""Voting: what somebody signed in sends counts at once, a visitor's once confirmed."""

from flask import request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import for_one_reader, me, signed_in, viewer
from consult.core import _
from consult.core.access import anyone
from consult.core.errors import Invalid
from consult.core.limits import limits_mail
from consult.core.limits import sends_mail as sends_mail
from consult.participation import panels, rules
from consult.participation.forms import ButtonForm, Stance, VoteForm
from consult.participation.views.blueprint import HERE, blueprint
from consult.proposals import queries as proposals


@blueprint.post(f"{HERE}/vote")
@anyone
@limits_mail
def cast_vote(council: str, proposal: str) -> ResponseReturnValue:
    """Take a vote, or ask a visitor for the address that confirms it."""
    ours = proposals.public_proposal(council, proposal)
    form, voter = VoteForm(), viewer()
    try:
        if not form.validate_on_submit():
            return _again(ours, form).reply(422)
        stance, reason = Stance(form.stance.data), form.reason.data
        if voter is not None:
            rules.cast_vote(voter, ours, stance, reason)
            return panels.vote_panel(ours, voter).reply(redirect_to=_back(ours))
        rules.check_open(ours)
        if "email" not in request.form:
            return panels.vote_email_panel(ours, form).reply()
        held = rules.hold_vote(form.email.data or "", ours, stance, reason)
    except Invalid as wrong:
        form.refuse(wrong.field, wrong.message)
        return _again(ours, form).reply(422)
    here = url_for(".code", pending_id=held.id)
    return for_one_reader(panels.code_panel(held).reply(redirect_to=here))


@blueprint.post(f"{HERE}/vote/confirm")
@signed_in
def confirm_vote(council: str, proposal: str) -> ResponseReturnValue:
    """Let a vote stand on the new text."""
    ours = proposals.public_proposal(council, proposal)
    ButtonForm().validate_on_submit()
    rules.confirm_vote(me(), ours)
    return panels.vote_panel(ours, me()).reply(redirect_to=_back(ours))


@blueprint.post(f"{HERE}/vote/withdraw")
@signed_in
def withdraw_vote(council: str, proposal: str) -> ResponseReturnValue:
    """Take a vote back."""
    ours = proposals.public_proposal(council, proposal)
    ButtonForm().validate_on_submit()
    rules.withdraw_vote(me(), ours)
    return panels.vote_panel(ours, me()).reply(redirect_to=_back(ours))


def _again(proposal: panels.Proposal, form: VoteForm) -> panels.Panel:
    """The step that the visitor was at, with what they typed."""
    if viewer() is None and "email" in request.form and not form.stance.errors:
        if not form.email.data and not form.email.errors:
            form.refuse("email", _("Enter your e-mail address."))
        return panels.vote_email_panel(proposal, form)
    return panels.vote_panel(proposal, viewer(), form)


def _back(proposal: panels.Proposal) -> str:
    return url_for(
        "site.proposal",
        council=proposal.council.slug,
        proposal=proposal.slug,
        _anchor="your-view",
    )
