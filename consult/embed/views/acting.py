"""Taking part inside a frame, signed out: a pass, an address, and a link that counts it."""

from collections.abc import Callable
from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from consult.accounts.addresses import masked
from consult.core import _, clock
from consult.core.access import anyone
from consult.core.errors import Invalid
from consult.core.languages import speaks_welsh
from consult.core.limits import limiter, limits_mail
from consult.core.security import inside_frames
from consult.embed import panels, rules, tokens
from consult.embed.forms import (
    Acting,
    FramedButtonForm,
    FramedCommentForm,
    FramedVoteForm,
    Stance,
)
from consult.embed.framing import reply
from consult.embed.looks import Look, View
from consult.embed.views.blueprint import HERE, blueprint
from consult.embed.views.yourself import act_as
from consult.participation import rules as participation
from consult.participation.panels import Proposal
from consult.participation.queries import Pending
from consult.proposals import queries as proposals

limits_acts = limiter.shared_limit("60 per 5 minutes", scope="frames")


@blueprint.post(f"{HERE}/vote")
@anyone
@speaks_welsh
@inside_frames
@limits_mail
@limits_acts
def vote(council: str, proposal: str) -> ResponseReturnValue:
    """First the choice, then an address; it waits until it is confirmed."""
    ours, form = proposals.public_proposal(council, proposal), FramedVoteForm()
    look = Look.read(request.args).showing(View.VOTE)

    def hold(email: str) -> Pending:
        stance = Stance(form.stance.data)
        return participation.hold_vote(email, ours, stance, form.reason.data)

    return _act(ours, look, form, hold)


@blueprint.post(f"{HERE}/comment")
@anyone
@speaks_welsh
@inside_frames
@limits_mail
@limits_acts
def comment(council: str, proposal: str) -> ResponseReturnValue:
    """First the words, then an address; they wait until it is confirmed."""
    ours, form = proposals.public_proposal(council, proposal), FramedCommentForm()
    look = Look.read(request.args).showing(View.COMMENTS)

    def hold(email: str) -> Pending:
        stance, body = Stance(form.stance.data), form.body.data or ""
        return participation.hold_comment(email, ours, stance, body, private=form.private.chosen)

    def check() -> None:
        participation.screen(ours.council, form.body.data or "", form.private.chosen)

    return _act(ours, look, form, hold, check)


@blueprint.post(f"{HERE}/items")
@anyone
@speaks_welsh
@inside_frames
@limits_mail
@limits_acts
def items(council: str, proposal: str) -> ResponseReturnValue:
    """First the answers, then an address; they wait until it is confirmed."""
    ours = proposals.public_proposal(council, proposal)
    form = panels.items_form(ours, None, is_sent=True)
    look = Look.read(request.args).showing(View.ITEMS)
    return _act(ours, look, form, lambda email: participation.hold_views(email, ours, form.answers))


@blueprint.post(f"{HERE}/undo")
@anyone
@speaks_welsh
@inside_frames
@limits_acts
def undo(council: str, proposal: str) -> ResponseReturnValue:
    """Take back, within a minute, what was sent."""
    ours, form = proposals.public_proposal(council, proposal), FramedButtonForm()
    look = Look.read(request.args)
    form.validate_on_submit()
    held = tokens.read(form.token.data or "", "undo", ours, look.host)
    rules.spend(held.number)
    if held.about["pending"]:
        participation.drop_pending(UUID(held.about["pending"]))
    return reply(panels.undone_panel(ours, look))


def _act(
    ours: Proposal,
    look: Look,
    form: Acting,
    hold: Callable[[str], Pending],
    check: Callable[[], object] = lambda: None,
) -> ResponseReturnValue:
    """Either step; the second needs the pass that the first one gave, and uses it up.

    What `check` refuses is refused before an address is asked for.
    """
    rules.check_may_act(ours, look.host)
    if form.person.data:
        return act_as(ours, look, form)
    is_second, act = "email" in request.form, look.view.value
    good = form.validate_on_submit()
    if not good and not is_second:
        return reply(panels.form_panel(ours, look, form), 422)
    if not is_second:
        return _ask_address(ours, look, form, check)
    held, begun = tokens.read(form.token.data or "", act, ours, look.host), clock.now()
    try:
        if good and not (form.email.data or "").strip():
            raise Invalid("email", _("Enter your e-mail address."))
        if good:
            rules.spend(held.number)
            kept = hold(form.email.data or "")
            rules.note_used(ours, look.host, act)
            is_new = kept.created_at >= begun
            return reply(panels.sent_panel(ours, look, kept, masked(kept.email), is_new))
    except Invalid as wrong:
        form.refuse(wrong.field, wrong.message)
    if form.errors and not form.email.errors:
        return reply(panels.form_panel(ours, look, form), 422)
    return reply(panels.email_panel(ours, look, form, _sent()), 422)


def _ask_address(
    ours: Proposal, look: Look, form: Acting, check: Callable[[], object]
) -> ResponseReturnValue:
    """The step after the choice, with a pass for it; or the choice again, where it cannot stand."""
    try:
        check()
    except Invalid as wrong:
        form.refuse(wrong.field, wrong.message)
        return reply(panels.form_panel(ours, look, form), 422)
    token = tokens.give(look.view.value, ours, look.host, {})
    return reply(panels.email_panel(ours, look, form, _sent(), token))


def _sent() -> panels.Sent:
    return request.form.items(multi=True)
