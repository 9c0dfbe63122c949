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
    """One kept connection, one request under way at most; like a browser it keeps the validator."""

    def __init__(self, address: tuple[str, int], path: str, etag: str) -> None:
        self.socket = socket.create_connection(address, timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.opening = f"GET {path} HTTP/1.1\r\nHost: {address[0]}:{address[1]}\r\n"
        self.expected = b"HTTP/1.1 304" if etag else b"HTTP/1.1 200"
        self.know(etag)
        self.held = bytearray()

    def know(self, etag: str) -> None:
        condition = f"If-None-Match: {etag}\r\n" if etag else ""
        self.request = f"{self.opening}{condition}\r\n".encode()

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
            if not head.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(f"Unexpected answer: {head[:200]!r}")
            self.know(_header(head, b"etag"))  # the page says how long ago things were: it changed
        if head.startswith(b"HTTP/1.1 304"):
            return True
        return len(self.held) >= end + 4 + int(_header(head, b"content-length"))


def _header(head: bytes, name: bytes) -> str:
    for line in head.split(b"\r\n"):
        if line.lower().startswith(name + b": "):
            return line[len(name) + 2 :].decode()
    raise RuntimeError(f"An answer without {name.decode()} cannot be timed.")


def requests_per_second(address: tuple[str, int], path: str, requests: int, etag: str) -> float:
    """Keep every connection busy until so many answers have come."""
    started = answered = 0
    with selectors.DefaultSelector() as selector:
        connections = [Connection(address, path, etag) for _ in range(CONNECTIONS)]
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
