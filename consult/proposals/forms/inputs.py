"""Inputs for every kind of answer; what was typed stays as it was typed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

import wtforms
from wtforms import FieldList, FormField, StringField
from wtforms import Form as PlainForm

from consult.core import _, clock
from consult.proposals import answers

CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE)


class RadioField(wtforms.RadioField):
    """One of a few; none is an answer that is not given yet."""

    def pre_validate(self, form: Any) -> None:
        """Take what is offered, or nothing."""
        if self.data:
            super().pre_validate(form)


class SelectField(wtforms.SelectField):
    """One of many; none is an answer that is not given yet."""

    def pre_validate(self, form: Any) -> None:
        """Take what is offered, or nothing."""
        if self.data:
            super().pre_validate(form)


class Rows(FieldList):  # type: ignore[type-arg]
    """Rows of inputs; a name with a number that we never gave is not one of them."""

    def _extract_indices(self, prefix: str, formdata: Iterable[str]) -> Iterator[int]:
        names = (name.removeprefix(f"{prefix}-") for name in formdata if name.startswith(prefix))
        for number in (name.partition("-")[0] for name in names):
            if number.isascii() and number.isdecimal() and len(number) <= 4:
                yield int(number)


class DayForm(PlainForm):
    """Three parts of a day."""

    day = StringField()
    month = StringField()
    year = StringField()


class MomentForm(DayForm):
    """Three parts of a day, and a time on a clock in London."""

    time = StringField()


class DateParts(FormField):  # type: ignore[type-arg]
    """A day in three parts, kept as typed; `value` is the stored form."""

    form_of_parts: type[PlainForm] = DayForm

    def __init__(self, label: Any = None, validators: Any = None, **given: Any) -> None:
        self.wrong: list[str] = []
        self.value: str | None = None
        super().__init__(self.form_of_parts, label, validators=None, **given)
        for validator in validators or ():
            for name, flag in getattr(validator, "field_flags", {}).items():
                setattr(self.flags, name, flag)

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Take a stored day apart, or keep what was typed."""
        super().process(formdata, self.parts(data) if isinstance(data, str) else {}, extra_filters)

    def parts(self, stored: str) -> dict[str, str]:
        """A stored day in parts."""
        found = answers.day(stored)
        if found is None:
            return {}
        return {"day": str(found.day), "month": str(found.month), "year": str(found.year)}

    def validate(self, _form: Any, _extra_validators: Any = ()) -> bool:
        """Put the parts together."""
        self.wrong = []
        try:
            self.value = self.read({k: (v or "").strip() for k, v in self.form.data.items()})
        except ValueError as wrong:
            self.value = None
            self.wrong = [str(wrong)]
        return not self.wrong

    def read(self, typed: dict[str, str]) -> str | None:
        """The stored form of what was typed; ValueError says what to do."""
        found = _day(typed)
        return found.isoformat() if found else None

    @property  # type: ignore[override]
    def errors(self) -> list[str]:
        """What is wrong with the day as a whole."""
        inner = [error for field in self.form for error in field.errors] if self.form else []
        return [*self.wrong, *inner]

    @errors.setter
    def errors(self, said: Sequence[str]) -> None:
        self.wrong = list(said)


class MomentParts(DateParts):
    """A day in three parts and a time, in London."""

    form_of_parts = MomentForm

    def parts(self, stored: str) -> dict[str, str]:
        """A stored moment in parts."""
        found = answers.moment(stored)
        if found is None:
            return {}
        return super().parts(stored) | {"time": f"{found.hour}:{found.minute:02d}"}

    def read(self, typed: dict[str, str]) -> str | None:
        """Day and time as one moment."""
        if not any(typed.values()):
            return None
        found = _day({key: value for key, value in typed.items() if key != "time"})
        if found is None:
            raise ValueError(_("Give the day as well as the time."))
        return datetime.combine(found, _time(typed["time"]), clock.LONDON).isoformat()


def _day(typed: dict[str, str]) -> date | None:
    if not any(typed.values()):
        return None
    if not all(typed.values()):
        raise ValueError(_("Give day, month and year, such as 27 3 2026."))
    numbers = [typed[part] for part in ("year", "month", "day")]
    if not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in numbers):
        raise ValueError(_("Write day, month and year in numbers, such as 27 3 2026."))
    year, month, day = map(int, numbers)
    if not 2000 <= year <= 2200:
        raise ValueError(_("Write the year with four numbers, such as 2026."))
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(_("There is no such day. Check day and month.")) from error


def _time(typed: str) -> time:
    if typed.lower() in ("noon", "midday"):
        return time(12, 0)
    found = CLOCK.fullmatch(typed)
    if found is None:
        raise ValueError(_("Write the time as 23:59 or 11:59pm."))
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        raise ValueError(_("Write the time as 23:59 or 11:59pm."))
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise ValueError(_("Write the time as 23:59 or 11:59pm."))
    return time(hour, minute)
