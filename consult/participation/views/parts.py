"""Commenting on a part of the text."""

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import viewer
from consult.core.access import anyone
from consult.core.errors import Invalid, Refused
from consult.core.limits import limits_mail
from consult.core.panels import wants_panel
from consult.participation import panels, rules
from consult.participation.forms import PartForm, Stance
from consult.participation.views.blueprint import HERE, blueprint
from consult.participation.views.comments import SIGNED_OUT, limits_words
from consult.proposals import queries as proposals


@blueprint.post(f"{HERE}/parts/<path:part_id>")
@anyone
@limits_mail
@limits_words
def comment_on_part(council: str, proposal: str, part_id: str) -> ResponseReturnValue:
    """Publish a comment on a part, or keep a visitor's until they confirm."""
    ours = proposals.public_proposal(council, proposal)
    part, version = proposals.part_last(ours, part_id)
    form, status = PartForm(), 422
    try:
        if form.validate_on_submit():
            return _say(ours, part, version, form)
    except Invalid as wrong:
        form.refuse(wrong.field, wrong.message)
    except Refused as no:
        form.refuse("", no.message)
        status = no.status
    return panels.part_panel(ours, part, version, viewer(), form=form).reply(status)


def _say(
    ours: panels.Proposal, part: panels.Part, version: panels.Version, form: PartForm
) -> ResponseReturnValue:
    author, stance, body = viewer(), Stance(form.stance.data), form.body.data or ""
    read, private = form.read.data, form.private.chosen
    if author is None:
        if "email" not in request.form:
            form.refuse("", SIGNED_OUT)
        email = form.email.data or ""
        held = rules.hold_comment(
            email, ours, stance, body, part_id=part.id, read=read, private=private
        )
        return _elsewhere(url_for(".code", pending_id=held.id))
    said = rules.post_comment(
        author, ours, stance, body, part_id=part.id, read=read, private=private
    )
    back = panels.address_of_part(ours, part.id, said)
    return panels.part_panel(ours, part, version, author, done=said).reply(redirect_to=back)


def _elsewhere(address: str) -> ResponseReturnValue:
    """Lead the whole window on, also where a panel in it was asked."""
    if wants_panel():
        return Response(headers={"HX-Redirect": address})
    return redirect(address, 303)
