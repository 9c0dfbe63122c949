"""Questions about how moderators work: their named lists and their daily mail."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from consult.accounts.models import Person
from consult.core.db import db
from consult.councils.models import Council
from consult.moderation.models import Case, Digest, QueueView


def named_views(person: Person, council: Council) -> Sequence[QueueView]:
    """The lists that a moderator gave names, by name."""
    return db.session.scalars(
        select(QueueView)
        .filter_by(person_id=person.id, council_id=council.id)
        .order_by(QueueView.name, QueueView.id)
    ).all()


def named_view(person: Person, council: Council, view_id: UUID) -> QueueView | None:
    """One of them; nothing where it is somebody else's."""
    return db.session.scalar(
        select(QueueView).filter_by(id=view_id, person_id=person.id, council_id=council.id)
    )


def digest_of(person: Person, council: Council) -> Digest | None:
    """What is known of the daily mail to a moderator; nothing until the first."""
    return db.session.get(Digest, (person.id, council.id))


def councils_with_cases() -> Sequence[Council]:
    """The councils where something waits."""
    waits = select(Case.id).where(Case.council_id == Council.id, Case.settled_at.is_(None)).exists()
    return db.session.scalars(select(Council).where(waits).order_by(Council.id)).all()


def told_already(council: Council, day: date) -> frozenset[UUID]:
    """Who had the mail of a day, or wants none."""
    rows = db.session.scalars(select(Digest).filter_by(council_id=council.id))
    return frozenset(row.person_id for row in rows if row.is_off or row.sent_on == day)
