from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from sqlalchemy import func, select

from consult.accounts.models import Person
from consult.core.db import db
from tests.browser import Browser
from tests.core.shapes import misbehaving
from tests.databases import Databases


@pytest.fixture
def floor(databases: Databases) -> Iterator[Flask]:
    """An application with misbehaving views, on a database of its own, which keeps commits."""
    app = misbehaving(databases.app(databases.migrated(), PROPAGATE_EXCEPTIONS=False))
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def visitor(floor: Flask) -> Browser:
    return Browser(floor)


@pytest.fixture
def people(floor: Flask) -> Callable[[], int]:
    """How many rows stand after what happened."""

    def count() -> int:
        with floor.app_context():
            return db.session.scalar(select(func.count()).select_from(Person)) or 0

    return count
