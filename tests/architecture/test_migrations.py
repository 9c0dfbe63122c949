"""The migrations make exactly the tables that the models describe, and can be undone."""

import pytest
from flask_migrate import check, downgrade, upgrade
from sqlalchemy import inspect

from consult.core.db import db
from tests.databases import ROOT

FOLDER = str(ROOT / "migrations")


@pytest.fixture
def database():
    """These tests make their own."""


@pytest.fixture
def bare(databases):
    app = databases.app(databases.empty())
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def tables() -> set[str]:
    with db.engine.connect() as connection:
        found = set(inspect(connection).get_table_names()) - {"alembic_version"}
    return {name for name in found if not name.startswith("search_fts")}


def test_from_nothing_they_make_every_table(bare):
    upgrade(directory=FOLDER)

    assert tables() == set(db.metadata.tables)


def test_they_match_the_models(bare):
    upgrade(directory=FOLDER)

    check(directory=FOLDER)


def test_they_go_down_and_up_again(bare):
    upgrade(directory=FOLDER)
    downgrade(directory=FOLDER, revision="base")

    assert tables() == set()

    upgrade(directory=FOLDER)

    assert tables() == set(db.metadata.tables)
