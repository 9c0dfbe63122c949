"""The test browser is as strict as it promises to be."""

import threading

import pytest
from flask import Response, render_template_string, request
from html5lib.html5parser import ParseError

from consult.accounts.models import Person
from consult.accounts.session import viewer
from consult.core.access import anyone
from consult.core.db import db, writing
from tests.browser import Browser, parse
from tests.factories import a_person


@pytest.fixture(scope="module")
def strict_app(databases):
    """An application with a few views of its own."""
    app = databases.app(databases.migrated())

    @app.route("/who", methods=["GET", "POST"])
    @anyone
    def who():
        person = viewer()
        return Response(str(person.email) if person else "nobody", mimetype="text/plain")

    @app.route("/write", methods=["GET", "POST"])
    @anyone
    def write():
        db.session.add(Person(email="new@example.org", pseudonym="New resident"))
        db.session.flush()
        return Response("written", status=int(request.args.get("status", "200")))

    @app.get("/words")
    @anyone
    def words():
        return render_template_string("<p>One <b>two</b></p><p class=x>three</p>")

    return app


@pytest.fixture
def app(strict_app):
    return strict_app


def people() -> int:
    return db.session.query(Person).filter_by(email="new@example.org").count()


def test_each_request_sees_only_its_own_person(app):
    person = a_person()
    stranger, resident = Browser(app), Browser(app).sign_in(person)

    seen = [resident.get("/who").text, stranger.get("/who").text, resident.post("/who").text]

    assert seen == [person.email, "nobody", person.email]


def test_a_signed_in_post_without_its_token_is_refused(browser):
    page = browser.sign_in(a_person()).post("/write", csrf=False)

    assert page.status_code == 400
    assert people() == 0


def test_a_write_that_answers_an_error_is_undone(browser):
    browser.post("/write?status=422")
    undone = people()
    browser.post("/write?status=200")

    assert (undone, people()) == (0, 1)


def test_a_reading_request_cannot_write(app, browser):
    if db.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL cannot make part of a transaction read-only")

    try:
        status = browser.get("/write").status_code
    except Exception as error:  # noqa: BLE001 - however it is refused
        status = type(error).__name__

    assert status != 200
    assert people() == 0


def test_elements_are_found_by_selector(browser):
    page = browser.get("/words")

    assert page.one("p.x").text == "three"
    assert [found.text for found in page.select("p")] == ["One two", "three"]


@pytest.mark.parametrize(
    "text", ["<p>one</div>", '<p id="a"></p><p id="a"></p>', "<ul><li>one</b></ul>", "<p a=1 a=2>"]
)
def test_malformed_pages_fail(text):
    with pytest.raises((AssertionError, ParseError)):
        parse(text)


def test_statements_are_counted(at_most):
    with at_most(1) as seen:
        people()

    assert len(seen) == 1
    with pytest.raises(AssertionError, match="1 statements, 0 allowed"), at_most(0):
        people()


def test_rows_are_for_threads(rows):
    def write(n: int) -> None:
        with rows.app_context(), writing():
            db.session.add(Person(email=f"{n}@example.org", pseudonym=f"Resident {n}"))

    threads = [threading.Thread(target=write, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with rows.app_context():
        assert db.session.query(Person).count() == 6
