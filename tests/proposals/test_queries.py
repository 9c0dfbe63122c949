from datetime import timedelta

import pytest

from consult.core import clock as clocks
from consult.core.errors import NotFound
from consult.proposals import queries
from consult.proposals.models import Status, Version
from consult.proposals.parts import with_ids
from tests.factories import a_council, a_proposal
from tests.proposals.examples import a_content

HIDDEN = (Status.DRAFT, Status.INTERNAL_REVIEW, Status.READY)


@pytest.mark.parametrize("status", HIDDEN)
def test_what_is_not_published_is_not_found_in_public(status):
    proposal = a_proposal(status)

    with pytest.raises(NotFound):
        queries.public_proposal(proposal.council.slug, proposal.slug)
    with pytest.raises(NotFound):
        queries.public_by_reference(proposal.reference)
    assert queries.public_proposals() == []
    assert queries.by_ids({proposal.id}) == {}
    assert queries.desk_proposal(proposal.council.slug, proposal.slug) is proposal


def test_a_part_is_found_by_its_id_in_the_version_that_has_it():
    version = Version(content=with_ids({}, a_content(today="By phone.", body="One.\n\nTwo.")))
    item = f"parties/{version.content['parties'][0]['id']}"
    paragraph = f"body/{version.content['body_parts'][1]['id']}"

    assert queries.part_now(version, "today").text == "By phone."
    assert queries.part_now(version, item).label.endswith("Thornmere Council")
    assert queries.part_now(version, paragraph).text == "Two."


@pytest.mark.parametrize("part_id", ["", "nothing", "parties/zz", "body", "../today", "today\x00"])
def test_a_part_that_no_version_has_is_not_found(part_id):
    version = Version(content=with_ids({}, a_content(today="By phone.")))

    with pytest.raises(NotFound):
        queries.part_now(version, part_id)


def test_an_address_counts_in_its_own_council_only():
    proposal, other = a_proposal(), a_council()

    for find in (queries.public_proposal, queries.desk_proposal):
        with pytest.raises(NotFound):
            find(other.slug, proposal.slug)
    with pytest.raises(NotFound):
        queries.public_by_reference(proposal.reference, other)


def test_the_newest_opening_comes_first():
    now = clocks.now()
    old = a_proposal(opens_at=now - timedelta(days=9))
    new = a_proposal(opens_at=now - timedelta(days=1))

    assert queries.public_proposals() == [new, old]
    assert queries.public_proposals(old.council) == [old]


def test_a_version_that_is_not_there_is_not_found():
    proposal = a_proposal()

    assert queries.version(proposal, 1) is queries.current_version(proposal)
    with pytest.raises(NotFound):
        queries.version(proposal, 2)


def test_current_versions_come_in_one_statement(at_most):
    proposals = [a_proposal() for _ in range(4)]
    draft = a_proposal(Status.DRAFT)
    ids = [each.id for each in (*proposals, draft)]

    with at_most(1):
        found = queries.current_versions(ids)

    assert set(found) == {each.id for each in proposals}


def test_only_what_is_due_is_due():
    now = clocks.now()
    running = a_proposal(closes_at=now + timedelta(seconds=1))
    over = a_proposal(closes_at=now)
    a_proposal(Status.WITHDRAWN, closes_at=now)

    assert queries.due_to_close(now) == [over]
    assert set(queries.due_to_close(now + timedelta(seconds=1))) == {running, over}
