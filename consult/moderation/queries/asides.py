"""Votes that were set aside, or are proposed to be."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import Select, and_, not_, select
from sqlalchemy.orm import contains_eager

from consult.accounts.models import Person
from consult.core.db import db
from consult.core.errors import NotFound
from consult.councils.models import Council
from consult.moderation.models import AsidePerson, VotesAside
from consult.proposals.models import Proposal

MOST = 100
MOST_TOLD = 20


def votes_aside(council_slug: str, aside_id: UUID) -> VotesAside:
    """An act about votes in a council."""
    found = db.session.scalar(
        select(VotesAside)
        .filter_by(id=aside_id)
        .join(VotesAside.proposal)
        .join(Proposal.council)
        .where(Council.slug == council_slug)
        .options(contains_eager(VotesAside.proposal))
        .execution_options(populate_existing=True)
    )
    if found is None:
        raise NotFound()
    return found


def accounts_in(aside: VotesAside) -> Sequence[Person]:
    """The accounts that are taken for one person, in one order."""
    return db.session.scalars(
        select(Person)
        .join(AsidePerson, AsidePerson.person_id == Person.id)
        .where(AsidePerson.aside_id == aside.id)
        .order_by(Person.id)
    ).all()


def asides_in(council: Council) -> Sequence[VotesAside]:
    """What waits for a second moderator, then all else, so that no proposal is out of sight."""
    asked = _of(council)
    waits = and_(VotesAside.agreed_at.is_(None), VotesAside.ended_at.is_(None))
    first = (not_(waits), VotesAside.created_at.desc(), VotesAside.id)
    return db.session.scalars(asked.order_by(*first).limit(MOST)).all()


def asides_told(council: Council) -> Sequence[VotesAside]:
    """What two moderators agreed on lately, the newest first, also where it has ended."""
    asked = _of(council).where(VotesAside.agreed_at.is_not(None))
    newest = (VotesAside.agreed_at.desc(), VotesAside.id)
    return db.session.scalars(asked.order_by(*newest).limit(MOST_TOLD)).all()


def asides_about(proposal: Proposal, people: Collection[UUID]) -> Sequence[VotesAside]:
    """What is proposed or holds about any of these accounts on a proposal."""
    theirs = select(AsidePerson.aside_id).where(AsidePerson.person_id.in_(people))
    asked = select(VotesAside).filter_by(proposal_id=proposal.id, ended_at=None)
    return db.session.scalars(
        asked.where(VotesAside.id.in_(theirs)).order_by(VotesAside.created_at, VotesAside.id)
    ).all()


def _of(council: Council) -> Select[VotesAside]:
    asked = (
        select(VotesAside).join(VotesAside.proposal).options(contains_eager(VotesAside.proposal))
    )
    return asked.where(Proposal.council_id == council.id)
