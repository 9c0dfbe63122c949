import pytest

from consult.core.db import db
from consult.councils.models import Role
from consult.moderation import rules
from consult.moderation.models import Because, VotesAside
from consult.participation import rules as participation
from consult.participation.models import Stance
from tests.factories import a_council, a_member, a_person, a_proposal
from tests.moderation.asides import (
    FOUND_OUT,
    WHY,
    a_moderator,
    one_person_thrice,
    opposed,
    proposed,
    set_aside,
)
from tests.participation.grids import asking

NOT_COUNTED = "Your view is not counted"


def people_of(proposal):
    return f"/desk/{proposal.council.slug}/queue/people"


def chooser(proposal):
    return f"{people_of(proposal)}/on/{proposal.slug}"


def page_of(aside):
    return f"{people_of(aside.proposal)}/votes/{aside.id}"


def filled(people, keeps="none", why=WHY):
    return {"who": [str(one.id) for one in people], "keeps": str(keeps), "why": why}


def test_one_moderator_proposes_and_another_finds_it_sees_the_effect_and_agrees(browser):
    proposal, people = one_person_thrice()
    second = a_moderator(proposal)

    browser.sign_in(a_moderator(proposal))
    start = browser.get(people_of(proposal))
    listed = browser.get(chooser(proposal))
    mine = browser.follow(browser.post(chooser(proposal), filled(people, people[0].id)))
    browser.sign_in(second)
    waiting = browser.get(people_of(proposal))
    aside = db.session.query(VotesAside).one()
    theirs = browser.get(page_of(aside))
    done = browser.follow(browser.post(f"{page_of(aside)}/agree"))

    assert proposal.title in start.one("#people").text
    assert all(one.public_name in listed.words for one in people)
    assert "Another moderator has to agree" in mine.words
    assert "Agree: do not count" not in mine.words
    assert "waits for a second moderator" in waiting.words
    assert "2 views would be set aside" in theirs.words
    assert "Set aside since" in done.words
    assert opposed(proposal) == 2


def test_nobody_reads_from_a_proposal_how_a_named_account_voted_and_it_stays_in_sight(browser):
    proposal, people = one_person_thrice()
    browser.sign_in(a_moderator(proposal))

    page = browser.follow(browser.post(chooser(proposal), filled(people[:2], people[0].id)))
    aside = db.session.query(VotesAside).one()
    browser.post(f"{page_of(aside)}/decline")

    assert not any(stance.label in page.one("#aside").text for stance in Stance)
    assert "proposed, and nobody agreed" in browser.get(people_of(proposal)).words


def test_accounts_are_shown_by_the_name_that_all_see_and_found_by_it(browser):
    proposal, people = one_person_thrice()
    hidden = people[0]
    hidden.real_name, hidden.shows_real_name = "Real Secret", False
    db.session.flush()
    browser.sign_in(a_moderator(proposal))

    every = browser.get(chooser(proposal))
    found = browser.get(f"{chooser(proposal)}?q={people[1].pseudonym[-4:]}&who={hidden.id}")
    by_secret = browser.get(f"{chooser(proposal)}?q=Secret")

    assert "Secret" not in every.text
    assert not any(one.email in every.text for one in people)
    assert len(found.select("input[name=who]")) == 2
    assert found.one("input[name=who][checked]")["value"] == str(hidden.id)
    assert not by_secret.select("input[name=who]")


def test_what_is_missing_is_said_beside_the_field_and_nothing_is_stored(browser):
    proposal, people = one_person_thrice()
    browser.sign_in(a_moderator(proposal))

    no_reason = browser.post(chooser(proposal), filled(people, why=""))
    no_choice = browser.post(chooser(proposal), {**filled(people), "keeps": ""})
    alone = browser.post(chooser(proposal), filled(people[:1]))
    other = browser.post(chooser(proposal), filled(people[:2], people[2].id))

    assert [one.status_code for one in (no_reason, no_choice, alone, other)] == [422] * 4
    assert "Write down why" in no_reason.words
    assert WHY in no_choice.text
    assert "Choose from 2 to 50 accounts" in alone.words
    assert db.session.query(VotesAside).count() == 0


def test_while_results_are_hidden_the_page_tells_a_number_and_no_view(browser):
    proposal, people = one_person_thrice(asking(hides_results=True))
    aside = proposed(proposal, people)
    browser.sign_in(a_moderator(proposal))

    page = browser.get(page_of(aside))

    assert "3 views would be set aside" in page.words
    assert not page.select("table")
    assert not any(stance.label in page.one("#aside").text for stance in Stance)


def test_the_person_reads_everywhere_that_it_is_not_counted(browser):
    proposal, people = one_person_thrice()
    set_aside(proposal, people)
    here = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}"

    browser.sign_in(people[0])
    pages = [browser.get(where) for where in (here, f"{here}/items")]
    mine = browser.get("/account/contributions")
    again = browser.follow(browser.post(f"{here}/vote", {"stance": "support", "reason": ""}))

    assert all(NOT_COUNTED in page.words for page in [*pages, again])
    assert mine.words.count(NOT_COUNTED) == 2  # the vote, and the answers item by item
    assert "Counted on version" not in pages[0].words
    assert opposed(proposal) == 1


def test_whoever_is_not_set_aside_reads_nothing_of_it(browser):
    proposal, people = one_person_thrice()
    set_aside(proposal, people, keeps=people[0])
    browser.sign_in(people[0])

    page = browser.get(f"/councils/{proposal.council.slug}/proposals/{proposal.slug}")

    assert NOT_COUNTED not in page.words


def test_the_council_reads_no_reason_given_with_a_vote_that_is_set_aside(browser):
    proposal, people = one_person_thrice()
    participation.cast_vote(people[0], proposal, Stance.OPPOSE, "My bent reason")
    where = f"/desk/{proposal.council.slug}/proposals/{proposal.slug}/words"
    browser.sign_in(a_member(proposal.council, Role.ANALYST))
    before = browser.get(where)
    set_aside(proposal, people)

    after = browser.get(where)

    assert "My bent reason" in before.text
    assert "My bent reason" not in after.text


def test_everybody_reads_in_the_log_that_it_happened_and_nobodys_name(browser):
    proposal, people = one_person_thrice()
    aside = set_aside(proposal, people, keeps=people[0])
    where = f"/councils/{proposal.council.slug}/moderation"

    held = browser.get(where).one("#asides")
    rules.bring_back(a_moderator(proposal), aside, Because.APPEAL, FOUND_OUT)
    back = browser.get(where).one("#asides")

    assert "2 views set aside" in held.text
    assert "after an appeal" in back.text
    for page in (held, back):
        assert not any(one.public_name in page.text for one in people)
        assert WHY not in page.text
        assert FOUND_OUT not in page.text


def test_the_pages_of_results_say_the_new_count(browser):
    proposal, people = one_person_thrice()
    set_aside(proposal, people)
    here = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}"

    results = browser.get(f"{here}/results")
    items = browser.get(f"{here}/items").one("#items-results")

    assert results.select("#results tbody tr:nth-child(3) td")[0].text == "1"
    assert "1 person answered" in items.text


def test_they_count_again_from_the_page(browser):
    proposal, people = one_person_thrice()
    aside = set_aside(proposal, people)
    browser.sign_in(a_moderator(proposal))

    missing = browser.post(f"{page_of(aside)}/back", {"because": "mistake", "ended_why": ""})
    browser.post(f"{page_of(aside)}/back", {"because": "mistake", "ended_why": FOUND_OUT})

    assert missing.status_code == 422
    assert opposed(proposal) == 4


def test_the_pages_cost_the_same_however_many_took_part(browser, at_most):
    proposal, people = one_person_thrice()
    for _ in range(25):
        participation.cast_vote(a_person(), proposal, Stance.OPPOSE)
    aside = proposed(proposal, people)
    browser.sign_in(a_moderator(proposal))

    for where in (people_of(proposal), f"{chooser(proposal)}?who={people[0].id}", page_of(aside)):
        with at_most(12):
            page = browser.get(where)
        assert page.status_code == 200

    first = browser.get(chooser(proposal))
    rest = browser.get(first.one(".more a")["href"])
    assert len(first.select("input[name=who]")) == 20
    assert len(rest.select("input[name=who]")) == 9


def test_moderators_of_another_council_find_nothing(browser):
    proposal, people = one_person_thrice()
    aside = proposed(proposal, people)
    elsewhere = a_council()
    a_proposal(council=elsewhere)
    browser.sign_in(a_member(elsewhere, Role.MODERATOR))

    for answer in (
        browser.get(page_of(aside)),
        browser.get(f"/desk/{elsewhere.slug}/queue/people/votes/{aside.id}"),
        browser.post(f"/desk/{elsewhere.slug}/queue/people/votes/{aside.id}/agree"),
        browser.get(f"/desk/{elsewhere.slug}/queue/people/on/{proposal.slug}"),
    ):
        assert answer.status_code == 404
    assert opposed(proposal) == 4


@pytest.mark.parametrize("verb", ["agree", "decline", "back"])
def test_whoever_may_not_decide_is_told_why(browser, verb):
    proposal, people = one_person_thrice()
    aside = proposed(proposal, people)
    browser.sign_in(a_member(proposal.council, Role.MODERATOR, person=people[0]))

    page = browser.get(page_of(aside))
    given = {"because": "mistake", "ended_why": FOUND_OUT} if verb == "back" else {}
    answer = browser.post(f"{page_of(aside)}/{verb}", given)

    assert "is yours" in page.words
    assert WHY not in page.words
    assert answer.status_code == 409
