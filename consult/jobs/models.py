"""What is still to be done, and the mail that is still to be sent."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from consult.core import clock
from consult.core.db import Model

TRIES = 8


class Job(Model):
    """One piece of work, asked for in the transaction that needs it."""

    __tablename__ = "job"
    __table_args__ = (
        Index(
            "ix_job_waiting",
            "run_after",
            sqlite_where=text("done_at IS NULL AND failed_at IS NULL"),
            postgresql_where=text("done_at IS NULL AND failed_at IS NULL"),
        ),
    )

    kind: Mapped[str] = mapped_column(String(80))
    payload: Mapped[dict[str, Any]]
    run_after: Mapped[datetime] = mapped_column(default=clock.now)
    tries: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None]
    failed_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(String(200))

    @property
    def is_waiting(self) -> bool:
        """True while it has neither been done nor given up."""
        return self.done_at is None and self.failed_at is None


class Mail(Model):
    """One message; its text is forgotten once a mail server has taken it."""

    __tablename__ = "mail"

    message_id: Mapped[str] = mapped_column(String(120), unique=True)
    to: Mapped[str] = mapped_column(String(320))
    subject: Mapped[str] = mapped_column(String(300))
    text: Mapped[str] = mapped_column(Text)
    unsubscribe: Mapped[str | None] = mapped_column(String(500))
    queued_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    sent_at: Mapped[datetime | None]
