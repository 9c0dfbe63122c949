"""At the desk: what people wrote beside their votes and views."""

from flask import request
from flask.typing import ResponseReturnValue

from consult.councils.access import staff
from consult.participation import panels
from consult.participation.views.blueprint import blueprint
from consult.proposals import queries as proposals


@blueprint.get("/desk/<council>/proposals/<proposal>/words")
@staff()
def given_words(council: str, proposal: str) -> ResponseReturnValue:
    """Reasons and own safeguards, which the council alone reads."""
    ours = proposals.desk_proposal(council, proposal)
    after = request.args.get("after"), request.args.get("more")
    return panels.given_words_panel(ours, *after).reply()
