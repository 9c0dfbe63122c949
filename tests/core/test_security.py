"""Headers on every answer, and where an unsafe request may come from."""

import pytest

from consult.core.security import POLICY
from tests.browser import HTMX
from tests.factories import a_council, a_person

SITE = "http://localhost"
OURS = {"Origin": SITE, "Sec-Fetch-Site": "same-origin"}

ASKED = {
    "a page": ("GET", "/", {}),
    "a missing page": ("GET", "/no-such-page", {}),
    "a redirect": ("GET", "/account", {}),
    "a refusal": ("POST", "/account/sign-out", {"Origin": "https://evil.example"}),
    "a wrong verb": ("GET", "/account/sign-out", {}),
    "a notice": ("GET", "/no-such-page", HTMX),
    "an answer for machines": ("GET", "/health", {}),
    "a fault": ("POST", "/t/refuse/broken", OURS),
    "a head": ("HEAD", "/", {}),
}


@pytest.mark.parametrize("what", ASKED)
def test_every_kind_of_answer_carries_the_headers(floor, what):
    method, path, headers = ASKED[what]

    answer = floor.test_client().open(path, method=method, headers=headers)

    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert len(answer.headers["X-Request-Id"]) == 16
    assert {"HX-Request", "Cookie"} <= set(answer.vary)
    assert "Set-Cookie" not in answer.headers


def test_the_policy_allows_no_inline_script_and_no_other_host():
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_only_production_asks_for_https_for_good(floor):
    client = floor.test_client()
    assert "Strict-Transport-Security" not in client.get("/").headers

    floor.config["PRODUCTION"] = True

    assert "max-age=31536000" in client.get("/").headers["Strict-Transport-Security"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.evil.example"},
        {"Origin": "http://localhost:9"},
        {"Origin": "http://["},
        {"Origin": "http://[::1"},
        {"Origin": ""},
        {"Origin": "nonsense"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": SITE, "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_write_from_elsewhere_is_refused(floor, headers):
    assert floor.test_client().post("/t/echo", headers=headers).status_code == 400


@pytest.mark.parametrize("headers", [{}, OURS, {"Sec-Fetch-Site": "none"}, {"Origin": SITE}])
def test_a_write_from_here_is_taken(floor, headers):
    assert floor.test_client().post("/t/echo", headers=headers).text == "POST"


def test_reading_may_come_from_anywhere(floor):
    answer = floor.test_client().get("/", headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 200


def test_an_unknown_host_is_refused(floor):
    assert floor.test_client().get("/", headers={"Host": "evil.example"}).status_code == 400
    assert floor.test_client().get("/", headers={"Host": "a b["}).status_code == 400


def test_somebody_signed_in_needs_the_token(browser):
    browser.sign_in(a_person())

    assert browser.post("/account/sign-out", csrf=False).status_code == 400
    assert browser.post("/account/sign-out", {"csrf_token": "forged"}).status_code == 400
    assert browser.post("/account/sign-out").status_code == 303


def test_a_stranger_gets_no_cookie_and_no_token(browser):
    page = browser.get("/account/sign-in")

    assert "Set-Cookie" not in page.headers
    assert not page.select('input[name="csrf_token"]')


def test_what_somebody_signed_in_sees_is_kept_nowhere(browser):
    page = browser.sign_in(a_person()).get("/")

    assert page.headers["Cache-Control"] == "no-store"


def test_what_is_the_same_for_all_is_kept_by_browsers_of_the_signed_in_too(browser):
    home = a_council()
    browser.sign_in(a_person()).get("/")  # notes that this browser is in use

    style = browser.get(f"/councils/{home.slug}/brand.css?v={home.brand_version}")

    assert "immutable" in style.headers["Cache-Control"]
    assert "Set-Cookie" not in style.headers


def test_answers_to_writes_are_kept_nowhere(floor):
    answer = floor.test_client().post("/t/status/200", headers=OURS)

    assert answer.headers["Cache-Control"] == "no-store"
