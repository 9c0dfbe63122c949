"""Noticing patterns for moderators to look at, and keeping what they found."""

from datetime import datetime, timedelta
from uuid import UUID

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid
from consult.moderation import queries
from consult.moderation.bursts import Pace, is_rush, people_of, shared
from consult.moderation.models import Found, Pattern, Signal, SignalLook
from consult.proposals.models import Proposal

LATELY = timedelta(hours=48)  # how far back the same words are looked for
A_DAY = timedelta(days=1)  # the rush of an opening day is no question
ONE_RUSH = timedelta(hours=3)  # hours so near to each other belong to one rush
KEPT = timedelta(days=365)
LONGEST_NOTE = 500


def notice_all() -> int:
    """Look at every open proposal; tell how many new questions there are."""
    return sum(notice(proposal) for proposal in queries.open_proposals())


def notice(proposal: Proposal) -> int:
    """Look for the same words, and for many people at once; nothing is done to anybody."""
    now, made = clock.now(), 0
    said = queries.said_lately(proposal, now - LATELY)
    authors = {comment_id: author_id for comment_id, author_id, _words in said}
    for group in shared(said):
        seen = queries.signal_like(proposal, Pattern.SAME_WORDS, now, group)
        people = people_of(group, authors)
        made += _notice(proposal, Pattern.SAME_WORDS, seen, people, 0, group[0])
    opened = proposal.opens_at
    if opened is None or now - opened < A_DAY:
        return made
    for pattern, pace in (
        (Pattern.COMMENTS, queries.pace_of_comments(proposal, opened)),
        (Pattern.VOTES, queries.pace_of_votes(proposal, opened)),
    ):
        made += _rush(proposal, pattern, pace, now)
    return made


def _rush(proposal: Proposal, pattern: Pattern, pace: Pace, now: datetime) -> int:
    if not is_rush(pace):
        return 0
    seen = queries.signal_like(proposal, pattern, now - ONE_RUSH)
    return _notice(proposal, pattern, seen, pace.people, round(pace.usual))


def _notice(
    proposal: Proposal,
    pattern: Pattern,
    seen: Signal | None,
    people: int,
    usual: int,
    comment_id: UUID | None = None,
) -> int:
    now = clock.now()
    if seen is not None:
        if people > seen.people or pattern is not Pattern.SAME_WORDS:
            seen.people, seen.last_at = max(people, seen.people), now
        db.session.flush()
        return 0
    db.session.add(
        Signal(
            council_id=proposal.council_id,
            proposal=proposal,
            comment_id=comment_id,
            pattern=pattern,
            people=people,
            usual=usual,
            first_at=now,
            last_at=now,
        )
    )
    db.session.flush()
    return 1


def look(moderator: Person, signal: Signal, found: Found, note: str | None = None) -> SignalLook:
    """Say what a look at a signal showed; the same said twice is said once."""
    note = note or None
    if note is not None and len(note) > LONGEST_NOTE:
        raise Invalid("note", _("Use 500 characters or fewer."))
    last = next(iter(queries.looks_at([signal]).get(signal.id, ())), None)
    is_same = last is not None and (last.found, last.note) == (found, note)
    if last is not None and is_same and last.moderator_id == moderator.id:
        return last
    made = SignalLook(
        signal_id=signal.id,
        moderator=moderator,
        found=found,
        note=note,
        created_at=clock.now(),
    )
    signal.state = found
    db.session.add(made)
    db.session.flush()
    return made


def forget_signals() -> int:
    """Forget what was noticed a year ago, with what was found."""
    gone = queries.signals_to_forget(clock.now() - KEPT)
    for looks in queries.looks_at(gone).values():
        for one in looks:
            db.session.delete(one)
    db.session.flush()
    for signal in gone:
        db.session.delete(signal)
    db.session.flush()
    return len(gone)
