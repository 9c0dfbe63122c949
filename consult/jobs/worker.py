"""The worker: carries out jobs, tries again what failed, keeps the clock."""

import logging
import threading
import time
from datetime import timedelta
from uuid import UUID

from flask import Flask, current_app
from huey.consumer import Consumer

from consult.core import clock
from consult.core.db import writing
from consult.core.logs import log
from consult.jobs import queries, registry
from consult.jobs.models import TRIES
from consult.jobs.queue import hand_over, queue_of

HELD = timedelta(minutes=5)  # longer than any job takes; one cut off by a crash runs again after it
CROWDED = 100


def run_job(job_id: UUID) -> None:
    """Carry out a job that is due; do nothing if somebody else did or does."""
    with writing():
        job = queries.waiting_job(job_id)
        if job is None:
            return
        job.tries += 1
        job.run_after = clock.now() + HELD
        kind, payload = job.kind, dict(job.payload)
    try:
        task = registry.tasks[kind]
        if task.alone:
            task.work(**payload)
        with writing():
            if not task.alone:
                task.work(**payload)
            queries.job(job_id).done_at = clock.now()
    except Exception as error:  # noqa: BLE001 - whatever it was, it is tried again
        _note_failure(job_id, error)


def _note_failure(job_id: UUID, error: Exception) -> None:
    """Plan the next try, later each time; give up after the last. Say what, never whose."""
    name = type(error).__name__
    with writing():
        job = queries.job(job_id)
        job.error = name
        gave_up = job.tries >= TRIES
        if gave_up:
            job.failed_at = clock.now()
        job.run_after = clock.now() + backoff(job.tries)
        facts = {"job": str(job_id), "kind": job.kind, "tries": job.tries, "error": name}
    if gave_up:
        log.error("job failed for good", **facts)
    else:
        log.warning("job failed", **facts)


def backoff(tries: int) -> timedelta:
    """5 seconds after the first try, twice as long after each further one."""
    return timedelta(seconds=5 * 2 ** (tries - 1))


@registry.every(2, "jobs.sweep")
def sweep() -> None:
    """Hand over what a crash or an earlier failure left behind."""
    if queue_of(current_app).pending_count() >= CROWDED:
        return
    for job_id in queries.forgotten_jobs():
        hand_over(job_id)


class Ticker(threading.Thread):
    """Runs what is registered with `every`, until told to stop."""

    def __init__(self, app: Flask) -> None:
        super().__init__(name="ticker", daemon=True)
        self.app = app
        self.stopping = threading.Event()
        self.due = dict.fromkeys(registry.ticks, 0.0)

    def run(self) -> None:
        """Look at the clock a few times a second."""
        while not self.stopping.wait(0.1):
            for tick in registry.ticks.values():
                if self.due[tick.name] <= time.monotonic():
                    self.due[tick.name] = time.monotonic() + tick.seconds
                    run_tick(self.app, tick)

    def stop(self) -> None:
        """Finish what is running, begin nothing more."""
        self.stopping.set()
        self.join(timeout=10)


def run_tick(app: Flask, tick: registry.Tick) -> None:
    """Run it once; a failure is logged and does not end the worker."""
    with app.app_context():
        try:
            with writing():
                tick.work()
        except Exception as error:  # noqa: BLE001 - the next tick tries again
            log.error("tick failed", tick=tick.name, error=type(error).__name__)


def work(app: Flask) -> None:
    """Work until SIGTERM or SIGINT, then finish what is running."""
    registry.load()
    logging.getLogger("huey").setLevel(logging.WARNING)
    consumer = Consumer(
        queue_of(app),
        workers=2,
        periodic=False,
        initial_delay=0.05,
        max_delay=0.4,
        graceful_signal="TERM",
        shutdown_timeout=20,
    )
    ticker = Ticker(app)
    ticker.start()
    log.info("worker started", tasks=len(registry.tasks), ticks=len(registry.ticks))
    try:
        consumer.run()
    finally:
        ticker.stop()
        log.info("worker stopped")
