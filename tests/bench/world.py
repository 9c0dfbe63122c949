"""What figures are measured on: a database full of comments, and a server on top of it."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import Any

from flask import Flask

ROUNDS = 5
REQUESTS = 1_500
ROOT = Path(__file__).parent.parent.parent


class World:
    """Made when first asked for; gone afterwards."""

    def __init__(self) -> None:
        self.stack = ExitStack()

    def __enter__(self) -> "World":
        self.folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        return self

    def __exit__(self, *_error: object) -> None:
        self.stack.close()

    @cached_property
    def app(self) -> Flask:
        """The application itself, with nothing kept in memory, on the seeded database."""
        from consult import create_app
        from tests.bench import seeds

        app: Flask = create_app(
            {
                "DATA_DIR": self.folder,
                "SQLALCHEMY_DATABASE_URI": f"sqlite:///{self.folder / 'consult.sqlite3'}",
                "SECRET_KEY": "for measuring only",
                "PAGES_KEPT": False,
                "DEMO": False,
                "LOG_LEVEL": "ERROR",
            }
        )
        with app.app_context():
            seeds.fill(app)
        return app

    def page(self, comments: int) -> str:
        """The address of the proposal with so many comments."""
        assert self.app
        return f"/councils/bench/proposals/with-{comments}-comments"

    @cached_property
    def server(self) -> tuple[str, int]:
        """Where gunicorn serves Consult as `flask serve` would, and a bare Flask route at /bare.

        One worker of the kind that `flask serve` starts, so that the client has the other core.
        """
        assert self.app
        listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        settings = {"DATA_DIR": str(self.folder), "DEMO": "0", "CONSULT_ENV": "development"}
        left_out = {"DATABASE_URL", "REDIS_URL", "SMTP_URL", "BASE_URL", "LOG_LEVEL"}
        kept = {name: value for name, value in os.environ.items() if name not in left_out}
        process = subprocess.Popen(
            [
                sys.executable, "-m", "gunicorn", "tests.bench.served:app",
                "--bind", f"fd://{listener.fileno()}", "--no-control-socket",
                "--worker-class", "gthread", "--workers", "1", "--threads", "4",
                "--log-level", "warning",
            ],
            cwd=ROOT,
            env=kept | settings,
            pass_fds=[listener.fileno()],
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        self.stack.callback(_end, process)
        address: tuple[str, int] = listener.getsockname()[:2]
        listener.close()
        _wait_for(address)
        return address

    def requests_per_second(self, path: str, requests: int, etag: str = "") -> float:
        """Ask in a closed loop from a process of its own, over a few kept connections."""
        host, port = self.server
        ask = [sys.executable, "-m", "tests.bench.load", host, str(port), path, str(requests), etag]
        done = subprocess.run(
            ask, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
        )
        return float(done.stdout)

    def over_bare(self, path: str, *, with_etag: bool = False) -> float:
        """Requests per second of a page over those of a bare route, in turn; the middle ratio."""
        from tests.bench.load import answer

        assert answer(self.server, path)[0] == 200
        self.requests_per_second("/bare", REQUESTS // 5)
        ratios = []
        for _ in range(ROUNDS):
            bare = self.requests_per_second("/bare", REQUESTS)
            etag = answer(self.server, path)[1] if with_etag else ""
            ratios.append(self.requests_per_second(path, REQUESTS, etag) / bare)
        return median(ratios)


def _wait_for(address: tuple[str, int]) -> None:
    from tests.bench.load import answer

    for _ in range(300):
        try:
            if answer(address, "/bare")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise TimeoutError("The server did not start.")


def _end(process: "subprocess.Popen[Any]") -> None:
    process.terminate()
    process.wait(timeout=30)
