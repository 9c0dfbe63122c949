"""Questions about where residents live, as far as councils know it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import joinedload

from consult.accounts.models import Person, Verification
from consult.accounts.queries import hold_person
from consult.core import clock
from consult.core.db import db
from consult.core.suppression import LEAST
from consult.councils.models import Council, LetterCode, Postcode, Residence


@dataclass(frozen=True)
class Batch:
    """The codes of one printing, and how many have been used."""

    batch: str
    printed_at: datetime
    expires_at: datetime
    printed: int
    used: int

    @property
    def tells_nobody(self) -> bool:
        """Went to so many homes that its use says nothing about one of them."""
        return self.printed >= LEAST

    @property
    def last_day(self) -> date:
        """The last day on which they work, in London."""
        return clock.local(self.expires_at - timedelta(seconds=1)).date()


# Levels that no council gives: what somebody is, or how their words came.
BY_THEMSELVES = (Verification.ORGANISATION, Verification.GUEST_UNVERIFIED)


def level_in(person: Person, council: Council, *, to_count: bool = False) -> Verification:
    """How surely a council knows a person; held until the end where something counts by it."""
    if to_count:
        hold_person(person)
    if person.verification in BY_THEMSELVES:
        return person.verification
    held = db.session.scalar(
        select(Residence.level).filter_by(council_id=council.id, person_id=person.id)
    )
    return held or Verification.EMAIL_VERIFIED


def levels_in(council: Council, people: Sequence[Person]) -> dict[UUID, Verification]:
    """How surely a council knows each of these people, in one statement."""
    rows = db.session.execute(
        select(Residence.person_id, Residence.level)
        .filter_by(council_id=council.id)
        .where(Residence.person_id.in_([person.id for person in people]))
    )
    held = {row.person_id: row.level for row in rows}
    return {
        one.id: one.verification
        if one.verification in BY_THEMSELVES
        else held.get(one.id, Verification.EMAIL_VERIFIED)
        for one in people
    }


def residence_of(person: Person, council: Council) -> Residence | None:
    """Where somebody lives, as far as they told this council."""
    return db.session.scalar(
        select(Residence).filter_by(council_id=council.id, person_id=person.id)
    )


def residences_of(person: Person) -> Sequence[Residence]:
    """Where somebody lives, as far as they told any council, by its name."""
    return db.session.scalars(
        select(Residence)
        .filter_by(person_id=person.id)
        .join(Residence.council)
        .options(joinedload(Residence.council))
        .order_by(Council.name)
    ).all()


def ward_of(council: Council, postcode: str) -> str | None:
    """The ward in which a postcode lies, by the council's own table."""
    return db.session.scalar(
        select(Postcode.ward).filter_by(council_id=council.id, postcode=postcode)
    )


def postcode_count(council: Council) -> int:
    """How many postcodes a council's table names."""
    asked = select(func.count()).select_from(Postcode).filter_by(council_id=council.id)
    return db.session.scalar(asked) or 0


def letter_code(council: Council, code_hash: str) -> LetterCode | None:
    """A printed code, held against others until the transaction ends."""
    return db.session.scalar(
        select(LetterCode)
        .filter_by(council_id=council.id, code_hash=code_hash)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def is_printed(council: Council, batch: str) -> bool:
    """Tell whether the codes of this printing exist."""
    asked = select(LetterCode.id).filter_by(council_id=council.id, batch=batch).limit(1)
    return db.session.scalar(asked) is not None


def letter_batches(council: Council) -> list[Batch]:
    """Every printing of codes, the newest first."""
    first = func.min(LetterCode.created_at, type_=LetterCode.created_at.type)
    last = func.max(LetterCode.expires_at, type_=LetterCode.expires_at.type)
    rows = db.session.execute(
        select(
            LetterCode.batch,
            first,
            last,
            func.count(),
            func.sum(case((LetterCode.is_used, 1), else_=0)),
        )
        .where(LetterCode.council_id == council.id)
        .group_by(LetterCode.batch)
        .order_by(first.desc(), LetterCode.batch)
    )
    return [Batch(*row) for row in rows]


def residents_by_level(council: Council) -> dict[Verification, int]:
    """How many people told a council where they live, by how surely it knows."""
    rows = db.session.execute(
        select(Residence.level, func.count().label("people"))
        .filter_by(council_id=council.id)
        .group_by(Residence.level)
    )
    return {row.level: row.people for row in rows}
