"""The audit finds whatever somebody with the database in their hands might do."""

import pytest
from sqlalchemy import text

from consult.changelog import audit
from consult.changelog.models import APPEND_ONLY, Fact
from consult.changelog.rules import record
from consult.core.db import db, writing
from tests.factories import a_council

pytestmark = pytest.mark.rows

TAMPERED = {
    "a changed byte": (
        "UPDATE entry SET body = :body WHERE seq = 3",
        ["entry 3: its copies differ", "node 0/3: differs", "node 1/0: differs"],
    ),
    "an unreadable body": ("UPDATE entry SET body = :broken WHERE seq = 3", ["entry 3: cannot be"]),
    "a body of another shape": ("UPDATE entry SET body = :list WHERE seq = 3", ["entry 3: cannot"]),
    "a changed kind": (
        "UPDATE entry SET kind = 'phase.changed' WHERE seq = 4",
        ["entry 4: its copies differ"],
    ),
    "a kind that does not exist": (
        "UPDATE entry SET kind = 'nonsense' WHERE seq = 4",
        ["entry 4: its copies differ"],
    ),
    "a council taken off": (
        "UPDATE entry SET council_id = NULL WHERE seq = 5",
        ["entry 5: its copies differ"],
    ),
    "a missing entry": ("DELETE FROM entry WHERE seq = 6", ["entry 6: missing", "node 0/6"]),
    "the last entry missing": ("DELETE FROM entry WHERE seq = 257", ["head: says 258 entries"]),
    "a missing leaf": ("DELETE FROM node WHERE level = 0 AND idx = 7", ["node 0/7: differs"]),
    "a missing tile": ("DELETE FROM node WHERE level = 1", ["node 1/0: differs"]),
    "a changed tile": ("UPDATE node SET hash = :hash WHERE level = 1", ["node 1/0: differs"]),
    "a leaf too many": (
        "INSERT INTO node (level, idx, hash) VALUES (0, 258, :hash)",
        ["node 0/258: should not be there"],
    ),
    "a level too many": (
        "INSERT INTO node (level, idx, hash) VALUES (2, 0, :hash)",
        ["node level 2: should not be there"],
    ),
    "a wrong head": ("UPDATE log_head SET size = 257", ["head: says 257 entries, there are 258"]),
}


@pytest.fixture
def log(rows):
    """A record of 258 facts, without what guards it."""
    with rows.app_context():
        with writing():
            council = a_council()
            for _turn in range(258):
                record(Fact.SETTINGS_CHANGED, council=council, by="owner", what="branding", role="")
        with writing():
            for table in APPEND_ONLY:
                for statement in unguarded(table):
                    db.session.execute(text(statement))
        yield rows


def unguarded(table: str) -> list[str]:
    if db.engine.dialect.name == "postgresql":
        return [f"DROP TRIGGER {table}_keeps ON {table}"]
    return [f"DROP TRIGGER {table}_keeps_{verb}" for verb in ("update", "delete")]


def differences() -> list[str]:
    db.session.rollback()
    return list(audit.differences())


def test_an_untouched_record_has_no_differences(log):
    assert differences() == []
    assert audit.summary()[0] == 258


@pytest.mark.parametrize("what", TAMPERED)
def test_the_audit_finds(log, what):
    statement, found = TAMPERED[what]
    body = db.session.scalar(text("SELECT body FROM entry WHERE seq = 3"))
    values = {
        "body": bytes(body).replace(b"settings.changed", b"settings.changeD"),
        "broken": b"{",
        "list": b'[{"type":1}]',
        "hash": b"\x01" * 32,
    }
    if what == "a changed byte":
        values["body"] = bytes(body).replace(b'"v":1', b'"v":2').replace(b'"20', b'"19', 1)
    db.session.rollback()
    with writing():
        used = {name: value for name, value in values.items() if f":{name}" in statement}
        db.session.execute(text(statement), used)

    said = differences()

    for start in found:
        assert any(line.startswith(start) for line in said), said
