"""One-click persons and the mail page; registered in the demo only."""

from uuid import UUID

from flask import Blueprint, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.utils import redirect

from consult.accounts import rules as accounts
from consult.accounts import session
from consult.core.access import anyone
from consult.core.errors import NotFound
from consult.core.forms import Form
from consult.demo import letters, queries, scripts

blueprint = Blueprint("demo", __name__)


@blueprint.before_request
def refuse_in_earnest() -> None:
    """However it came to be registered, it answers in the demo only."""
    if not current_app.config["DEMO"]:
        raise NotFound()


@blueprint.get("/demo")
@anyone
def people() -> ResponseReturnValue:
    return render_template("demo/people.html", casts=queries.casts(), form=Form())


@blueprint.post("/demo/<uuid:person_id>")
@anyone
def play(person_id: UUID) -> ResponseReturnValue:
    person = queries.invented(person_id)
    form = Form()
    if not form.validate_on_submit():
        return render_template("demo/people.html", casts=queries.casts(), form=form), 422
    session.begin(*accounts.sign_in_person(person, "Demo"))
    workplace = queries.workplace(person)
    if workplace is not None:
        return redirect(url_for("desk.home", council=workplace.slug), 303)
    return redirect(url_for("site.council", council=queries.home(person).slug), 303)


@blueprint.get("/demo/mail")
@anyone
def mail() -> ResponseReturnValue:
    page = queries.mail_page(request.args.get("after"))
    return session.for_one_reader(render_template("demo/mail.html", page=page, pieces=_pieces))


@blueprint.get("/documents/<name>.html")
@anyone
def document(name: str) -> ResponseReturnValue:
    if name not in scripts.documents():
        raise NotFound()
    return render_template("demo/document.html", name=name)


def _pieces(text: str) -> list[tuple[str, str | None]]:
    return list(letters.pieces(text, current_app.config["BASE_URL"]))
