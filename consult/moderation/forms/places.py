"""Where a comment goes, which ones say the same, and what becomes of a name."""

from collections.abc import Sequence

from wtforms import SelectField, SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from consult.core import _, _l
from consult.core.forms import Form
from consult.moderation.forms.fields import reason_or_none, tidy
from consult.moderation.models import Act, Reason
from consult.moderation.rules import Order
from consult.participation.models import Comment

LONGEST = 90


def _explanation(id_: str) -> TextAreaField:
    return TextAreaField(
        _l("Add a sentence for the author"),
        id=id_,
        filters=[tidy],
        validators=[Optional(), Length(max=500, message=_l("Use 500 characters or fewer."))],
    )


class MoveForm(Form):
    """The part that a comment belongs to."""

    part = SelectField(_l("What is it about?"), choices=[], validate_choice=False)
    explanation = _explanation("why-moved")

    @property
    def order(self) -> Order:
        """What was asked for."""
        said, part = self.explanation.data or None, self.part.data or None
        return Order(Act.MOVE, explanation=said, part_id=part)

    def offer(self, parts: Sequence[tuple[str, str]]) -> None:
        """Name the parts; a part that went meanwhile is refused by the rule."""
        self.part.choices = [("", _("The whole proposal")), *parts]


class GroupForm(Form):
    """The comments that say the same as this one."""

    members = SelectMultipleField(
        _l("Which of these say the same?"),
        choices=[],
        coerce=str,
        validators=[InputRequired(_l("Choose the comments that say the same."))],
    )

    def offer(self, comments: Sequence[Comment]) -> None:
        """Name the comments that begin alike."""
        self._offered = {str(one.id): one for one in comments}
        self.members.choices = [(str(one.id), one.body[:LONGEST]) for one in comments]

    @property
    def chosen(self) -> Sequence[Comment]:
        """The comments that were ticked."""
        return [self._offered[one] for one in self.members.data or ()]


class CoverNameForm(Form):
    """Why a public name is covered."""

    reason = SelectField(
        _l("Reason"),
        choices=lambda: [
            ("", _l("Choose a reason")),
            *((reason.value, reason.label) for reason in Reason),
        ],
        coerce=reason_or_none,
        validators=[InputRequired(_l("Choose the reason. The author and everyone will read it."))],
    )
    explanation = _explanation("why-covered")

    @property
    def order(self) -> Order:
        """What was asked for."""
        said = self.explanation.data or None
        return Order(Act.COVER_NAME, self.reason.data, explanation=said)


class PartForm(Form):
    """A button that lets a comment stand by itself."""

    order = Order(Act.PART)


class ShowNameForm(Form):
    """A button that shows a name again."""

    order = Order(Act.SHOW_NAME)


class PairsForm(Form):
    """For which reasons hiding takes two moderators."""

    reasons = SelectMultipleField(
        _l("Hiding takes two moderators for"),
        choices=lambda: [(reason.value, reason.label) for reason in Reason],
        coerce=str,
    )

    @property
    def chosen(self) -> frozenset[Reason]:
        """What was ticked."""
        return frozenset(Reason(one) for one in self.reasons.data or ())
