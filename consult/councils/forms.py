"""What owners type about their staff and their council's look."""

from typing import Any

from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    RadioField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import FileInput

from consult.core import _l
from consult.core.forms import Form
from consult.councils.models import ROLES, Role
from consult.councils.rules.checks import LISTS, CheckSettings


class ButtonForm(Form):
    """A button and nothing to type."""


class InvitationForm(Form):
    email = StringField(
        _l("E-mail address"),
        description=_l("Their own work address. The invitation is good for seven days."),
        validators=[
            InputRequired(_l("Enter the address of the person to invite.")),
            Length(max=254, message=_l("Enter an e-mail address of at most 254 characters.")),
        ],
    )
    role = RadioField(
        _l("What will they do?"),
        choices=[SelectChoice(role, label) for role, (label, duty) in ROLES.items()],
        coerce=Role,
        validators=[InputRequired(_l("Choose what they will do."))],
    )


class AnswerDaysForm(Form):
    days = IntegerField(
        _l("Working days for an answer"),
        description=_l("From 1 to 60. Weekends and bank holidays do not count."),
        validators=[InputRequired(_l("Enter a number of days from 1 to 60."))],
    )


def _lines(label: Any, hint: Any) -> TextAreaField:
    return TextAreaField(
        label,
        description=hint,
        validators=[Optional(), Length(max=30_000, message=_l("This list is too long."))],
    )


class ChecksForm(Form):
    duty_email = StringField(
        _l("Duty contact"),
        description=_l(
            "An e-mail address that somebody reads every day. We write to it at once when words "
            "suggest that somebody may come to harm. If it is empty, we write to the council’s "
            "contact address."
        ),
        validators=[
            Optional(),
            Length(max=254, message=_l("Enter an e-mail address of at most 254 characters.")),
        ],
    )
    publishes_held = BooleanField(
        _l("Publish a held comment when nobody has decided within one working day"),
        description=_l(
            "Never where somebody may come to harm, and private details stay covered. Otherwise "
            "it waits, and the queue shows it as overdue."
        ),
    )
    phones = _lines(
        _l("Phone numbers of the council"),
        _l("One in each line. Residents may write them in comments."),
    )
    mailboxes = _lines(
        _l("E-mail addresses of the council"),
        _l("One in each line, besides shared mailboxes in your own domain."),
    )
    postcodes = _lines(_l("Postcodes of offices"), _l("One in each line."))
    names = _lines(
        _l("People in public office"),
        _l("Councillors and senior officers, one in each line. Comments may name them."),
    )
    cues_added = _lines(
        _l("More words to hold a comment for"),
        _l("Threats and slurs that we do not know yet, one in each line."),
    )
    cues_removed = _lines(
        _l("Words not to hold a comment for"),
        _l("Where our list catches what means no harm here, one in each line."),
    )

    @property
    def chosen(self) -> CheckSettings:
        """What was chosen, each list as lines."""
        lists = {name: (self[name].data or "").splitlines() for name in LISTS}
        return CheckSettings(
            duty_email=self.duty_email.data or "",
            publishes_held=bool(self.publishes_held.data),
            **lists,
        )


class BrandingForm(Form):
    name = StringField(
        _l("Name of the council"),
        description=_l("As residents know it."),
        validators=[
            InputRequired(_l("Enter the council's name.")),
            Length(max=120, message=_l("Shorten the name to 120 characters or fewer.")),
        ],
    )
    colour = StringField(
        _l("Colour"),
        description=_l(
            "# and six digits or letters, like #1d4f5c. White text must stand out on it."
        ),
        validators=[
            InputRequired(_l("Enter the council's colour.")),
            Length(max=20, message=_l("Enter # and six digits or letters.")),
        ],
    )
    logo = FileField(
        _l("Logo"),
        description=_l(
            "A PNG or SVG picture of at most 200 kB, and 2,000 by 2,000 pixels if PNG. "
            "It stands on white."
        ),
        widget=FileInput(),
    )
    remove_logo = BooleanField(_l("Remove the logo"))


class PostcodesForm(Form):
    table = FileField(
        _l("A list of postcodes and wards"),
        description=_l(
            "A CSV file with the columns postcode and ward, at most 50,000 lines. "
            "It takes the place of the list we have."
        ),
        widget=FileInput(),
        validators=[InputRequired(_l("Choose a CSV file."))],
    )


class LettersForm(Form):
    batch = HiddenField()
    number = IntegerField(
        _l("How many codes?"),
        description=_l("One for each letter, at most 5,000 at a time."),
        validators=[InputRequired(_l("Enter a number from 1 to 5,000."))],
    )
    last_day = DateField(
        _l("The last day on which they work"),
        validators=[InputRequired(_l("Enter a day from tomorrow to a year from now."))],
    )


class EqualityForm(Form):
    asks = BooleanField(
        _l("Ask people who took part about age, sex, disability, ethnic group and ward"),
        description=_l(
            "They may leave out any question. Answers are only counted, never linked to a person "
            "or a view, and shown after the round, without small numbers."
        ),
    )
