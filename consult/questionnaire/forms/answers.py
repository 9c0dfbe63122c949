"""One page of a questionnaire, made for its question; and the way to send all answers."""

from typing import Any

import wtforms
from wtforms import Field, HiddenField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Length

from consult.core import _, _l
from consult.core.forms import Form
from consult.participation.forms.fields import shown
from consult.questionnaire.kinds import Kind, Value
from consult.questionnaire.kinds.ranking import order_of, places_of
from consult.questionnaire.models import Question

Choices = list[SelectChoice]


class AgainForm(Form):
    """What a visitor has answered so far, which the page itself carries; and where to go next."""

    kept = HiddenField()
    then = HiddenField()


class SendForm(Form):
    kept = HiddenField()
    email = StringField(
        _l("Your e-mail address"),
        filters=[shown],
        description=_l("To count you once. Nobody else sees it, and you need no password."),
        validators=[Length(max=254, message=_l("Enter a shorter e-mail address."))],
    )


class AnswerForm(Form):
    """The floor of the pages: what they carry beside the answer."""

    kept = HiddenField()
    then = HiddenField()
    question = HiddenField()

    asked: Question

    @property
    def fields(self) -> list[Field]:
        """The fields that make up the answer."""
        carried = {"kept", "then", "question", "csrf_token"}
        return [field for field in self if field.short_name not in carried]

    @property
    def value(self) -> Any:
        """What was answered, as the question's kind reads it."""
        kind, fields = self.asked.kind, self.fields
        if kind is Kind.MATRIX:
            return {field.short_name.removeprefix("row-"): field.data for field in fields}
        if kind is Kind.RANKING:
            return order_of({f.short_name.removeprefix("place-"): f.data or "" for f in fields})
        return fields[0].data

    def is_about(self, question: Question) -> bool:
        """The page was for this question, which may have changed places meanwhile."""
        if self.question.data == str(question.id):
            return True
        self.form_errors.append(
            str(_("The questions have changed since you opened the page. Look at it again."))
        )
        return False

    def refuse_answer(self, message: object) -> None:
        """Put a refusal beside the answer."""
        self.refuse(self.fields[0].name, message)


class RadioField(wtforms.RadioField):
    """One of a few; whether it may be left open, the question's kind says."""

    def __init__(self, label: Any, choices: Choices, **given: Any) -> None:
        super().__init__(label, choices=choices, validate_choice=False, **given)


def answer_form(
    question: Question, value: Value = None, *, is_new: bool = False, prefix: str = ""
) -> AnswerForm:
    """The page for a question, with what was sent; a new one with an answer given before."""
    made: dict[str, Any] = {"__doc__": question.words, "asked": question}
    form: type[AnswerForm] = type("Page", (AnswerForm,), made | _fields(question))
    if is_new:
        given = {"question": str(question.id), **_data(question, value)}
        return form(formdata=None, data=given, prefix=prefix)
    return form()


def _fields(question: Question) -> dict[str, Any]:
    shape, label, hint = question.shape, question.words, question.hint or ""
    options = [
        SelectChoice(key, words) for key, words in zip(shape.keys, shape.options, strict=True)
    ]
    if question.kind is Kind.CHOICE:
        return {"answer": RadioField(label, options, description=hint)}
    if question.kind is Kind.CHOICES:
        return {
            "answer": SelectMultipleField(
                label, choices=options, validate_choice=False, description=hint
            )
        }
    if question.kind is Kind.SCALE:
        return {"answer": RadioField(label, _numbers(question), description=hint)}
    if question.kind is Kind.MATRIX:
        rows = zip(shape.row_keys, shape.rows, strict=True)
        return {f"row-{key}": RadioField(words, options) for key, words in rows}
    if question.kind is Kind.RANKING:
        places = [SelectChoice("", "–")]
        places += [SelectChoice(str(n), str(n)) for n in range(1, len(options) + 1)]
        return {
            f"place-{key}": wtforms.SelectField(words, choices=places, validate_choice=False)
            for key, words in zip(shape.keys, shape.options, strict=True)
        }
    kind = StringField if question.kind is Kind.SHORT_TEXT else TextAreaField
    return {"answer": kind(label, filters=[shown], description=hint)}


def _numbers(question: Question) -> Choices:
    ends = {question.low: question.low_words, question.high: question.high_words}
    return [
        SelectChoice(str(n), f"{n} – {ends[n]}" if ends.get(n) else str(n))
        for n in range(question.low, question.high + 1)
    ]


def _data(question: Question, value: Value) -> dict[str, Any]:
    if value is None:
        return {}
    if question.kind is Kind.MATRIX and isinstance(value, dict):
        return {f"row-{row}": key for row, key in value.items()}
    if question.kind is Kind.RANKING:
        return {f"place-{key}": place for key, place in places_of(value).items()}
    return {"answer": str(value) if isinstance(value, int) else value}
