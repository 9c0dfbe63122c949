"""How migrations run: one transaction, foreign keys off on SQLite and checked afterwards."""

import logging
from typing import Any

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from consult.core import db as core_db
from consult.core.db import UTC, Base

logging.getLogger("alembic").setLevel(logging.WARNING)


def render_item(kind: str, item: Any, _context: Any) -> str | bool:
    """Write our own types as what they are on the database."""
    if kind == "type" and isinstance(item, UTC):
        return "sa.DateTime(timezone=True)"
    return False


def include_name(name: str | None, kind: str, parents: Any) -> bool:
    """Leave the queue's own tables to the queue, and what searches stand on to its migration."""
    if name is None:
        return True
    if kind == "table":
        return not name.startswith(("huey_", "search_fts"))
    of_search = parents.get("table_name") == "search_doc"
    return not (of_search and name in ("words", "ix_search_doc_words"))


def leave_out_empty(_context: Any, _revision: Any, directives: list[Any]) -> None:
    """Write no file where nothing changed."""
    asked = getattr(context.config.cmd_opts, "autogenerate", False)
    if asked and directives[0].upgrade_ops.is_empty():
        directives[:] = []


def run(connection: Connection) -> None:
    """Migrate inside the transaction that is open."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=render_item,
        include_name=include_name,
        process_revision_directives=leave_out_empty,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def run_on_sqlite(connection: Connection) -> None:
    """A rebuilt table must not take its children with it."""
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        with connection.begin():
            run(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"The migration broke references: {broken[:5]}")
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def main() -> None:
    """Migrate the database that the app is configured for."""
    given: Connection | None = context.config.attributes.get("connection")
    with core_db.intent(write=True):
        if given is not None:
            run(given)
            return
        engine = current_app.extensions["migrate"].db.engine
        with engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                run_on_sqlite(connection)
            else:
                with connection.begin():
                    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
                    run(connection)


main()
