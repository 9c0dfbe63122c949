"""What people type to suggest other words, and to support what others suggest."""

from typing import Any

from wtforms import BooleanField, IntegerField, RadioField, StringField, TextAreaField
from wtforms.validators import AnyOf, InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from consult.core import _l
from consult.core.forms import Form, TrapForm
from consult.participation.forms.fields import choices, email_field, shown
from consult.participation.models import VOTES
from consult.participation.rules.saying import LONGEST


class SuggestionForm(TrapForm):
    words = TextAreaField(
        _l("The words you suggest"),
        filters=[shown],
        id="suggest-words",
        description=_l(
            "Change what stands there now. Everybody can read it, and sees what you changed."
        ),
        validators=[
            InputRequired(_l("Write the words that should stand there.")),
            Length(max=LONGEST * 2, message=_l("Your words must be 3,000 characters or fewer.")),
        ],
    )
    stance = RadioField(
        _l("Where do you stand on the whole proposal?"),
        id="suggest-stance",
        validators=[InputRequired(_l("Choose where you stand."))],
    )
    credit = BooleanField(
        _l("If you use my words, say that they are mine"),
        id="suggest-credit",
        validators=[Optional()],
    )
    email = email_field("suggest-email")
    column = StringField(widget=HiddenInput(), validators=[Optional(), Length(max=40)])
    read = IntegerField(widget=HiddenInput(), validators=[Optional()])

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.stance.choices = choices(VOTES)


class SupportForm(Form):
    support = StringField(validators=[InputRequired(), AnyOf(["yes", "no"])])


class SupportEmailForm(Form):
    support = StringField(validators=[AnyOf(["yes"])], default="yes")
    email = email_field("support-email")

    def __init__(self) -> None:
        super().__init__()
        self.email.description = _l(
            "So that each person counts once. Nobody else sees it, and you need no password."
        )
