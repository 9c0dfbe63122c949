"""Acting inside a frame: each pass once, and each act can be taken back for a minute."""

import hashlib
from datetime import date, timedelta

from sqlalchemy import delete

from consult.core import _, clock
from consult.core.db import db, insert_into
from consult.core.errors import Refused
from consult.embed import queries
from consult.embed.models import Sighting, Spent
from consult.participation import rules as participation
from consult.proposals.models import Proposal

KEPT = timedelta(hours=1)


def check_may_act(proposal: Proposal, host: str) -> None:
    """Only a proved site may hold a form, and only while the round is open."""
    if not queries.may_act(proposal.council, host):
        raise Refused(
            _("You cannot take part on this site. Nothing was sent. Open the page on Consult.")
        )
    participation.check_open(proposal)


def spend(number: str) -> None:
    """Use a pass up; whoever sends the same form again hears that it was sent before."""
    spent = insert_into(Spent).values(
        token_hash=hashlib.sha256(number.encode()).hexdigest(), expires_at=clock.now() + KEPT
    )
    made = db.session.execute(spent.on_conflict_do_nothing().returning(Spent.token_hash)).scalar()
    if made is None:
        raise Refused(_("This was sent before, and we have it. You need not send it again."))


def forget_spent() -> None:
    """Forget passes that could not be used any more anyway."""
    db.session.execute(delete(Spent).where(Spent.expires_at < clock.now()))


def note_seen(proposal: Proposal, host: str, view: str) -> None:
    """Count that a widget was seen on a site of the council's; other sites are not noted."""
    if host in queries.proved_origins(proposal.council):
        _count(proposal, host, view, seen=1)


def note_used(proposal: Proposal, host: str, view: str) -> None:
    """Count that somebody took part through a widget."""
    if host:
        _count(proposal, host, view, used=1)


def _count(proposal: Proposal, host: str, view: str, seen: int = 0, used: int = 0) -> None:
    day: date = clock.local(clock.now()).date()
    row = insert_into(Sighting).values(
        proposal_id=proposal.id, origin=host, view=view, day=day, seen=seen, used=used
    )
    more = {"seen": Sighting.seen + seen, "used": Sighting.used + used}
    keys = ["proposal_id", "origin", "view", "day"]
    db.session.execute(row.on_conflict_do_update(index_elements=keys, set_=more))
