"""Where a comment stands and the name above it: moved, grouped, covered."""

from uuid import UUID

from flask import redirect
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid
from consult.councils import queries as councils
from consult.councils.access import owners
from consult.moderation import panels, queries, rules
from consult.moderation.access import moderators
from consult.moderation.forms.places import (
    CoverNameForm,
    GroupForm,
    MoveForm,
    PairsForm,
    PartForm,
    ShowNameForm,
)
from consult.moderation.views.blueprint import DESK, blueprint

PLACE = f"{DESK}/queue/<uuid:comment_id>/place"


@blueprint.get(PLACE)
@moderators
def place(council: str, comment_id: UUID) -> ResponseReturnValue:
    return panels.place_panel(queries.council_comment(council, comment_id), me()).reply()


@blueprint.post(f"{PLACE}/move")
@moderators
def move(council: str, comment_id: UUID) -> ResponseReturnValue:
    comment, form = queries.council_comment(council, comment_id), MoveForm()
    form.offer(panels.parts_offered(comment))
    if not form.validate_on_submit():
        return panels.place_panel(comment, me(), moving=form).reply(422)
    done = rules.act(me(), comment, form.order)
    return redirect(panels.place_after(council, comment, done), 303)


@blueprint.post(f"{PLACE}/group")
@moderators
def group(council: str, comment_id: UUID) -> ResponseReturnValue:
    comment, form = queries.council_comment(council, comment_id), GroupForm()
    form.offer(queries.alike(comment))
    if not form.validate_on_submit():
        return panels.place_panel(comment, me(), grouping=form).reply(422)
    rules.group(me(), comment, form.chosen)
    return redirect(panels.address_of_place(council, comment), 303)


@blueprint.post(f"{PLACE}/part")
@moderators
def part(council: str, comment_id: UUID) -> ResponseReturnValue:
    comment, form = queries.council_comment(council, comment_id), PartForm()
    if not form.validate_on_submit():
        return panels.place_panel(comment, me()).reply(422)
    rules.act(me(), comment, form.order)
    return redirect(panels.address_of_place(council, comment), 303)


@blueprint.post(f"{PLACE}/cover-name")
@moderators
def cover_name(council: str, comment_id: UUID) -> ResponseReturnValue:
    comment, form = queries.council_comment(council, comment_id), CoverNameForm()
    if not form.validate_on_submit():
        return panels.place_panel(comment, me(), covering=form).reply(422)
    try:
        done = rules.act(me(), comment, form.order)
    except Invalid as error:
        form.refuse(error.field, error.message)
        return panels.place_panel(comment, me(), covering=form).reply(422)
    return redirect(panels.place_after(council, comment, done), 303)


@blueprint.post(f"{PLACE}/show-name")
@moderators
def show_name(council: str, comment_id: UUID) -> ResponseReturnValue:
    comment, form = queries.council_comment(council, comment_id), ShowNameForm()
    if not form.validate_on_submit():
        return panels.place_panel(comment, me()).reply(422)
    done = rules.act(me(), comment, form.order)
    return redirect(panels.place_after(council, comment, done), 303)


@blueprint.get(f"{DESK}/queue/two")
@owners
def pairs(council: str) -> ResponseReturnValue:
    return panels.pairs_panel(councils.council(council)).reply()


@blueprint.post(f"{DESK}/queue/two")
@owners
def choose_pairs(council: str) -> ResponseReturnValue:
    ours, form = councils.council(council), PairsForm()
    if not form.validate_on_submit():
        return panels.pairs_panel(ours, form).reply(422)
    rules.choose_pairs(me(), ours, form.chosen)
    return panels.pairs_panel(ours).reply(redirect_to=panels.address_of_team(council))
