"""Suggesting other words for a part, and supporting what others suggest."""

from uuid import UUID

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import viewer
from consult.core.access import anyone
from consult.core.errors import Invalid, Refused
from consult.core.limits import limits_mail
from consult.core.panels import wants_panel
from consult.participation import panels, queries, rules
from consult.participation.forms import Stance, SuggestionForm, SupportEmailForm, SupportForm
from consult.participation.views.blueprint import HERE, blueprint
from consult.participation.views.comments import SIGNED_OUT, limits_words
from consult.proposals import queries as proposals


@blueprint.post(f"{HERE}/suggestions/<path:part_id>")
@anyone
@limits_mail
@limits_words
def suggest(council: str, proposal: str, part_id: str) -> ResponseReturnValue:
    """Publish other words for a part, or keep a visitor's until they confirm."""
    ours = proposals.public_proposal(council, proposal)
    part, version = proposals.part_last(ours, part_id)
    form, status = SuggestionForm(), 422
    try:
        if form.validate_on_submit():
            return _suggest(ours, part, version, form)
    except Invalid as wrong:
        form.refuse(wrong.field, wrong.message)
    except Refused as no:
        form.refuse("", no.message)
        status = no.status
    return panels.suggested_panel(ours, part, version, viewer(), form=form).reply(status)


@blueprint.get(f"{HERE}/comments/<uuid:comment_id>/support")
@anyone
def ask_support(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """A visitor's step before their support counts."""
    found = queries.suggestion(proposals.public_proposal(council, proposal), comment_id)
    if viewer() is not None:
        return redirect(panels.address_of(found.comment), 303)
    rules.check_open(found.proposal)
    rules.check_supportable(found)
    return panels.support_email_panel(found).reply()


@blueprint.post(f"{HERE}/comments/<uuid:comment_id>/support")
@anyone
@limits_mail
def support(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """Support suggested words, or take support back."""
    found = queries.suggestion(proposals.public_proposal(council, proposal), comment_id)
    person, form = viewer(), SupportForm()
    if person is None:
        return _hold(found)
    if not form.validate_on_submit():
        return panels.support_panel(found, person).reply(422)
    change = rules.support if form.support.data == "yes" else rules.unsupport
    change(person, found)
    back = panels.address_of_part(found.proposal, found.part_id, found.comment)
    return panels.support_panel(found, person).reply(redirect_to=back)


def _suggest(
    ours: panels.Proposal, part: panels.Part, version: panels.Version, form: SuggestionForm
) -> ResponseReturnValue:
    author = viewer()
    given = (ours, part.id, form.column.data or "", Stance(form.stance.data), form.words.data or "")
    if author is None:
        if "email" not in request.form:
            form.refuse("", SIGNED_OUT)
        held = rules.hold_suggestion(
            form.email.data or "", *given, read=form.read.data, wants_credit=form.credit.data
        )
        address = url_for(".code", pending_id=held.id)
        if wants_panel():
            return Response(headers={"HX-Redirect": address})
        return redirect(address, 303)
    made = rules.suggest(author, *given, read=form.read.data, wants_credit=form.credit.data)
    back = panels.address_of_part(ours, part.id, made.comment)
    return panels.suggested_panel(ours, part, version, author, done=made).reply(redirect_to=back)


def _hold(found: queries.Suggestion) -> ResponseReturnValue:
    form = SupportEmailForm()
    try:
        if form.validate_on_submit():
            held = rules.hold_support(form.email.data or "", found)
            return redirect(url_for(".code", pending_id=held.id), 303)
    except Invalid as wrong:
        form.refuse(wrong.field, wrong.message)
    return panels.support_email_panel(found, form).reply(422)
