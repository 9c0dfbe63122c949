"""What every test stands on: an application, a database that forgets, a browser, a clock."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import settings

# How long an example takes says how busy the machine is.
settings.register_profile("consult", deadline=None)
settings.load_profile("consult")

# Before anything reads settings: tests write nothing beside the sources and ignore the shell's.
for _name in ("DATABASE_URL", "REDIS_URL", "SMTP_URL", "BASE_URL", "CONSULT_ENV", "DEMO", "PORT"):
    os.environ.pop(_name, None)
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="consult-test-")

from consult.core import clock as core_clock  # noqa: E402
from consult.core.db import db, intent  # noqa: E402
from consult.core.limits import limiter  # noqa: E402
from tests import browser as browsers  # noqa: E402
from tests.databases import Databases, start_postgresql  # noqa: E402

SERVER: pytest.StashKey[Any] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database", choices=["sqlite", "postgresql"], default="sqlite", help="which database"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Start PostgreSQL once, in the process that starts the others."""
    if config.getoption("--database") == "postgresql" and not hasattr(config, "workerinput"):
        config.stash[SERVER] = start_postgresql()


def pytest_unconfigure(config: pytest.Config) -> None:
    server = config.stash.get(SERVER, None)
    if server is not None:
        server.cleanup()


@pytest.fixture(scope="session")
def databases(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Databases:
    kind: str = request.config.getoption("--database")
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else base
    return Databases(kind, tmp_path_factory.mktemp("databases"), shared)


@pytest.fixture(scope="session")
def app(databases: Databases) -> Flask:
    """The application on a migrated database that no test ever commits to."""
    return databases.app(databases.migrated())


@pytest.fixture(autouse=True)
def database(app: Flask) -> Iterator[None]:
    """One outer transaction a test; every session inside it works in savepoints."""
    with app.app_context():
        engine = db.engines[None]
        db.session.session_factory.configure(join_transaction_mode="create_savepoint")
        with intent(write=True):
            connection = engine.connect()
            outer = connection.begin()
        db.engines[None] = connection  # type: ignore[index]
        try:
            yield
        finally:
            db.session.remove()
            db.engines[None] = engine  # type: ignore[index]
            outer.rollback()
            connection.close()


@pytest.fixture
def rows(databases: Databases, app: Flask) -> Iterator[Flask]:
    """An application on a database of its own, for tests that commit or use threads.

    Push a context of it (`with rows.app_context():`) in each thread.
    """
    own = databases.app(databases.migrated())
    yield own
    with own.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def browser(app: Flask) -> browsers.Browser:
    """A visitor who has not signed in."""
    return browsers.Browser(app)


@pytest.fixture
def another_browser(app: Flask) -> Callable[[], browsers.Browser]:
    """Further visitors, each with a browser of their own."""
    return lambda: browsers.Browser(app)


@pytest.fixture
def at_most() -> Callable[[int], Any]:
    return browsers.at_most


class Clock:
    """Moves the one clock, for this test."""

    def __init__(self, stack: ExitStack) -> None:
        self.stack = stack

    def at(self, moment: datetime) -> None:
        """Stand at this moment until moved again."""
        self.stack.enter_context(core_clock.at(moment))

    set = at

    def forward(self, **given: float) -> None:
        """Let time pass: clock.forward(days=2)."""
        self.at(core_clock.now() + timedelta(**given))


@pytest.fixture
def clock() -> Iterator[Clock]:
    with ExitStack() as stack:
        moved = Clock(stack)
        moved.at(core_clock.now())
        yield moved


@pytest.fixture
def limits(app: Flask) -> Iterator[None]:
    """Count hits, from nothing; without this, tests may ask as often as they like."""
    with app.app_context():
        limiter.reset()
    limiter.enabled = True
    yield
    limiter.enabled = False


@pytest.fixture
def run_jobs(app: Flask) -> Callable[[], int]:
    """Carry out every job that is due, as the worker would; tell how many."""
    from consult.jobs import registry, worker
    from consult.jobs.models import Job

    registry.load()

    def run() -> int:
        db.session.commit()
        due = [
            job.id
            for job in db.session.query(Job).order_by(Job.created_at)
            if job.is_waiting and job.run_after <= core_clock.now()
        ]
        for job_id in due:
            worker.run_job(job_id)
        return len(due)

    return run


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder that holds the project."""
    return Path(__file__).parent.parent
