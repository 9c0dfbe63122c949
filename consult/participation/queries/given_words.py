"""What people wrote beside their votes and views, which only the council reads."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, select, tuple_

from consult.core.db import db
from consult.core.paging import SIZE, Page, decode_cursor, encode_cursor
from consult.participation.models import ItemView, Vote
from consult.proposals.models import Proposal

T = TypeVar("T", Vote, ItemView)


def reasons_page(proposal: Proposal, after: str | None = None) -> Page[Vote]:
    """Twenty votes with a reason after a cursor, the newest first; without who cast them."""
    asked = select(Vote).filter_by(proposal_id=proposal.id, is_aside=False)
    asked = asked.where(Vote.reason.is_not(None))
    return _page(asked, Vote, after)


def own_safeguards_page(proposal: Proposal, after: str | None = None) -> Page[ItemView]:
    """Twenty views with a safeguard in people's own words after a cursor, the newest first."""
    asked = select(ItemView).filter_by(proposal_id=proposal.id, is_aside=False)
    return _page(asked.where(ItemView.own_words.is_not(None)), ItemView, after)


def _page(asked: Select[T], table: Any, after: str | None) -> Page[T]:
    keys = (table.changed_at, table.id)
    if after:
        asked = asked.where(tuple_(*keys) < decode_cursor(after, datetime, UUID))
    asked = asked.order_by(*(key.desc() for key in keys)).limit(SIZE + 1)
    rows: Sequence[Any] = db.session.scalars(asked).all()
    last = rows[SIZE - 1] if len(rows) > SIZE else None
    return Page(rows[:SIZE], encode_cursor(last.changed_at, last.id) if last else None)
