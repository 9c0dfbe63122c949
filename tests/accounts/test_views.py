import pytest

from consult.accounts import queries
from consult.accounts.models import Person, SignIn
from consult.core.db import db
from consult.jobs.models import Mail
from tests.factories import a_person

SIGN_IN = "/account/sign-in"


def mailed(address="ann@example.org"):
    """The link and the code in the last mail to an address."""
    mail = db.session.query(Mail).filter_by(to=address).order_by(Mail.queued_at.desc()).first()
    link = f"{SIGN_IN}/link/" + mail.text.split("/account/sign-in/link/")[1].split()[0]
    return link, mail.subject[:7]


def test_a_newcomer_signs_in_by_code_and_is_asked_for_a_name(browser):
    page = browser.post(SIGN_IN, {"email": "Ann@Example.org", "next": "/changelog"})
    code_page = browser.follow(page)
    assert "a•••@example.org" in code_page.words
    assert "ann@" not in code_page.words

    entered = browser.post(page.location, {"code": mailed()[1]})

    assert entered.location == "/account/name?next=/changelog"
    assert browser.follow(entered).one("main a[href='/changelog']").text == "Not now"
    assert "ann@example.org" in browser.get("/account").words


def test_a_link_shows_a_button_and_only_the_button_signs_in(browser):
    browser.post(SIGN_IN, {"email": "ann@example.org", "next": ""})
    link, _ = mailed()

    page = browser.get(link)
    assert "a•••@example.org" in page.words
    assert "Set-Cookie" not in page.headers
    assert browser.get("/account").status_code == 303

    assert browser.post(link).status_code == 303
    assert browser.get("/account").status_code == 200


def test_pressing_twice_leads_to_the_same_place(browser, another_browser):
    a_person(email="ann@example.org")
    browser.post(SIGN_IN, {"email": "ann@example.org", "next": "/changelog"})
    link, _ = mailed()

    browser.post(link)

    assert browser.post(link).location == "/changelog"
    assert browser.get(link).location == "/changelog"
    assert another_browser().get(link).status_code == 410
    assert another_browser().post(link).status_code == 410


def test_no_answer_tells_whether_an_address_is_known(browser):
    a_person(email="known@example.org")
    answers = []

    for address in ("known@example.org", "krypt@example.org"):
        page = browser.post(SIGN_IN, {"email": address, "next": ""})
        target = page.location
        asked = str(db.session.query(SignIn).filter_by(email=address).one().id)
        answers.append(
            (
                page.status_code,
                target.replace(asked, "ID"),
                browser.follow(page).text.replace(asked, "ID"),
            )
        )

    assert answers[0] == answers[1]
    assert db.session.query(Person).filter_by(email="krypt@example.org").count() == 0


def test_a_wrong_code_is_counted_and_the_fifth_ends_it(browser):
    page = browser.post(SIGN_IN, {"email": "ann@example.org", "next": ""})
    code = mailed()[1].replace(" ", "")
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"

    again = browser.follow(browser.post(page.location, {"code": wrong}))
    assert "4 tries" in again.one("#code-error").text

    for _ in range(4):
        browser.post(page.location, {"code": wrong})
    assert browser.get(page.location).status_code == 410
    browser.post(page.location, {"code": code})
    assert browser.get("/account").status_code == 303


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Enter your e-mail address"), ("ann", "right format"), ("a" * 300, "at most 254")],
)
def test_a_wrong_address_is_explained_and_kept(browser, typed, said):
    page = browser.post(SIGN_IN, {"email": typed, "next": "/changelog"})

    assert page.status_code == 422
    assert said in page.one("#email-error").text
    assert page.one("#email").get("value") == typed
    assert page.one("input[name=next]")["value"] == "/changelog"
    assert db.session.query(Mail).count() == 0


@pytest.mark.parametrize(
    "evil",
    [
        "//evil.example", "/\\evil.example", "https://evil.example/x", "https:evil.example",
        "javascript:alert(1)", "/\r\nSet-Cookie: a=b", "/%0d%0a/../..//evil.example", "http://[",
        "////evil.example", "\thttps://evil.example", "http:///evil.example",
    ],
)  # fmt: skip
def test_signing_in_never_leads_to_another_site(browser, evil):
    a_person(email="ann@example.org")
    browser.post(SIGN_IN, {"email": "ann@example.org", "next": evil})

    entered = browser.post(mailed()[0])

    assert entered.location.startswith("/")
    assert not entered.location.startswith(("//", "/\\"))
    assert "\r" not in entered.location


def test_a_page_for_strangers_sets_no_cookie(browser):
    assert "Set-Cookie" not in browser.get(SIGN_IN).headers
    assert "Set-Cookie" not in browser.post(SIGN_IN, {"email": "a@example.org"}).headers


def test_signing_out_kills_the_session_not_only_the_cookie(browser):
    person = a_person()
    browser.sign_in(person)
    held = browser.client.get_cookie("session").value

    page = browser.post("/account/sign-out")

    assert page.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert browser.get("/account").status_code == 303
    browser.client.set_cookie("session", held)
    assert browser.get("/account").status_code == 303
    assert queries.live_sessions(person) == []


def test_signing_out_twice_is_quiet(browser):
    assert browser.post("/account/sign-out").status_code == 303


def test_signing_in_again_begins_a_new_session_and_ends_the_one_before(browser):
    person = a_person(email="ann@example.org")
    held = []
    for _ in range(2):
        browser.post(SIGN_IN, {"email": "ann@example.org", "next": ""})
        browser.post(mailed()[0])
        held += [session.id for session in queries.live_sessions(person)]

    assert len(held) == len(set(held)) == 2


def test_pages_that_hold_a_way_in_are_kept_nowhere(browser):
    asked = browser.post(SIGN_IN, {"email": "ann@example.org", "next": ""}).location

    for address in (asked, mailed()[0]):
        assert browser.get(address).headers["Cache-Control"] == "no-store"


def test_one_browser_can_end_another(browser, another_browser):
    person = a_person()
    phone = another_browser().sign_in(person)
    browser.sign_in(person)
    here, there = queries.live_sessions(person)
    if browser.get("/account").select(f"form[action*='{here.id}']"):
        here, there = there, here

    browser.post(f"/account/sessions/{there.id}/end")

    assert phone.get("/account").status_code == 303
    assert browser.get("/account").status_code == 200


def test_nobody_ends_somebody_elses_session(browser, another_browser):
    ann, bea = a_person(), a_person()
    another_browser().sign_in(bea)
    browser.sign_in(ann)
    theirs = queries.live_sessions(bea)[0]

    assert browser.post(f"/account/sessions/{theirs.id}/end").status_code == 404
    assert len(queries.live_sessions(bea)) == 1


def test_signing_out_everywhere_signs_out_everywhere(browser, another_browser):
    person = a_person()
    phone = another_browser().sign_in(person)

    browser.sign_in(person).post("/account/sign-out-everywhere")

    assert phone.get("/account").status_code == 303
    assert browser.get("/account").status_code == 303


def test_a_session_that_nobody_uses_ends_after_two_weeks(browser, clock):
    browser.sign_in(a_person())
    assert browser.get("/account").status_code == 200

    clock.forward(days=13)
    assert browser.get("/account").status_code == 200
    clock.forward(days=14, minutes=1)
    assert browser.get("/account").status_code == 303


def test_a_session_ends_after_thirty_days_however_much_it_is_used(browser, clock):
    browser.post(SIGN_IN, {"email": "ann@example.org", "next": ""})
    browser.post(mailed()[0])

    for _ in range(3):
        clock.forward(days=9, hours=23)
        assert browser.get("/account").status_code == 200
    clock.forward(days=1)
    assert browser.get("/account").status_code == 303


def test_a_disabled_person_is_signed_out_at_once(browser, clock):
    person = a_person()
    browser.sign_in(person)
    person.disabled_at = person.created_at
    db.session.flush()

    assert browser.get("/account").status_code == 303


def test_a_personal_page_is_kept_nowhere(browser):
    assert browser.sign_in(a_person()).get("/account").headers["Cache-Control"] == "no-store"


def test_a_name_is_chosen_and_shown(browser):
    person = a_person()

    page = browser.sign_in(person).post(
        "/account/name", {"shown": "real", "name": "Ann Bell", "next": "/changelog"}
    )

    assert page.location == "/changelog"
    assert "Ann Bell" in browser.get("/account").words


@pytest.mark.parametrize("name", ["", "Thornmere Council", "Ann\u202eBell", "A" * 61])
def test_a_name_that_cannot_be_is_explained_and_kept(browser, name):
    page = browser.sign_in(a_person()).post(
        "/account/name", {"shown": "real", "name": name, "next": ""}
    )

    assert page.status_code == 422
    assert page.one("#name-error").text
    assert page.one("#name")["value"] == name


def test_another_given_name_is_given_once(browser):
    person = a_person()
    was = person.pseudonym

    browser.sign_in(person).post("/account/name/another")

    assert queries.person(person.id).pseudonym != was
    assert browser.post("/account/name/another").status_code == 409
    assert browser.get("/account/name").select("form[action*=another]") == []


@pytest.mark.parametrize("extra", [{"shows_real_name": "1"}, {"verification": "address_verified"}])
def test_forged_fields_change_nothing(browser, extra):
    person = a_person()

    page = browser.sign_in(person).post(
        "/account/name", {"shown": "given", "name": "", "next": ""} | extra
    )

    assert page.status_code == 422
    assert queries.person(person.id).name_chosen_at is None


def test_mail_to_one_address_is_limited_and_says_when_to_come_back(browser, limits):
    for _ in range(10):
        assert browser.post(SIGN_IN, {"email": "ann@example.org"}).status_code == 303

    page = browser.post(SIGN_IN, {"email": " ANN@example.org "})

    assert page.status_code == 429
    assert int(page.headers["Retry-After"]) > 0
    assert db.session.query(Mail).count() == 10


def test_one_network_address_cannot_write_to_everybody(browser, limits):
    for number in range(10):
        browser.post(SIGN_IN, {"email": f"person{number}@example.org"})

    assert browser.post(SIGN_IN, {"email": "more@example.org"}).status_code == 429
