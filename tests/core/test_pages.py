"""Pages for strangers are kept in memory until anything is written."""

import gzip

import brotli
import pytest
from sqlalchemy import event

from consult.core.db import db, writing
from consult.core.pages import Pages
from consult.participation.models import Stance
from consult.participation.rules import post_comment
from consult.proposals.models import Proposal
from tests.browser import BOOKKEEPING, HTMX, Browser
from tests.core.shapes import misbehaving
from tests.factories import a_person, a_proposal

pytestmark = pytest.mark.rows


@pytest.fixture
def kept(databases):
    """An application that keeps pages, on a database of its own, and the page of a proposal."""
    app = misbehaving(databases.app(databases.migrated(), PAGES_KEPT=True))
    with app.app_context(), writing():
        proposal = a_proposal()
        app.config["ID"] = proposal.id
        app.config["PAGE"] = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}"
        app.config["STYLE"] = f"/councils/{proposal.council.slug}/brand.css"
    yield app
    mark = memory(app).mark
    held = getattr(mark, "connection", None) or getattr(
        getattr(mark, "own", None), "connection", None
    )
    if held is not None:
        held.close()
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def ask(kept):
    """Ask as a stranger; tell the answer and how many SQL statements it took."""
    client = kept.test_client()

    def ask(path=None, method="GET", **headers):
        seen = []

        def note(_connection, _cursor, statement, *_rest):
            if not statement.lstrip().upper().startswith(BOOKKEEPING):
                seen.append(statement)

        with kept.app_context():
            engine = db.engine
        event.listen(engine, "before_cursor_execute", note)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            answer = client.open(path or kept.config["PAGE"], method=method, headers=named)
        finally:
            event.remove(engine, "before_cursor_execute", note)
        return answer, len(seen)

    return ask


@pytest.fixture
def patient(monkeypatch):
    """Pages are kept long enough for a slow machine."""
    monkeypatch.setattr("consult.core.pages.SECONDS", 600.0)


@pytest.mark.either  # a PostgreSQL snapshot moves with the other tests' databases too
def test_the_same_page_twice_asks_the_database_once(ask, patient):
    first, needed = ask()
    second, needed_then = ask()

    assert first.status_code == second.status_code == 200
    assert needed > 0
    assert needed_then == 0
    assert first.data == second.data
    assert first.headers["X-Request-Id"] != second.headers["X-Request-Id"]
    assert second.headers["Cache-Control"] == "no-cache"


def test_any_commit_changes_it(kept, ask, patient):
    before, _needed = ask()

    with kept.app_context(), writing():
        proposal = db.session.get(Proposal, kept.config["ID"])
        post_comment(a_person(), proposal, Stance.UNSURE, "Something new to read here.")
    after, needed = ask()

    assert needed > 0
    assert "Something new to read here." not in before.text
    assert "Something new to read here." in after.text
    assert before.headers["ETag"] != after.headers["ETag"]


def test_what_was_rolled_back_changes_nothing(kept, ask, patient, databases):
    if databases.kind == "postgresql":
        pytest.skip(
            "A snapshot there counts what was rolled back as well, which only costs a look."
        )
    ask()

    kept.test_client().post("/t/status/409", headers={"Origin": "http://localhost"})

    assert ask()[1] == 0


def test_a_page_is_asked_for_again_after_a_while(ask, monkeypatch):
    monkeypatch.setattr("consult.core.pages.SECONDS", 0.0)

    ask()

    assert ask()[1] > 0


@pytest.mark.either  # a PostgreSQL snapshot moves with the other tests' databases too
def test_whoever_knows_the_page_costs_the_database_nothing(ask, patient):
    first, _needed = ask()

    again, needed = ask(If_None_Match=first.headers["ETag"])

    assert (again.status_code, needed) == (304, 0)


def test_whoever_knows_the_page_is_told_so(ask, patient):
    first, _needed = ask()

    again, _needed = ask(If_None_Match=first.headers["ETag"])
    other, _needed = ask(If_None_Match='"another"')
    every, _needed = ask(If_None_Match="*")

    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert "Accept-Encoding" in again.headers["Vary"]
    assert other.status_code == 200
    assert every.status_code == 304


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("br", "br"),
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("identity", None),
        (";;;=,q", None),
    ],
)
def test_a_packed_page_unpacks_to_the_same(ask, patient, accepted, coding):
    plain, _needed = ask()

    packed, _needed = ask(Accept_Encoding=accepted)

    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding]
    assert packed.headers.get("Content-Encoding") == coding
    assert unpack(packed.data) == plain.data
    assert int(packed.headers["Content-Length"]) == len(packed.data)
    assert "Accept-Encoding" in packed.headers["Vary"]


@pytest.mark.either  # a PostgreSQL snapshot moves with the other tests' databases too
def test_a_head_is_the_page_without_its_body(ask, patient):
    head, _needed = ask(method="HEAD")
    page, needed = ask()

    assert (head.status_code, head.data) == (200, b"")
    assert int(head.headers["Content-Length"]) == len(page.data)
    assert needed == 0


def test_a_head_of_what_is_not_kept_has_no_body(ask):
    head, _needed = ask("/no-such-page", method="HEAD")

    assert (head.status_code, head.data) == (404, b"")


def test_a_fragment_and_a_page_are_kept_apart(kept, ask, patient):
    page, _needed = ask("/no-such-page")
    whole, _needed = ask()
    ask(**{"HX-Request": HTMX["HX-Request"]})

    assert page.status_code == 404
    assert ask()[0].data == whole.data
    assert len(memory(kept).kept) == 2


def test_a_stylesheet_is_not_kept_here_and_answers_validators_itself(kept, ask, patient):
    style, _needed = ask(kept.config["STYLE"])

    again, _needed = ask(kept.config["STYLE"], If_None_Match=style.headers["ETag"])

    assert style.status_code == 200
    assert "public" in style.headers["Cache-Control"]
    assert (again.status_code, again.data) == (304, b"")
    assert not memory(kept).kept


def test_somebody_signed_in_is_never_answered_from_memory(kept, ask, patient):
    ask()
    browser = Browser(kept)
    with kept.app_context(), writing():
        person = a_person()
        browser.sign_in(person)
        name = person.public_name

        page = browser.get("/account")

    assert page.status_code == 200
    assert name in page.text
    assert not any("account" in part for key in memory(kept).kept for part in key)


def test_no_cookie_is_kept(kept, ask, patient):
    for path in ("/", kept.config["PAGE"], "/account/sign-in", "/no-such-page"):
        ask(path)

    assert memory(kept).kept
    for page in memory(kept).kept.values():
        assert "set-cookie" not in {name.lower() for name, _value in page.headers}


def test_a_write_is_not_kept(kept, patient):
    client = kept.test_client()

    for _turn in range(2):
        client.post("/t/status/200", headers={"Origin": "http://localhost"})
        client.post("/t/echo", headers={"Origin": "http://localhost"})

    assert not memory(kept).kept


def test_refusals_are_not_kept(kept, ask, patient):
    ask("/no-such-page")
    ask("/t/echo")

    assert not memory(kept).kept


@pytest.mark.parametrize(
    "environ",
    [
        {"HTTP_HOST": "evil.example"},
        {"HTTP_HOST": "a b["},
        {"PATH_INFO": "/\xff\xfe"},
        {"QUERY_STRING": "after=%00%ff&sort=\xff"},
        {"HTTP_IF_NONE_MATCH": 'W/"'},
        {"HTTP_COOKIE": "\xff=;;="},
        {"HTTP_ACCEPT_ENCODING": "\xff,;q=x"},
        {"HTTP_ACCEPT_LANGUAGE": "-,;q=,"},
    ],
)
def test_a_malformed_request_is_no_fault_of_ours(kept, environ):
    for _turn in range(2):
        answer = kept.test_client().get(
            "/", environ_overrides=environ, headers={"Host": "localhost"}
        )

        assert answer.status_code < 500


def test_memory_is_bounded(kept, ask, patient, monkeypatch):
    monkeypatch.setattr("consult.core.pages.MOST", 3)

    for n in range(6):
        ask(f"/?n={n}")

    assert len(memory(kept).kept) == 3


def memory(app) -> Pages:
    """Where the pages are kept: below the static files."""
    found = app.wsgi_app
    while not isinstance(found, Pages):
        found = found.application
    return found
