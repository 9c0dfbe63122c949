"""What moderators write when votes are set aside or count again."""

from uuid import UUID

from wtforms import RadioField, SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from consult.core import _, _l
from consult.core.forms import Form
from consult.moderation.forms.fields import tidy
from consult.moderation.models import Because
from consult.moderation.rules import Taken

NONE = "none"
TOO_LONG = _l("Use 1,000 characters or fewer.")


class AsideForm(Form):
    """Which accounts are taken for one person, whose vote stays, and why."""

    who = SelectMultipleField(
        _l("Accounts"),
        coerce=UUID,
        validate_choice=False,
        validators=[InputRequired(_l("Choose the accounts first."))],
    )
    keeps = RadioField(
        _l("Whose view stays in the count?"),
        validate_choice=False,
        validators=[InputRequired(_l("Choose whose view stays, or nobody’s."))],
    )
    why = TextAreaField(
        _l("Why do you believe that this is one person?"),
        description=_l(
            "Only moderators read this. The people are told the reason and how to appeal."
        ),
        filters=[tidy],
        validators=[
            InputRequired(_l("Write down why.")),
            Length(max=1000, message=TOO_LONG),
        ],
    )

    @property
    def taken(self) -> Taken:
        """What is proposed."""
        accounts = frozenset(self.who.data or [])
        keeps = None if self.keeps.data == NONE else UUID(self.keeps.data)
        return Taken(accounts, keeps, self.why.data or "")

    def validate_keeps(self, field: RadioField) -> None:
        """One of the accounts, or nobody: nothing else stands for nobody."""
        if field.data not in {NONE, *map(str, self.who.data or [])}:
            raise ValidationError(_("Choose one of these accounts, or none of them."))


class BackForm(Form):
    """Why votes count again."""

    because = RadioField(
        _l("Why do these views count again?"),
        choices=lambda: [(each.value, each.label) for each in Because],
        coerce=Because,
        validators=[InputRequired(_l("Choose why."))],
    )
    ended_why = TextAreaField(
        _l("What did you find out?"),
        description=_l("Only moderators read this."),
        filters=[tidy],
        validators=[
            InputRequired(_l("Write down why.")),
            Length(max=1000, message=TOO_LONG),
        ],
    )
