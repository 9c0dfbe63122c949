"""What people type to say where they live."""

from collections.abc import Sequence
from typing import Any

from wtforms import SelectField, StringField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length

from consult.core import _l
from consult.core.forms import Form
from consult.councils.models import Place
from consult.participation.forms.fields import shown

WARD = "ward:"
ELSEWHERE = {
    Place.NO_FIXED_ADDRESS: _l("I have no fixed address, and stay in the area"),
    Place.OUTSIDE: _l("Outside the area"),
}


class PostcodeForm(Form):
    postcode = StringField(
        _l("Your postcode"),
        filters=[shown],
        description=_l("We look up your ward, keep the ward and forget the postcode."),
        validators=[
            InputRequired(_l("Enter your postcode.")),
            Length(max=20, message=_l("Enter a full UK postcode, like TM1 2AB.")),
        ],
    )


class WardForm(Form):
    ward = SelectField(
        _l("Where you live"),
        filters=[shown],
        validators=[InputRequired(_l("Choose where you live."))],
    )

    def __init__(self, wards: Sequence[str], *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        named = [SelectChoice(f"{WARD}{ward}", ward) for ward in wards]
        other = [SelectChoice(place.value, str(label)) for place, label in ELSEWHERE.items()]
        self.ward.choices = [SelectChoice("", _l("Choose one")), *named, *other]

    @property
    def chosen(self) -> tuple[Place, str | None]:
        """The place, and the ward where it is one."""
        value = self.ward.data or ""
        if value.startswith(WARD):
            return Place.IN_AREA, value.removeprefix(WARD)
        return Place(value), None


class LetterForm(Form):
    code = StringField(
        _l("The code from your letter"),
        filters=[shown],
        description=_l("12 letters and digits, like B7KM-2QRT-9XWC."),
        validators=[
            InputRequired(_l("Enter the code from your letter.")),
            Length(max=40, message=_l("Enter the 12 letters and digits from your letter.")),
        ],
    )
