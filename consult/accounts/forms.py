"""What people type to sign in and to say how they wish to be seen."""

from wtforms import HiddenField, RadioField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length

from consult.core import _l
from consult.core.forms import Form

REAL = "real"
GIVEN = "given"


class SignInForm(Form):
    email = StringField(
        _l("What is your e-mail address?"),
        description=_l("We send you a link and a code. You need no password."),
        validators=[
            InputRequired(_l("Enter your e-mail address.")),
            Length(max=254, message=_l("Enter an e-mail address of at most 254 characters.")),
        ],
    )
    next = HiddenField()


class CodeForm(Form):
    code = StringField(
        _l("Code from the e-mail"),
        description=_l("Six digits, for example 123 456."),
        validators=[
            InputRequired(_l("Enter the code from the e-mail.")),
            Length(max=20, message=_l("Enter the six digits from the e-mail.")),
        ],
    )


class ButtonForm(Form):
    """A button and nothing to type."""


class NameForm(Form):
    shown = RadioField(
        _l("How should others see you?"),
        choices=[
            SelectChoice(GIVEN, _l("Under the name we gave you")),
            SelectChoice(REAL, _l("Under my own name")),
        ],
        validators=[InputRequired(_l("Choose how others should see you."))],
    )
    name = StringField(
        _l("Your own name"),
        description=_l("Only needed if others should see it. As you would sign a letter."),
        validators=[Length(max=200, message=_l("Shorten the name to 60 characters or fewer."))],
    )
    next = HiddenField()
