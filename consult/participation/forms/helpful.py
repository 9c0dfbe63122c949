"""What people send to say that a comment helped."""

from wtforms import StringField
from wtforms.validators import AnyOf, InputRequired

from consult.core import _l
from consult.core.forms import Form
from consult.participation.forms.fields import email_field


class HelpfulForm(Form):
    mark = StringField(validators=[InputRequired(), AnyOf(["yes", "no"])])


class HelpfulEmailForm(Form):
    mark = StringField(validators=[AnyOf(["yes"])], default="yes")
    email = email_field("helpful-email")

    def __init__(self) -> None:
        super().__init__()
        self.email.description = _l(
            "So that each person counts once. Nobody else sees it, and you need no password."
        )
