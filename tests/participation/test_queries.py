from datetime import timedelta

import pytest

from consult.core.clock import now
from consult.core.db import db
from consult.core.errors import NotFound
from consult.participation import queries
from consult.participation.models import Stance
from consult.participation.queries import Reading
from tests.factories import a_comment, a_proposal


@pytest.mark.parametrize("sort", queries.SORTS)
def test_every_thread_is_on_one_page_only_even_at_equal_moments(sort):
    proposal, moment = a_proposal(), now()
    made = []
    for n in range(47):
        at = moment - timedelta(seconds=n // 9)
        made.append(a_comment(proposal, created_at=at, replies=n % 3))
    db.session.flush()

    seen, after = [], None
    while True:
        page = queries.comments_page(proposal, Reading(sort=sort, after=after), own=Stance.SUPPORT)
        seen += [thread.comment for thread in page.items]
        after = page.next
        if after is None:
            break

    assert len(seen) == len(made)
    assert {one.id for one in seen} == {one.id for one in made}
    keys = [(one.replies if sort == "discussed" else 0, one.created_at, one.id) for one in seen]
    if sort != "unlike":  # that one mixes views
        assert keys == sorted(keys, reverse=sort != "oldest")


@pytest.mark.parametrize("after", ["x", "W10", "é", "bnVsbA", "A" * 5000])
def test_a_cursor_we_did_not_make_is_not_found(after):
    with pytest.raises(NotFound):
        queries.comments_page(a_proposal(), Reading(after=after))


def test_a_thread_shows_its_first_five_replies_and_how_many_more():
    proposal = a_proposal()
    parent = a_comment(proposal)
    for n in range(7):
        a_comment(proposal, parent=parent, created_at=now() + timedelta(seconds=n))

    (thread,) = queries.comments_page(proposal, Reading()).items

    assert len(thread.replies) == 5
    assert thread.more_replies == 2


def test_recount_names_a_counter_that_lies():
    comment = a_comment(a_proposal())
    comment.replies = 3
    db.session.flush()

    (found,) = queries.recount()
    assert (found.counter, found.counted) == (3, 0)


def test_another_proposals_comment_is_not_found():
    with pytest.raises(NotFound):
        queries.comment(a_proposal(), a_comment(a_proposal()).id)
