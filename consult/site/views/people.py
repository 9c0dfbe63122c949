"""What somebody gave, and what came of it."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from consult.accounts.session import me, signed_in
from consult.participation import queries as participation
from consult.questionnaire import panels as questionnaire
from consult.site.views.blueprint import blueprint


@blueprint.get("/account/contributions")
@signed_in
def contributions() -> ResponseReturnValue:
    """Everything I said, newest first."""
    return render_template(
        "site/contributions.html",
        votes=participation.votes_of(me()),
        responses=questionnaire.my_responses_panel(me()),
        comments=participation.comments_of(me(), request.args.get("after")),
    )
