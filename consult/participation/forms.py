"""What people type to vote, to comment, and to confirm their address."""

from typing import Any

from wtforms import BooleanField, RadioField, StringField, TextAreaField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length, Optional

from consult.core import _l
from consult.core.forms import Form
from consult.participation.models import VOTES
from consult.participation.models import Stance as Stance
from consult.participation.rules.comments import LONGEST
from consult.participation.rules.votes import LONGEST_REASON


def _shown(text: str | None) -> str | None:
    """Leave out what no page may hold, so that refused words can be shown again."""
    return text.replace("\x00", "") if text else text


def _choices(stances: Any) -> list[SelectChoice]:
    return [SelectChoice(stance.value, stance.label) for stance in stances]


class VoteForm(Form):
    stance = RadioField(
        _l("What do you think of this change?"),
        validators=[InputRequired(_l("Choose what you think of this change."))],
    )
    reason = TextAreaField(
        _l("Your reason (optional)"),
        filters=[_shown],
        description=_l("Only the council reads this. Write a comment to tell everybody."),
        validators=[
            Optional(),
            Length(
                max=LONGEST_REASON, message=_l("Your reason must be 1,000 characters or fewer.")
            ),
        ],
    )
    email = StringField(
        _l("Your e-mail address"),
        filters=[_shown],
        description=_l("To count you once. Nobody else sees it, and you need no password."),
        validators=[Optional(), Length(max=254, message=_l("Enter a shorter e-mail address."))],
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.stance.choices = _choices(VOTES)


class CommentForm(Form):
    stance = RadioField(
        _l("Where do you stand?"),
        id="comment-stance",
        validators=[InputRequired(_l("Choose where you stand, or that you have a question."))],
    )
    body = TextAreaField(
        _l("Your comment"),
        filters=[_shown],
        id="comment-body",
        description=_l(
            "Everybody can read it. Leave out private details, yours and other people’s."
        ),
        validators=[
            InputRequired(_l("Write your comment.")),
            Length(max=LONGEST * 2, message=_l("Your comment must be 3,000 characters or fewer.")),
        ],
    )
    email = StringField(
        _l("Your e-mail address"),
        filters=[_shown],
        id="comment-email",
        description=_l("To count you once. Nobody else sees it, and you need no password."),
        validators=[Optional(), Length(max=254, message=_l("Enter a shorter e-mail address."))],
    )
    official = BooleanField(_l("Reply for the council"), validators=[Optional()])

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.stance.choices = _choices(Stance)


class EditForm(Form):
    body = TextAreaField(
        _l("Your comment"),
        filters=[_shown],
        validators=[
            InputRequired(_l("Write your comment.")),
            Length(max=LONGEST * 2, message=_l("Your comment must be 3,000 characters or fewer.")),
        ],
    )


class CodeForm(Form):
    code = StringField(
        _l("Code from the e-mail"),
        filters=[_shown],
        description=_l("Six digits, for example 123 456."),
        validators=[
            InputRequired(_l("Enter the code from the e-mail.")),
            Length(max=20, message=_l("Enter the six digits from the e-mail.")),
        ],
    )


class ButtonForm(Form):
    """A button and nothing to type."""
