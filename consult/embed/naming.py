"""What officers type to name a site."""

from wtforms import StringField
from wtforms.validators import InputRequired, Length

from consult.core import _l
from consult.core.forms import Form


class SiteForm(Form):
    origin = StringField(
        _l("Add a site"),
        description=_l("The start of its address, like https://www.example.gov.uk."),
        validators=[
            InputRequired(_l("Enter the address of the site.")),
            Length(max=255, message=_l("This address is too long.")),
        ],
    )
