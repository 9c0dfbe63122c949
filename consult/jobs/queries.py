"""What waits to be done, and what mail was sent."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from consult.core import clock
from consult.core.db import db
from consult.jobs.models import Job, Mail

FRESH = timedelta(seconds=20)


def forgotten_jobs(limit: int = 100) -> Sequence[UUID]:
    """Jobs that are due and that nobody may have told the worker about."""
    now = clock.now()
    return db.session.scalars(
        select(Job.id)
        .where(Job.done_at.is_(None), Job.failed_at.is_(None), Job.run_after <= now)
        .where((Job.created_at <= now - FRESH) | (Job.tries > 0))
        .order_by(Job.run_after, Job.id)
        .limit(limit)
    ).all()


def waiting_job(job_id: UUID) -> Job | None:
    """The job, held for us alone, if it is due and nobody else has it."""
    return db.session.scalars(
        select(Job)
        .where(Job.id == job_id, Job.done_at.is_(None), Job.failed_at.is_(None))
        .where(Job.run_after <= clock.now())
        .with_for_update(skip_locked=True)
    ).one_or_none()


def waiting_payloads(kind: str) -> Sequence[dict[str, Any]]:
    """With what each job of a kind was asked that has neither been done nor given up."""
    return db.session.scalars(
        select(Job.payload).where(Job.kind == kind, Job.done_at.is_(None), Job.failed_at.is_(None))
    ).all()


def job(job_id: UUID) -> Job:
    """The job with this id."""
    return db.session.get_one(Job, job_id)


def mail(mail_id: UUID) -> Mail | None:
    """The mail with this id, unless it was erased."""
    return db.session.get(Mail, mail_id)


def latest_mail(limit: int = 100) -> Sequence[Mail]:
    """The newest mail first."""
    return db.session.scalars(
        select(Mail).order_by(Mail.queued_at.desc(), Mail.id).limit(limit)
    ).all()
