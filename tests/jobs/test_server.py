"""Web server and worker start and stop together."""

import os
import signal
import urllib.request

import psutil
import pytest

from tests.server import Server

pytestmark = pytest.mark.either


@pytest.fixture
def database():
    """The server has its own."""


@pytest.fixture
def server(tmp_path):
    running = Server(tmp_path, DEMO="0").start()
    yield running
    running.stop()


def children(server: Server) -> dict[str, psutil.Process]:
    """Web server and worker by what they are."""
    below = psutil.Process(server.process.pid).children()
    return {
        "web" if "gunicorn" in " ".join(child.cmdline()) else "worker": child for child in below
    }


def test_both_stop_when_told_to(server):
    started = psutil.Process(server.process.pid).children(recursive=True)

    server.process.send_signal(signal.SIGTERM)

    assert server.process.wait(timeout=30) == 0
    assert [child for child in started if child.is_running()] == []


@pytest.mark.parametrize("part", ["web", "worker"])
def test_neither_goes_on_without_the_other(server, part):
    started = children(server)
    assert set(started) == {"web", "worker"}

    os.kill(started[part].pid, signal.SIGKILL)

    assert server.process.wait(timeout=30) == 1
    assert [child for child in started.values() if child.is_running()] == []


def test_a_taken_port_is_said_in_one_line(server, tmp_path):
    second = Server(tmp_path / "second", PORT=server.environment["PORT"], DEMO="0")
    second.folder.mkdir()

    with pytest.raises(pytest.fail.Exception):
        second.start()

    said = second.log.read_text().strip().splitlines()
    assert second.process.returncode == 1
    assert len(said) == 1
    assert f"Port {server.environment['PORT']}" in said[0]


def test_what_was_written_is_there_after_a_restart(server):
    before = (server.folder / "var" / "secret_key").read_text()

    server.stop()
    server.log.unlink()
    server.start()

    with urllib.request.urlopen(f"{server.address}/health") as answer:  # noqa: S310 - our own
        assert answer.status == 200
    assert (server.folder / "var" / "secret_key").read_text() == before
