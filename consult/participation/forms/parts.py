"""What people type to comment on a part; its ids differ from those of the form for the whole."""

from typing import Any

from wtforms import IntegerField, RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from consult.core import _l
from consult.core.forms import TrapForm
from consult.participation.forms.fields import choices, email_field, private_field, shown
from consult.participation.models import Stance
from consult.participation.rules.saying import LONGEST


class PartForm(TrapForm):
    stance = RadioField(
        _l("Where do you stand?"),
        id="part-stance",
        validators=[InputRequired(_l("Choose where you stand, or that you have a question."))],
    )
    body = TextAreaField(
        _l("Your comment on this part"),
        filters=[shown],
        id="part-body",
        description=_l(
            "Everybody can read it. Leave out private details, yours and other people’s."
        ),
        validators=[
            InputRequired(_l("Write your comment.")),
            Length(max=LONGEST * 2, message=_l("Your comment must be 3,000 characters or fewer.")),
        ],
    )
    private = private_field("part-private")
    email = email_field("part-email")
    read = IntegerField(widget=HiddenInput(), validators=[Optional()])

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.stance.choices = choices(Stance)
