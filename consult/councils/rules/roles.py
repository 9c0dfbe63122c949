"""Roles: given and taken away; a council is never left without an owner."""

from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _
from consult.core.db import db
from consult.core.errors import Forbidden, Refused
from consult.councils import queries
from consult.councils.models import Council, Role, Staff


def give_role(council: Council, person: Person, role: Role, by: Person | None = None) -> Staff:
    """Let somebody do something for a council; giving it twice is giving it once."""
    held = queries.role_held(person, council, role)
    if held is not None:
        return held
    given = Staff(council=council, person=person, role=role)
    db.session.add(given)
    db.session.flush()
    actor = "owner" if by is not None else "system"
    record(Fact.SETTINGS_CHANGED, council=council, by=actor, what="role_given", role=role)
    return given


def take_role(owner: Person, staff: Staff) -> None:
    """Take one role away. The last owner stays."""
    council = queries.locked_council(staff.council)
    check_owner(owner, council)
    if staff.role is Role.OWNER and len(queries.staff_with(council, Role.OWNER)) < 2:
        raise Refused(
            _("This is the council's only owner. Invite another owner before taking this away.")
        )
    db.session.delete(staff)
    db.session.flush()
    record(Fact.SETTINGS_CHANGED, council=council, by="owner", what="role_taken", role=staff.role)


def check_owner(person: Person, council: Council) -> None:
    """Refuse whoever does not own the council's settings."""
    if queries.role_held(person, council, Role.OWNER) is None:
        raise Forbidden(_("Only an owner of this council can do this."))
