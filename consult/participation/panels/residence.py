"""What people see about where they live, and what it is good for."""

from consult.accounts.models import Person
from consult.core.panels import Panel
from consult.councils import queries as councils
from consult.councils.models import Council, Place, Residence
from consult.participation.forms import ButtonForm, LetterForm, PostcodeForm, WardForm
from consult.participation.forms.residence import WARD


def residence_panel(
    council: Council,
    person: Person,
    *,
    postcode: PostcodeForm | None = None,
    ward: WardForm | None = None,
    letter: LetterForm | None = None,
) -> Panel:
    """Where a council thinks somebody lives, and the three ways to tell it."""
    held = councils.residence_of(person, council)
    typed = postcode or ward or letter or ButtonForm(formdata=None)
    return Panel(
        "participation/residence.html",
        council=council,
        held=held,
        level=councils.level_in(person, council),
        form=typed,
        postcode=postcode or PostcodeForm(formdata=None),
        ward=ward or WardForm(council.wards, formdata=None, data={"ward": _value(held)}),
        letter=letter or LetterForm(formdata=None),
    )


def _value(held: Residence | None) -> str:
    if held is None:
        return ""
    if held.place is not Place.IN_AREA:
        return held.place.value
    return f"{WARD}{held.ward}" if held.ward else ""
