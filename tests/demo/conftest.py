import pytest

from consult.core.db import db, writing


@pytest.fixture(scope="module")
def told(databases):
    """An application on a database in which the stories have been told."""
    from consult.demo.rules import load_once

    app = databases.app(databases.migrated(), PAGES_KEPT=False)
    with app.app_context(), writing():
        assert load_once()
    yield app
    with app.app_context():
        db.engine.dispose()
