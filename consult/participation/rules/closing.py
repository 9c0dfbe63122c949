"""The count at the close of a round, for the record."""

from collections.abc import Mapping

from consult.accounts.models import Verification
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import clock
from consult.core.db import db
from consult.core.logs import log
from consult.participation import queries
from consult.participation.counters import Key, move_votes
from consult.participation.models import VOTES
from consult.proposals.models import Proposal, Round


def close_tally(round_: Round) -> None:
    """Count a round that has closed, vote by vote, and put the count into the record, once."""
    proposal = round_.proposal
    db.session.refresh(proposal, with_for_update=True)
    db.session.refresh(round_, with_for_update=True)
    if round_.counted_at is not None or round_.closes_at > clock.now():
        return
    votes = queries.counted_votes(proposal)
    _set_right(proposal, votes)
    record(
        Fact.TALLY_CLOSED,
        council=proposal.council,
        proposal=proposal,
        by="system",
        round=round_.number,
        votes={
            stance.value: {level.value: votes.get((stance, level), 0) for level in Verification}
            for stance in VOTES
        },
        total=sum(votes.values()),
        comments=queries.counted_comments(proposal),
    )
    _tell_set_aside(round_, votes)
    round_.counted_at = clock.now()
    db.session.flush()


def _tell_set_aside(round_: Round, votes: Mapping[Key, int]) -> None:
    """While results were hidden no count could stand beside the votes set aside; now it can."""
    aside = queries.aside_tally(round_.proposal)
    if not round_.proposal.hides_results or not any(aside.values()):
        return
    after = {
        stance: sum(votes.get((stance, level), 0) for level in Verification) for stance in VOTES
    }
    record(
        Fact.TALLY_WITHOUT,
        council=round_.proposal.council,
        proposal=round_.proposal,
        by="system",
        round=round_.number,
        views=sum(aside.values()),
        before={stance.value: after[stance] + aside[stance] for stance in VOTES},
        after={stance.value: after[stance] for stance in VOTES},
    )


def _set_right(proposal: Proposal, votes: Mapping[Key, int]) -> None:
    """Let the counters say what the count says; they should already."""
    held = {
        (stance, level): said
        for stance, levels in queries.tally_by_level(proposal).items()
        for level, said in levels.items()
    }
    wrong = {key: votes.get(key, 0) - said for key, said in held.items()}
    if any(wrong.values()):
        log.error("counters", proposal=str(proposal.id))
        move_votes(proposal.id, wrong)
