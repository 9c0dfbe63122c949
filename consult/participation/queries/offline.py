"""Questions about what came on paper, by phone or at an event."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from consult.core.db import db
from consult.core.errors import NotFound
from consult.participation.models import Batch, OfflineResponse
from consult.proposals.models import Proposal


def batch(proposal: Proposal, number: int) -> Batch:
    """One batch of a proposal."""
    found = db.session.scalar(
        select(Batch)
        .filter_by(proposal_id=proposal.id, number=number)
        .options(joinedload(Batch.typed_by), joinedload(Batch.checked_by))
    )
    if found is None:
        raise NotFound()
    return found


def batches_of(proposal: Proposal) -> Sequence[tuple[Batch, int]]:
    """Every batch with how many responses it holds, newest first."""
    held = (
        select(OfflineResponse.batch_id, func.count().label("held"))
        .group_by(OfflineResponse.batch_id)
        .subquery()
    )
    rows = db.session.execute(
        select(Batch, func.coalesce(held.c.held, 0))
        .outerjoin(held, held.c.batch_id == Batch.id)
        .filter_by(proposal_id=proposal.id)
        .options(joinedload(Batch.typed_by))
        .order_by(Batch.number.desc())
    )
    return [(one, count) for one, count in rows]


def batch_count(proposal: Proposal) -> int:
    """How many batches there have been."""
    asked = select(func.max(Batch.number)).filter_by(proposal_id=proposal.id)
    return db.session.scalar(asked) or 0


def response_count(batch: Batch) -> int:
    """How many responses a batch holds."""
    asked = select(func.count()).select_from(OfflineResponse).filter_by(batch_id=batch.id)
    return db.session.scalar(asked) or 0


def responses_of(batch: Batch) -> Sequence[OfflineResponse]:
    """The responses of a batch, as they were typed in."""
    return db.session.scalars(
        select(OfflineResponse)
        .filter_by(batch_id=batch.id)
        .order_by(OfflineResponse.created_at, OfflineResponse.reference)
    ).all()


def offline_response(batch: Batch, response_id: UUID) -> OfflineResponse:
    """One response of a batch."""
    found = db.session.scalar(select(OfflineResponse).filter_by(id=response_id, batch_id=batch.id))
    if found is None:
        raise NotFound()
    return found


def response_by_receipt(receipt_hash: str) -> OfflineResponse | None:
    """What a receipt code stands for."""
    return db.session.scalar(
        select(OfflineResponse)
        .filter_by(receipt_hash=receipt_hash)
        .options(
            joinedload(OfflineResponse.batch).joinedload(Batch.proposal),
            joinedload(OfflineResponse.comment),
        )
    )


def hold_batch(batch: Batch) -> None:
    """Read a batch as it is now, and keep it so until this transaction ends."""
    db.session.refresh(batch, with_for_update={"of": Batch})
