"""What waits for a confirmed address."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ForeignKey,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.core.db import Model
from consult.proposals.models import Proposal


class Pending(Model):
    """A vote or comment that waits for its author to confirm an address; it counts for nothing."""

    __tablename__ = "pending"
    __table_args__ = (UniqueConstraint("email", "fingerprint"),)

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"), index=True)
    email: Mapped[str] = mapped_column(String(254))
    kind: Mapped[str] = mapped_column(String(20))
    payload: Mapped[dict[str, Any]]
    fingerprint: Mapped[str] = mapped_column(String(64))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    tries: Mapped[int] = mapped_column(default=0)
    expires_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]

    proposal: Mapped[Proposal] = relationship()
