import ipaddress
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import dns.exception
import dns.resolver
import pytest

from consult.core.db import db
from consult.councils.models import Role
from consult.embed import proof, rules
from consult.embed.models import Proof, Site
from consult.embed.troubles import Looked, Trouble
from tests.factories import a_council, a_member

LINE = "consult-embed=thornmere-7kq2-w9fd"
TEXT = "text/plain; charset=utf-8"


class Answer(BaseHTTPRequestHandler):
    """Says what the test told it to say."""

    def do_GET(self):
        self.server.asked.append((self.path, self.headers["Host"]))
        status, kind, body = self.server.says
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        if 300 <= status < 400:
            self.send_header("Location", f"http://{self.headers['Host']}/elsewhere")
        self.end_headers()
        for piece in body:
            try:
                self.wfile.write(piece)
                self.wfile.flush()
            except OSError:
                return
            time.sleep(self.server.pause)

    def log_message(self, *_given):
        """Keep quiet."""


@pytest.fixture
def host():
    """A council's site on this computer."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.daemon_threads = True
    server.asked, server.pause = [], 0
    server.says = (200, TEXT, [f"{LINE}\n".encode()])
    server.origin = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def look(host, **given):
    return proof.look(host.origin, LINE, **({"local": True} | given))


def test_a_line_in_the_file_proves_a_site(host):
    host.says = (200, TEXT, [f"\ufeff{LINE} \r\nmore\n".encode()])

    assert look(host) == Looked(found_by=Proof.FILE)
    assert host.asked == [("/.well-known/consult-embed.txt", host.origin.removeprefix("http://"))]


@pytest.mark.parametrize(
    ("says", "trouble"),
    [
        ((404, TEXT, [LINE.encode()]), Trouble.MISSING),
        ((403, TEXT, []), Trouble.MISSING),
        ((302, TEXT, [LINE.encode()]), Trouble.MOVED),
        ((200, "text/html", [LINE.encode()]), Trouble.NOT_TEXT),
        ((200, TEXT, [b""]), Trouble.OTHER_LINES),
        ((200, TEXT, [f"{LINE}x".encode()]), Trouble.OTHER_LINES),
        ((200, TEXT, [f"see {LINE}".encode()]), Trouble.OTHER_LINES),
        ((200, TEXT, [LINE.upper().encode()]), Trouble.OTHER_LINES),
        ((200, TEXT, [b"\n" * 100 + LINE.encode()]), Trouble.OTHER_LINES),
        ((200, TEXT, [b"x" * 4096 + b"\n" + LINE.encode()]), Trouble.OTHER_LINES),
        ((200, TEXT, [b"\xff\xfe\x00"]), Trouble.OTHER_LINES),
        ((500, TEXT, [LINE.encode()]), Trouble.UNREACHABLE),
        ((429, TEXT, []), Trouble.UNREACHABLE),
    ],
)
def test_anything_but_the_line_in_a_plain_file_proves_nothing(host, says, trouble):
    host.says = says

    looked = look(host)

    assert looked.found_by is None
    assert looked.by_file is trouble


def test_a_redirect_is_not_followed(host):
    host.says = (301, TEXT, [])

    look(host)

    assert len(host.asked) == 1


def test_an_endless_file_is_read_to_its_limit_only(host):
    host.says = (200, TEXT, (b"x" * 1024 for _endless in iter(int, 1)))

    assert look(host).by_file is Trouble.OTHER_LINES


def test_a_trickle_runs_out_of_time(host, monkeypatch):
    monkeypatch.setattr(proof, "SECONDS", 0.3)
    host.pause, host.says = 0.05, (200, TEXT, [b"x"] * 40)

    began = time.monotonic()

    assert look(host).by_file is Trouble.SLOW
    assert time.monotonic() - began < 1


def test_what_is_no_answer_at_all_is_a_site_out_of_reach(host):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{taken.getsockname()[1]}"

    assert proof.look(closed, LINE, local=True).by_file is Trouble.UNREACHABLE


def test_this_computer_is_not_visited_unless_things_are_tried_out(host):
    assert look(host, local=False).by_file is Trouble.PRIVATE
    assert host.asked == []


def test_a_name_that_leads_inside_by_any_of_its_addresses_is_not_visited(host, monkeypatch):
    told = [(0, 0, 0, "", (to, 443)) for to in ("93.184.215.14", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_asked, **_given: told)
    monkeypatch.setattr(proof, "_records", no_records)

    looked = proof.look("https://rebound.example", LINE, local=True)

    assert looked.by_file is Trouble.PRIVATE


def test_the_address_that_was_judged_is_the_one_that_is_visited(monkeypatch):
    """A name that answers differently the second time is never asked a second time."""
    asked, visited = [], []
    told = [(0, 0, 0, "", ("93.184.215.14", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **_k: asked.append(given) or told)

    def visit(address, timeout):
        visited.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", visit)
    monkeypatch.setattr(proof, "_records", no_records)

    proof.look("https://www.example:8443", LINE)

    assert visited == [("93.184.215.14", 8443)]
    assert len(asked) == 1


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.1.2.3", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::",
        "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1",
        "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_no_address_within_is_public(address):
    assert not proof.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111"])
def test_an_address_out_there_is_public(address):
    assert proof.is_public(ipaddress.ip_address(address))


def no_records(_name):
    raise dns.resolver.NXDOMAIN


@pytest.fixture
def unreachable(monkeypatch):
    """No host is found, so that only the record can tell."""

    def fail(*_asked, **_given):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", fail)


def test_a_line_in_a_record_proves_a_site(unreachable, monkeypatch):
    asked = []
    monkeypatch.setattr(proof, "_records", lambda name: asked.append(name) or ["v=spf1", LINE])

    assert proof.look("https://www.example", LINE) == Looked(found_by=Proof.DNS)
    assert asked == ["_consult-embed.www.example"]


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (dns.resolver.NXDOMAIN(), Trouble.MISSING),
        (dns.exception.Timeout(), Trouble.UNREACHABLE),
        (OSError(), Trouble.UNREACHABLE),
    ],
)
def test_a_record_that_is_not_there_differs_from_one_that_nobody_could_ask_for(
    unreachable, monkeypatch, fault, trouble
):
    def fail(_name):
        raise fault

    monkeypatch.setattr(proof, "_records", fail)

    looked = proof.look("https://www.example", LINE)

    assert (looked.by_file, looked.by_dns) == (Trouble.NO_HOST, trouble)


def test_another_record_proves_nothing(unreachable, monkeypatch):
    monkeypatch.setattr(proof, "_records", lambda _name: [f"{LINE} "[1:], "x" + LINE])

    assert proof.look("https://www.example", LINE).by_dns is Trouble.OTHER_LINES


def test_the_pieces_of_a_long_record_are_put_together(monkeypatch):
    class Record:
        strings = (LINE[:9].encode(), LINE[9:].encode())

    monkeypatch.setattr(dns.resolver, "resolve", lambda *_asked, **_given: [Record()])

    assert proof._records("_consult-embed.www.example") == [LINE]


def test_the_worker_looks_and_notes(host, run_jobs):
    council = a_council()
    officer = a_member(council, Role.OFFICER)
    site = rules.add_site(officer, council, host.origin, local=True)
    host.says = (200, TEXT, [site.line.encode()])
    rules.ask_check(officer, site)

    assert run_jobs() == 1

    kept = db.session.get(Site, site.id)
    assert kept.is_proved
    assert kept.proof is Proof.FILE


def test_a_site_that_was_removed_meanwhile_is_not_visited(host, run_jobs):
    council = a_council()
    officer = a_member(council, Role.OFFICER)
    site = rules.add_site(officer, council, host.origin, local=True)
    rules.ask_check(officer, site)
    rules.remove_site(officer, site)

    run_jobs()

    assert host.asked == []
