"""Keeping a picture for each proposal that residents can see."""

from uuid import UUID

from consult.core import clock
from consult.core.db import db, insert_into
from consult.embed import queries
from consult.embed.models import Picture
from consult.jobs.outbox import later


def ask_for_pictures() -> int:
    """Have the worker draw what no picture shows as it stands now."""
    stale = queries.stale_pictures()
    for proposal in stale:
        later("embed.draw", proposal_id=str(proposal.id))
    return len(stale)


def keep_picture(proposal_id: UUID, key: str, png: bytes) -> None:
    """Put a drawing in the place of the one before."""
    drawn = {"key": key, "png": png, "made_at": clock.now()}
    made = insert_into(Picture).values(proposal_id=proposal_id, **drawn)
    db.session.execute(made.on_conflict_do_update(index_elements=["proposal_id"], set_=drawn))
