"""An application of its own for tests of the floor: views that misbehave in every way."""

from typing import Any

from flask import Flask, abort, request
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from wtforms import RadioField, SelectMultipleField, StringField

from consult.accounts.models import Person
from consult.core import access, errors
from consult.core.db import db
from consult.core.forms import Form


class Plain(Form):
    """Two single answers and one that may be several."""

    name = StringField("Name")
    stance = RadioField("Stance", choices=["a", "b"], validate_choice=False)
    wards = SelectMultipleField("Wards", choices=["x", "y"])


def write() -> None:
    """Leave a trace, if it is kept."""
    db.session.add(Person(email="trace@example.org", pseudonym="Resident of Nowhere"))
    db.session.flush()


def status_view(status: int) -> Any:
    """Write, then answer with a status."""
    write()
    return f"answered {status}", status


def abort_view(status: int) -> Any:
    write()
    abort(status)


def refuse_view(kind: str) -> Any:
    write()
    match kind:
        case "invalid":
            raise errors.Invalid("name", "Say it differently.")
        case "broken":
            raise ZeroDivisionError
        case "integrity":
            raise IntegrityError("INSERT", {}, Exception("unique"))
        case "locked":
            raise OperationalError("INSERT", {}, Exception("database is locked"))
        case "wrong":
            db.session.execute(text("SELECT * FROM nowhere"))
        case "commits_itself":
            db.session.rollback()
    raise getattr(errors, kind)("A plain reason.")


def twice_view() -> Any:
    """Let the database say that there is one already."""
    write()
    write()
    return "never"


def form_view() -> Any:
    form = Plain()
    if form.validate_on_submit():
        return {"data": form.data}
    return {"errors": form.errors, "more": [str(error) for error in form.form_errors]}, 422


def echo_view() -> str:
    return request.method


def misbehaving(app: Flask) -> Flask:
    """Add the views."""
    for rule, view in {
        "/t/status/<int:status>": status_view,
        "/t/abort/<int:status>": abort_view,
        "/t/refuse/<kind>": refuse_view,
        "/t/twice": twice_view,
        "/t/form": form_view,
        "/t/echo": echo_view,
    }.items():
        methods = ["POST"] if view is echo_view else ["GET", "POST"]
        app.add_url_rule(rule, view.__name__, access.anyone(_copy(view)), methods=methods)
    app.add_url_rule("/t/unmarked", "unmarked", lambda: "secret")
    return app


def _copy(view: Any) -> Any:
    """A view carries one mark only, and there are several applications."""

    def asked(**given: Any) -> Any:
        return view(**given)

    return asked
