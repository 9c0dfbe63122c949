"""What staff type in for people who answered on paper, by phone or at an event."""

from typing import Any

from wtforms import DateField, RadioField, StringField, TextAreaField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length, Optional

from consult.accounts.models import Channel as Channel
from consult.core import _l
from consult.core.forms import Form
from consult.participation.forms.fields import choices, shown
from consult.participation.models import VOTES
from consult.participation.rules.offline import LONGEST_REFERENCE, LONGEST_SOURCE
from consult.participation.rules.saying import LONGEST

NEITHER = "none"


class BatchForm(Form):
    channel = RadioField(
        _l("How did the responses come?"),
        validators=[InputRequired(_l("Choose how the responses came."))],
    )
    source = StringField(
        _l("Where do they come from?"),
        filters=[shown],
        description=_l("For example: box at Foundry library, or group session on 3 March."),
        validators=[
            InputRequired(_l("Say where the responses come from.")),
            Length(max=LONGEST_SOURCE, message=_l("Shorten this to 200 characters or fewer.")),
        ],
    )
    received_on = DateField(
        _l("When did they come?"),
        description=_l("The last day on which one of them was given, such as 2026-03-03."),
        validators=[InputRequired(_l("Enter the day on which they came."))],
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.channel.choices = [SelectChoice(one.value, one.label) for one in Channel]


class ResponseForm(Form):
    reference = StringField(
        _l("Number on the original"),
        filters=[shown],
        description=_l("So that the second person finds it again. Leave out names and addresses."),
        validators=[
            InputRequired(_l("Enter the number written on the original.")),
            Length(max=LONGEST_REFERENCE, message=_l("Shorten this to 40 characters or fewer.")),
        ],
    )
    stance = RadioField(
        _l("Their view of the whole"),
        validators=[InputRequired(_l("Choose their view, or that they gave none."))],
    )
    body = TextAreaField(
        _l("What they said"),
        filters=[shown],
        description=_l(
            "In their own words, as far as you have them. Everybody can read it: leave out "
            "names, addresses and other private details."
        ),
        validators=[
            Optional(),
            Length(max=LONGEST * 2, message=_l("Their words must be 3,000 characters or fewer.")),
        ],
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.stance.choices = [*choices(VOTES), SelectChoice(NEITHER, _l("They gave none"))]


class ReturnForm(Form):
    words = TextAreaField(
        _l("What has to be put right?"),
        filters=[shown],
        validators=[
            InputRequired(_l("Say what has to be put right.")),
            Length(max=1000, message=_l("Shorten this to 1,000 characters or fewer.")),
        ],
    )


class ReceiptForm(Form):
    code = StringField(
        _l("Your receipt code"),
        filters=[shown],
        description=_l("Twelve letters and figures, for example 7KQ2-M9XD-4TRP."),
        validators=[
            InputRequired(_l("Enter the code that you were given.")),
            Length(max=40, message=_l("Enter the twelve letters and figures of the code.")),
        ],
    )
