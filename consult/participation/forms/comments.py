"""What people type to comment."""

from typing import Any

from wtforms import BooleanField, RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from consult.core import _l
from consult.core.forms import Form, TrapForm
from consult.participation.forms.fields import choices, email_field, private_field, shown
from consult.participation.models import Stance as Stance
from consult.participation.rules.saying import LONGEST


class CommentForm(TrapForm):
    stance = RadioField(
        _l("Where do you stand?"),
        id="comment-stance",
        validators=[InputRequired(_l("Choose where you stand, or that you have a question."))],
    )
    body = TextAreaField(
        _l("Your comment"),
        filters=[shown],
        id="comment-body",
        description=_l(
            "Everybody can read it. Leave out private details, yours and other people’s."
        ),
        validators=[
            InputRequired(_l("Write your comment.")),
            Length(max=LONGEST * 2, message=_l("Your comment must be 3,000 characters or fewer.")),
        ],
    )
    private = private_field("comment-private")
    email = email_field("comment-email")
    official = BooleanField(_l("Reply for the council"), validators=[Optional()])

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.stance.choices = choices(Stance)


class EditForm(Form):
    body = TextAreaField(
        _l("Your comment"),
        filters=[shown],
        validators=[
            InputRequired(_l("Write your comment.")),
            Length(max=LONGEST * 2, message=_l("Your comment must be 3,000 characters or fewer.")),
        ],
    )
    private = private_field("edit-private")
