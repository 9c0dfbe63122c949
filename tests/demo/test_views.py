from consult.core import clock
from consult.core.db import db
from consult.councils.models import Role
from consult.demo import letters
from consult.jobs.models import Mail
from tests.factories import a_council, a_member, a_person


def test_the_people_page_signs_a_member_of_staff_in_and_leads_to_the_desk(browser):
    council = a_council(slug="thornmere", name="Thornmere")
    officer = a_person("Helen Varley", email="helen.varley@thornmere.example")
    a_member(council, Role.OFFICER, person=officer)

    page = browser.get("/demo")
    assert "Helen Varley" in page.words
    answer = browser.post(page.one("form")["action"], csrf=False)

    assert answer.status_code == 303
    assert answer.location.endswith("/desk/thornmere")
    assert browser.follow(answer).status_code == 200


def test_a_resident_is_led_to_their_council_and_can_be_exchanged_for_another(browser):
    a_council(slug="thornmere", name="Thornmere")
    one = a_person("Deepak R", email="deepak@thornmere.example")
    two = a_person("Maureen T", email="maureen@thornmere.example")

    first = browser.post(f"/demo/{one.id}")
    second = browser.post(f"/demo/{two.id}")

    assert first.location.endswith("/councils/thornmere")
    assert second.status_code == 303


def test_only_people_of_the_stories_can_be_played(browser):
    real = a_person("Somebody Real", email="somebody@example.org")
    lookalike = a_person("Another", email="another@not-thornmere.example")
    crowd = a_person(email="neighbour-1@crowd.thornmere.example")

    for person in (real, lookalike, crowd):
        assert browser.post(f"/demo/{person.id}").status_code == 404
    assert "Somebody Real" not in browser.get("/demo").words


def test_mail_is_shown_newest_first_with_links_to_this_site_only(browser, app):
    base = app.config["BASE_URL"]
    for number in range(22):
        _mail(number, f"Look at {base}/sign-in/{number}. Not at https://elsewhere.example/x <b>")

    page = browser.get("/demo/mail")
    links = [found["href"] for found in page.select(".letter a")]
    rest = browser.get(page.one(".more a")["href"])

    assert links[:2] == ["/sign-in/21", "/sign-in/20"]
    assert not any("elsewhere" in link for link in links)
    assert [found["href"] for found in rest.select(".letter a")] == ["/sign-in/1", "/sign-in/0"]
    assert browser.get("/demo/mail?after=nonsense").status_code == 404


def test_a_site_whose_address_begins_like_ours_is_not_ours():
    cut = list(letters.pieces("http://a.example.org/x http://a.example/y", "http://a.example"))

    assert [path for _words, path in cut if path] == ["/y"]
    assert "".join(words for words, _path in cut) == "http://a.example.org/x http://a.example/y"


def test_outside_the_demo_there_is_no_such_page(databases):
    app = databases.app(databases.migrated(), DEMO=False, SMTP_URL="smtp://localhost")

    assert not [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/demo")]
    assert app.test_client().get("/demo").status_code == 404


def test_a_demo_switched_off_refuses_even_its_own_pages(browser, app, monkeypatch):
    person = a_person(email="helen@thornmere.example")
    monkeypatch.setitem(app.config, "DEMO", False)

    assert browser.get("/demo/mail?off").status_code == 404
    assert browser.post(f"/demo/{person.id}").status_code == 404


def test_documents_that_the_stories_point_at_can_be_opened_and_no_others(browser):
    assert browser.get("/documents/dpia-warm-homes-v1.html").status_code == 200
    assert browser.get("/documents/anything-else.html").status_code == 404


def _mail(number, text):
    with clock.at(clock.now()):
        mail = Mail(message_id=f"<{number}@x>", to="a@thornmere.example", text=text)
        mail.subject = f"Letter {number}"
        db.session.add(mail)
        db.session.flush()
