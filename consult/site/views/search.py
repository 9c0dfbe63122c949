"""Looking for words in proposals and comments, everywhere or in one council."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from consult.core.access import anyone
from consult.core.words import asked_words
from consult.councils import queries as councils
from consult.site import finding
from consult.site.arguments import words_argument
from consult.site.views.blueprint import blueprint


@blueprint.get("/search")
@anyone
def search() -> ResponseReturnValue:
    """What holds the words, with the words marked."""
    typed, slug = words_argument("q"), request.args.get("council", "")
    ours = councils.council(slug) if slug else None
    asked = asked_words(typed)
    return render_template(
        "site/search.html",
        section="proposals",
        council=ours,
        councils=councils.councils(),
        typed=typed,
        is_too_short=bool(typed) and not asked,
        after=request.args.get("after"),
        found=finding.find(asked, ours, request.args.get("after") or None),
    )
