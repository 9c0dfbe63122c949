"""What people type to vote."""

from typing import Any

from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from consult.core import _l
from consult.core.forms import Form
from consult.participation.forms.fields import choices, email_field, shown
from consult.participation.models import VOTES
from consult.participation.models import Stance as Stance
from consult.participation.rules.votes import LONGEST_REASON


class VoteForm(Form):
    stance = RadioField(
        _l("What do you think of this change?"),
        validators=[InputRequired(_l("Choose what you think of this change."))],
    )
    reason = TextAreaField(
        _l("Your reason (optional)"),
        filters=[shown],
        description=_l("Only the council reads this. Write a comment to tell everybody."),
        validators=[
            Optional(),
            Length(
                max=LONGEST_REASON, message=_l("Your reason must be 1,000 characters or fewer.")
            ),
        ],
    )
    email = email_field()

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.stance.choices = choices(VOTES)
