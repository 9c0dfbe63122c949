"""One request, one transaction; and every refusal explains itself."""

import pytest

from tests.browser import HTMX

KINDS = {
    "NotFound": 404,
    "Forbidden": 403,
    "Refused": 409,
    "TooMany": 429,
    "invalid": 422,
    "broken": 500,
    "integrity": 409,
    "locked": 503,
    "wrong": 500,
}
NEXT = {
    400: "Go back, load the page again",
    403: "ask an owner",
    404: "Check the address",
    405: "use its buttons",
    409: "look at the page again",
    413: "Send a shorter text",
    422: "check what you typed",
    429: "Wait a few minutes",
    500: "Try again in a few minutes",
    503: "Wait a few seconds",
}
ORIGIN = {"Origin": "http://localhost"}


@pytest.fixture
def ask(floor):
    client = floor.test_client()

    def ask(path, method="POST", headers=None):
        return client.open(path, method=method, headers={**ORIGIN, **(headers or {})})

    return ask


@pytest.mark.parametrize("status", [200, 201, 204, 303])
def test_a_write_that_answers_below_400_stands(ask, people, status):
    assert ask(f"/t/status/{status}").status_code == status

    assert people() == 1


@pytest.mark.parametrize("status", [400, 404, 409, 422, 500, 503])
def test_a_write_that_answers_400_or_more_leaves_no_trace(ask, people, status):
    assert ask(f"/t/status/{status}").status_code == status

    assert people() == 0


@pytest.mark.parametrize(("kind", "status"), KINDS.items())
def test_a_write_that_is_refused_leaves_no_trace(ask, people, kind, status):
    assert ask(f"/t/refuse/{kind}").status_code == status

    assert people() == 0


def test_reading_leaves_no_trace(ask, people):
    ask("/t/status/200", method="GET")
    ask("/t/status/200", method="HEAD")

    assert people() == 0


def test_reading_that_writes_fails_on_sqlite(ask, databases):
    status = ask("/t/status/200", method="GET").status_code

    assert status == (503 if databases.kind == "sqlite" else 200)


def test_what_the_database_knows_to_be_there_already_is_a_conflict(ask, people):
    answer = ask("/t/twice")

    assert answer.status_code == 409
    assert "Somebody else changed this" in answer.text
    assert people() == 0


def test_the_next_request_is_none_the_worse(ask, people):
    ask("/t/refuse/integrity")
    ask("/t/refuse/wrong")
    ask("/t/status/200")

    assert people() == 1


def test_a_locked_database_says_when_to_come_back(ask):
    assert ask("/t/refuse/locked").headers["Retry-After"] == "5"


@pytest.mark.parametrize("status", NEXT)
def test_a_refusal_is_a_page_that_says_what_to_do_next(visitor, status):
    page = visitor.post(f"/t/abort/{status}")

    assert page.status_code == status
    assert NEXT[status] in page.words
    assert page.select("main h1")
    assert page.select('main a[href="/"]')


@pytest.mark.parametrize("status", NEXT)
def test_a_refusal_is_a_notice_to_htmx(visitor, status):
    page = visitor.post(f"/t/abort/{status}", headers=HTMX)

    assert page.status_code == status
    assert NEXT[status] in page.words
    assert page.headers["HX-Retarget"] == "#notice"
    assert page.headers["HX-Reswap"] == "innerHTML"
    assert not page.select("main")


def test_a_refusal_with_a_reason_gives_it(visitor):
    assert "A plain reason." in visitor.post("/t/refuse/Refused").words
    assert "Say it differently." in visitor.post("/t/refuse/invalid").words


def test_our_own_fault_is_numbered_and_not_described(visitor):
    page = visitor.post("/t/refuse/broken")

    assert page.headers["X-Request-Id"] in page.words
    assert "ZeroDivision" not in page.text


def test_an_unmarked_view_answers_nobody(visitor):
    page = visitor.get("/t/unmarked")

    assert page.status_code == 403
    assert "secret" not in page.text


def test_an_unknown_address_is_not_found(visitor):
    assert visitor.get("/no-such-page").status_code == 404
    assert visitor.post("/no-such-page").status_code == 404


def test_the_wrong_verb_names_the_right_one(visitor):
    page = visitor.get("/t/echo")

    assert page.status_code == 405
    assert "POST" in page.headers["Allow"]


def test_a_teapot_is_explained_as_well(visitor):
    page = visitor.post("/t/abort/418")

    assert page.status_code == 418
    assert NEXT[400] in page.words
