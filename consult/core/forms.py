"""The floor of all forms: strict about shape, silent towards strangers' cookies."""

from collections.abc import Iterable, Iterator
from typing import Any

from flask import current_app, request, session
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Field, FieldList, FormField, SelectMultipleField, StringField
from wtforms.form import BaseForm
from wtforms.validators import Length

from consult.core import _, _l
from consult.core.security import token_age

ALWAYS = {"csrf_token"}


class Form(FlaskForm):
    """A form that refuses repeated, unknown and unreadable fields.

    Only somebody signed in gets a token: a page for strangers holds none, so that it can be kept
    by caches and sets no cookie (`core.security` checks where an unsafe request comes from).
    """

    class Meta(FlaskForm.Meta):
        @property
        def csrf(self) -> bool:
            return "_user_id" in session

        def wrap_formdata(self, form: BaseForm, formdata: Any) -> Any:
            """Keep row numbers that nobody counts with away from the lists that would."""
            given = super().wrap_formdata(form, formdata)
            if not isinstance(given, MultiDict):
                return given
            kept = [(name, value) for name, value in given.items(multi=True) if _is_countable(name)]
            return MultiDict(kept)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        if "csrf_token" in self:
            self["csrf_token"].render_kw = {"id": False}  # a page may hold several forms

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the shape of all that was sent."""
        good = bool(super().validate(extra_validators=extra_validators))
        if self.is_submitted():
            good = self._is_honest() and good
        return good

    def refuse(self, field: str, message: object) -> None:
        """Put a rule's refusal beside the field it is about."""
        target = self._fields.get(field)
        if target is None:
            self.form_errors.append(str(message))
        else:
            target.errors = [*target.errors, str(message)]

    def _is_honest(self) -> bool:
        good = True
        fields = {field.name: field for field in _leaves(self)}
        known = ALWAYS | set(fields)
        sent = request.form
        for name in sent:
            if name not in known and name not in request.args:
                self.form_errors.append(
                    str(_("This form has changed since you opened it. Check it and send it again."))
                )
                good = False
                break
        for name, field in fields.items():
            values = sent.getlist(name)
            if len(values) > 1 and not isinstance(field, SelectMultipleField):
                field.errors = [*field.errors, str(_("Give one answer only."))]
                good = False
            if any("\x00" in value for value in values):
                field.errors = [*field.errors, str(_("Remove the hidden characters."))]
                good = False
        return good


def _is_countable(name: str) -> bool:
    numbers = [part for part in name.split("-") if part.isdigit()]
    return all(number.isascii() and len(number) <= 3 for number in numbers)


class TrapForm(Form):
    """A form that programs which post everywhere give themselves away in.

    They fill in a field that people do not see, and send what was made a moment ago. Whoever does
    is asked to send once more: nobody is turned away for good, nothing that was typed is lost, and
    what comes back from us may be sent as quickly as anyone likes.
    The time is signed, in the token that the forms of the signed in carry; a page for strangers
    holds none, so that it can be kept, and what they write waits for their e-mail instead.
    """

    sent_before = StringField(validators=[Length(max=4)])
    leave_empty = StringField(_l("Leave this field empty"), validators=[Length(max=4000)])

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask once more where the field is not empty."""
        good = super().validate(extra_validators)
        if self.leave_empty.data:
            self.form_errors.append(
                str(_("Please send it once more, so that we know you are a person."))
            )
            return False
        if good and self._is_too_quick():
            self.form_errors.append(str(_("That was very quick. Check it and send it once more.")))
            return False
        return good

    def _is_too_quick(self) -> bool:
        if self.sent_before.data:
            return False
        token = self._fields.get("csrf_token")
        age = token_age(token.data) if token is not None else None
        return age is not None and age < current_app.config["QUICKEST_FORM"]


def _leaves(form: BaseForm) -> Iterator[Field]:
    for field in form:
        yield from _inside(field)


def _inside(field: Field) -> Iterator[Field]:
    if isinstance(field, FormField):
        yield from _leaves(field.form)
    elif isinstance(field, FieldList):
        entries: Iterable[Field] = field.entries
        for entry in entries:
            yield from _inside(entry)
    else:
        yield field


__all__ = ["Form", "TrapForm"]
