"""What a moderator found about a pattern."""

from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from consult.core import _l
from consult.core.forms import Form
from consult.moderation.forms.fields import tidy
from consult.moderation.models import FOUND, Found


class LookForm(Form):
    """What a look showed, and a note for the other moderators."""

    found = RadioField(
        _l("What did you find?"),
        choices=lambda: [(one.value, str(label)) for one, label in FOUND.items()],
        coerce=Found,
        validators=[InputRequired(_l("Choose what you found."))],
    )
    note = TextAreaField(
        _l("Note for the other moderators"),
        filters=[tidy],
        validators=[Optional(), Length(max=500, message=_l("Use 500 characters or fewer."))],
    )
