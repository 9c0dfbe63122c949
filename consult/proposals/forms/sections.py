"""A form for each section, made from the fields that the section declares."""

from collections.abc import Iterator, Mapping
from typing import Any

from wtforms import (
    FieldList,
    FormField,
    HiddenField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms import (
    Form as PlainForm,
)
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]
from wtforms.form import BaseForm

from consult.core import _, _l
from consult.core.forms import Form
from consult.proposals import answers
from consult.proposals.fields import FIELDS, Field, Kind, section
from consult.proposals.forms.inputs import DateParts, MomentParts, RadioField, Rows, SelectField
from consult.proposals.forms.shapes import Shape, number, tidy
from consult.proposals.models import Proposal
from consult.proposals.rules import section_mark
from consult.proposals.rules.drafts import FIXED

FEW = 6
MOST_ROWS = 60
YES_NO = (SelectChoice("yes", _l("Yes")), SelectChoice("no", _l("No")))


class SectionForm(Form):
    """The base of every section's form."""

    seen = HiddenField()
    add = HiddenField()
    remove = HiddenField()
    next = HiddenField()
    section_key = ""

    @property
    def asked(self) -> Iterator[tuple[Field, Any]]:
        """Each declared field with its input."""
        for field in section(self.section_key).fields:
            if field.key in self:
                yield field, self[field.key]

    def values(self) -> dict[str, Any]:
        """What was typed, in the form in which it is stored."""
        return {field.key: _value(field, shown) for field, shown in self.asked}

    def turn(self) -> bool:
        """Add or remove a row if a button asks for it; nothing is checked or saved."""
        key = self.add.data or ""
        if key in self and isinstance(self[key], FieldList):
            if len(self[key].entries) < MOST_ROWS:
                self[key].append_entry()
            return True
        key, _dash, index = (self.remove.data or "").rpartition("-")
        if key in self and isinstance(self[key], FieldList):
            if index.isdecimal() and int(index) < len(self[key].entries):
                self[key].pop_entry(int(index))
            return True
        return False


def section_form(proposal: Proposal, section_key: str) -> SectionForm:
    """The form of a section, filled with what was sent or else with the draft."""
    parts: dict[str, Any] = {"section_key": section_key}
    for field in section(section_key).fields:
        if proposal.version_number and field.key in FIXED:
            continue
        parts[field.key] = _input(field, proposal.draft)
    form_type: type[SectionForm] = type("SectionForm", (SectionForm,), parts)
    form = form_type()
    if form.is_submitted():
        return form
    data = {
        field.key: _shown(field, proposal.draft.get(field.key))
        for field in section(section_key).fields
    }
    return form_type(data=data | {"seen": section_mark(proposal, section_key)})


def _input(field: Field, draft: Mapping[str, Any]) -> Any:
    given: dict[str, Any] = {
        "label": field.label,
        "description": field.hint or "",
        "validators": [Shape(field)],
    }
    match field.kind:
        case Kind.ROWS:
            inner = type("RowForm", (PlainForm,), _columns(field, draft))
            return Rows(
                FormField(inner),
                label=field.label,
                description=field.hint or "",
                min_entries=1,
            )
        case Kind.LONG_TEXT | Kind.MARKDOWN | Kind.LINES:
            return TextAreaField(filters=[tidy], **given)
        case Kind.YES_NO:
            return RadioField(choices=list(YES_NO), coerce=_text, **given)
        case Kind.DATE:
            return DateParts(**given)
        case Kind.MOMENT:
            return MomentParts(**given)
        case Kind.CHOICES:
            return SelectMultipleField(choices=_options(field, draft), **given)
        case Kind.CHOICE:
            options = _options(field, draft)
            if len(options) <= FEW and not field.rows_from:
                return RadioField(choices=options, coerce=_text, **given)
            return SelectField(
                choices=[SelectChoice("", _l("Choose")), *options], coerce=_text, **given
            )
        case _:
            return StringField(filters=[tidy], **given)


def _columns(field: Field, draft: Mapping[str, Any]) -> dict[str, Any]:
    columns = {column.key: _input(column, draft) for column in field.columns}
    return {"id": HiddenField()} | columns


def _options(field: Field, draft: Mapping[str, Any]) -> list[SelectChoice]:
    if field.choices:
        return [SelectChoice(member.value, member.label) for member in field.choices]
    if field.rows_from:
        named = FIELDS[field.rows_from]
        return [
            SelectChoice(str(row["id"]), answers.row_title(named, row, draft))
            for row in answers.rows(draft, field.rows_from)
            if row.get("id")
        ]
    return []


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _shown(field: Field, value: Any) -> Any:
    """A stored answer as its input takes it."""
    match field.kind:
        case Kind.ROWS:
            columns = {column.key: column for column in field.columns}
            return [
                {
                    key: _shown(columns[key], each) if key in columns else each
                    for key, each in row.items()
                }
                for row in value or []
            ]
        case Kind.LINES:
            return "\n".join(value or [])
        case Kind.YES_NO:
            return {True: "yes", False: "no"}.get(value, "")
        case Kind.NUMBER:
            return "" if value is None else str(value)
        case Kind.CHOICES:
            return list(value or [])
        case _:
            return value


def _value(field: Field, shown: Any) -> Any:
    """What an input holds, as it is stored; nothing typed is None."""
    match field.kind:
        case Kind.ROWS:
            return [row for entry in shown.entries if (row := _row(field, entry.form))]
        case Kind.LINES:
            return [line.strip() for line in (shown.data or "").splitlines() if line.strip()]
        case Kind.YES_NO:
            return {"yes": True, "no": False}.get(shown.data)
        case Kind.NUMBER:
            return number(shown.data) if shown.data else None
        case Kind.DATE | Kind.MOMENT:
            return shown.value
        case Kind.CHOICES:
            return list(shown.data or [])
        case _:
            return (shown.data or "").strip() or None


def _row(field: Field, form: BaseForm) -> dict[str, Any] | None:
    """A row that says something; an untouched one is left out."""
    values = {column.key: _value(column, form[column.key]) for column in field.columns}
    kept = {key: value for key, value in values.items() if not answers.is_blank(value)}
    if not kept:
        return None
    return {"id": form["id"].data or "", **kept}


def too_many(form: SectionForm) -> bool:
    """More rows than anybody would read."""
    for _field, shown in form.asked:
        if isinstance(shown, FieldList) and len(shown.entries) > MOST_ROWS:
            form.form_errors.append(
                str(_("At most %(number)s rows fit. Join some of them.", number=MOST_ROWS))
            )
            return True
    return False
