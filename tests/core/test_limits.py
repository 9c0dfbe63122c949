"""Hits are counted exactly, whoever counts."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from consult.core.limits import SqlStorage, by_address, by_field

pytestmark = pytest.mark.either

ROOT = Path(__file__).parent.parent.parent
COUNT = """
import sys
from consult.core.limits import SqlStorage
storage = SqlStorage(sys.argv[1])
print(max(storage.incr("somebody", 600) for _turn in range(150)))
"""


@pytest.fixture
def storage(tmp_path):
    return SqlStorage(f"limits+sqlite://{tmp_path / 'limits.sqlite3'}")


def test_two_processes_count_together_exactly(storage):
    counting = [
        subprocess.Popen(
            [sys.executable, "-c", COUNT, f"limits+sqlite://{storage.path}"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
        for _process in range(2)
    ]
    highest = [int(process.communicate(timeout=60)[0]) for process in counting]

    assert max(highest) == 300
    assert storage.get("somebody") == 300


def test_a_window_ends_and_another_begins(storage, monkeypatch):
    now = 1_000_000.0
    monkeypatch.setattr("consult.core.limits.time.time", lambda: now)
    assert [storage.incr("k", 10), storage.incr("k", 10, amount=2)] == [1, 3]
    assert storage.get_expiry("k") == now + 10

    now += 10
    assert storage.get("k") == 0
    assert storage.incr("k", 10) == 1


def test_what_is_counted_can_be_forgotten(storage):
    storage.incr("a", 60)
    storage.incr("b", 60)

    storage.clear("a")
    assert (storage.get("a"), storage.get("b")) == (0, 1)

    assert storage.reset() == 1
    assert storage.get("b") == 0
    assert storage.check()


def test_windows_that_are_over_are_forgotten(storage, monkeypatch):
    now = 1_000_000.0
    monkeypatch.setattr("consult.core.limits.time.time", lambda: now)
    storage.incr("old", 10)

    now += 11
    storage.incr("new", 10)

    with sqlite3.connect(storage.path) as connection:
        assert connection.execute("SELECT count(*) FROM hit").fetchone() == (1,)
    connection.close()


def test_the_file_alone_tells_no_address_to_whoever_tries_them_all(tmp_path):
    path = f"limits+sqlite://{tmp_path / 'keyed.sqlite3'}"
    SqlStorage(path, secret="one secret").incr("192.0.2.7", 60)

    assert SqlStorage(path, secret="another").get("192.0.2.7") == 0
    assert SqlStorage(path, secret="one secret").get("192.0.2.7") == 1


def test_no_address_is_written_down(storage):
    storage.incr("LIMITER/ada@example.org", 60)

    assert b"ada@example.org" not in Path(storage.path).read_bytes()
    with sqlite3.connect(storage.path) as connection:
        keys = [key for (key,) in connection.execute("SELECT key FROM hit")]
    connection.close()
    assert [len(key) for key in keys] == [64]


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("2001:db8::1", "2001:db8::"),
        ("2001:db8::a:1", "2001:db8::"),
        ("2001:db8:0:0:1:2:3:4", "2001:db8::"),
        ("somewhere", "somewhere"),
    ],
)
def test_a_line_counts_once_however_its_address_is_written(app, address, counted):
    with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
        assert by_address() == counted


def test_an_address_for_mail_counts_however_it_is_typed(app):
    with app.test_request_context(method="POST", data={"email": "  Ada@Example.org "}):
        assert by_field("email")() == "email:ada@example.org"


def test_an_address_for_mail_counts_in_whichever_letters_it_is_typed(app):
    with app.test_request_context(method="POST", data={"email": "ada@\uff45xample.org"}):
        assert by_field("email")() == "email:ada@example.org"


def test_whoever_asks_too_often_is_told_when_to_come_back(browser, limits):
    for _turn in range(40):
        page = browser.post("/account/sign-in", {"email": "ada@example.org"})
        if page.status_code == 429:
            break

    assert page.status_code == 429
    assert int(page.headers["Retry-After"]) >= 1
    assert "Wait a few minutes" in page.words
