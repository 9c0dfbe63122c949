"""How a council has comments checked before they are public."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from consult.accounts import rules as accounts
from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _
from consult.core.db import db
from consult.core.errors import Invalid
from consult.councils import queries
from consult.councils.models import Checks, Council
from consult.councils.rules.roles import check_owner

MOST_LINES = 200
LONGEST_LINE = 120
SHORTEST_CUE = 3


@dataclass(frozen=True)
class CheckSettings:
    """What an owner chooses; lists hold one thing a line."""

    duty_email: str = ""
    publishes_held: bool = False
    phones: Sequence[str] = ()
    mailboxes: Sequence[str] = ()
    postcodes: Sequence[str] = ()
    names: Sequence[str] = ()
    cues_added: Sequence[str] = ()
    cues_removed: Sequence[str] = ()


LISTS = tuple(one.name for one in fields(CheckSettings))[2:]


def set_checks(owner: Person, council: Council, chosen: CheckSettings) -> None:
    """Choose what is looked for and what happens in time; what waits now stays as it is."""
    check_owner(owner, council)
    duty_email = _address(chosen.duty_email)
    lists = {name: _lines(name, getattr(chosen, name)) for name in LISTS}
    if any(len(cue) < SHORTEST_CUE for cue in lists["cues_added"]):
        raise Invalid("cues_added", _("Words to hold for must have three letters or more."))
    queries.locked_council(council)
    held = db.session.get(Checks, council.id)
    if held is None:
        held = Checks(council_id=council.id)
        db.session.add(held)
    held.duty_email, held.publishes_held = duty_email, chosen.publishes_held
    for name, lines in lists.items():
        setattr(held, name, lines)
    db.session.flush()
    record(Fact.SETTINGS_CHANGED, council=council, by="owner", what="checks", role="")


def _address(typed: str) -> str | None:
    if not typed.strip():
        return None
    try:
        return accounts.normal_email(typed)
    except Invalid as error:
        raise Invalid("duty_email", error.message) from error


def _lines(name: str, lines: Sequence[str]) -> list[str]:
    kept = list(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))
    if len(kept) > MOST_LINES:
        raise Invalid(name, _("Use 200 lines or fewer."))
    if any(len(line) > LONGEST_LINE for line in kept):
        raise Invalid(name, _("Use 120 characters or fewer in a line."))
    return kept
