"""The moderators' queue."""

from uuid import UUID

from flask import g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid
from consult.councils import queries as councils
from consult.moderation import panels, queries, rules
from consult.moderation.access import moderators, readers
from consult.moderation.forms import DecideForm, EmptyForm
from consult.moderation.sought import Sought
from consult.moderation.views.blueprint import DESK, blueprint


@blueprint.get(f"{DESK}/queue")
@readers
def queue(council: str) -> ResponseReturnValue:
    ours, given = councils.council(council), request.args
    return panels.queue_panel(
        ours, given.get("after"), Sought.read(given), g.desk_roles, given.get("batch")
    ).reply()


@blueprint.get(f"{DESK}/queue/newest")
@readers
def newest(council: str) -> ResponseReturnValue:
    return panels.newest_panel(councils.council(council), request.args.get("after")).reply()


@blueprint.get(f"{DESK}/queue/decided")
@readers
def decided(council: str) -> ResponseReturnValue:
    return panels.decided_panel(councils.council(council), request.args.get("after")).reply()


@blueprint.get(f"{DESK}/queue/<uuid:comment_id>")
@readers
def item(council: str, comment_id: UUID) -> ResponseReturnValue:
    return panels.item_panel(
        queries.council_comment(council, comment_id), me(), g.desk_roles
    ).reply()


@blueprint.post(f"{DESK}/queue/<uuid:comment_id>")
@moderators
def act(council: str, comment_id: UUID) -> ResponseReturnValue:
    comment = queries.council_comment(council, comment_id)
    form = DecideForm()
    if not form.validate_on_submit():
        return panels.item_panel(comment, me(), g.desk_roles, form).reply(422)
    try:
        done = rules.act(me(), comment, form.order)
    except Invalid as error:
        form.refuse(error.field, error.message)
        return panels.item_panel(comment, me(), g.desk_roles, form).reply(422)
    following = queries.next_case(comment.proposal.council, me(), comment)
    shown = (following.comment if following else None) or comment
    waits = done is None and form.wants_to_hide
    return redirect(panels.place_after(council, shown, done, waits=waits), 303)


@blueprint.post(f"{DESK}/queue/<uuid:comment_id>/undo/<uuid:action_id>")
@moderators
def undo(council: str, comment_id: UUID, action_id: UUID) -> ResponseReturnValue:
    comment = queries.council_comment(council, comment_id)
    action = queries.action_on(comment, action_id)
    if not EmptyForm().validate_on_submit():
        return panels.item_panel(comment, me(), g.desk_roles).reply(422)
    rules.undo(me(), action)
    return redirect(url_for("moderation.item", council=council, comment_id=comment_id), 303)


@blueprint.get(f"{DESK}/queue/keys")
@readers
def keys(council: str) -> ResponseReturnValue:
    return panels.keys_panel(councils.council(council)).reply()


@blueprint.post(f"{DESK}/queue/<uuid:comment_id>/original")
@moderators
def show_original(council: str, comment_id: UUID) -> ResponseReturnValue:
    """Show what a comment said; a POST, because every look is kept."""
    comment = queries.council_comment(council, comment_id)
    if not EmptyForm().validate_on_submit():
        return panels.item_panel(comment, me(), g.desk_roles).reply(422)
    original = rules.read_original(me(), comment)
    return panels.item_panel(comment, me(), g.desk_roles, original=original).reply()


@blueprint.post(f"{DESK}/queue/<uuid:comment_id>/claim")
@moderators
def claim(council: str, comment_id: UUID) -> ResponseReturnValue:
    comment = queries.council_comment(council, comment_id)
    if not EmptyForm().validate_on_submit():
        return panels.item_panel(comment, me(), g.desk_roles).reply(422)
    rules.claim(me(), comment)
    back = url_for("moderation.item", council=council, comment_id=comment_id)
    return panels.item_panel(comment, me(), g.desk_roles).reply(redirect_to=back)


@blueprint.post(f"{DESK}/queue/<uuid:comment_id>/let-go")
@moderators
def let_go(council: str, comment_id: UUID) -> ResponseReturnValue:
    comment = queries.council_comment(council, comment_id)
    if not EmptyForm().validate_on_submit():
        return panels.item_panel(comment, me(), g.desk_roles).reply(422)
    rules.let_go(me(), comment)
    back = url_for("moderation.item", council=council, comment_id=comment_id)
    return panels.item_panel(comment, me(), g.desk_roles).reply(redirect_to=back)
