"""Reading many comments: order, filters, words, pages, and what is pinned."""

from dataclasses import replace
from datetime import timedelta

import pytest

from consult.core import clock as core_clock
from consult.core import search
from consult.core.errors import NotFound
from consult.core.paging import SIZE
from consult.core.words import asked_words
from consult.councils.models import Role
from consult.participation import queries, rules
from consult.participation.models import Stance
from consult.participation.queries import Reading, found
from tests.factories import a_comment, a_member, a_person, a_proposal

SORTS = ["newest", "oldest", "discussed", "helpful"]


def everything(proposal, reading, viewer=None, own=None):
    """Every thread, page after page."""
    threads, after = [], None
    while True:
        page = queries.comments_page(proposal, replace(reading, after=after), viewer, own)
        threads += page.items
        after = page.next
        if after is None:
            return [thread.comment for thread in threads]


def reading(words="", **given):
    return Reading(asked=words, words=asked_words(words), **given)


def said(proposal, body="Please share less.", **given):
    """A comment that can be found by its words."""
    comment = a_comment(proposal, body=body, **given)
    search.keep(found.doc_of(comment))
    return comment


@pytest.mark.parametrize("sort", SORTS)
def test_every_comment_comes_once_whatever_the_order(sort, clock):
    proposal = a_proposal()
    comments = []
    for n in range(2 * SIZE + 5):
        clock.forward(minutes=n % 3)
        comments.append(a_comment(proposal, helpful=n % 4))

    read = everything(proposal, Reading(sort=sort))

    assert len(read) == len(comments)
    assert {one.id for one in read} == {one.id for one in comments}


def test_the_most_helpful_comes_first_and_of_equals_the_newest(clock):
    proposal = a_proposal()
    plain = a_comment(proposal)
    clock.forward(minutes=1)
    newer = a_comment(proposal)
    helpful = a_comment(proposal, helpful=3, created_at=core_clock.now() - timedelta(days=2))

    assert everything(proposal, Reading(sort="helpful")) == [helpful, newer, plain]


def test_filters_leave_out_what_they_say():
    proposal, me = a_proposal(), a_person()
    against = a_comment(proposal, stance=Stance.OPPOSE)
    mine = a_comment(proposal, me)
    my_reply = a_comment(proposal, me, parent=against)
    part = a_comment(proposal, part_id="data_items/3fa9c1")
    answered = a_comment(proposal, answered_at=core_clock.now())

    def ids(**given):
        return {one.id for one in everything(proposal, Reading(**given), me)}

    assert ids(stance=Stance.OPPOSE) == {against.id}
    assert ids(mine=True) == {mine.id, my_reply.id}
    assert ids(part_id="data_items/3fa9c1") == {part.id}
    assert ids(answered=True) == {answered.id}
    assert ids(stance=Stance.SUPPORT, answered=True) == set()


def test_words_find_comments_and_replies_here_only(clock):
    proposal = a_proposal()
    first = said(proposal, "Café for carers")
    reply = said(proposal, "No cafe, please", parent=first)
    said(proposal, "Nothing about food")
    said(a_proposal(), "Another café")

    assert everything(proposal, reading("CAFE")) == [reply, first]
    assert everything(proposal, reading("cafe", sort="oldest")) == [first, reply]
    assert everything(proposal, reading("cafe", stance=Stance.OPPOSE)) == []


def test_what_was_found_is_read_page_by_page():
    proposal = a_proposal()
    comments = [said(proposal, f"cold home {n}") for n in range(SIZE + 3)]

    assert everything(proposal, reading("cold")) == comments[::-1]
    assert everything(proposal, reading("cold", sort="oldest")) == comments


def test_views_unlike_mine_take_turns_each_with_its_most_helpful_first():
    proposal = a_proposal()
    a_comment(proposal, stance=Stance.SUPPORT, helpful=99)
    a_comment(proposal, stance=Stance.QUESTION, helpful=99)
    others = [Stance.SUPPORT_WITH_CHANGES, Stance.OPPOSE, Stance.UNSURE]
    for stance, many in zip(others, (30, 5, 1), strict=True):
        for n in range(many):
            a_comment(proposal, stance=stance, helpful=n)

    read = everything(proposal, Reading(sort="unlike"), own=Stance.SUPPORT)

    assert [one.stance for one in read[:5]] == [*others, *others[:2]]
    assert len({one.id for one in read}) == len(read) == 36
    for stance in others:
        marks = [one.helpful for one in read if one.stance is stance]
        assert marks == sorted(marks, reverse=True)


def test_unlike_without_a_view_of_ones_own_is_the_newest():
    proposal = a_proposal()
    comments = [a_comment(proposal) for _ in range(3)]

    assert {one.id for one in everything(proposal, Reading(sort="unlike"))} == {
        one.id for one in comments
    }


@pytest.mark.parametrize(
    "given", [{"stance": Stance.OPPOSE}, {"sort": "unlike", "unlike": Stance.SUPPORT}]
)
def test_while_results_are_hidden_nothing_is_chosen_by_stance(given):
    proposal = a_proposal(hides_results=True)
    a_comment(proposal, stance=Stance.OPPOSE)
    a_comment(proposal, stance=Stance.SUPPORT)

    assert len(everything(proposal, Reading(**given), own=Stance.SUPPORT)) == 2


@pytest.mark.parametrize("sort", [*SORTS, "unlike"])
def test_a_cursor_of_another_order_is_not_found(sort):
    proposal = a_proposal()

    with pytest.raises(NotFound):
        queries.comments_page(proposal, Reading(sort=sort, after="WzEsMl0"), own=Stance.SUPPORT)


def test_a_pinned_comment_comes_first_once():
    proposal = a_proposal()
    pinned = a_comment(proposal)
    others = [a_comment(proposal) for _ in range(SIZE + 2)]
    rules.pin(a_member(proposal.council, Role.MODERATOR), pinned)

    read = everything(proposal, Reading())

    assert read[0] == pinned
    assert len(read) == len(others) + 1
    assert pinned in everything(proposal, Reading(stance=pinned.stance))


def test_news_are_counted_from_where_the_page_was_made(clock):
    proposal = a_proposal()
    a_comment(proposal)
    seen = queries.figures(proposal).newest
    assert queries.new_comments(proposal, seen) == 0
    clock.forward(minutes=1)
    parent = a_comment(proposal)
    a_comment(proposal, parent=parent)

    assert queries.new_comments(proposal, seen) == 1
    assert queries.new_comments(proposal, None) == 2


def test_figures_tell_what_moderators_hid():
    proposal = a_proposal()
    hidden = a_comment(proposal)
    a_comment(proposal)
    rules.hide(hidden, "personal_data")

    told = queries.figures(proposal)

    assert (told.received, told.shown, told.hidden) == (2, 1, 1)


def test_an_official_reply_answers_until_it_is_taken_back():
    proposal, resident = a_proposal(), a_person()
    officer = a_member(proposal.council, Role.OFFICER)
    comment = rules.post_comment(resident, proposal, Stance.OPPOSE, "Why?")
    reply = rules.post_comment(
        officer, proposal, Stance.OPPOSE, "Because.", parent=comment, is_official=True
    )
    assert comment.answered_at == reply.created_at

    rules.delete_comment(officer, reply)

    assert comment.answered_at is None
