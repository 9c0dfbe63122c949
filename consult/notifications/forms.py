"""What people send to follow a proposal or to stop."""

from wtforms import HiddenField, StringField
from wtforms.validators import Length, Optional

from consult.core import _l
from consult.core.forms import Form


class FollowForm(Form):
    email = StringField(
        _l("Your e-mail address"),
        id="follow-email",
        validators=[Optional(), Length(max=254, message=_l("Enter a shorter e-mail address."))],
    )
    back = HiddenField()
