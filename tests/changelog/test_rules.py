import json
from contextlib import suppress

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from consult.changelog import audit, queries, tree
from consult.changelog.kinds import SCHEMAS
from consult.changelog.models import Entry, Fact, Node
from consult.changelog.rules import record
from consult.core.db import db, writing
from tests.factories import a_council, a_proposal


def a_fact(council=None, **given):
    return record(
        Fact.SETTINGS_CHANGED,
        council=council,
        by="owner",
        **({"what": "branding", "role": ""} | given),
    )


def test_facts_are_numbered_one_after_the_other():
    numbers = [a_fact().seq for _turn in range(5)]

    assert numbers == [0, 1, 2, 3, 4]
    assert queries.size() == 5


def test_a_fact_reads_back_as_it_was_recorded(clock):
    proposal = a_proposal()

    entry = record(
        Fact.PHASE_CHANGED,
        council=proposal.council,
        proposal=proposal,
        by="system",
        was="open",
        now="closed",
        reason="Café",
    )

    fact = queries.entry(entry.seq)
    assert fact.kind is Fact.PHASE_CHANGED
    assert (fact.by, fact.fields) == ("system", {"was": "open", "now": "closed", "reason": "Café"})
    assert (fact.council_id, fact.proposal_id) == (proposal.council_id, proposal.id)
    assert json.loads(entry.body)["consultation"] == str(proposal.id)


def test_a_leaf_is_the_hash_of_the_exact_bytes():
    entry = a_fact()

    assert queries.hashes(0, 0, 1) == [tree.leaf_hash(entry.body)]
    assert queries.root(1) == tree.leaf_hash(entry.body)


def test_full_tiles_are_closed_as_they_fill():
    bodies = [a_fact().body for _turn in range(300)]

    leaves = [tree.leaf_hash(body) for body in bodies]
    stored = db.session.scalars(select(Node.hash).filter_by(level=1)).all()
    assert stored == [tree.root(leaves[:256])]
    assert queries.root(300) == tree.root(leaves)
    assert list(audit.differences()) == []


def test_what_is_rolled_back_leaves_no_gap():
    a_fact()
    undone = db.session.begin_nested()
    a_fact()
    undone.rollback()

    assert a_fact().seq == 1
    assert list(audit.differences()) == []


@pytest.mark.rows
def test_what_a_transaction_takes_back_was_never_recorded(rows):
    with rows.app_context():
        with suppress(ZeroDivisionError), writing():
            a_fact()
            raise ZeroDivisionError
        with writing():
            assert a_fact().seq == 0
        assert queries.size() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET body = body",
        "UPDATE node SET hash = hash",
        "DELETE FROM entry",
        "DELETE FROM node",
    ],
)
def test_the_database_itself_refuses_to_change_the_record(statement):
    a_fact()

    with pytest.raises(DBAPIError), db.session.begin_nested():
        db.session.execute(text(statement))

    assert queries.size() == 1
    assert list(audit.differences()) == []


@pytest.mark.parametrize(
    "given",
    [
        {"email": "ada@example.org"},
        {"person": "Ada"},
        {"body": "A resident's own words"},
        {"what": 7},
        {"what": {"a": 1}},
    ],
)
def test_nothing_outside_the_schema_gets_in(given):
    with pytest.raises(ValueError, match=r"unknown|not of type"):
        a_fact(**given)


def test_no_kind_has_a_field_for_a_person():
    fields = {name for schema in SCHEMAS.values() for name in schema}

    assert not fields & {"email", "name", "person", "author", "voter", "body", "text", "address"}


def test_an_entry_has_an_upper_bound():
    with pytest.raises(ValueError, match="65,535"):
        a_fact(what="x" * 65_535)


def test_readers_with_a_cursor_see_every_fact_once():
    council = a_council()
    for _turn in range(7):
        a_fact(council)

    first = queries.entries_after(0, [Fact.SETTINGS_CHANGED], limit=4)
    rest = queries.entries_after(first[-1].seq + 1, [Fact.SETTINGS_CHANGED], limit=4)

    assert [fact.seq for fact in (*first, *rest)] == list(range(7))


def test_pages_go_back_in_time():
    for _turn in range(25):
        a_fact()

    page = queries.facts_page([Fact.SETTINGS_CHANGED])
    older = queries.facts_page([Fact.SETTINGS_CHANGED], before=int(page.next))

    assert [fact.seq for fact in page.items] == list(range(24, 4, -1))
    assert [fact.seq for fact in older.items] == [4, 3, 2, 1, 0]
    assert older.next is None


def test_an_entry_is_kept_as_canonical_json():
    entry = a_fact()

    assert entry.body.startswith(b'{"at":"')
    assert b" " not in entry.body
    assert db.session.get(Entry, entry.seq) is entry
