"""How often somebody may ask: kept in a file or server that every worker shares."""

import hashlib
import hmac
import math
import sqlite3
import time
import unicodedata
from ipaddress import IPv4Address, IPv6Network, ip_address
from typing import Any

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from limits.storage import Storage
from limits.typing import Counter
from werkzeug.exceptions import TooManyRequests

from consult.core.access import View

__all__ = [
    "Counter",
    "TooManyRequests",
    "by_address",
    "by_everybody",
    "by_field",
    "limiter",
    "limits_mail",
    "sends_mail",
]


class SqlStorage(Storage):
    """Fixed windows in one SQLite file: one upsert a hit, exact across processes."""

    STORAGE_SCHEME = ["limits+sqlite"]

    def __init__(
        self, uri: str | None = None, wrap_exceptions: bool = False, secret: str = "", **_: Any
    ) -> None:
        super().__init__(uri, wrap_exceptions)
        self.path = (uri or "").removeprefix("limits+sqlite://")
        self.secret = secret.encode()
        with self._connect() as connection:
            connection.execute(
                "CREATE TABLE IF NOT EXISTS hit (key TEXT PRIMARY KEY, n INTEGER, ends REAL)"
            )
            connection.execute("CREATE INDEX IF NOT EXISTS hit_ends ON hit (ends)")

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=5, isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        return connection

    @property
    def base_exceptions(self) -> type[Exception]:
        return sqlite3.Error

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count a hit in the key's window and tell how many there are now."""
        now = time.time()
        connection = self._connect()
        try:
            row = connection.execute(
                "INSERT INTO hit VALUES (:key, :amount, :now + :expiry) ON CONFLICT (key) DO UPDATE"
                " SET n = CASE WHEN ends <= :now THEN :amount ELSE n + :amount END,"
                " ends = CASE WHEN ends <= :now THEN :now + :expiry ELSE ends END RETURNING n",
                {"key": self._digest(key), "amount": amount, "now": now, "expiry": expiry},
            ).fetchone()
            if row[0] == amount:  # a new window: a good moment to forget those that are over
                connection.execute("DELETE FROM hit WHERE ends <= ?", (now,))
            return int(row[0])
        finally:
            connection.close()

    def get(self, key: str) -> int:
        """Tell how many hits the key's window holds."""
        return int(self._row(key)[0])

    def get_expiry(self, key: str) -> float:
        """Tell when the key's window ends."""
        return float(self._row(key)[1])

    def _row(self, key: str) -> tuple[int, float]:
        now = time.time()
        connection = self._connect()
        try:
            row = connection.execute(
                "SELECT n, ends FROM hit WHERE key = ? AND ends > ?", (self._digest(key), now)
            ).fetchone()
        finally:
            connection.close()
        return (row[0], row[1]) if row else (0, now)

    def check(self) -> bool:
        """Tell whether the file answers."""
        self._row("check")
        return True

    def reset(self) -> int | None:
        """Forget everything."""
        connection = self._connect()
        try:
            return connection.execute("DELETE FROM hit").rowcount
        finally:
            connection.close()

    def clear(self, key: str) -> None:
        """Forget one key."""
        connection = self._connect()
        try:
            connection.execute("DELETE FROM hit WHERE key = ?", (self._digest(key),))
        finally:
            connection.close()

    def _digest(self, key: str) -> str:
        """Keep addresses out of the file: who has the file alone cannot try them all."""
        return hmac.new(self.secret, key.encode(), hashlib.sha256).hexdigest()


def by_address() -> str:
    """One line's users together: an IPv6 network of 64 bits counts once, as one address does."""
    typed = get_remote_address()
    try:
        address = ip_address(typed)
    except ValueError:
        return typed
    if isinstance(address, IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(IPv6Network((address, 64), strict=False).network_address)


def by_everybody() -> str:
    """All there are, together: a brake for the whole site."""
    return "everybody"


def by_field(name: str) -> Any:
    """The typed value of one field, as a key: the same for letters that stand for the same."""

    def key() -> str:
        plain = unicodedata.normalize("NFKC", request.form.get(name, "")[:1000])
        return f"{name}:{plain.strip().casefold()[:254]}"

    return key


limiter = Limiter(key_func=by_address, strategy="fixed-window", headers_enabled=False)


def sends_mail() -> bool:
    """Whether this request asks for a mail, so that limits count it."""
    return bool(request.form.get("email"))


def _sends_none() -> bool:
    return not sends_mail()


_mail_from = limiter.shared_limit(
    "60 per 5 minutes", scope="mail", key_func=by_address, exempt_when=_sends_none
)
_mail_to = limiter.shared_limit(
    "10 per 5 minutes;40 per day", scope="mail", key_func=by_field("email"), exempt_when=_sends_none
)


def limits_mail(view: View) -> View:
    """Count the mails that visitors' forms ask for, all forms together, however many there are."""
    limited: View = _mail_from(_mail_to(view))
    return limited


def install(app: Flask) -> None:
    """Choose where hits are kept."""
    data_dir = app.config["DATA_DIR"]
    if app.config["REDIS_URL"]:
        app.config["RATELIMIT_STORAGE_URI"] = app.config["REDIS_URL"]
    else:
        data_dir.mkdir(parents=True, exist_ok=True)
        app.config["RATELIMIT_STORAGE_URI"] = f"limits+sqlite://{data_dir / 'limits.sqlite3'}"
        app.config["RATELIMIT_STORAGE_OPTIONS"] = {"secret": app.config["SECRET_KEY"]}
    limiter.init_app(app)

    @app.after_request
    def say_when(response: Response) -> Response:
        """Tell whoever asked too often when to come back."""
        hit = limiter.current_limit
        if response.status_code == 429 and hit is not None:
            wait = max(1, math.ceil(hit.reset_at - time.time()))
            response.headers.setdefault("Retry-After", str(wait))
        return response
