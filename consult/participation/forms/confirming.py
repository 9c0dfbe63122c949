"""What people type to confirm their address."""

from wtforms import HiddenField, StringField
from wtforms.validators import InputRequired, Length

from consult.core import _l
from consult.core.forms import Form
from consult.participation.forms.fields import shown
from consult.participation.models import Stance as Stance


class CodeForm(Form):
    code = StringField(
        _l("Code from the e-mail"),
        filters=[shown],
        description=_l("Six digits, for example 123 456."),
        validators=[
            InputRequired(_l("Enter the code from the e-mail.")),
            Length(max=20, message=_l("Enter the six digits from the e-mail.")),
        ],
    )


class WithdrawForm(Form):
    """A button that says which part it is about; without one, about all."""

    part = HiddenField(filters=[shown])


class ButtonForm(Form):
    """A button and nothing to type."""
