"""Small pictures to upload, made by hand."""

import struct
import zlib


def chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def a_png(
    width=2, height=2, *extra: bytes, pixels: bytes | None = None, tail: bytes = b""
) -> bytes:
    """A true-colour picture, with further chunks before its pixels."""
    rows = pixels if pixels is not None else (b"\0" + b"\x1d\x4f\x5c" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + b"".join(extra)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
        + tail
    )


def an_svg(inside: str = '<path d="M0 0L10 10"/>', more: str = "") -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" {more}>{inside}</svg>'
    ).encode()
