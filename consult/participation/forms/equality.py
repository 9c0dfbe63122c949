"""What people may say about themselves, question by question."""

from collections.abc import Sequence
from typing import Any

from wtforms import RadioField, SelectField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Optional

from consult.core import _l
from consult.core.forms import Form
from consult.participation.equality import RATHER_NOT, WARD, Question, questions


class EqualityForm(Form):
    """One field a question, made for the council that asks."""

    @property
    def answers(self) -> dict[str, str]:
        """What was answered, by question; what was left out is not there."""
        return {field.name: field.data for field in self.asked if field.data}

    @property
    def asked(self) -> list[Any]:
        """The questions in their order."""
        return [field for field in self if isinstance(field, RadioField | SelectField)]


def equality_form(wards: Sequence[str], **given: Any) -> EqualityForm:
    """The form with the questions that a council asks."""
    fields = {one.key: _field(one) for one in questions(wards)}
    made: type[EqualityForm] = type("AskedForm", (EqualityForm,), fields)
    return made(**given)


def _field(question: Question) -> Any:
    choices = [SelectChoice(key, str(label)) for key, label in question.answers.items()]
    choices.append(SelectChoice(RATHER_NOT, _l("Prefer not to say")))
    if question.key == WARD:
        choices.insert(0, SelectChoice("", _l("Choose one, or leave it")))
        return SelectField(str(question.asks), choices=choices, validators=[Optional()])
    return RadioField(str(question.asks), choices=choices, validators=[Optional()])
