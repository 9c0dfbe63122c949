"""Questions about complaints about data protection."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import joinedload

from consult.core.db import db, is_writing
from consult.core.errors import NotFound
from consult.core.paging import SIZE, Page, encode_cursor
from consult.councils.models import Council
from consult.moderation.models import ComplaintNote, DataComplaint
from consult.moderation.queries.paging import place


def data_complaint(council: Council, complaint_id: UUID) -> DataComplaint:
    """One complaint to this council, held against others' acts while writing."""
    chosen = select(DataComplaint).filter_by(id=complaint_id, council_id=council.id)
    if is_writing():
        chosen = chosen.with_for_update(of=DataComplaint).execution_options(populate_existing=True)
    found = db.session.scalar(chosen)
    if found is None:
        raise NotFound()
    return found


def complaint_sent(council: Council, key: str) -> DataComplaint | None:
    """The complaint that was sent in just these words."""
    return db.session.scalar(select(DataComplaint).filter_by(council_id=council.id, sent_key=key))


def complaints(council: Council, after: str | None = None) -> Page[DataComplaint]:
    """The register of complaints, the newest first."""
    keys = (DataComplaint.created_at, DataComplaint.id)
    chosen = (
        select(DataComplaint)
        .filter_by(council_id=council.id)
        .order_by(DataComplaint.created_at.desc(), DataComplaint.id.desc())
        .limit(SIZE + 1)
    )
    if after:
        chosen = chosen.where(tuple_(*keys) < place(keys, after, datetime, UUID))
    rows = db.session.scalars(chosen).all()
    shown = rows[:SIZE]
    last = shown[-1] if len(rows) > SIZE else None
    return Page(shown, encode_cursor(last.created_at, last.id) if last else None)


def complaint_notes(complaint: DataComplaint) -> Sequence[ComplaintNote]:
    """What the person was told, oldest first."""
    return db.session.scalars(
        select(ComplaintNote)
        .filter_by(complaint_id=complaint.id)
        .options(joinedload(ComplaintNote.by))
        .order_by(ComplaintNote.created_at, ComplaintNote.id)
    ).all()


def complaints_due(council: Council) -> tuple[int, datetime | None]:
    """How many complaints wait for the council, and when the first is due."""
    count, first = db.session.execute(
        select(func.count(), func.min(DataComplaint.due_at)).where(
            DataComplaint.council_id == council.id, DataComplaint.closed_at.is_(None)
        )
    ).one()
    return count, first


def complaints_to_erase(moment: datetime, limit: int = 100) -> Sequence[DataComplaint]:
    """Complaints that were closed before this moment and still name somebody."""
    return db.session.scalars(
        select(DataComplaint)
        .where(DataComplaint.closed_at <= moment, DataComplaint.erased_at.is_(None))
        .order_by(DataComplaint.closed_at, DataComplaint.id)
        .limit(limit)
    ).all()
