"""How a moderator names a list, and turns the daily mail on or off."""

from wtforms import HiddenField, StringField
from wtforms.validators import DataRequired, Length

from consult.core import _l
from consult.core.forms import Form
from consult.moderation.forms.fields import tidy
from consult.moderation.sought import Sought


class ViewForm(Form):
    """A name for the present choice of what waits."""

    name = StringField(
        _l("Name for this list"),
        filters=[tidy],
        validators=[
            DataRequired(_l("Type a name for this list.")),
            Length(max=40, message=_l("Use 40 characters or fewer.")),
        ],
    )
    kind = HiddenField()
    proposal = HiddenField()
    reason = HiddenField()
    overdue = HiddenField()
    claimed = HiddenField()

    @property
    def sought(self) -> Sought:
        """The choice that is named."""
        return Sought.read({field.name: field.data or "" for field in self if field.name != "name"})
