"""Writing, editing and deleting comments."""

from collections.abc import Callable
from uuid import UUID

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me, signed_in, viewer
from consult.core import _, _l
from consult.core.access import View, anyone
from consult.core.errors import Forbidden, Invalid, Refused
from consult.core.limits import by_address, by_everybody, limiter, limits_mail
from consult.core.panels import Panel
from consult.participation import panels, queries, rules
from consult.participation.forms import ButtonForm, CommentForm, EditForm, Stance
from consult.participation.queries import Comment
from consult.participation.views.blueprint import HERE, blueprint
from consult.participation.views.residence import by_person
from consult.proposals import queries as proposals

SIGNED_OUT = _l(
    "You were signed out. Enter your e-mail address below, or sign in in another tab and send it "
    "again."
)

# What one person, one line and everybody publish at once, in whichever form; a visitor's mails are
# limited besides. A library's line serves many people, and the whole site has its brake.
_of_one = limiter.shared_limit(
    "30 per 5 minutes", scope="words", key_func=by_person, exempt_when=lambda: viewer() is None
)
_of_a_line = limiter.shared_limit("150 per 5 minutes", scope="words of a line", key_func=by_address)
_of_all = limiter.shared_limit("3000 per 5 minutes", scope="words of all", key_func=by_everybody)


def limits_words(view: View) -> View:
    """Count what is published in words: by person, by line and altogether."""
    limited: View = _of_one(_of_a_line(_of_all(view)))
    return limited


@blueprint.post(f"{HERE}/comments")
@anyone
@limits_mail
@limits_words
def post_comment(council: str, proposal: str) -> ResponseReturnValue:
    """Publish a comment, or keep a visitor's until they confirm."""
    ours = proposals.public_proposal(council, proposal)
    form = CommentForm()
    return _say(
        ours, form, None, lambda: panels.comments_panel(ours, viewer(), form=form, is_room=True)
    )


@blueprint.post(f"{HERE}/comments/<uuid:comment_id>/replies")
@anyone
@limits_mail
@limits_words
def reply(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """Publish a reply, or keep a visitor's until they confirm."""
    ours = proposals.public_proposal(council, proposal)
    parent, form = queries.comment(ours, comment_id), CommentForm()
    return _say(ours, form, parent, lambda: panels.comment_panel(parent, viewer(), form))


@blueprint.get(f"{HERE}/comments/<uuid:comment_id>/edit")
@signed_in
def edit_comment(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """One's own comment, to change."""
    ours = proposals.public_proposal(council, proposal)
    return panels.edit_panel(queries.comment(ours, comment_id), me()).reply()


@blueprint.post(f"{HERE}/comments/<uuid:comment_id>/edit")
@signed_in
def save_comment(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """Change one's own comment."""
    ours = proposals.public_proposal(council, proposal)
    comment, form = queries.comment(ours, comment_id), EditForm()
    panels.check_own(comment, me())
    if form.validate_on_submit():
        try:
            rules.edit_comment(me(), comment, form.body.data or "", form.private.chosen)
            return redirect(panels.address_of(comment), 303)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
        except Refused as no:
            form.refuse("", no.message)
            return panels.edit_panel(comment, me(), form).reply(no.status)
    return panels.edit_panel(comment, me(), form).reply(422)


@blueprint.get(f"{HERE}/comments/<uuid:comment_id>/delete")
@signed_in
def confirm_delete(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """Ask before one's own comment goes."""
    ours = proposals.public_proposal(council, proposal)
    return panels.delete_panel(queries.comment(ours, comment_id), me()).reply()


@blueprint.post(f"{HERE}/comments/<uuid:comment_id>/delete")
@signed_in
def delete_comment(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """Take one's own comment back."""
    ours = proposals.public_proposal(council, proposal)
    comment = queries.comment(ours, comment_id, even_deleted=True)
    panels.check_own(comment, me())
    ButtonForm().validate_on_submit()
    rules.delete_comment(me(), comment)
    return redirect(url_for("site.comments", council=council, proposal=proposal), 303)


def _say(
    ours: panels.Proposal, form: CommentForm, parent: Comment | None, again: Callable[[], Panel]
) -> ResponseReturnValue:
    author = viewer()
    try:
        if not form.validate_on_submit():
            return again().reply(422)
        stance, body = Stance(form.stance.data), form.body.data or ""
        private = form.private.chosen
        if author is None:
            if "email" not in request.form:
                form.refuse("", SIGNED_OUT)
            held = rules.hold_comment(
                form.email.data or "", ours, stance, body, parent, private=private
            )
            return redirect(url_for(".code", pending_id=held.id), 303)
        official = bool(form.official.data)
        if official and not panels.can_speak_officially(ours, author):
            raise Forbidden(_("Only the council’s staff can reply for the council."))
        said = rules.post_comment(
            author, ours, stance, body, parent, is_official=official, private=private
        )
        return redirect(panels.address_of(said), 303)
    except Invalid as wrong:
        form.refuse(wrong.field, wrong.message)
    except Refused as no:
        form.refuse("", no.message)
        return again().reply(no.status)
    return again().reply(422)
