"""Small forms: beginning a draft, reasons, agreement, more time, a new version."""

from datetime import datetime
from typing import Any

from wtforms import BooleanField, HiddenField, StringField, TextAreaField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length

from consult.core import _, _l
from consult.core.forms import Form
from consult.proposals import answers
from consult.proposals.forms.inputs import MomentParts, RadioField
from consult.proposals.forms.shapes import tidy

LONGEST = 1_000


def _words(label: Any, hint: Any, ask: Any) -> TextAreaField:
    long = Length(max=LONGEST, message=_l("Write 1,000 letters or fewer."))
    return TextAreaField(
        label, description=hint, filters=[tidy], validators=[InputRequired(ask), long]
    )


class StartForm(Form):
    """The title of a new draft."""

    title = StringField(
        _l("What would happen, in a few words"),
        description=_l("With a verb and without short forms. You can change it later."),
        validators=[
            InputRequired(_l("Give it a title. You can change it later.")),
            Length(max=90, message=_l("A title has at most 90 letters.")),
        ],
    )


class ConfirmForm(Form):
    """Nothing but a button."""


class ReasonForm(Form):
    """A public reason."""

    reason = _words(
        _l("Reason"),
        _l("Residents read this. Say it in plain words."),
        _l("Give the reason. It is published."),
    )


class CheckReasonForm(Form):
    """Why to go on in spite of a warning."""

    check = HiddenField()
    reason = _words(
        _l("Your reason"),
        _l("It is published with the proposal, with your role and without your name."),
        _l("Write the reason in a sentence or two."),
    )


class AgreeForm(Form):
    """A second person's yes."""

    read = BooleanField(
        _l("I have read the whole text, the checklist and the reasons"),
        validators=[InputRequired(_l("Read it first, then tick this."))],
    )


class ChangesForm(Form):
    """What a second person wants changed."""

    words = _words(
        _l("What should change"),
        _l("The people who wrote it read this. It is not published."),
        _l("Say what should change."),
    )


class CloseForm(Form):
    """A new closing moment."""

    closes_at = MomentParts(_l("New closing day and time"))

    def validate(self, extra_validators: Any = None) -> bool:
        """The moment must be there."""
        good = super().validate(extra_validators)
        if self.closes_at.value is None and not self.closes_at.errors:
            self.refuse("closes_at", _("Give the day and the time."))
            good = False
        return good

    @property
    def moment(self) -> datetime:
        """The moment, once the form is found good."""
        found = answers.moment(self.closes_at.value)
        assert found is not None
        return found


class ReopenForm(CloseForm):
    """Another round."""


class ExtendForm(CloseForm):
    """More time, with a public reason."""

    reason = _words(
        _l("Reason"),
        _l("Residents read this. Say it in plain words."),
        _l("Give the reason. It is published."),
    )


class VersionForm(Form):
    """What changed, and whether it matters for people's views."""

    note = _words(
        _l("What has changed"),
        _l("One or two sentences. Residents read this above the text."),
        _l("Say in a sentence what has changed."),
    )
    material = RadioField(
        _l("Could it change what somebody thinks?"),
        choices=[
            SelectChoice("yes", _l("Yes. People who gave a view are told and may change it")),
            SelectChoice("no", _l("No. It only puts a mistake right")),
        ],
        validators=[InputRequired(_l("Choose yes or no. If in doubt, choose yes."))],
    )
