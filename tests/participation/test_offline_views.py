"""Typing in responses at a desk, checking them, following one by its receipt."""

import pytest
from sqlalchemy import select

from consult.accounts.models import Channel, Person
from consult.core import clock
from consult.core.db import db
from consult.councils.models import Role
from consult.participation import queries, rules
from consult.participation.models import OfflineResponse, Stance
from tests.factories import a_council, a_member, a_person, a_proposal


@pytest.fixture
def council():
    return a_council()


@pytest.fixture
def proposal(council):
    return a_proposal(council=council)


@pytest.fixture
def typist(council):
    return a_member(council, Role.OFFICER)


@pytest.fixture
def checker(council):
    return a_member(council, Role.MODERATOR)


def today():
    return clock.local(clock.now()).date()


def a_batch(typist, proposal, channel=Channel.PAPER):
    return rules.open_batch(typist, proposal, channel, "Box at the library", today())


def counted(typist, checker, proposal, *said):
    batch = a_batch(typist, proposal)
    codes = [
        rules.add_response(typist, batch, str(number), stance, body)[1]
        for number, (stance, body) in enumerate(said, 1)
    ]
    rules.send_batch(typist, batch)
    rules.count_batch(checker, batch)
    return batch, codes


def desk(proposal, end=""):
    return f"/desk/{proposal.council.slug}/proposals/{proposal.slug}/offline{end}"


def test_staff_type_in_a_batch_and_another_lets_it_count(
    browser, another_browser, typist, checker, proposal
):
    browser.sign_in(typist)
    begun = browser.post(
        desk(proposal),
        {"channel": "event", "source": "Group session", "received_on": today().isoformat()},
    )
    assert begun.status_code == 303
    added = browser.post(
        desk(proposal, "/1"), {"reference": "A1", "stance": "oppose", "body": "Keep it local."}
    )
    code = added.one(".d-receipt b").text
    assert added.headers["Cache-Control"] == "no-store"
    assert code not in browser.get(desk(proposal, "/1")).text
    browser.post(desk(proposal, "/1/send"))

    second = another_browser().sign_in(checker)
    assert "Keep it local." in second.get(desk(proposal, "/1")).text
    assert second.post(desk(proposal, "/1/count")).status_code == 303

    page = browser.get(f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/comments")
    assert "Keep it local." in page.text
    assert "At an event" in page.words
    followed = another_browser().post("/receipt", {"code": code})
    assert followed.status_code == 200
    assert "Your response counts." in followed.words


def test_the_second_person_finds_it_on_their_desk(browser, typist, checker, proposal):
    batch = a_batch(typist, proposal)
    rules.add_response(typist, batch, "1", Stance.SUPPORT, "")
    rules.send_batch(typist, batch)

    page = browser.sign_in(checker).get(f"/desk/{proposal.council.slug}")

    assert "Compare batch 1 with the originals" in page.words


def test_wrong_input_is_said_beside_its_field_and_kept(browser, typist, proposal):
    browser.sign_in(typist)
    wrong = browser.post(
        desk(proposal), {"channel": "pigeon", "source": "Roof", "received_on": "soon"}
    )
    a_batch(typist, proposal)
    empty = browser.post(
        desk(proposal, "/1"), {"reference": "", "stance": "none", "body": "Typed words"}
    )

    assert wrong.status_code == empty.status_code == 422
    assert 'value="Roof"' in wrong.text
    assert "Typed words" in empty.text


def test_an_unknown_code_is_told_so_without_a_guess_at_why(browser):
    page = browser.post("/receipt", {"code": "2222-2222-2222"})

    assert page.status_code == 422
    assert "We do not know this code." in page.words
    assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("role", [Role.ANALYST, Role.DECISION_MAKER])
def test_who_only_reads_types_nothing_in(browser, council, proposal, role):
    page = browser.sign_in(a_member(council, role)).post(
        desk(proposal),
        {"channel": "paper", "source": "Box", "received_on": today().isoformat()},
    )

    assert page.status_code == 403


def test_another_councils_batches_are_not_found(browser, typist, proposal):
    a_batch(typist, proposal)
    stranger = a_member(a_council(), Role.OFFICER)

    assert browser.sign_in(stranger).get(desk(proposal, "/1")).status_code == 404


def test_a_batch_is_found_under_its_own_proposal_only(browser, council, typist, proposal):
    batch = a_batch(typist, proposal)
    response, _code = rules.add_response(typist, batch, "1", Stance.SUPPORT, "")
    other = a_proposal(council=council)
    a_batch(typist, other)

    browser.sign_in(typist)

    assert browser.get(desk(other, f"/1/{response.id}")).status_code == 404
    assert browser.get(desk(other, "/2")).status_code == 404


def test_results_tell_them_apart(browser, typist, checker, proposal):
    rules.cast_vote(a_person(), proposal, Stance.SUPPORT)
    counted(typist, checker, proposal, (Stance.OPPOSE, ""), (Stance.OPPOSE, ""))

    page = browser.get(f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/results")

    assert "On paper, by phone or at an event2" in page.words.replace(" 2", "2")
    assert db.session.query(Person).filter(Person.channel.is_not(None)).count() == 2


def test_the_pages_cost_the_same_however_long(browser, at_most, typist, proposal):
    batch = a_batch(typist, proposal)
    for number in range(30):
        rules.add_response(typist, batch, str(number), Stance.SUPPORT, f"Words {number}")
    browser.sign_in(typist)

    with at_most(12):
        browser.get(desk(proposal, "/1"))
    with at_most(12):
        browser.get(desk(proposal))


def test_words_that_moderators_hide_are_nowhere_else(
    browser, another_browser, typist, checker, proposal
):
    batch, codes = counted(typist, checker, proposal, (Stance.OPPOSE, "My number is 07700 900123."))
    (said,) = queries.responses_of(batch)
    rules.hide(said.comment, "personal_data")
    rooms = (desk(proposal, "/1"), desk(proposal, f"/1/{said.id}"))

    browser.sign_in(typist)
    pages = [browser.get(room) for room in rooms]
    pages.append(another_browser().post("/receipt", {"code": codes[0]}))

    assert [page.status_code for page in pages] == [200, 409, 200]
    assert not any("07700" in page.text for page in pages)
    assert "07700" not in repr(db.session.execute(select(OfflineResponse.__table__)).all())


def test_what_was_sent_to_be_checked_is_not_opened_to_be_put_right(browser, typist, proposal):
    batch = a_batch(typist, proposal)
    said, _code = rules.add_response(typist, batch, "1", Stance.SUPPORT, "")
    room = desk(proposal, f"/1/{said.id}")
    assert browser.sign_in(typist).get(room).status_code == 200

    rules.send_batch(typist, batch)

    assert browser.get(room).status_code == 409


def test_what_counts_tells_no_view_while_the_round_hides_results(
    browser, typist, checker, proposal
):
    proposal.hides_results = True
    db.session.flush()
    counted(typist, checker, proposal, (Stance.OPPOSE, ""), (Stance.SUPPORT, "Words"))

    page = browser.sign_in(typist).get(desk(proposal, "/1"))

    assert "Oppose" not in page.words
    assert "Support" not in page.words
