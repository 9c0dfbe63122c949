"""Plays the worker while a story is told: everything happens on its day, mail leaves on its day."""

from uuid import UUID

from sqlalchemy import select

from consult.core import clock
from consult.core.db import db
from consult.jobs import registry
from consult.jobs.models import Job
from consult.jobs.rules import note_sent
from consult.notifications.rules import read_facts
from consult.participation.tasks import close_tallies
from consult.proposals.rules import tick


def keep_the_clock() -> None:
    """Open and close what is due, and count what has closed."""
    tick()
    close_tallies()


def tell_and_deliver() -> None:
    """Tell people what the record says, then do all the work that waits."""
    while read_facts():
        pass
    registry.load()
    waiting = (
        select(Job)
        .where(Job.done_at.is_(None), Job.failed_at.is_(None), Job.run_after <= clock.now())
        .order_by(Job.created_at, Job.id)
    )
    for job in db.session.scalars(waiting).all():
        _do(job)
    db.session.flush()


def _do(job: Job) -> None:
    """A mail is kept to be read in the demo; other work is done here and now."""
    if job.kind == "jobs.deliver":
        note_sent(UUID(job.payload["mail_id"]), keep_text=True)
    else:
        registry.tasks[job.kind].work(**job.payload)
    job.tries, job.done_at = 1, clock.now()
