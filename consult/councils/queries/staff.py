"""Questions about councils and their staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from consult.accounts.models import Person
from consult.accounts.tokens import token_hash
from consult.core.db import db
from consult.core.errors import NotFound
from consult.councils.models import Council as Council
from consult.councils.models import Invitation, Role, Staff


@dataclass(frozen=True)
class Member:
    """Somebody who works for a council, with each role they hold."""

    person: Person
    roles: Sequence[Staff]


def council(slug: str) -> Council:
    """The council of that address, asked for once a request."""
    known: dict[str, Council] = db.session.info.setdefault("councils", {})
    found = known.get(slug)
    if found is None or found not in db.session:
        found = db.session.scalar(select(Council).filter_by(slug=slug))
        if found is None:
            raise NotFound()
        known[slug] = found
    return found


def councils() -> Sequence[Council]:
    """All councils, by name."""
    return db.session.scalars(select(Council).order_by(Council.name)).all()


def roles_of(person: Person, council: Council) -> frozenset[Role]:
    """The roles a person holds in a council."""
    held = db.session.scalars(select(Staff.role).filter_by(person_id=person.id, council=council))
    return frozenset(held)


def councils_of(person: Person) -> Sequence[Council]:
    """The councils a person works for, by name."""
    return db.session.scalars(
        select(Council)
        .where(Council.id.in_(select(Staff.council_id).filter_by(person_id=person.id)))
        .order_by(Council.name)
    ).all()


def locked_council(council: Council) -> Council:
    """The same council, held against others until the transaction ends."""
    return db.session.execute(
        select(Council)
        .filter_by(id=council.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).scalar_one()


def council_named(name: str) -> Council | None:
    """The council that bears this name."""
    return db.session.scalar(select(Council).filter_by(name=name))


def logo(council: Council) -> bytes:
    """The picture a council uploaded."""
    if council.logo is None:
        raise NotFound()
    return council.logo


def staff_with(council: Council, role: Role) -> list[Person]:
    """Who holds a role in a council, the longest-serving first."""
    return list(
        db.session.scalars(
            select(Person)
            .join(Staff, Staff.person_id == Person.id)
            .where(Staff.council_id == council.id, Staff.role == role)
            .order_by(Staff.created_at, Staff.id)
        )
    )


def members(council: Council) -> list[Member]:
    """Everybody who works for a council, by name; roles in the order of their rank."""
    held = db.session.scalars(
        select(Staff).filter_by(council_id=council.id).options(joinedload(Staff.person))
    )
    ranks = list(Role)
    rows = sorted(
        held,
        key=lambda staff: (
            (staff.person.real_name or staff.person.pseudonym).casefold(),
            staff.person_id.hex,
            ranks.index(staff.role),
        ),
    )
    groups = groupby(rows, key=lambda staff: staff.person)
    return [Member(person, list(roles)) for person, roles in groups]


def role_held(person: Person, council: Council, role: Role) -> Staff | None:
    """The row that gives a person a role."""
    return db.session.scalar(
        select(Staff).filter_by(person_id=person.id, council_id=council.id, role=role)
    )


def staff_row(council: Council, staff_id: UUID) -> Staff:
    """One role that somebody holds in this council."""
    found = db.session.scalar(
        select(Staff)
        .filter_by(id=staff_id, council_id=council.id)
        .options(joinedload(Staff.person))
    )
    if found is None:
        raise NotFound()
    return found


def is_role_gone(staff_id: UUID) -> bool:
    """No council has such a row any more, so what was asked to be taken away has been."""
    return db.session.get(Staff, staff_id) is None


def invitation(council: Council, invitation_id: UUID) -> Invitation:
    """One of this council's invitations."""
    found = db.session.scalar(select(Invitation).filter_by(id=invitation_id, council_id=council.id))
    if found is None:
        raise NotFound()
    return found


def invitation_by_token(token: str, *, to_change: bool = False) -> Invitation:
    """The invitation whose link this is."""
    chosen = select(Invitation).filter_by(token_hash=token_hash(token))
    if to_change:
        chosen = chosen.with_for_update().execution_options(populate_existing=True)
    found = db.session.scalar(chosen)
    if found is None:
        raise NotFound()
    return found


def waiting_invitation(council: Council, email: str, role: Role) -> Invitation | None:
    """The invitation of that address to that role, good or lapsed, that nobody has answered."""
    return db.session.scalar(
        select(Invitation).filter_by(
            council_id=council.id, email=email, role=role, accepted_at=None, withdrawn_at=None
        )
    )


def waiting_invitations(council: Council) -> Sequence[Invitation]:
    """Invitations that nobody has answered, the newest first."""
    return db.session.scalars(
        select(Invitation)
        .filter_by(council_id=council.id, accepted_at=None, withdrawn_at=None)
        .order_by(Invitation.created_at.desc(), Invitation.id)
    ).all()


def has_taken_up(person: Person, invitation: Invitation) -> bool:
    """True for whoever accepted it: pressing the button again leads to the same place."""
    return invitation.accepted_at is not None and invitation.email == person.email
