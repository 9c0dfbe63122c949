"""The database: models' floor, one write transaction at a time, what follows a commit."""

import enum
import fcntl
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC as ZONE
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON, DateTime, Dialect, Engine, Enum, MetaData, Uuid, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import TypeDecorator

from consult.core import clock

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

BUSY = (
    "locked",
    "full",
    "readonly",
    "timeout",
    "deadlock",
    "connection",
    "disk i/o",
    "unable to open",
)

_writing: ContextVar[bool] = ContextVar("writing", default=False)


class UTC(TypeDecorator[datetime]):
    """Moments with a zone going in, UTC coming out, on both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone; store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs a time zone.")
        return value.astimezone(ZONE)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give the zone back that SQLite cannot keep."""
        if value is None:
            return None
        return value.replace(tzinfo=ZONE) if value.tzinfo is None else value.astimezone(ZONE)


def enum_of(kind: type[enum.Enum]) -> Enum:
    """A column that stores an enumeration by value, as text."""
    return Enum(
        kind,
        native_enum=False,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )


class Base(DeclarativeBase):
    """Where all tables meet."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {
        datetime: UTC(),
        UUID: Uuid(),
        dict[str, Any]: JSON(),
        list[Any]: JSON(),
        enum.Enum: Enum(
            enum.Enum,
            native_enum=False,
            length=40,
            values_callable=lambda members: [member.value for member in members],
        ),
    }


class Model(Base):
    """A row with an id that tells nothing and the moment it was made."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


db = SQLAlchemy(metadata=Base.metadata)


def insert_into(table: type[Base]) -> Any:
    """An insert that knows `ON CONFLICT`, for whichever database this is."""
    makers = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
    return makers[db.engine.dialect.name](table)


def is_writing() -> bool:
    """Tell whether the current transaction may change anything."""
    return _writing.get()


@contextmanager
def intent(write: bool) -> Iterator[None]:
    """Say, before the first statement, whether this transaction will write."""
    token = _writing.set(write)
    try:
        yield
    finally:
        _writing.reset(token)


@contextmanager
def writing() -> Iterator[None]:
    """Run one write transaction outside a request, as jobs and commands do."""
    with intent(write=True):
        try:
            yield
            commit()
        finally:
            roll_back()


def after_commit(step: Callable[[], None]) -> None:
    """Run a step once what is being written stands, and never if it does not."""
    steps: list[Callable[[], None]] = db.session.info.setdefault("after_commit", [])
    steps.append(step)


def commit() -> None:
    """Make the transaction stand, then take the steps that wait for it."""
    db.session.commit()
    for step in db.session.info.pop("after_commit", []):
        step()


def roll_back() -> None:
    """Leave no trace; does nothing after a commit."""
    db.session.rollback()
    db.session.info.pop("after_commit", None)


def install(app: Flask) -> None:
    """Give the engine its rules for connecting and beginning."""
    with app.app_context():
        engine = db.engine
        if engine.dialect.name == "sqlite":
            _install_sqlite(engine)


def engine_options(url: str) -> dict[str, Any]:
    """Pool and time limits by database."""
    if url.startswith("sqlite"):
        return {
            "hide_parameters": True,
            "connect_args": {"check_same_thread": False, "timeout": 5},
        }
    seconds = {"statement": 5, "lock": 2, "idle_in_transaction_session": 10}
    limits = " ".join(f"-c {name}_timeout={n}s" for name, n in seconds.items())
    return {
        "hide_parameters": True,
        "pool_pre_ping": True,
        "pool_size": 8,
        "max_overflow": 8,
        "connect_args": {"options": limits},
    }


def _install_sqlite(engine: Engine) -> None:
    database = engine.url.database
    lock_path = Path(f"{database}.lock") if database and database != ":memory:" else None

    @event.listens_for(engine, "connect")
    def connect(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "busy_timeout=5000",
            "journal_size_limit=67108864",
            "trusted_schema=OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        if not is_writing():
            raw.execute("PRAGMA query_only=ON")
            raw.execute("BEGIN")
            return
        if lock_path is not None:
            _take_lock(connection.connection.info, lock_path)
        raw.execute("PRAGMA query_only=OFF")
        raw.execute("BEGIN IMMEDIATE")

    @event.listens_for(engine, "checkin")
    def checkin(_connection: sqlite3.Connection | None, entry: ConnectionPoolEntry) -> None:
        held = entry.info.pop("write_lock", None)
        if held is not None:
            held.close()


def _take_lock(info: dict[Any, Any], path: Path) -> None:
    """Queue for the single write lock; the kernel frees it with the process."""
    if "write_lock" in info:
        return
    handle = path.open("a")
    fcntl.flock(handle, fcntl.LOCK_EX)
    info["write_lock"] = handle


def is_busy(error: OperationalError) -> bool:
    """Tell a database that is full, locked or away from a statement that is wrong."""
    words = str(error.orig).lower()
    return any(word in words for word in BUSY)


def answers() -> bool:
    """Tell whether the database answers at all."""
    return db.session.execute(text("SELECT 1")).scalar() == 1
