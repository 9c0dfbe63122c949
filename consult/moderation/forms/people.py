"""What moderators ask for about somebody's account."""

from wtforms import IntegerField, RadioField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from consult.core import _l
from consult.core.forms import Form
from consult.moderation.forms.fields import reason_or_none, tidy
from consult.moderation.models import Reason
from consult.moderation.rules import Measure

CHOICES = (
    (0, _l("Nothing: suspend. A second moderator has to agree.")),
    (1, "1"),
    (3, "3"),
    (10, "10"),
)


class RestrictForm(Form):
    """How much somebody may write, until when, and why."""

    per_day = RadioField(
        _l("How many comments may this person write a day?"),
        choices=lambda: list(CHOICES),
        coerce=int,
        validators=[InputRequired(_l("Choose how much this person may write."))],
    )
    days = IntegerField(
        _l("For how many days?"),
        default=7,
        validators=[
            InputRequired(_l("Type a number of days.")),
            NumberRange(1, 90, message=_l("Choose from 1 to 90 days.")),
        ],
    )
    reason = SelectField(
        _l("Reason"),
        choices=lambda: [
            ("", _l("Choose a reason")),
            *((reason.value, reason.label) for reason in Reason),
        ],
        coerce=reason_or_none,
        validators=[InputRequired(_l("Choose the reason. This person and everyone will read it."))],
    )
    explanation = TextAreaField(
        _l("Add a sentence for this person"),
        filters=[tidy],
        validators=[Optional(), Length(max=500, message=_l("Use 500 characters or fewer."))],
    )

    @property
    def measure(self) -> Measure:
        """What was asked for."""
        return Measure(
            per_day=self.per_day.data,
            days=self.days.data or 0,
            reason=self.reason.data,
            explanation=self.explanation.data or None,
        )
