import re
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from consult.changelog.models import Entry
from consult.core import clock as core_clock
from consult.core.db import db
from consult.core.errors import Forbidden, Invalid
from consult.councils.models import Role
from consult.embed import queries, rules
from consult.embed.models import Proof, Sighting, Site
from consult.embed.troubles import Looked, Trouble
from consult.jobs import queries as jobs
from tests.factories import a_council, a_member, a_person, a_proposal

ORIGIN = "https://www.example.gov.uk"


@pytest.fixture
def council():
    return a_council()


@pytest.fixture
def officer(council):
    return a_member(council, Role.OFFICER)


@pytest.fixture
def site(officer, council):
    return rules.add_site(officer, council, ORIGIN)


def proved(site, by=Proof.FILE):
    rules.note_check(site.id, Looked(found_by=by))
    return site


def recorded():
    return db.session.query(Entry).order_by(Entry.seq).all()


def last_words():
    return recorded()[-1].body.decode()


def test_a_named_site_may_show_nothing_until_it_is_proved(site, council):
    assert re.fullmatch(rf"consult-embed={council.slug}-[a-z2-9]{{4}}-[a-z2-9]{{4}}", site.line)
    assert queries.proved_origins(council) == []
    assert recorded() == []


def test_each_site_has_a_line_of_its_own(site, officer, council):
    assert rules.add_site(officer, council, "https://two.example").line != site.line


def test_a_site_is_named_once(site, officer, council):
    with pytest.raises(Invalid, match="already"):
        rules.add_site(officer, council, ORIGIN.upper() + "/")


def test_two_councils_may_name_the_same_site(site):
    other = a_council()

    assert rules.add_site(a_member(other, Role.OWNER), other, ORIGIN).line != site.line


def test_a_list_holds_fifty_sites(officer, council):
    for number in range(rules.MOST):
        rules.add_site(officer, council, f"https://s{number}.example")

    with pytest.raises(Invalid, match="full"):
        rules.add_site(officer, council, ORIGIN)


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.ANALYST, None])
def test_only_owners_and_officers_say_where_widgets_stand(role, site, council):
    person = a_member(council, role) if role else a_person()

    for refused in (
        lambda: rules.add_site(person, council, "https://two.example"),
        lambda: rules.remove_site(person, site),
        lambda: rules.ask_check(person, site),
        lambda: rules.open_to_all(person, council),
        lambda: rules.close_to_all(person, council),
    ):
        with pytest.raises(Forbidden):
            refused()


@pytest.mark.parametrize("by", Proof)
def test_a_found_line_proves_a_site_and_the_record_says_so_once(by, site, council):
    proved(site, by)
    proved(site, by)

    assert queries.proved_origins(council) == [ORIGIN]
    assert (site.proof, site.problem) == (by, None)
    assert "embed_site_proved" in last_words()
    assert ORIGIN not in last_words()
    assert len(recorded()) == 1


def test_a_site_without_the_line_waits_and_says_why(site, council):
    rules.note_check(site.id, Looked(by_file=Trouble.OTHER_LINES))

    assert not site.is_proved
    assert site.problem == Trouble.OTHER_LINES
    assert site.checked_at is not None
    assert recorded() == []


@pytest.mark.parametrize("trouble", [each for each in Trouble if each.is_answer])
def test_a_proof_ends_when_the_site_answers_without_the_line(trouble, site, council):
    rules.note_check(proved(site).id, Looked(by_file=trouble))

    assert queries.proved_origins(council) == []
    assert site.problem == trouble
    assert "embed_site_lapsed" in last_words()


@pytest.mark.parametrize("trouble", [each for each in Trouble if not each.is_answer])
def test_a_proof_outlives_a_network_that_fails(trouble, site, council):
    rules.note_check(proved(site).id, Looked(by_file=trouble))

    assert queries.proved_origins(council) == [ORIGIN]
    assert site.problem == trouble


def test_a_proof_by_record_does_not_need_the_file(site, council):
    rules.note_check(proved(site, Proof.DNS).id, Looked(by_dns=Trouble.UNREACHABLE))

    assert queries.proved_origins(council) == [ORIGIN]


def test_a_removed_site_shows_nothing_and_a_late_look_changes_nothing(site, officer, council):
    removed = proved(site).id

    rules.remove_site(officer, site)
    rules.note_check(removed, Looked(found_by=Proof.FILE))

    assert queries.sites(council) == []
    assert "embed_site_removed" in last_words()


def test_removing_a_site_that_was_never_proved_is_not_recorded(site, officer):
    rules.remove_site(officer, site)

    assert recorded() == []


def test_opening_and_closing_are_recorded_once_each(officer, council):
    rules.open_to_all(officer, council)
    rules.open_to_all(officer, council)
    assert queries.is_open_to_all(council)
    assert "embed_open_to_all" in last_words()

    rules.close_to_all(officer, council)
    rules.close_to_all(officer, council)
    assert not queries.is_open_to_all(council)
    assert "embed_closed_to_all" in last_words()
    assert len(recorded()) == 2


def test_a_look_is_asked_for_once_however_often_the_button_is_pressed(site, officer):
    rules.ask_check(officer, site)
    db.session.flush()
    rules.ask_check(officer, site)

    assert jobs.waiting_payloads("embed.check") == [{"site_id": str(site.id)}]


def test_proved_sites_are_looked_at_each_day_and_others_for_two_weeks(
    site, officer, council, clock
):
    waiting = rules.add_site(officer, council, "https://two.example")
    looked = Looked()
    for each in (site, waiting):
        rules.note_check(each.id, looked)
    assert queries.sites_due() == []

    clock.forward(days=1)
    proved(site)
    assert queries.sites_due() == [waiting]

    clock.forward(days=14)
    assert queries.sites_due() == [site]

    rules.ask_due_checks()
    assert jobs.waiting_payloads("embed.check") == [{"site_id": str(site.id)}]


def test_sightings_are_summed_by_site_this_week_and_ever():
    proposal, other = a_proposal(), a_proposal()
    today = core_clock.local(core_clock.now()).date()
    for of, origin, view, days, seen in (
        (proposal, ORIGIN, "vote", 0, 5),
        (proposal, ORIGIN, "card", 0, 2),
        (proposal, ORIGIN, "vote", 30, 100),
        (proposal, "https://two.example", "vote", 8, 9),
        (other, ORIGIN, "vote", 0, 1000),
    ):
        day = today - timedelta(days=days)
        db.session.add(
            Sighting(proposal_id=of.id, origin=origin, view=view, day=day, seen=seen, used=1)
        )
    db.session.flush()

    assert queries.seen_by_site(proposal) == [
        queries.Seen(ORIGIN, 7, 107, 3),
        queries.Seen("https://two.example", 0, 9, 1),
    ]
    seen = queries.seen_in_all(proposal)
    assert (seen.sites, seen.times, seen.since) == (2, 116, today - timedelta(days=30))


def test_a_proposal_that_nobody_has_seen_has_no_first_day():
    assert queries.seen_in_all(a_proposal()) == queries.SeenInAll(0, 0, None)


def test_the_database_holds_a_site_once(site, council, officer):
    db.session.add(Site(council=council, origin=ORIGIN, line="x", added_by=officer))

    with pytest.raises(IntegrityError):
        db.session.flush()
