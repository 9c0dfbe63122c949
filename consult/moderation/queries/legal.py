"""Questions about notices of defamation."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import joinedload

from consult.core import clock
from consult.core.db import db, is_writing
from consult.core.errors import NotFound
from consult.core.paging import SIZE, Page, encode_cursor
from consult.councils.models import Council
from consult.moderation.models import LegalNotice, LegalStep
from consult.moderation.notices import Event, Step, offered
from consult.moderation.queries.paging import place
from consult.participation.models import Comment


def legal_notice(council: Council, notice_id: UUID) -> LegalNotice:
    """One notice to this council, held against others' acts while writing."""
    chosen = select(LegalNotice).filter_by(id=notice_id, council_id=council.id)
    if is_writing():
        chosen = chosen.with_for_update(of=LegalNotice).execution_options(populate_existing=True)
    found = db.session.scalar(chosen)
    if found is None:
        raise NotFound()
    return found


def notice_on(comment: Comment, notice_id: UUID, author_id: UUID) -> LegalNotice:
    """A notice on this comment, for its author once they were written to."""
    notice = legal_notice(comment.proposal.council, notice_id)
    was_asked = step_taken(notice, Event.CONTACT) is not None
    if notice.comment_id != comment.id or comment.author_id != author_id or not was_asked:
        raise NotFound()
    return notice


def notice_sent(comment: Comment, key: str) -> LegalNotice | None:
    """The notice that was sent in just these words."""
    return db.session.scalar(select(LegalNotice).filter_by(comment_id=comment.id, sent_key=key))


def step_taken(notice: LegalNotice, event: Event) -> LegalStep | None:
    """When this happened to the notice, and by whom."""
    return db.session.scalar(select(LegalStep).filter_by(notice_id=notice.id, event=event))


def legal_steps(notice: LegalNotice) -> Sequence[LegalStep]:
    """Everything that happened to a notice, oldest first."""
    return db.session.scalars(
        select(LegalStep)
        .filter_by(notice_id=notice.id)
        .options(joinedload(LegalStep.by))
        .order_by(LegalStep.created_at, LegalStep.id)
    ).all()


def legal_notices(council: Council, after: str | None = None) -> Page[LegalNotice]:
    """Notices to a council, the newest first."""
    keys = (LegalNotice.created_at, LegalNotice.id)
    chosen = (
        select(LegalNotice)
        .filter_by(council_id=council.id)
        .options(joinedload(LegalNotice.comment).joinedload(Comment.proposal))
        .order_by(LegalNotice.created_at.desc(), LegalNotice.id.desc())
        .limit(SIZE + 1)
    )
    if after:
        from_here = place(keys, after, datetime, UUID)
        chosen = chosen.where(tuple_(*keys) < from_here)
    rows = db.session.scalars(chosen).all()
    shown = rows[:SIZE]
    last = shown[-1] if len(rows) > SIZE else None
    return Page(shown, encode_cursor(last.created_at, last.id) if last else None)


def next_events(notice: LegalNotice) -> list[Event]:
    """What the council may lawfully do with a notice now."""
    author = notice.comment.author
    events = offered(
        notice.step,
        notice.missing,
        is_over=notice.due_at is not None and notice.due_at <= clock.now(),
        is_public=notice.comment.is_readable,
        reposts=earlier_removals(notice),
    )
    reachable = author.email is not None and author.disabled_at is None
    unfit = Event.CANNOT_CONTACT if reachable else Event.CONTACT
    return [event for event in events if event is not unfit]


def earlier_removals(notice: LegalNotice) -> int:
    """How often the council took words of this author down after this person's notice before."""
    gone = select(LegalStep.id).where(
        LegalStep.notice_id == LegalNotice.id, LegalStep.event == Event.GONE
    )
    found = db.session.scalar(
        select(func.count())
        .select_from(LegalNotice)
        .join(LegalNotice.comment)
        .where(
            ~gone.exists(),
            LegalNotice.email == notice.email,
            LegalNotice.council_id == notice.council_id,
            LegalNotice.step == Step.REMOVED,
            LegalNotice.id != notice.id,
            Comment.author_id == notice.comment.author_id,
        )
    )
    return found or 0


def legal_notices_to_erase(moment: datetime, limit: int = 100) -> Sequence[LegalNotice]:
    """Notices that were closed before this moment and still name somebody."""
    return db.session.scalars(
        select(LegalNotice)
        .where(LegalNotice.closed_at <= moment, LegalNotice.erased_at.is_(None))
        .order_by(LegalNotice.closed_at, LegalNotice.id)
        .limit(limit)
    ).all()
