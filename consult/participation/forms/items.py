"""What people type to answer part by part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from wtforms import Field, HiddenField, RadioField, SelectMultipleField, TextAreaField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Length, Optional

from consult.core import _, _l
from consult.core.forms import Form
from consult.participation.forms.fields import choices, email_field, shown
from consult.participation.grid import LONGEST_OWN, Answer, Asked
from consult.participation.models import Comfort

TOO_LONG = _l("Your own words must be 300 characters or fewer.")


@dataclass(frozen=True)
class Line:
    """One part with the fields that ask about it."""

    asked: Asked
    view: Field
    safeguards: Field
    own: Field

    @property
    def errors(self) -> list[str]:
        """What is wrong in any of its fields."""
        return [*self.view.errors, *self.safeguards.errors, *self.own.errors]


class ItemsForm(Form):
    """A grid; `form_for` gives it three fields for each part."""

    asked: Sequence[Asked] = ()
    current = ""
    version = HiddenField()
    email = email_field("items-email")

    def __iter__(self) -> Iterator[Field]:
        """In the order of the page, the address last."""
        fields = list(super().__iter__())
        return iter(sorted(fields, key=lambda field: field.name == "email"))

    @property
    def lines(self) -> list[Line]:
        """The fields, part by part."""
        return [
            Line(each, self[f"view:{each.id}"], self[f"safe:{each.id}"], self[f"own:{each.id}"])
            for each in self.asked
        ]

    @property
    def answered(self) -> int:
        """How many parts have an answer."""
        return sum(1 for line in self.lines if line.view.data)

    @property
    def answers(self) -> dict[str, Answer]:
        """What was answered."""
        return {
            line.asked.id: Answer(
                Comfort(line.view.data), tuple(line.safeguards.data or ()), line.own.data
            )
            for line in self.lines
            if line.view.data
        }

    def validate(self, extra_validators: Any = None) -> bool:
        """Only what was read is answered; whoever asks for safeguards says so, too."""
        good = super().validate(extra_validators)
        if self.version.data != self.current:
            self.form_errors.append(
                str(_("The text has changed since you opened it. Look at it and send again."))
            )
            self.version.data, good = self.current, False
        for line in self.lines:
            if not line.view.data and (line.safeguards.data or line.own.data):
                label = Comfort.WITH_SAFEGUARDS.label
                message = _("%(part)s: choose “%(label)s” too.", part=line.asked.label, label=label)
                self.refuse(line.view.name, message)
                good = False
        return good

    def refuse(self, field: str, message: object) -> None:
        """A refusal about a part stands beside its answer."""
        super().refuse(f"view:{field}" if f"view:{field}" in self else field, message)


def form_for(
    asked: Sequence[Asked],
    offered: Mapping[str, str],
    version: int,
    kind: type[ItemsForm] = ItemsForm,
    **given: Any,
) -> ItemsForm:
    """Make the form that asks about these parts; another `kind` may ask for more."""
    fields: dict[str, Any] = {"asked": asked, "current": str(version)}
    for number, each in enumerate(asked, 1):
        fields |= _fields_of(each, number, offered)
    form = cast("ItemsForm", type("ItemsForm", (kind,), fields)(**given))
    form.version.data = form.version.data or form.current
    form.email.flags.optional = False  # nothing else says whose answers they are
    return form


def _fields_of(asked: Asked, number: int, offered: Mapping[str, str]) -> dict[str, Field]:
    return {
        f"view:{asked.id}": RadioField(
            asked.label, id=f"view-{number}", choices=choices(Comfort), validators=[Optional()]
        ),
        f"safe:{asked.id}": SelectMultipleField(  # type: ignore[call-arg]
            asked.label,
            id=f"safe-{number}",
            choices=[SelectChoice(key, label) for key, label in offered.items()],
            invalid_choice_message=_l("Choose from the safeguards in the list."),
        ),
        f"own:{asked.id}": TextAreaField(
            _l("Something else"),
            id=f"own-{number}",
            filters=[shown],
            validators=[Optional(), Length(max=LONGEST_OWN, message=TOO_LONG)],
        ),
    }
