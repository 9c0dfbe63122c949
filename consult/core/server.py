"""Web server and worker, started and stopped together."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

GRACE = 25.0
START = 60.0


class PortTaken(Exception):
    """Something else listens there."""


def listen(host: str, port: int) -> socket.socket:
    """Take the port before anything else is done."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        raise PortTaken(os.strerror(error.errno or 0)) from error


def run_together(listener: socket.socket, folder: Path, tell: Callable[[str], object]) -> int:
    """Run both until a signal comes or one of them ends; tell the exit code."""
    host, port = listener.getsockname()[:2]
    stopping = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    environment = os.environ | {"PORT": str(port)}
    children = [
        subprocess.Popen(  # noqa: S603 - our own interpreter and arguments
            [sys.executable, "-m", *arguments],
            cwd=folder,
            env=environment,
            pass_fds=[listener.fileno()],
            start_new_session=True,
        )
        for arguments in (_server(listener.fileno()), ("flask", "--app", "wsgi", "jobs"))
    ]
    listener.close()
    try:
        if _answers(host, port, children, stopping):
            shown = f"[{host}]" if ":" in host else host
            tell(f"Consult is running at http://{shown}:{port}")
        while not stopping.wait(0.2):
            if any(child.poll() is not None for child in children):
                tell("The web server or the worker ended; stopping the other.")
                return 1
        return 0
    finally:
        _stop(children)
        for number, handler in before.items():
            signal.signal(number, handler)


def _server(descriptor: int) -> tuple[str, ...]:
    return (
        "gunicorn", "wsgi:app", "--bind", f"fd://{descriptor}", "--no-control-socket",
        "--worker-class", "gthread", "--workers", "2", "--threads", "4",
        "--graceful-timeout", "20", "--log-level", "warning",
    )  # fmt: skip


def _answers(
    host: str, port: int, children: list[subprocess.Popen[bytes]], stopping: threading.Event
) -> bool:
    """Wait until the server answers; give up when it ends or is told to stop."""
    near = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    until = time.monotonic() + START
    while time.monotonic() < until and not stopping.is_set():
        if any(child.poll() is not None for child in children):
            return False
        try:
            connection = http.client.HTTPConnection(near, port, timeout=5)
            connection.request("GET", "/health")
            connection.getresponse().read()
        except OSError:
            stopping.wait(0.1)
        else:
            return True
        finally:
            connection.close()
    return False


def _stop(children: list[subprocess.Popen[bytes]]) -> None:
    """Ask both to finish; end what does not."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    until = time.monotonic() + GRACE
    for child in children:
        try:
            child.wait(max(until - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
