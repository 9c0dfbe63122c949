"""Sites that may show widgets, for tests."""

from consult.core import clock
from consult.core.db import db
from consult.councils.models import Council
from consult.embed.models import Proof, Site
from tests.factories import a_person

HOST = "https://www.thornmere.example"


def a_site(council: Council, origin: str = HOST, *, is_proved: bool = True) -> Site:
    """A site of a council's, proved by a file unless told otherwise."""
    site = Site(
        council=council,
        origin=origin,
        line=f"consult-embed={council.slug}-aaaa-bbbb",
        proof=Proof.FILE if is_proved else None,
        proved_at=clock.now() if is_proved else None,
        checked_at=clock.now() if is_proved else None,
        added_by=a_person(),
    )
    db.session.add(site)
    db.session.flush()
    return site
