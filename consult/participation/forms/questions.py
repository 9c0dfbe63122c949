"""What staff type to answer a question."""

from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from consult.core import _l
from consult.core.forms import Form
from consult.participation.forms.fields import shown
from consult.participation.rules.saying import LONGEST


class AnswerForm(Form):
    body = TextAreaField(
        _l("Your answer"),
        filters=[shown],
        id="answer-body",
        description=_l(
            "Published in the council’s name. Everybody can read it, and whoever asked gets a mail "
            "with a link to the first answer."
        ),
        validators=[
            DataRequired(_l("Write the answer.")),
            Length(max=LONGEST * 2, message=_l("Your comment must be 3,000 characters or fewer.")),
        ],
    )
