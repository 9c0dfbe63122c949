"""Settings, read from the environment here and nowhere else."""

import os
import secrets
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

DEVELOPMENT_KEY = "for development only, never for people's data"


class UnsafeSetting(Exception):
    """A setting that production must not start with."""


def _flag(value: str | None, default: bool) -> bool:
    return default if value is None else value.strip().lower() in {"1", "true", "yes", "on"}


def _number(name: str, environment: Mapping[str, str], default: int) -> int:
    value = environment.get(name, str(default))
    if not (value.isascii() and value.isdigit()):
        raise UnsafeSetting(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def _hosts(base_url: str, extra: str) -> list[str]:
    named = [urlsplit(base_url).hostname or "localhost"]
    named += [host.strip() for host in extra.split(",") if host.strip()]
    return named


def read(environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """Read every setting; raise UnsafeSetting naming what production lacks."""
    production = environment.get("CONSULT_ENV", "development") == "production"
    host = environment.get("HOST", "127.0.0.1")
    port = _number("PORT", environment, 8000)
    data_dir = Path(environment.get("DATA_DIR", "var")).resolve()
    base_url = environment.get("BASE_URL", f"http://{host}:{port}").rstrip("/")
    database_url = environment.get("DATABASE_URL") or f"sqlite:///{data_dir / 'consult.sqlite3'}"
    if database_url.startswith("postgres://"):
        database_url = "postgresql://" + database_url.removeprefix("postgres://")
    settings: dict[str, Any] = {
        "PRODUCTION": production,
        "HOST": host,
        "PORT": port,
        "DATA_DIR": data_dir,
        "BASE_URL": base_url,
        "SQLALCHEMY_DATABASE_URI": database_url,
        "REDIS_URL": environment.get("REDIS_URL"),
        "SMTP_URL": environment.get("SMTP_URL"),
        "MAIL_FROM": environment.get("MAIL_FROM", "Consult <no-reply@consult.example>"),
        "DEMO": _flag(environment.get("DEMO"), default=not production),
        "SECRET_KEY": environment.get("SECRET_KEY") or _development_key(production, data_dir),
        "EMBED_LOCAL_SITES": not production,  # this computer may stand for a council's site
        "PAGES_KEPT": True,
        "PROXY_HOPS": _number("PROXY_HOPS", environment, 0),
        "TRUSTED_HOSTS": _hosts(base_url, environment.get("ALLOWED_HOSTS", "")),
        "QUICKEST_FORM": _number("QUICKEST_FORM", environment, 3),
        "MAX_CONTENT_LENGTH": 1024 * 1024,
        "MAX_FORM_MEMORY_SIZE": 1024 * 1024,
        "MAX_FORM_PARTS": 2000,
        "SESSION_COOKIE_NAME": "__Host-session" if production else "session",
        "SESSION_COOKIE_SECURE": production,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_REFRESH_EACH_REQUEST": False,  # the session renews itself, about once an hour
        "PERMANENT_SESSION_LIFETIME": timedelta(days=30),
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_CHECK_DEFAULT": False,
        "BABEL_DEFAULT_LOCALE": "en_GB",
        "BABEL_DEFAULT_TIMEZONE": "Europe/London",
        "SECURITY_CONTACT": environment.get("SECURITY_CONTACT", "security@consult.example"),
        "SECURITY_EXPIRES": environment.get("SECURITY_EXPIRES", "2027-11-30T00:00:00Z"),
        "LOG_LEVEL": environment.get("LOG_LEVEL", "INFO"),
    }
    if production:
        _refuse_unsafe(settings, environment)
    else:
        settings["TRUSTED_HOSTS"] += ["localhost", "127.0.0.1"]
    return settings


def _development_key(production: bool, data_dir: Path) -> str:
    """Keep one random key beside the development data, so that restarts keep people signed in."""
    if production:
        return DEVELOPMENT_KEY
    path = data_dir / "secret_key"
    try:
        if not path.exists():
            data_dir.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_hex(32))
        return path.read_text().strip() or DEVELOPMENT_KEY
    except OSError:
        return DEVELOPMENT_KEY


def _refuse_unsafe(settings: Mapping[str, Any], environment: Mapping[str, str]) -> None:
    """Name the first thing that would put people at risk."""
    if not environment.get("SECRET_KEY") or len(environment["SECRET_KEY"]) < 32:
        raise UnsafeSetting("SECRET_KEY must be set to at least 32 random characters.")
    if not environment.get("BASE_URL", "").startswith("https://"):
        raise UnsafeSetting("BASE_URL must be set to the site's https:// address.")
    if not settings["SMTP_URL"] and not settings["DEMO"]:
        raise UnsafeSetting("SMTP_URL must be set, or nobody could sign in.")
    if settings["SMTP_URL"] and settings["DEMO"]:
        raise UnsafeSetting("DEMO must be off where real mail is sent.")
    if not environment.get("DATA_DIR"):
        raise UnsafeSetting("DATA_DIR must be set to a folder that is backed up.")
