import pytest

from consult.core.db import db


@pytest.fixture(scope="module")
def told(databases):
    """An application on a database in which the stories have been told."""
    app = databases.app(databases.told(), PAGES_KEPT=False)
    yield app
    with app.app_context():
        db.engine.dispose()
