"""How residents can say where they live: a list of postcodes, codes for letters; what is asked."""

from io import TextIOWrapper

from flask import Response, redirect, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import for_one_reader, me
from consult.core.errors import Invalid
from consult.core.limits import limiter
from consult.core.security import takes
from consult.councils import letters, panels, queries, rules
from consult.councils.access import owners
from consult.councils.forms import EqualityForm, LettersForm, PostcodesForm
from consult.councils.views.blueprint import blueprint

HERE = "/desk/<council>/residents"
LARGEST_LIST = 4 * 1024 * 1024


@blueprint.get(HERE)
@owners
def residents(council: str) -> ResponseReturnValue:
    """What there is, and the forms that change it."""
    return panels.residents_panel(queries.council(council)).reply()


@blueprint.post(f"{HERE}/postcodes")
@owners
@takes(LARGEST_LIST)
@limiter.limit("30 per hour")
def upload_postcodes(council: str) -> ResponseReturnValue:
    """Take a new list in place of the old."""
    home, form = queries.council(council), PostcodesForm()
    if form.validate_on_submit():
        try:
            with TextIOWrapper(form.table.data.stream, "utf-8-sig", newline="") as lines:
                rules.upload_postcodes(me(), home, lines)
            return _back(council)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.residents_panel(home, postcodes=form).reply(422)


@blueprint.post(f"{HERE}/letters")
@owners
@limiter.limit("30 per hour")
def print_codes(council: str) -> ResponseReturnValue:
    """Make codes and hand them over, this once."""
    home, form = queries.council(council), LettersForm()
    if form.validate_on_submit() and (last_day := form.last_day.data):
        batch = form.batch.data or ""
        try:
            codes = rules.print_codes(me(), home, batch, form.number.data or 0, last_day)
            return _download(letters.sheet(codes, batch, last_day), f"codes-{batch}.csv")
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.residents_panel(home, letters=form).reply(422)


@blueprint.post(f"{HERE}/equality")
@owners
def ask_equality(council: str) -> ResponseReturnValue:
    """Begin or stop asking about equality."""
    home, form = queries.council(council), EqualityForm()
    if not form.validate_on_submit():
        return panels.residents_panel(home).reply(422)
    rules.ask_equality(me(), home, bool(form.asks.data))
    return _back(council)


def _download(text: str, name: str) -> Response:
    response = Response(text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return for_one_reader(response)


def _back(council: str) -> ResponseReturnValue:
    return redirect(url_for("councils.residents", council=council), 303)
