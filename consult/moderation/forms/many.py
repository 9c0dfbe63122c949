"""How a moderator decides about several comments at once."""

from collections.abc import Sequence
from uuid import UUID

from wtforms import RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length

from consult.core import _l
from consult.core.forms import Form
from consult.moderation.forms.fields import reason_or_none
from consult.moderation.models import Reason
from consult.moderation.rules import MOST, TOGETHER, Order


class ManyForm(Form):
    """Which comments, and what to do with all of them; `step` says whether to look or to do."""

    c = SelectMultipleField(
        _l("Comments"),
        coerce=UUID,
        validate_choice=False,
        validators=[
            InputRequired(_l("Tick the comments first.")),
            Length(max=MOST, message=_l("Tick at most 50 comments.")),
        ],
    )
    act = RadioField(
        _l("What do you want to do with all of them?"),
        choices=lambda: [(act.value, act.label) for act in TOGETHER],
        validators=[InputRequired(_l("Choose what you want to do."))],
    )
    reason = SelectField(
        _l("Reason"),
        description=_l("Needed to hide. Each author and everyone else will read it."),
        choices=lambda: [
            ("", _l("Choose a reason")),
            *((reason.value, reason.label) for reason in Reason),
        ],
        coerce=reason_or_none,
    )
    step = StringField(default="choose")

    @property
    def ids(self) -> Sequence[UUID]:
        """The comments that were ticked, each once."""
        return sorted(set(self.c.data or []))[:MOST]

    @property
    def order(self) -> Order:
        """What is asked for."""
        wish = next(act for act in TOGETHER if act.value == self.act.data)
        return Order(wish, self.reason.data if wish is TOGETHER[1] else None)
