import io

import pytest

from consult.core.db import db
from consult.councils import queries, rules
from consult.councils.models import Invitation, Role, Staff
from consult.jobs.models import Mail
from tests.councils.pictures import a_png, an_svg
from tests.factories import a_council, a_member, a_person


@pytest.fixture
def council():
    return a_council()


@pytest.fixture
def owner(council):
    return a_member(council, Role.OWNER)


def link_to(address):
    mail = db.session.query(Mail).filter_by(to=address).one()
    return "/invitations/" + mail.text.split("/invitations/")[1].split()[0]


def test_the_team_shows_everybody_and_addresses_to_owners_only(browser, another_browser, council):
    owner, officer = a_member(council, Role.OWNER), a_member(council, Role.OFFICER)

    seen = browser.sign_in(owner).get(f"/desk/{council.slug}/team")
    read = another_browser().sign_in(officer).get(f"/desk/{council.slug}/team")

    assert officer.email in seen.text
    assert owner.email not in read.text
    assert owner.public_name in read.text
    assert "Take away" not in read.text


@pytest.mark.parametrize("path", ["/team/invite", "/branding", "/answers"])
def test_settings_are_for_owners(browser, another_browser, council, path):
    officer, stranger = a_member(council, Role.OFFICER), a_member(a_council(), Role.OWNER)
    address = f"/desk/{council.slug}{path}"

    assert browser.get(address).status_code == 303
    assert browser.sign_in(officer).get(address).status_code == 403
    assert another_browser().sign_in(stranger).get(address).status_code == 404
    assert another_browser().sign_in(stranger).post(address).status_code == 404


def test_an_invitation_is_sent_accepted_and_signs_in(browser, another_browser, council, owner):
    sent = browser.sign_in(owner).post(
        f"/desk/{council.slug}/team/invite", {"email": "bea@example.org", "role": "moderator"}
    )
    assert sent.location == f"/desk/{council.slug}/team"
    guest, link = another_browser(), link_to("bea@example.org")

    page = guest.get(link)
    assert council.name in page.words
    assert "Moderator" in page.words
    assert "bea@" not in page.words
    assert db.session.query(Staff).filter_by(role=Role.MODERATOR).count() == 0

    taken = guest.post(link)
    assert taken.location == f"/desk/{council.slug}"
    assert guest.get(f"/desk/{council.slug}/team").status_code == 200
    assert guest.post(link).location == f"/desk/{council.slug}"
    assert another_browser().get(link).status_code == 410
    assert another_browser().post(link).status_code == 409


def test_somebody_signed_in_with_another_address_cannot_accept(browser, council, owner):
    rules.invite(owner, council, "bea@example.org", Role.OWNER)
    link = link_to("bea@example.org")
    other = a_person()

    page = browser.sign_in(other).get(link)

    assert "another address" in page.words
    assert browser.post(link).status_code == 409
    assert queries.roles_of(other, council) == frozenset()


def test_a_made_up_invitation_is_not_found(browser):
    assert browser.get("/invitations/nothing").status_code == 404
    assert browser.post("/invitations/nothing").status_code == 404


def test_a_wrong_invitation_keeps_what_was_typed(browser, council, owner):
    page = browser.sign_in(owner).post(
        f"/desk/{council.slug}/team/invite", {"email": "bea at example", "role": "moderator"}
    )

    assert page.status_code == 422
    assert page.one("#email")["value"] == "bea at example"
    assert page.one("input[value=moderator]").get("checked") is not None
    assert db.session.query(Invitation).count() == 0


def test_another_councils_invitation_and_roles_are_not_found(browser, council, owner):
    other = a_council()
    theirs = rules.invite(None, other, "bea@example.org", Role.OFFICER)
    staff = a_member(other, Role.OFFICER)
    row = queries.role_held(staff, other, Role.OFFICER)
    team = f"/desk/{council.slug}/team"
    browser.sign_in(owner)

    assert browser.post(f"{team}/invitations/{theirs.id}/resend").status_code == 404
    assert browser.post(f"{team}/invitations/{theirs.id}/withdraw").status_code == 404
    assert browser.get(f"{team}/roles/{row.id}/take-away").status_code == 404
    assert browser.post(f"{team}/roles/{row.id}/take-away").status_code == 404
    assert queries.roles_of(staff, other) == {Role.OFFICER}


def test_a_role_is_taken_away_after_a_question(browser, council, owner):
    officer = a_member(council, Role.OFFICER)
    row = queries.role_held(officer, council, Role.OFFICER)
    address = f"/desk/{council.slug}/team/roles/{row.id}/take-away"

    page = browser.sign_in(owner).get(address)
    assert officer.public_name in page.words
    assert queries.roles_of(officer, council)

    assert browser.post(address).location == f"/desk/{council.slug}/team"
    assert queries.roles_of(officer, council) == frozenset()


def test_the_only_owner_is_told_that_they_stay(browser, council, owner):
    row = queries.role_held(owner, council, Role.OWNER)
    address = f"/desk/{council.slug}/team/roles/{row.id}/take-away"

    page = browser.sign_in(owner).get(address)

    assert page.select("form button") == []
    assert browser.post(address).status_code == 409


def test_a_new_look_reaches_the_public(browser, another_browser, council, owner):
    saved = browser.sign_in(owner).post(
        f"/desk/{council.slug}/branding",
        {"name": "Thornmere", "colour": "#43356b", "logo": (io.BytesIO(an_svg()), "a.svg")},
    )
    assert saved.status_code == 303
    assert "Thornmere" in browser.get(f"/desk/{council.slug}/branding").words

    version = queries.council(council.slug).brand_version
    visitor = another_browser()
    css = visitor.get(f"/councils/{council.slug}/brand.css?v={version}")
    logo = visitor.get(f"/councils/{council.slug}/logo?v={version}")

    assert css.headers["Content-Type"].startswith("text/css")
    assert "--council: #43356b;" in css.text
    assert "immutable" in css.headers["Cache-Control"]
    assert logo.headers["Content-Type"] == "image/svg+xml"
    assert logo.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert logo.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in logo.headers
    assert "Set-Cookie" not in css.headers


def test_an_old_address_of_the_look_is_not_kept_for_ever(browser, council):
    css = browser.get(f"/councils/{council.slug}/brand.css?v=999")

    assert "immutable" not in css.headers["Cache-Control"]


def test_a_council_without_a_logo_has_none(browser, council):
    assert browser.get(f"/councils/{council.slug}/logo").status_code == 404


def test_a_pale_colour_is_explained_and_what_was_typed_kept(browser, council, owner):
    page = browser.sign_in(owner).post(
        f"/desk/{council.slug}/branding",
        {"name": "New name", "colour": "#ffcc00", "logo": (io.BytesIO(a_png()), "a.png")},
    )

    assert page.status_code == 422
    assert page.one("#colour")["value"] == "#ffcc00"
    assert page.one("#name")["value"] == "New name"
    assert "4.5 to 1" in page.one("#colour-error").text
    assert not queries.council(council.slug).has_logo


def test_a_script_as_a_logo_is_refused(browser, council, owner):
    page = browser.sign_in(owner).post(
        f"/desk/{council.slug}/branding",
        {
            "name": council.name,
            "colour": council.colour,
            "logo": (io.BytesIO(b"<html><script>alert(1)</script></html>"), "a.svg"),
        },
    )

    assert page.status_code == 422
    assert "PNG or SVG" in page.one("#logo-error").text


def test_unknown_fields_change_nothing(browser, council, owner):
    page = browser.sign_in(owner).post(
        f"/desk/{council.slug}/branding",
        {"name": "New", "colour": "#43356b", "slug": "other", "brand_version": "7"},
    )

    assert page.status_code == 422
    assert queries.council(council.slug).name == council.name


@pytest.mark.parametrize("members", [1, 30])
def test_the_team_takes_the_same_few_statements_however_many_work_here(
    browser, council, owner, at_most, members
):
    for _ in range(members):
        a_member(council, Role.OFFICER, Role.MODERATOR)
    browser.sign_in(owner)

    with at_most(12):
        assert browser.get(f"/desk/{council.slug}/team").status_code == 200


def test_mail_to_one_address_is_limited(browser, council, owner, limits):
    browser.sign_in(owner)
    for role in list(Role):
        browser.post(
            f"/desk/{council.slug}/team/invite", {"email": "bea@example.org", "role": role.value}
        )

    page = browser.post(
        f"/desk/{council.slug}/team/invite", {"email": "Bea@example.org", "role": "analyst"}
    )

    assert page.status_code == 429
