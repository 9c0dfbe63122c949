import time

import pytest
from itsdangerous import URLSafeTimedSerializer

from consult.core import security


@pytest.fixture
def made_at(app, monkeypatch):
    """A token of ours made at a moment."""

    def make(moment, salt="wtf-csrf-token"):
        with monkeypatch.context() as then:
            then.setattr(time, "time", lambda: moment)
            return URLSafeTimedSerializer(app.secret_key, salt=salt).dumps("raw")

    return make


@pytest.mark.parametrize(
    ("made", "now", "age"), [(100.2, 100.9, 0), (100.9, 101.1, 1), (5, 65, 60)]
)
def test_a_token_tells_how_old_its_form_is(app, made_at, monkeypatch, made, now, age):
    token = made_at(made)
    monkeypatch.setattr(time, "time", lambda: now)

    with app.app_context():
        assert security.token_age(token) == age


@pytest.mark.parametrize("token", [None, "", "raw", "a.b.c", "ImFiYyI.Zz.zzz"])
def test_what_we_did_not_sign_has_no_age(app, token):
    with app.app_context():
        assert security.token_age(token) is None


def test_a_token_for_something_else_has_no_age(app, made_at):
    with app.app_context():
        assert security.token_age(made_at(100, salt="another")) is None
