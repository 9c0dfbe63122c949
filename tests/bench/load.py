"""A client that costs little: prepared requests, kept connections, each answer read whole.

`python -m tests.bench.load HOST PORT PATH REQUESTS [ETAG]` prints requests per second.
"""

import http.client
import selectors
import socket
import sys
import time

CONNECTIONS = 4


class Connection:
    """One kept connection with at most one request under way."""

    def __init__(self, address: tuple[str, int], request: bytes, expected: bytes) -> None:
        self.socket = socket.create_connection(address, timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.request = request
        self.expected = expected
        self.held = bytearray()

    def ask(self) -> None:
        self.held.clear()
        self.socket.sendall(self.request)

    def read(self) -> bool:
        """Take what has come; tell whether the answer is whole."""
        piece = self.socket.recv(262_144)
        if not piece:
            raise ConnectionError("The server closed a connection that should be kept.")
        self.held += piece
        end = self.held.find(b"\r\n\r\n")
        if end < 0:
            return False
        head = bytes(self.held[:end])
        if not head.startswith(self.expected):
            raise RuntimeError(f"Unexpected answer: {head[:200]!r}")
        return len(self.held) >= end + 4 + _length(head)


def _length(head: bytes) -> int:
    if head.startswith(b"HTTP/1.1 304"):
        return 0
    place = head.lower().find(b"content-length: ")
    if place < 0:
        raise RuntimeError("An answer without a length cannot be timed.")
    return int(head[place + 16 :].split(b"\r\n", 1)[0])


def requests_per_second(address: tuple[str, int], path: str, requests: int, etag: str) -> float:
    """Keep every connection busy until so many answers have come."""
    condition = f"If-None-Match: {etag}\r\n" if etag else ""
    request = f"GET {path} HTTP/1.1\r\nHost: {address[0]}:{address[1]}\r\n{condition}\r\n".encode()
    expected = b"HTTP/1.1 304" if etag else b"HTTP/1.1 200"
    started = answered = 0
    with selectors.DefaultSelector() as selector:
        connections = [Connection(address, request, expected) for _ in range(CONNECTIONS)]
        begun = time.perf_counter()
        for connection in connections:
            selector.register(connection.socket, selectors.EVENT_READ, connection)
            connection.ask()
            started += 1
        while answered < requests:
            for key, _events in selector.select(timeout=30):
                if not key.data.read():
                    continue
                answered += 1
                if started < requests:
                    started += 1
                    key.data.ask()
        took = time.perf_counter() - begun
    for connection in connections:
        connection.socket.close()
    return requests / took


def answer(address: tuple[str, int], path: str) -> tuple[int, str]:
    """Ask once; tell the status and the validator."""
    connection = http.client.HTTPConnection(*address, timeout=30)
    try:
        connection.request("GET", path)
        said = connection.getresponse()
        said.read()
        return said.status, said.headers.get("ETag", "")
    finally:
        connection.close()


if __name__ == "__main__":
    host, port, path, requests, *rest = sys.argv[1:]
    etag = rest[0] if rest else ""
    print(requests_per_second((host, int(port)), path, int(requests), etag))
