from datetime import timedelta

import pytest

from consult.accounts import queries as accounts
from consult.accounts import rules as signing
from consult.core import clock as moments
from consult.core.db import db
from consult.participation import queries, rules
from consult.participation.models import Stance
from tests.embed.steps import COMMENT, FRAMED, VOTE, address, get_pass
from tests.factories import a_person, a_proposal


@pytest.fixture
def person(app):
    return a_person("Ann Okafor")


def act(browser, proposal, which, given):
    return browser.post(address(proposal, which), given, headers=FRAMED)


def hidden(page):
    found = page.select("form[action*='/as/undo'] input")
    return {each["name"]: each["value"] for each in found}


def test_a_frame_cannot_give_itself_a_pass(browser, proposal, person):
    browser.sign_in(person)

    page = browser.post(address(proposal, "yourself"), headers=FRAMED)

    assert page.status_code == 400
    assert "data-pass" not in page.text


def test_the_window_needs_the_token_of_the_session(browser, proposal, person):
    page = browser.sign_in(person).post(address(proposal, "yourself"), csrf=False)

    assert page.status_code == 400


def test_a_vote_that_is_set_aside_is_kept_in_a_frame_and_said_not_to_count(
    browser, another_browser, proposal, person
):
    held = get_pass(browser, proposal, person)
    rules.set_aside(proposal, [person.id])

    done = act(another_browser(), proposal, "vote", VOTE | {"person": held})

    assert "It is not counted" in done.words
    assert queries.vote_of(person, proposal).stance is Stance.SUPPORT
    assert queries.vote_count(proposal) == 0


def test_a_vote_with_a_pass_counts_at_once_and_can_be_taken_back(
    browser, another_browser, proposal, person
):
    held = get_pass(browser, proposal, person)
    frame = another_browser()

    shown = act(frame, proposal, "as", {"person": held})
    assert "You take part as Ann Okafor." in shown.words
    done = act(frame, proposal, "vote", VOTE | {"person": held})
    assert "Your view counts" in done.words
    assert queries.vote_of(person, proposal).stance is Stance.SUPPORT
    undone = act(frame, proposal, "as/undo", hidden(done))

    assert undone.status_code == 200
    assert queries.vote_count(proposal) == 0
    assert queries.recount() == []


def test_taking_a_changed_vote_back_puts_the_old_one_in_its_place(
    browser, another_browser, proposal, person
):
    rules.cast_vote(person, proposal, Stance.OPPOSE, "Too much")
    held = get_pass(browser, proposal, person)

    done = act(another_browser(), proposal, "vote", VOTE | {"person": held})
    act(another_browser(), proposal, "as/undo", hidden(done))

    vote = queries.vote_of(person, proposal)
    assert (vote.stance, vote.reason) == (Stance.OPPOSE, "Too much")
    assert queries.recount() == []


def test_a_comment_with_a_pass_is_published_and_can_be_taken_back(
    browser, another_browser, proposal, person
):
    held = get_pass(browser, proposal, person)

    done = act(another_browser(), proposal, "comment", COMMENT | {"person": held})
    assert "Your comment is published" in done.words
    assert queries.comment_count(proposal) == 1
    act(another_browser(), proposal, "as/undo", hidden(done))

    assert queries.comment_count(proposal) == 0
    assert queries.recount() == []


def test_an_act_can_be_taken_back_once_and_for_a_minute(
    browser, another_browser, proposal, person, clock
):
    clock.at(moments.now())
    held = get_pass(browser, proposal, person)
    done = act(another_browser(), proposal, "vote", VOTE | {"person": held})
    clock.forward(seconds=62)

    late = act(another_browser(), proposal, "as/undo", hidden(done))

    assert late.status_code == 409
    assert queries.vote_count(proposal) == 1


def test_a_pass_ends_with_the_session_that_gave_it(browser, another_browser, proposal, person):
    held = get_pass(browser, proposal, person)
    for session in accounts.live_sessions(person):
        signing.end_session(session)
    db.session.flush()

    page = act(another_browser(), proposal, "vote", VOTE | {"person": held})

    assert page.status_code == 409
    assert queries.vote_count(proposal) == 0


def test_a_pass_ends_after_half_an_hour(browser, another_browser, proposal, person, clock):
    clock.at(moments.now())
    held = get_pass(browser, proposal, person)
    clock.forward(minutes=31)

    page = act(another_browser(), proposal, "vote", VOTE | {"person": held})

    assert page.status_code == 409
    assert queries.vote_count(proposal) == 0


def test_a_pass_is_good_for_one_proposal(browser, another_browser, proposal, person):
    other = a_proposal(council=proposal.council)
    held = get_pass(browser, proposal, person)

    page = act(another_browser(), other, "vote", VOTE | {"person": held})

    assert page.status_code == 409
    assert queries.vote_count(other) == 0


def test_a_visitors_pass_is_no_persons_pass(browser, proposal):
    first = act(browser, proposal, "vote", VOTE)
    token = first.one("input[name=token]")["value"]

    page = act(browser, proposal, "vote", VOTE | {"person": token})

    assert page.status_code == 409


def test_nobody_takes_back_what_another_person_did(browser, another_browser, proposal, person):
    done = act(
        another_browser(),
        proposal,
        "vote",
        VOTE | {"person": get_pass(browser, proposal, person)},
    )
    other = get_pass(another_browser(), proposal, a_person())

    act(another_browser(), proposal, "as/undo", hidden(done) | {"person": other})

    assert queries.vote_of(person, proposal).stance is Stance.SUPPORT


def test_wrong_input_is_said_beside_the_field_and_the_pass_is_kept(
    browser, another_browser, proposal, person
):
    held = get_pass(browser, proposal, person)

    page = act(another_browser(), proposal, "comment", {"stance": "oppose", "person": held})

    assert page.status_code == 422
    assert "Write your comment." in page.words
    assert page.one("input[name=person]")["value"] == held


def test_a_closed_round_takes_nothing_with_a_pass(
    browser, another_browser, proposal, person, clock
):
    held = get_pass(browser, proposal, person)
    clock.at(proposal.closes_at + timedelta(seconds=1))

    page = act(another_browser(), proposal, "vote", VOTE | {"person": held})

    assert page.status_code == 409
    assert queries.vote_count(proposal) == 0


def test_a_vote_that_changed_elsewhere_is_not_overwritten_by_undo(
    browser, another_browser, proposal, person
):
    held = get_pass(browser, proposal, person)
    done = act(another_browser(), proposal, "vote", VOTE | {"person": held})
    rules.cast_vote(person, proposal, Stance.UNSURE)

    page = act(another_browser(), proposal, "as/undo", hidden(done))

    assert page.status_code == 409
    assert queries.vote_of(person, proposal).stance is Stance.UNSURE


def test_a_comment_sent_twice_stands_once(browser, another_browser, proposal, person):
    held = get_pass(browser, proposal, person)

    for _n in range(2):
        act(another_browser(), proposal, "comment", COMMENT | {"person": held})

    assert queries.comment_count(proposal) == 1


def test_the_frame_holds_the_reason_given_before_so_that_it_is_not_lost(
    browser, another_browser, proposal, person
):
    rules.cast_vote(person, proposal, Stance.OPPOSE, "My doctor’s notes are mine")
    held = get_pass(browser, proposal, person)

    where = address(proposal, "as") + "&view=vote"
    shown = another_browser().post(where, {"person": held}, headers=FRAMED)
    kept = shown.one("textarea[name=reason]").text
    act(another_browser(), proposal, "vote", VOTE | {"reason": kept, "person": held})

    vote = queries.vote_of(person, proposal)
    assert (vote.stance, vote.reason) == (Stance.SUPPORT, "My doctor’s notes are mine")
