"""What somebody gave, and what came of it."""

from collections.abc import Callable
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from consult.accounts.session import me, signed_in
from consult.core.panels import Panel
from consult.notifications import panels as notifications
from consult.notifications import queries as notified
from consult.participation import panels as participated
from consult.participation import queries as participation
from consult.questionnaire import panels as questionnaire
from consult.site.views.blueprint import blueprint

# What else people can give: each feature's panel of one person's own, in the order shown.
FURTHER: tuple[Callable[[Any], Panel], ...] = (
    participated.my_items_panel,
    questionnaire.my_responses_panel,
)


@blueprint.get("/account/contributions")
@signed_in
def contributions() -> ResponseReturnValue:
    """Everything I gave, newest first, and what came of it."""
    person = me()
    comments = participation.comments_of(person, request.args.get("after"))
    return render_template(
        "site/contributions.html",
        section="account",
        votes=participation.votes_of(person, request.args.get("votes")),
        comments=comments,
        suggested=participation.suggestions_among(comments.items),
        came=notified.came_of(comments.items),
        replies=participation.replies_to(person),
        further=[panel(person) for panel in FURTHER],
        follows=notifications.my_follows_panel(person),
    )
