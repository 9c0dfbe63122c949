"""What staff type to answer themes and to draft and sign a decision."""

from typing import Any

from wtforms import (
    BooleanField,
    DateField,
    Field,
    FieldList,
    FormField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms import Form as PlainForm
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length, Optional

from consult.analysis.forms import as_id
from consult.analysis.models import Disposition
from consult.core import _l
from consult.core.forms import Form
from consult.decisions.models import Verdict

TOO_LONG = _l("This must be 2,000 characters or fewer.")
A_DATE = _l("Write a date as year-month-day, for example 2026-09-28.")
DATE_HINT = _l("For example 2026-09-28.")


MOST_ROWS = 20


def _needed() -> InputRequired:
    return InputRequired(_l("Fill this in."))


class DispositionForm(Form):
    disposition = RadioField(
        _l("What will the council do?"), validators=[InputRequired(_l("Choose an answer."))]
    )
    reason = TextAreaField(
        _l("Reason"),
        description=_l("Needed for “not changed”; for “outside this proposal” say who can help."),
        validators=[Optional(), Length(max=2000, message=TOO_LONG)],
    )
    by_when = DateField(
        _l("By when"),
        description=_l("Needed for “more work needed”. For example 2026-09-28."),
        validators=[Optional()],
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.disposition.choices = [SelectChoice(one.value, one.label) for one in Disposition]


class AnswerForm(DispositionForm):
    text = TextAreaField(
        _l("Answer"),
        description=_l("“We will …” in one or two sentences."),
        validators=[_needed(), Length(max=2000, message=TOO_LONG)],
    )


class StatementForm(Form):
    verdict = SelectField(_l("Outcome"), validators=[InputRequired(_l("Choose an outcome."))])
    headline = StringField(
        _l("The decision in one sentence"),
        description=_l("For example: We will go ahead, in a different way from the first plan."),
        validators=[_needed(), Length(max=160, message=_l("Use 160 characters or fewer."))],
    )
    statement = TextAreaField(
        _l("What will happen, and why"),
        validators=[_needed(), Length(max=10_000, message=_l("Use 10,000 characters or fewer."))],
    )
    how_considered = TextAreaField(
        _l("How the views were read"),
        validators=[_needed(), Length(max=2000, message=TOO_LONG)],
    )
    decided_by_role = StringField(
        _l("Who decides"),
        description=_l("A role, not a name: for example Cabinet Member for Communities."),
        validators=[_needed(), Length(max=200, message=_l("Use 200 characters or fewer."))],
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.verdict.choices = [
            SelectChoice("", _l("Choose one")),
            *(SelectChoice(one.value, one.label) for one in Verdict),
        ]


class ChangeForm(Form):
    title = StringField(
        _l("What this change is about"),
        validators=[_needed(), Length(max=120, message=_l("Use 120 characters or fewer."))],
    )
    before = TextAreaField(
        _l("As first proposed"), validators=[_needed(), Length(max=2000, message=TOO_LONG)]
    )
    after = TextAreaField(
        _l("What we will do instead"), validators=[_needed(), Length(max=2000, message=TOO_LONG)]
    )
    themes = SelectMultipleField(_l("Themes it comes from"), coerce=as_id)
    comments = SelectMultipleField(_l("Comments it comes from"), coerce=as_id)


class NotChangedForm(PlainForm):
    request = StringField(
        _l("What people asked for"), validators=[Optional(), Length(max=500, message=TOO_LONG)]
    )
    reason = TextAreaField(
        _l("Why it was not changed"), validators=[Optional(), Length(max=2000, message=TOO_LONG)]
    )


class NextStepForm(PlainForm):
    what = StringField(
        _l("What happens"), validators=[Optional(), Length(max=300, message=TOO_LONG)]
    )
    by = DateField(_l("By"), description=DATE_HINT, validators=[Optional()])


class EndingForm(Form):
    not_changed = FieldList(FormField(NotChangedForm), max_entries=MOST_ROWS)
    dissent = TextAreaField(
        _l("Who sees it differently"),
        description=_l(
            "Views that the decision does not follow, in the words of those who hold them."
        ),
        validators=[Optional(), Length(max=2000, message=TOO_LONG)],
    )
    next_steps = FieldList(FormField(NextStepForm), max_entries=MOST_ROWS)
    first_sharing_on = DateField(
        _l("First sharing"), description=DATE_HINT, validators=[Optional()]
    )
    review_on = DateField(_l("Checked again on"), description=DATE_HINT, validators=[Optional()])

    def rows_are_whole(self) -> bool:
        """A row is filled in both its parts or in none; the missing part is asked for."""
        whole = True
        for rows, names in (
            (self.not_changed, ("request", "reason")),
            (self.next_steps, ("what", "by")),
        ):
            for row in rows.entries:
                parts = [row.form[name] for name in names]
                empty = [part for part in parts if not _is_filled(part)]
                if empty and len(empty) < len(parts):
                    blank = empty[0]
                    blank.errors = [*blank.errors, str(_l("Fill this in, or empty the row."))]
                    whole = False
        return whole

    def requests(self) -> list[dict[str, str]]:
        """The rows of what was asked and not done."""
        rows = [entry.form for entry in self.not_changed.entries]
        return [
            {"request": row["request"].data, "reason": row["reason"].data}
            for row in rows
            if _is_filled(row["request"])
        ]

    def steps(self) -> list[dict[str, str]]:
        """The rows of what happens next, in the order of their dates."""
        rows = [entry.form for entry in self.next_steps.entries]
        found = [
            {"what": row["what"].data, "by": row["by"].data.isoformat()}
            for row in rows
            if _is_filled(row["what"])
        ]
        return sorted(found, key=lambda row: row["by"])


def _is_filled(part: Field) -> bool:
    return bool(part.data and str(part.data).strip())


class SignForm(Form):
    read_all = BooleanField(
        _l("I have read the whole report: every theme, every outcome and every answer."),
        validators=[InputRequired(_l("Confirm that you have read the whole report."))],
    )


class ReturnForm(Form):
    words = TextAreaField(
        _l("What should be different?"),
        validators=[
            InputRequired(_l("Say what should be different.")),
            Length(max=2000, message=TOO_LONG),
        ],
    )


class ButtonForm(Form):
    """A button and nothing to type."""
