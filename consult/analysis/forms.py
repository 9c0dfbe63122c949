"""What staff type to make themes and to give a comment its own outcome."""

from typing import Any
from uuid import UUID

from wtforms import (
    DateField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length, Optional

from consult.analysis.models import Disposition
from consult.core import _l
from consult.core.forms import Form


def as_id(value: object) -> UUID:
    """Read an id, whether a browser sent it or a choice holds it."""
    return UUID(str(value))


class ThemeForm(Form):
    label = StringField(
        _l("Name of the theme"),
        description=_l("A few words, for example: Letters, calls and scams."),
        validators=[
            InputRequired(_l("Name the theme.")),
            Length(max=120, message=_l("The name must be 120 characters or fewer.")),
        ],
    )
    summary = TextAreaField(
        _l("What people mean, in one or two sentences"),
        description=_l("Residents read this as “We heard”."),
        validators=[
            InputRequired(_l("Say in a sentence what people mean.")),
            Length(max=2000, message=_l("This must be 2,000 characters or fewer.")),
        ],
    )


class PlaceForm(Form):
    theme = SelectField(_l("Put the ticked comments under"))
    comments = SelectMultipleField(
        _l("Comments"),
        coerce=as_id,
        validators=[InputRequired(_l("Tick at least one comment."))],
    )

    def __init__(self, themes: Any, comments: Any, **given: Any) -> None:
        super().__init__(**given)
        self.theme.choices = [SelectChoice(str(one.id), one.label) for one in themes]
        self.comments.choices = [SelectChoice(one, str(one)) for one in comments]


class OutcomeForm(Form):
    disposition = RadioField(
        _l("What came of this comment?"), validators=[InputRequired(_l("Choose an outcome."))]
    )
    reason = TextAreaField(
        _l("Reason"),
        description=_l("Needed for “not changed”; for “outside this proposal” say who can help."),
        validators=[
            Optional(),
            Length(max=2000, message=_l("The reason must be 2,000 characters or fewer.")),
        ],
    )
    by_when = DateField(
        _l("By when"),
        description=_l("Needed for “more work needed”. For example 2026-09-28."),
        validators=[Optional()],
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.disposition.choices = [SelectChoice(one.value, one.label) for one in Disposition]


class MoveForm(Form):
    seen = IntegerField()


class ButtonForm(Form):
    """A button and nothing to type."""
