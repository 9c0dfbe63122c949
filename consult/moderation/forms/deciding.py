"""How a moderator decides."""

from collections.abc import Sequence

from wtforms import FieldList, FormField, RadioField, SelectField, StringField, TextAreaField
from wtforms import Form as Part
from wtforms.validators import InputRequired, Length, Optional

from consult.core import _l
from consult.core.forms import Form
from consult.moderation.findings import Found
from consult.moderation.forms.fields import reason_or_none, tidy
from consult.moderation.models import DECIDING, Act, Reason
from consult.moderation.redaction import Detail, Span
from consult.moderation.rules import Order

ROWS = 4


MOST_ROWS = 20


class SpanPart(Part):
    """One piece of text to remove."""

    words = StringField(
        _l("Words to remove"),
        filters=[tidy],
        validators=[Optional(), Length(max=300, message=_l("Use 300 characters or fewer."))],
    )
    detail = SelectField(
        _l("What they are"),
        choices=lambda: [(detail.value, detail.label) for detail in Detail],
        coerce=Detail,
        default=Detail.PHONE,
    )


class DecideForm(Form):
    """What a moderator does with a comment, and what its author is told."""

    act = RadioField(
        _l("What do you want to do?"),
        choices=lambda: [(act.value, act.label) for act in DECIDING],
        coerce=Act,
        validators=[InputRequired(_l("Choose what you want to do."))],
    )
    spans = FieldList(
        FormField(SpanPart),
        label=_l("Words to remove"),
        min_entries=ROWS,
        max_entries=MOST_ROWS,
    )
    reason = SelectField(
        _l("Reason"),
        description=_l("Needed to hide or to remove details. Criticism is never one."),
        choices=lambda: [
            ("", _l("Choose a reason")),
            *((reason.value, reason.label) for reason in Reason),
        ],
        coerce=reason_or_none,
        validators=[Optional()],
    )
    explanation = TextAreaField(
        _l("Add a sentence for the author"),
        description=_l("Do not repeat what you remove or hide."),
        filters=[tidy],
        validators=[Optional(), Length(max=500, message=_l("Use 500 characters or fewer."))],
    )

    def offer(self, acts: Sequence[Act]) -> None:
        """Show only what the comment's state allows; what was sent twice is still understood."""
        self.act.choices = [(act.value, act.label) for act in acts]

    def propose(self, found: Sequence[Found]) -> None:
        """Fill in what a check found, for the moderator to keep or to take out."""
        while len(self.spans.entries) < min(len(found), MOST_ROWS):
            self.spans.append_entry()
        for row, one in zip(self.spans.entries, found, strict=False):
            row.form.words.data, row.form.detail.data = one.span.words, one.span.detail
        self.reason.data = Reason.PERSONAL_DATA

    @property
    def wants_to_hide(self) -> bool:
        """Hiding is what was asked for."""
        return self.act.data is Act.HIDE

    @property
    def order(self) -> Order:
        """What was asked for."""
        return Order(
            act=self.act.data,
            reason=self.reason.data,
            spans=tuple(
                Span(" ".join(row["words"].split()), row["detail"])
                for row in self.spans.data
                if row["words"]
            ),
            explanation=self.explanation.data or None,
        )
