"""What officers type to write a question."""

from typing import Any

from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length, Optional

from consult.core import _l
from consult.core.forms import Form
from consult.participation.forms.fields import shown
from consult.questionnaire.kinds import KINDS
from consult.questionnaire.kinds import Kind as Kind
from consult.questionnaire.models import Question
from consult.questionnaire.rules import Wording


class QuestionForm(Form):
    kind = RadioField(
        _l("How is it answered?"),
        validators=[InputRequired(_l("Choose how the question is answered."))],
    )
    words = StringField(
        _l("Question"),
        filters=[shown],
        description=_l("Ask one thing. Do not lead people to an answer."),
        validators=[
            InputRequired(_l("Write the question.")),
            Length(max=300, message=_l("The question must be 300 characters or fewer.")),
        ],
    )
    hint = TextAreaField(_l("Hint"), filters=[shown], validators=[Optional(), Length(max=2000)])
    options = TextAreaField(
        _l("Answers to choose from"),
        filters=[shown],
        description=_l("One on each line. For one choice, several choices, a table or an order."),
        validators=[Optional(), Length(max=5000)],
    )
    rows = TextAreaField(
        _l("Lines of the table"),
        filters=[shown],
        description=_l("One on each line. For a table of choices only."),
        validators=[Optional(), Length(max=5000)],
    )
    low = SelectField(_l("The scale begins at"))
    high = SelectField(_l("The scale ends at"))
    low_words = StringField(
        _l("What the low end means"), filters=[shown], validators=[Optional(), Length(max=300)]
    )
    high_words = StringField(
        _l("What the high end means"), filters=[shown], validators=[Optional(), Length(max=300)]
    )
    is_required = BooleanField(_l("People must answer it"))
    is_protected = BooleanField(
        _l("It asks about people themselves"),
        description=_l(
            "For example their age, health or ward. Small numbers are then never published."
        ),
    )

    def __init__(self, question: Question | None = None, **given: Any) -> None:
        super().__init__(data=_data(question) if question else None, **given)
        self.kind.choices = [SelectChoice(kind.value, kind.label) for kind in Kind]
        hints = {kind.value: KINDS[kind].hint for kind in Kind}
        self.kind.option_hints = hints  # type: ignore[attr-defined]
        self.low.choices = [SelectChoice(str(n), str(n)) for n in (0, 1)]
        self.high.choices = [SelectChoice(str(n), str(n)) for n in range(2, 11)]
        if not self.is_submitted() and question is None:
            self.low.data, self.high.data = "1", "5"

    def wording(self) -> Wording:
        """The question as it was typed."""
        return Wording(
            kind=Kind(self.kind.data),
            words=self.words.data or "",
            hint=self.hint.data or "",
            options=tuple((self.options.data or "").splitlines()),
            rows=tuple((self.rows.data or "").splitlines()),
            low=int(self.low.data or 1),
            high=int(self.high.data or 5),
            low_words=self.low_words.data or "",
            high_words=self.high_words.data or "",
            is_required=bool(self.is_required.data),
            is_protected=bool(self.is_protected.data),
        )


def _data(question: Question) -> dict[str, Any]:
    return {
        "kind": question.kind.value,
        "words": question.words,
        "hint": question.hint,
        "options": "\n".join(question.options),
        "rows": "\n".join(question.rows),
        "low": str(question.low),
        "high": str(question.high),
        "low_words": question.low_words,
        "high_words": question.high_words,
        "is_required": question.is_required,
        "is_protected": question.is_protected,
    }
