"""Who can be played in the demo, and what mail was sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Uuid, literal, or_, select, tuple_

from consult.accounts import queries as accounts
from consult.accounts.models import Person, Verification
from consult.core.db import UTC, db
from consult.core.errors import NotFound
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.councils import queries as councils
from consult.councils.models import Council, Role
from consult.councils.queries import Member
from consult.demo.people import DOMAINS, is_invented
from consult.jobs.models import Mail

ORDER = (Role.OFFICER, Role.MODERATOR, Role.DECISION_MAKER, Role.ANALYST, Role.OWNER)


@dataclass(frozen=True)
class Cast:
    """One council's people: who works there, and who lives there."""

    council: Council
    staff: Sequence[Member]
    residents: Sequence[tuple[Person, Verification]]


def is_loaded() -> bool:
    """The invented councils exist."""
    chosen = select(Council.id).where(Council.slug.in_(DOMAINS)).limit(1)
    return db.session.scalar(chosen) is not None


def casts() -> list[Cast]:
    """The people of the invented councils; the crowd that only votes stays in the background."""
    found = db.session.scalars(
        select(Person)
        .where(or_(*(Person.email.endswith(f"@{domain}") for domain in DOMAINS.values())))
        .order_by(Person.email)
    ).all()
    told = []
    for council in councils.councils():
        if council.slug in DOMAINS:
            staff = [one for one in councils.members(council) if is_invented(one.person)]
            staff.sort(key=lambda one: ORDER.index(one.roles[0].role))
            busy = {one.person.id for one in staff}
            ends = f"@{DOMAINS[council.slug]}"
            here = [p for p in found if (p.email or "").endswith(ends) and p.id not in busy]
            here.sort(key=lambda person: (person.public_name.casefold(), person.email or ""))
            levels = councils.levels_in(council, here)
            told.append(Cast(council, staff, [(person, levels[person.id]) for person in here]))
    return told


def invented(person_id: UUID) -> Person:
    """A person of the stories; nobody else can be played."""
    person = accounts.person(person_id)
    if not is_invented(person):
        raise NotFound()
    return person


def workplace(person: Person) -> Council | None:
    """The council somebody of the stories works for."""
    return next(iter(councils.councils_of(person)), None)


def home(person: Person) -> Council:
    """The council somebody of the stories lives in."""
    domain = (person.email or "").rpartition("@")[2]
    slug = next(slug for slug, named in DOMAINS.items() if named == domain)
    return councils.council(slug)


def mail_page(after: str | None = None, size: int = SIZE) -> Page[Mail]:
    """Sent mail, the newest first."""
    chosen = select(Mail).order_by(Mail.queued_at.desc(), Mail.id.desc()).limit(size + 1)
    if after is not None:
        at, mail_id = decode_cursor(after, datetime, UUID)
        chosen = chosen.where(
            tuple_(Mail.queued_at, Mail.id) < tuple_(literal(at, UTC()), literal(mail_id, Uuid()))
        )
    found = db.session.scalars(chosen).all()
    last = found[size - 1] if len(found) > size else None
    return Page(found[:size], encode_cursor(last.queued_at, last.id) if last else None)
