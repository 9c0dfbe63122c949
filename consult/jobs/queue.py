"""Huey: carries the ids of jobs from those who ask to those who work."""

from uuid import UUID

from flask import Flask, current_app
from huey import Huey, PostgresHuey, RedisHuey, SqliteHuey
from sqlalchemy import make_url

from consult.core.logs import log


def queue_of(app: Flask) -> Huey:
    """The application's queue, made when first needed."""
    if "huey" not in app.extensions:
        install(app, _queue(app))
    huey: Huey = app.extensions["huey"]
    return huey


def install(app: Flask, huey: Huey) -> None:
    """Let the application use this queue."""
    from consult.jobs.worker import run_job

    def carry_out(job_id: str) -> None:
        with app.app_context():
            run_job(UUID(job_id))

    app.extensions["huey"] = huey
    app.extensions["huey_task"] = huey.task(name="carry_out")(carry_out)


def hand_over(job_id: UUID) -> None:
    """Tell the worker about a job; if that fails, the sweep finds the job."""
    try:
        queue_of(current_app)
        current_app.extensions["huey_task"](str(job_id))
    except Exception as error:  # noqa: BLE001 - the job is safe in its table
        log.warning("queue", job=str(job_id), kind=type(error).__name__)


def _queue(app: Flask) -> Huey:
    """Redis if there is one, else PostgreSQL if there is one, else a file."""
    if app.config["REDIS_URL"]:
        return RedisHuey("consult", url=app.config["REDIS_URL"], results=False)
    url = make_url(app.config["SQLALCHEMY_DATABASE_URI"])
    if url.get_backend_name() == "postgresql":
        dsn = url.set(drivername="postgresql").render_as_string(hide_password=False)
        return PostgresHuey("consult", dsn=dsn, results=False)
    app.config["DATA_DIR"].mkdir(parents=True, exist_ok=True)
    path = app.config["DATA_DIR"] / "jobs.sqlite3"
    return SqliteHuey("consult", filename=str(path), results=False)
