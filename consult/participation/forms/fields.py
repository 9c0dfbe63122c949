"""Fields and filters that several forms share."""

from typing import Any

from wtforms import HiddenField, StringField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import AnyOf, Length, Optional

from consult.core import _l
from consult.participation.rules.screening import Private


def shown(text: str | None) -> str | None:
    """Leave out what no page may hold, so that refused words can be shown again."""
    return text.replace("\x00", "") if text else text


def choices(stances: Any) -> list[SelectChoice]:
    return [SelectChoice(stance.value, stance.label) for stance in stances]


class PrivateField(HiddenField):
    """What to do with details that look private; asked for only where there are some."""

    @property
    def chosen(self) -> Private | None:
        """What the author pressed, if they were asked."""
        return Private(self.data) if self.data else None


def private_field(id_: str) -> PrivateField:
    """The field that the two buttons beside such details send."""
    return PrivateField(
        _l("Private details"), id=id_, validators=[Optional(), AnyOf([*map(str, Private)])]
    )


def email_field(id_: str | None = None) -> StringField:
    """The address of a visitor, whose view waits until they confirm it."""
    return StringField(
        _l("Your e-mail address"),
        id=id_,
        filters=[shown],
        description=_l("To count you once. Nobody else sees it, and you need no password."),
        validators=[Optional(), Length(max=254, message=_l("Enter a shorter e-mail address."))],
    )
