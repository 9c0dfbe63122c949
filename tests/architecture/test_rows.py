"""A test leaves nothing behind."""

from sqlalchemy import func, select

from consult.core.db import db
from tests.factories import a_person


def rows_left(app) -> dict[str, int]:
    """Count what another connection would see."""
    return {
        name: db.session.scalar(select(func.count()).select_from(table))
        for name, table in db.metadata.tables.items()
    }


def test_nothing_is_there_before(app):
    assert {name: n for name, n in rows_left(app).items() if n} == {}


def test_what_a_test_commits_is_undone_after_it(app):
    a_person()
    db.session.commit()

    assert rows_left(app)["person"] == 1


def test_nothing_is_there_after(app):
    assert {name: n for name, n in rows_left(app).items() if n} == {}
