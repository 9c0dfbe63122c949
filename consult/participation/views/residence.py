"""Saying where one lives; whatever was given in open rounds is counted accordingly at once."""

from flask import Response, redirect, url_for
from flask.typing import ResponseReturnValue

from consult.accounts.session import me, signed_in, viewer
from consult.core.errors import Invalid
from consult.core.limits import by_address, limiter
from consult.councils import queries as councils
from consult.councils import rules as councils_rules
from consult.participation import panels, rules
from consult.participation.forms import ButtonForm, LetterForm, PostcodeForm, WardForm
from consult.participation.views.blueprint import blueprint

HERE = "/councils/<council>/about-you"


def by_person() -> str:
    """One person's tries together, in however many browsers."""
    person = viewer()
    return f"person:{person.id}" if person else by_address()


def was_wrong(response: Response) -> bool:
    """Tell whether what was typed was no good, so that limits count it."""
    return response.status_code == 422


@blueprint.get(HERE)
@signed_in
def residence(council: str) -> ResponseReturnValue:
    """What the council knows, and the ways to tell it more."""
    return panels.residence_panel(councils.council(council), me()).reply()


@blueprint.post(f"{HERE}/postcode")
@signed_in
@limiter.limit("30 per hour", key_func=by_person)
def claim_address(council: str) -> ResponseReturnValue:
    """Look up the ward of a postcode."""
    home, form = councils.council(council), PostcodeForm()
    if form.validate_on_submit():
        try:
            councils_rules.claim_address(me(), home, form.postcode.data or "")
            return _moved(home)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.residence_panel(home, me(), postcode=form).reply(422)


@blueprint.post(f"{HERE}/ward")
@signed_in
def choose_ward(council: str) -> ResponseReturnValue:
    """Take the person's word for it."""
    home = councils.council(council)
    form = WardForm(home.wards)
    if form.validate_on_submit():
        councils_rules.choose_ward(me(), home, *form.chosen)
        return _moved(home)
    return panels.residence_panel(home, me(), ward=form).reply(422)


@blueprint.post(f"{HERE}/letter")
@signed_in
@limiter.limit("10 per hour;30 per day", key_func=by_person, deduct_when=was_wrong)
@limiter.limit("60 per hour", key_func=by_address, deduct_when=was_wrong)
def use_code(council: str) -> ResponseReturnValue:
    """Take a code from a letter."""
    home, form = councils.council(council), LetterForm()
    if form.validate_on_submit():
        try:
            councils_rules.use_code(me(), home, form.code.data or "")
            return _moved(home)
        except Invalid as wrong:
            form.refuse(wrong.field, wrong.message)
    return panels.residence_panel(home, me(), letter=form).reply(422)


@blueprint.post(f"{HERE}/forget")
@signed_in
def forget_residence(council: str) -> ResponseReturnValue:
    """Forget where the person lives."""
    home = councils.council(council)
    ButtonForm().validate_on_submit()
    councils_rules.forget_residence(me(), home)
    return _moved(home)


def _moved(council: councils.Council) -> ResponseReturnValue:
    rules.move_levels(me(), council)
    return redirect(url_for(".residence", council=council.slug), 303)
