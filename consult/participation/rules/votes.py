"""Taking, changing and withdrawing a vote."""

from collections import Counter
from collections.abc import Collection, Mapping
from uuid import UUID, uuid4

from consult.accounts.models import Person, Verification
from consult.core import _, _l, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils import queries as councils
from consult.councils.models import Council
from consult.participation import queries
from consult.participation.counters import Key, insert_into, move_votes
from consult.participation.models import VOTES, Pending, Stance, Vote, mark_of
from consult.participation.rules.asides import COUNTS
from consult.participation.rules.kinds import KINDS, Kind, Payload
from consult.participation.rules.levels import MOVES, still_counts
from consult.participation.rules.openness import check_open
from consult.participation.rules.pending import hold_for
from consult.participation.texts import tidy
from consult.proposals.models import Proposal

LONGEST_REASON = 1000


def cast_vote(voter: Person, proposal: Proposal, stance: Stance, reason: str | None = None) -> Vote:
    """Take the voter's stance, in place of any they held before."""
    level = councils.level_in(voter, proposal.council, to_count=True)
    check_open(proposal)
    if stance not in VOTES:
        raise Invalid("stance", _("Choose what you think of this change."))
    reason = check_reason(reason)
    vote, is_new = _made_or_held(voter, proposal, stance, reason, level)
    if is_new:
        _move(vote, {(stance, level): 1})
        return vote
    was = (vote.stance, vote.level)
    same = (vote.stance, vote.reason, vote.level, vote.version_number)
    now = (stance, reason, level, proposal.version_number)
    if same == now:
        return vote
    vote.stance, vote.reason, vote.level, vote.version_number = now
    vote.changed_at = clock.now()
    if was != (stance, level):
        _move(vote, {was: -1, (stance, level): 1})
    db.session.flush()
    return vote


def hold_vote(email: str, proposal: Proposal, stance: Stance, reason: str | None) -> Pending:
    """Keep a visitor's vote until they confirm."""
    check_open(proposal)
    payload = {"stance": stance.value, "reason": check_reason(reason)}
    return hold_for(email, proposal, "vote", payload)


def confirm_vote(voter: Person, proposal: Proposal) -> Vote:
    """Let a vote stand although the text has changed since."""
    check_open(proposal)
    vote = queries.vote_of(voter, proposal, to_change=True)
    if vote is None:
        raise Refused(_("You have not given a view on this proposal."))
    vote.version_number = proposal.version_number
    db.session.flush()
    return vote


def withdraw_vote(voter: Person, proposal: Proposal) -> None:
    """Take a vote back; without one there is nothing to do."""
    check_open(proposal)
    vote = queries.vote_of(voter, proposal, to_change=True)
    if vote is None:
        return
    _move(vote, {(vote.stance, vote.level): -1})
    db.session.delete(vote)
    db.session.flush()


def move_level(voter: Person, council: Council, level: Verification) -> None:
    """Let the voter's votes count at the level at which the council now knows them."""
    for known in queries.votes_at_other_levels(voter, council, level):
        proposal = known.proposal
        if not still_counts(proposal):
            continue
        vote = queries.vote_of(voter, proposal, to_change=True)
        if vote is not None and vote.level is not level:
            _move(vote, {(vote.stance, vote.level): -1, (vote.stance, level): 1})
            vote.level = level
    db.session.flush()


def count_votes(proposal: Proposal, people: Collection[UUID], aside: bool) -> None:
    """Set these people's votes aside, or let them count again."""
    moved: Counter[Key] = Counter()
    for vote in queries.votes_by(proposal, people):
        if vote.is_aside is not aside:
            moved[vote.stance, vote.level] += -1 if aside else 1
            vote.is_aside = aside
    db.session.flush()
    move_votes(proposal.id, moved)


def check_reason(reason: str | None) -> str | None:
    """Tidy a reason; refuse one that is too long."""
    words = tidy(reason or "")
    if len(words) > LONGEST_REASON:
        raise Invalid("reason", _("Your reason must be 1,000 characters or fewer."))
    return words or None


def _move(vote: Vote, changes: Mapping[Key, int]) -> None:
    """Move the counters, unless the vote is set aside and counts nowhere."""
    if not vote.is_aside:
        move_votes(vote.proposal_id, changes)


def _made_or_held(
    voter: Person, proposal: Proposal, stance: Stance, reason: str | None, level: Verification
) -> tuple[Vote, bool]:
    """Insert the vote unless the voter holds one; whoever comes second waits and sees it."""
    now = clock.now()
    made = insert_into(Vote).values(
        id=uuid4(),
        created_at=now,
        changed_at=now,
        proposal_id=proposal.id,
        voter_id=voter.id,
        stance=stance,
        reason=reason,
        level=level,
        version_number=proposal.version_number,
        is_aside=mark_of(proposal.id, voter.id),
    )
    is_new = (
        db.session.execute(
            made.on_conflict_do_nothing(index_elements=["proposal_id", "voter_id"]).returning(
                Vote.id
            )
        ).scalar()
        is not None
    )
    vote = queries.vote_of(voter, proposal, to_change=True)
    if vote is None:
        raise Refused(_("Your view was withdrawn a moment ago. Look at the page again."))
    return vote, is_new


def _count(person: Person, proposal: Proposal, payload: Payload) -> None:
    cast_vote(person, proposal, Stance(payload["stance"]), payload["reason"])


def _told(proposal: Proposal, payload: Payload) -> str:
    stance = Stance(payload["stance"]).label
    return _("You gave your view on “%(title)s”: %(stance)s.", title=proposal.title, stance=stance)


KINDS["vote"] = Kind(
    count=_count,
    subject=_l("Confirm your view"),
    heading=_l("Confirm your view"),
    button=_l("Yes, count my view"),
    told=_told,
    effect=_l(
        "It counts as soon as you confirm it. If this address has already given a view, "
        "this one takes its place."
    ),
)


MOVES.append(move_level)
COUNTS.append(count_votes)
