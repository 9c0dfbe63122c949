"""The count at the close of a round, for the record."""

from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import clock
from consult.core.db import db
from consult.participation import queries
from consult.proposals.models import Round


def close_tally(round_: Round) -> None:
    """Put the count of a round that has closed into the record, once."""
    proposal = round_.proposal
    db.session.refresh(proposal, with_for_update=True)
    db.session.refresh(round_, with_for_update=True)
    if round_.counted_at is not None or round_.closes_at > clock.now():
        return
    tally = queries.tally_by_level(proposal)
    record(
        Fact.TALLY_CLOSED,
        council=proposal.council,
        proposal=proposal,
        by="system",
        round=round_.number,
        votes={
            stance.value: {level.value: votes for level, votes in levels.items()}
            for stance, levels in tally.items()
        },
        total=sum(sum(levels.values()) for levels in tally.values()),
        comments=queries.comment_count(proposal),
    )
    round_.counted_at = clock.now()
    db.session.flush()
