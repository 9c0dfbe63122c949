"""Named lists, and one mail on a working day about what waits."""

from uuid import UUID

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, NotFound
from consult.councils import queries as councils
from consult.councils.models import Council, Role
from consult.moderation import letters, queries
from consult.moderation.models import Digest, QueueView
from consult.moderation.sought import Sought

MOST_VIEWS = 12
HOUR = 8  # London time; nobody is written to earlier
FRIDAY = 4


def name_view(moderator: Person, council: Council, name: str, sought: Sought) -> QueueView:
    """Keep a choice of what waits under a name; the same name again means the new choice."""
    views = queries.named_views(moderator, council)
    view = next((each for each in views if each.name == name), None)
    if view is None and len(views) >= MOST_VIEWS:
        raise Invalid("name", _("You have 12 lists. Delete one before you name another."))
    if view is None:
        view = QueueView(person_id=moderator.id, council_id=council.id, name=name, asked={})
        db.session.add(view)
    view.asked = dict(sought.words)
    db.session.flush()
    return view


def forget_view(moderator: Person, council: Council, view_id: UUID) -> None:
    """Delete one of one's own lists."""
    view = queries.named_view(moderator, council, view_id)
    if view is None:
        raise NotFound()
    db.session.delete(view)
    db.session.flush()


def want_digest(moderator: Person, council: Council, *, is_wanted: bool) -> None:
    """Turn the daily mail on or off."""
    _digest(moderator, council).is_off = not is_wanted
    db.session.flush()


def send_digests() -> int:
    """On a working day, once it is eight, write to each moderator who has something waiting."""
    now = clock.local(clock.now())
    if now.weekday() > FRIDAY or now.hour < HOUR:
        return 0
    sent = 0
    for council in queries.councils_with_cases():
        told = queries.told_already(council, now.date())
        figures = queries.queue_figures(council)
        moderators = councils.staff_with(council, Role.MODERATOR)
        for person in sorted(moderators, key=lambda each: each.id):
            if not figures.waiting or person.id in told or person.disabled_at is not None:
                continue
            _digest(person, council).sent_on = now.date()
            letters.tell_what_waits(person, council, figures)
            sent += 1
    db.session.flush()
    return sent


def _digest(person: Person, council: Council) -> Digest:
    digest = queries.digest_of(person, council)
    if digest is None:
        digest = Digest(person_id=person.id, council_id=council.id, is_off=False)
        db.session.add(digest)
    return digest
