"""Questions about votes and what waits for a confirmed address."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.orm import joinedload

from consult.accounts.models import Person, Verification
from consult.accounts.tokens import token_hash
from consult.core import _l
from consult.core.db import Model, db
from consult.core.errors import NotFound
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.councils.models import Council
from consult.participation.models import (
    VOTES,
    Comment,
    Pending,
    Stance,
    Tally,
    Visibility,
    Vote,
)
from consult.proposals.models import Proposal, Round, Version

M = TypeVar("M", bound=Model)

UNKNOWN = _l(
    "We do not know this link or code any more: they work for one day. "
    "Give your view again to get a new one."
)


def vote_of(voter: Person, proposal: Proposal, *, to_change: bool = False) -> Vote | None:
    """The vote somebody holds on a proposal; locked where it is about to change."""
    asked = select(Vote).filter_by(voter_id=voter.id, proposal_id=proposal.id)
    if to_change:
        asked = _held(asked)
    return db.session.scalar(asked)


def votes_by(proposal: Proposal, people: Collection[UUID]) -> Sequence[Vote]:
    """The votes of these people, locked, in the order of the people."""
    asked = select(Vote).filter_by(proposal_id=proposal.id).where(Vote.voter_id.in_(people))
    return db.session.scalars(_held(asked.order_by(Vote.voter_id))).all()


def votes_of(voter: Person, after: str | None = None) -> Page[Vote]:
    """What somebody voted, the latest change first, twenty at a time."""
    keys = (Vote.changed_at, Vote.id)
    asked = (
        select(Vote)
        .filter_by(voter_id=voter.id)
        .options(joinedload(Vote.proposal))
        .order_by(*(key.desc() for key in keys))
    )
    if after:
        asked = asked.where(tuple_(*keys) < decode_cursor(after, datetime, UUID))
    rows = db.session.scalars(asked.limit(SIZE + 1)).all()
    last = rows[SIZE - 1] if len(rows) > SIZE else None
    return Page(rows[:SIZE], encode_cursor(last.changed_at, last.id) if last else None)


def votes_at_other_levels(voter: Person, council: Council, level: Verification) -> Sequence[Vote]:
    """The votes somebody holds in a council that are counted at another level than this."""
    return db.session.scalars(
        select(Vote)
        .join(Vote.proposal)
        .where(Vote.voter_id == voter.id, Proposal.council_id == council.id, Vote.level != level)
        .order_by(Vote.proposal_id)
    ).all()


def vote_tally(proposal: Proposal) -> dict[Stance, int]:
    """Count the votes by stance, naming every stance even where nobody holds it."""
    by_level = tally_by_level(proposal)
    return {stance: sum(levels.values()) for stance, levels in by_level.items()}


def tally_by_level(proposal: Proposal) -> dict[Stance, dict[Verification, int]]:
    """The same, apart by how surely the voters are known."""
    found = {stance: dict.fromkeys(Verification, 0) for stance in VOTES}
    rows = db.session.execute(
        select(Tally.stance, Tally.level, Tally.votes).filter_by(proposal_id=proposal.id)
    )
    for stance, level, votes in rows:
        found[stance][level] = votes
    return found


def visible_tally(proposal: Proposal) -> dict[Stance, dict[Verification, int]] | None:
    """The tally where anybody may see it; nobody may while the round hides it."""
    return tally_by_level(proposal) if proposal.shows_results else None


def vote_count(proposal: Proposal) -> int:
    """How many people hold a vote, whichever."""
    return db.session.scalar(select(func.sum(Tally.votes)).filter_by(proposal_id=proposal.id)) or 0


def material_since(vote: Vote) -> bool:
    """Tell whether the text changed in what matters since somebody voted."""
    if vote.version_number >= vote.proposal.version_number:
        return False
    newer = (
        select(Version.id)
        .filter_by(proposal_id=vote.proposal_id, is_material=True)
        .where(Version.number > vote.version_number)
    )
    return db.session.scalar(newer.limit(1)) is not None


def pending(pending_id: UUID, *, to_change: bool = False) -> Pending:
    """What waits under an id."""
    asked = select(Pending).filter_by(id=pending_id)
    found = db.session.scalar(_held(asked) if to_change else asked)
    if found is None:
        raise NotFound(UNKNOWN)
    return found


def pending_by_token(token: str, *, to_change: bool = False) -> Pending:
    """What a mailed link is good for."""
    asked = select(Pending).filter_by(token_hash=token_hash(token))
    found = db.session.scalar(_held(asked) if to_change else asked)
    if found is None:
        raise NotFound(UNKNOWN)
    return found


def held_already(email: str, fingerprint: str) -> Pending | None:
    """The same thing from the same address, sent before."""
    return db.session.scalar(select(Pending).filter_by(email=email, fingerprint=fingerprint))


def wrong_codes(email: str, since: datetime) -> int:
    """How many wrong codes were typed for an address."""
    counted = select(func.coalesce(func.sum(Pending.tries), 0)).where(
        Pending.email == email, Pending.created_at > since
    )
    return int(db.session.scalar(counted) or 0)


def confirmed_comment(held: Pending) -> Comment | None:
    """What a confirmed comment became, while it stands."""
    comment_id = held.payload.get("comment")
    said = db.session.get(Comment, UUID(comment_id)) if comment_id else None
    return said if said is not None and said.visibility is not Visibility.DELETED else None


def expired_pending(before: datetime) -> Sequence[Pending]:
    """What ended before a moment."""
    return db.session.scalars(select(Pending).where(Pending.expires_at < before)).all()


def rounds_to_count(now: datetime) -> Sequence[Round]:
    """Rounds that have closed and whose count is not in the record yet."""
    return db.session.scalars(
        select(Round)
        .where(Round.closes_at <= now, Round.counted_at.is_(None))
        .order_by(Round.closes_at, Round.id)
    ).all()


def _held(asked: Select[M]) -> Select[M]:
    """Lock what is found, and read it anew although the session may know it."""
    return asked.with_for_update().execution_options(populate_existing=True)
