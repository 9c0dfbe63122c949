"""How an author appeals, and how a moderator decides about it."""

from wtforms import FieldList, FormField, RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from consult.core import _l
from consult.core.forms import Form
from consult.moderation.forms.deciding import MOST_ROWS, ROWS, SpanPart
from consult.moderation.forms.fields import tidy
from consult.moderation.models import Outcome
from consult.moderation.redaction import Span
from consult.moderation.rules import Ruling

RULINGS = {
    Outcome.OVERTURNED: _l("It was wrong: show the comment again"),
    Outcome.UPHELD_IN_PART: _l("Right in part: show it, and cover only some words"),
    Outcome.UPHELD: _l("It stands"),
}
NAMES = {"spans": "stays"}


class AppealForm(Form):
    """What an author may add when they appeal."""

    words = TextAreaField(
        _l("Why we should look again"),
        description=_l("You do not have to say anything. Only moderators read it."),
        id="appeal-words",
        filters=[tidy],
        validators=[Optional(), Length(max=1000, message=_l("Use 1,000 characters or fewer."))],
    )


class RulingForm(Form):
    """What a moderator decides about an appeal, and what the author is told."""

    outcome = RadioField(
        _l("Was the decision right?"),
        choices=lambda: [(outcome.value, label) for outcome, label in RULINGS.items()],
        coerce=Outcome,
        validators=[InputRequired(_l("Choose whether the decision was right."))],
    )
    stays = FieldList(
        FormField(SpanPart),
        label=_l("Words that stay out"),
        min_entries=ROWS,
        max_entries=MOST_ROWS,
    )
    answer = TextAreaField(
        _l("Your reason, for the author"),
        description=_l("Needed unless the decision was wrong. Do not repeat what stays covered."),
        filters=[tidy],
        validators=[Optional(), Length(max=500, message=_l("Use 500 characters or fewer."))],
    )

    def refuse(self, field: str, message: object) -> None:
        """Put a refusal beside the field, which has a name of its own on a page of two forms."""
        super().refuse(NAMES.get(field, field), message)

    @property
    def ruling(self) -> Ruling:
        """What was decided."""
        return Ruling(
            outcome=self.outcome.data,
            answer=self.answer.data or None,
            spans=tuple(
                Span(" ".join(row["words"].split()), row["detail"])
                for row in self.stays.data
                if row["words"]
            ),
        )
