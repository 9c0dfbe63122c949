"""Settings: safe by default, and production says what it lacks."""

import re

import pytest

import config
from config import UnsafeSetting

pytestmark = pytest.mark.either

SAFE = {
    "CONSULT_ENV": "production",
    "SECRET_KEY": "0123456789abcdef0123456789abcdef",
    "BASE_URL": "https://consult.example",
    "SMTP_URL": "smtps://mail.example",
}


@pytest.fixture
def read(tmp_path):
    def read(**given):
        asked = {"DATA_DIR": str(tmp_path / "data"), **given}
        return config.read({name: value for name, value in asked.items() if value is not None})

    return read


def test_development_needs_nothing(read, tmp_path):
    settings = read()

    assert settings["DEMO"] is True
    assert settings["PRODUCTION"] is False
    assert settings["HOST"] == "127.0.0.1"
    assert settings["BASE_URL"] == "http://127.0.0.1:8000"
    assert settings["SQLALCHEMY_DATABASE_URI"].endswith(f"{tmp_path}/data/consult.sqlite3")


def test_development_keeps_one_key_that_nobody_else_can_read(read, tmp_path):
    first, second = read()["SECRET_KEY"], read()["SECRET_KEY"]

    assert first == second
    assert len(first) == 64
    assert (tmp_path / "data" / "secret_key").stat().st_mode & 0o077 == 0


def test_production_starts_on_safe_settings(read):
    settings = read(**SAFE)

    assert settings["DEMO"] is False
    assert settings["SESSION_COOKIE_SECURE"] is True
    assert settings["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert settings["TRUSTED_HOSTS"] == ["consult.example"]


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"BASE_URL": None}, "BASE_URL"),
        ({"BASE_URL": "http://consult.example"}, "BASE_URL"),
        ({"SMTP_URL": None}, "SMTP_URL"),
        ({"DEMO": "1"}, "DEMO"),
        ({"DATA_DIR": None}, "DATA_DIR"),
    ],
)
def test_production_names_what_is_unsafe(read, given, named):
    with pytest.raises(UnsafeSetting, match=f"^{named} "):
        read(**(SAFE | given))


def test_a_demo_may_run_in_production_without_mail(read):
    assert read(**(SAFE | {"SMTP_URL": None, "DEMO": "yes"}))["DEMO"] is True


@pytest.mark.parametrize("name", ["PORT", "PROXY_HOPS"])
@pytest.mark.parametrize("value", ["", "eight", "-1", "8.5", "８０"])
def test_a_number_that_is_none_is_named(read, name, value):
    with pytest.raises(UnsafeSetting, match=name):
        read(**{name: value})


@pytest.mark.parametrize(
    ("value", "is_on"), [("1", True), ("TRUE", True), (" on ", True), ("0", False), ("no", False)]
)
def test_a_switch_is_on_or_off(read, value, is_on):
    assert read(DEMO=value)["DEMO"] is is_on


def test_the_short_name_of_postgresql_is_understood(read):
    url = read(DATABASE_URL="postgres://me@host/db")["SQLALCHEMY_DATABASE_URI"]

    assert url.startswith("postgresql")
    assert url.endswith("://me@host/db")


def test_further_hosts_are_trusted(read):
    settings = read(**(SAFE | {"ALLOWED_HOSTS": "a.example, b.example,"}))

    assert settings["TRUSTED_HOSTS"] == ["consult.example", "a.example", "b.example"]


def test_every_setting_is_in_the_readme(root):
    source = (root / "config.py").read_text()
    names = set(re.findall(r'environment(?:\.get\(|\[)"([A-Z_]+)"', source))
    names |= set(re.findall(r'_number\("([A-Z_]+)"', source))
    readme = (root / "README.md").read_text()

    assert {name for name in names if f"`{name}`" not in readme} == set()
