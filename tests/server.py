"""The real server and worker, for stories and for tests of starting and stopping."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
START = 180.0


class Server:
    """What `make run` starts, on a free port, with data of its own."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name not in {"DATABASE_URL", "REDIS_URL", "SMTP_URL", "BASE_URL", "CONSULT_ENV"}
        } | {
            "PORT": str(port),
            "DATA_DIR": str(folder / "var"),
            "DEMO": "1",
            "HOST": "127.0.0.1",
            "QUICKEST_FORM": "0",
        }
        self.environment |= settings
        self.log = folder / "log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Server":
        """Start it and wait until it says where it is."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "flask", "--app", "wsgi", "serve"],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        until = time.monotonic() + START
        while f"Consult is running at {self.address}" not in self.log.read_text():
            if self.process.poll() is not None or time.monotonic() > until:
                pytest.fail(f"The server did not start:\n{self.log.read_text()[-4000:]}")
            time.sleep(0.1)
        return self

    def stop(self) -> int:
        """Stop it as Ctrl-C does; tell its exit code."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=40)
