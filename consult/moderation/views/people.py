"""Limits and suspensions; a person is reached by one of their comments in this council."""

from uuid import UUID

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me
from consult.core.errors import Invalid
from consult.councils import queries as councils
from consult.moderation import panels, queries, rules
from consult.moderation.access import moderators
from consult.moderation.forms import EmptyForm
from consult.moderation.forms.people import RestrictForm
from consult.moderation.views.blueprint import DESK, blueprint

AUTHOR = f"{DESK}/queue/<uuid:comment_id>/author"


@blueprint.get(f"{DESK}/queue/people")
@moderators
def people(council: str) -> ResponseReturnValue:
    return panels.people_panel(councils.council(council), request.args.get("after")).reply()


@blueprint.get(AUTHOR)
@moderators
def author(council: str, comment_id: UUID) -> ResponseReturnValue:
    return panels.author_panel(queries.council_comment(council, comment_id), me()).reply()


@blueprint.post(AUTHOR)
@moderators
def restrict(council: str, comment_id: UUID) -> ResponseReturnValue:
    comment, form = queries.council_comment(council, comment_id), RestrictForm()
    if form.validate_on_submit():
        try:
            rules.restrict(me(), comment, form.measure)
            there = url_for("moderation.author", council=council, comment_id=comment_id)
            return redirect(there, 303)
        except Invalid as error:
            form.refuse(error.field, error.message)
    return panels.author_panel(comment, me(), form).reply(422)


@blueprint.post(f"{AUTHOR}/confirm")
@moderators
def confirm_suspension(council: str, comment_id: UUID) -> ResponseReturnValue:
    comment = queries.council_comment(council, comment_id)
    if not EmptyForm().validate_on_submit():
        return panels.author_panel(comment, me()).reply(422)
    rules.confirm_suspension(me(), comment)
    return redirect(url_for("moderation.author", council=council, comment_id=comment_id), 303)


@blueprint.post(f"{AUTHOR}/lift")
@moderators
def lift(council: str, comment_id: UUID) -> ResponseReturnValue:
    comment = queries.council_comment(council, comment_id)
    if not EmptyForm().validate_on_submit():
        return panels.author_panel(comment, me()).reply(422)
    rules.lift(me(), comment)
    return redirect(url_for("moderation.author", council=council, comment_id=comment_id), 303)
