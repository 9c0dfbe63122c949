"""Asking for work and for mail, in the transaction that needs them."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from consult.core import clock
from consult.core.db import after_commit, db
from consult.core.mail import address_domain, compose, one_line
from consult.jobs.models import Job, Mail
from consult.jobs.queue import hand_over


def later(kind: str, *, run_after: datetime | None = None, **payload: Any) -> Job:
    """Ask for work to be done after the commit, or not before a moment; never if it rolls back."""
    job = Job(
        id=uuid4(),
        kind=kind,
        payload={name: _plain(value) for name, value in payload.items()},
        run_after=run_after or clock.now(),
    )
    db.session.add(job)
    if run_after is None:
        after_commit(lambda job_id=job.id: hand_over(job_id))  # type: ignore[misc]
    return job


def post_mail(
    *,
    to: str | None,
    subject: object,
    template: str,
    unsubscribe: str | None = None,
    **context: Any,
) -> Mail | None:
    """Write a mail now, from a text template; it leaves after the commit.

    Nothing is written to somebody without an address, who took part on paper or by phone.
    `unsubscribe` is an address of ours where one press stops mails of this kind.
    """
    if to is None:
        return None
    mail = Mail(
        id=uuid4(),
        message_id=f"<{uuid4()}@{address_domain()}>",
        to=one_line(to),
        subject=one_line(str(subject)),
        text=compose(template, unsubscribe=unsubscribe, **context),
        unsubscribe=unsubscribe,
    )
    db.session.add(mail)
    later("jobs.deliver", mail_id=mail.id)
    return mail


def _plain(value: Any) -> Any:
    """What JSON can hold; ids as text."""
    if isinstance(value, UUID):
        return str(value)
    if value is None or isinstance(value, str | int | float | bool | list | dict):
        return value
    raise TypeError(f"A job cannot carry a {type(value).__name__}; give it an id.")
