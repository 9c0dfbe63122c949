"""What officers type to name a site, or a page of one."""

from wtforms import StringField
from wtforms.validators import InputRequired, Length

from consult.core import _l
from consult.core.forms import Form

LONGEST_PAGE = 2000


class SiteForm(Form):
    origin = StringField(
        _l("Add a site"),
        description=_l("The start of its address, like https://www.example.gov.uk."),
        validators=[
            InputRequired(_l("Enter the address of the site.")),
            Length(max=255, message=_l("This address is too long.")),
        ],
    )


class PageForm(Form):
    page = StringField(
        _l("Address of the page"),
        description=_l("All of it, as you see it at the top of your browser."),
        validators=[
            InputRequired(_l("Enter the address of the page.")),
            Length(max=LONGEST_PAGE, message=_l("This address is too long.")),
        ],
    )
