"""Looking for a site's line, in a file on it and in a DNS record beside it, as a wary visitor."""

import ipaddress
import socket
import ssl
import time
from http.client import HTTPException, HTTPResponse
from io import BytesIO
from urllib.parse import urlsplit

import dns.exception
import dns.resolver

from consult.embed.models import Proof
from consult.embed.origins import LOCAL, host_of, port_of
from consult.embed.troubles import Looked, Trouble

PATH = "/.well-known/consult-embed.txt"
RECORD = "_consult-embed"
SECONDS = 5.0
LINES = 100
BODY = 4096
WHOLE = BODY + 16_384
BUSY = {408, 425, 429}

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Hindered(Exception):
    """Something stood in the way."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class _Kept:
    """An answer that was read already, for whoever expects a socket."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer

    def makefile(self, *_mode: object) -> BytesIO:
        """Give it as a file."""
        return BytesIO(self.answer)


def look(origin: str, line: str, *, local: bool = False) -> Looked:
    """Look for a line at a site; `local` lets the site be this computer."""
    by_file = _trouble_with_file(origin, line, local)
    if by_file is None:
        return Looked(found_by=Proof.FILE)
    by_dns = _trouble_with_record(host_of(origin), line)
    if by_dns is None:
        return Looked(found_by=Proof.DNS)
    return Looked(by_file=by_file, by_dns=by_dns)


def is_public(address: Address) -> bool:
    """Tell whether an address is somewhere out there, and leads nowhere else."""
    if isinstance(address, ipaddress.IPv6Address):
        inside = address.ipv4_mapped or address.sixtofour or address.teredo
        if inside or address not in ipaddress.ip_network("2000::/3"):
            return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_private
    )


def _trouble_with_file(origin: str, line: str, local: bool) -> Trouble | None:
    until = time.monotonic() + SECONDS
    try:
        addresses = _addresses(host_of(origin), port_of(origin), local)
        lines = _lines(_asked(origin, addresses, until))
    except Hindered as hindered:
        return hindered.trouble
    except TimeoutError:
        return Trouble.SLOW
    except ssl.SSLError:
        return Trouble.UNSAFE
    except (OSError, HTTPException, ValueError):
        return Trouble.UNREACHABLE
    return None if line in lines else Trouble.OTHER_LINES


def _trouble_with_record(host: str, line: str) -> Trouble | None:
    if host in LOCAL:
        return Trouble.MISSING
    try:
        found = _records(f"{RECORD}.{host}")
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return Trouble.MISSING
    except (dns.exception.DNSException, OSError):
        return Trouble.UNREACHABLE
    return None if line in found[:LINES] else Trouble.OTHER_LINES


def _records(name: str) -> list[str]:
    """Ask for text records."""
    answer = dns.resolver.resolve(name, "TXT", lifetime=SECONDS)
    return [b"".join(record.strings).decode(errors="replace").strip() for record in answer]


def _addresses(host: str, port: int, local: bool) -> list[Address]:
    """Where a host is, if all of it is somewhere out there."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise Hindered(Trouble.NO_HOST) from error
    told = [ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found]
    if not all(is_public(each) or (local and each.is_loopback) for each in told):
        raise Hindered(Trouble.PRIVATE)
    return list(dict.fromkeys(told))


def _asked(origin: str, addresses: list[Address], until: float) -> bytes:
    """Ask the first that listens, at the very address that was judged; read so much and no more."""
    parts = urlsplit(origin)
    raw = _connected(addresses, port_of(origin), until)
    try:
        if parts.scheme == "https":
            raw.settimeout(_left(until))
            raw = ssl.create_default_context().wrap_socket(raw, server_hostname=parts.hostname)
        asking = (
            f"GET {PATH} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept: text/plain\r\n"
            "Accept-Encoding: identity\r\nUser-Agent: Consult\r\nConnection: close\r\n\r\n"
        )
        raw.settimeout(_left(until))
        raw.sendall(asking.encode("ascii"))
        return _read(raw, until)
    finally:
        raw.close()


def _connected(addresses: list[Address], port: int, until: float) -> socket.socket:
    failed: OSError = OSError()
    for address in addresses:
        try:
            return socket.create_connection((str(address), port), timeout=_left(until))
        except OSError as error:
            failed = error
    raise failed


def _read(raw: socket.socket, until: float) -> bytes:
    """Read until the end or as much as may be; a trickle runs out of time like silence."""
    answer = b""
    while len(answer) < WHOLE:
        raw.settimeout(_left(until))
        piece = raw.recv(WHOLE - len(answer))
        if not piece:
            break
        answer += piece
    return answer


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _lines(answer: bytes) -> list[str]:
    """The first lines of a plain text that was found at this address and no other."""
    response = HTTPResponse(_Kept(answer))  # type: ignore[arg-type]
    response.begin()
    if 300 <= response.status < 400:
        raise Hindered(Trouble.MOVED)
    if response.status >= 500 or response.status in BUSY:
        raise Hindered(Trouble.UNREACHABLE)
    if response.status != 200:
        raise Hindered(Trouble.MISSING)
    if response.headers.get_content_type() != "text/plain":
        raise Hindered(Trouble.NOT_TEXT)
    text = response.read(BODY).decode("utf-8-sig", errors="replace")
    return [line.strip() for line in text.splitlines()[:LINES]]
