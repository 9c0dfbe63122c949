"""PNG files, read chunk by chunk: only what draws the picture is kept."""

import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
SIDE = 2000
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")


class NotPng(ValueError):
    """Why it cannot be taken: "broken" or "large"."""


def cleaned(picture: bytes) -> bytes:
    """The same picture without words, places, profiles, animation or what follows its end."""
    kept: list[tuple[bytes, bytes]] = []
    for kind, content in _chunks(picture):
        if kind in KEPT:
            kept.append((kind, content))
        elif kind[:1].isupper():
            raise NotPng("broken")
    _check_order([kind for kind, content in kept])
    _check_pixels(kept[0][1], b"".join(content for kind, content in kept if kind == b"IDAT"))
    return SIGNATURE + b"".join(_chunk(kind, content) for kind, content in kept)


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not picture.startswith(SIGNATURE):
        raise NotPng("broken")
    at = len(SIGNATURE)
    while at + 12 <= len(picture):
        length, kind = struct.unpack_from(">I4s", picture, at)
        content = picture[at + 8 : at + 8 + length]
        tail = picture[at + 8 + length : at + 12 + length]
        if (
            len(tail) != 4
            or not kind.isalpha()
            or struct.unpack(">I", tail)[0] != _sum(kind, content)
        ):
            raise NotPng("broken")
        yield kind, content
        if kind == b"IEND":
            return
        at += 12 + length
    raise NotPng("broken")


def _check_order(kinds: list[bytes]) -> None:
    once = [kind for kind in kinds if kind != b"IDAT"]
    ranks = [KEPT.index(kind) for kind in kinds]
    if (
        kinds[:1] != [b"IHDR"]
        or kinds[-1:] != [b"IEND"]
        or b"IDAT" not in kinds
        or len(once) != len(set(once))
        or ranks != sorted(ranks)
    ):
        raise NotPng("broken")


def _check_pixels(header: bytes, packed: bytes) -> None:
    """The size is what it says, and the pixels fill it: no more, so that no bomb goes off."""
    if len(header) != 13:
        raise NotPng("broken")
    width, height, depth, colour, compression, filtering, interlace = struct.unpack(
        ">IIBBBBB", header
    )
    if depth not in DEPTHS.get(colour, ()) or compression or filtering or interlace > 1:
        raise NotPng("broken")
    if not width or not height:
        raise NotPng("broken")
    if width > SIDE or height > SIDE:
        raise NotPng("large")
    bits = depth * SAMPLES[colour]
    wanted = sum(_bytes(w, h, bits) for w, h in _passes(width, height, bool(interlace)))
    unpacker = zlib.decompressobj()
    try:
        pixels = unpacker.decompress(packed, wanted + 1)
    except zlib.error as error:
        raise NotPng("broken") from error
    if len(pixels) != wanted:
        raise NotPng("broken")


def _passes(width: int, height: int, interlaced: bool) -> Iterator[tuple[int, int]]:
    if not interlaced:
        yield width, height
        return
    for x, y, dx, dy in (
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
        (0, 1, 1, 2),
    ):  # fmt: skip
        yield max(0, -(-(width - x) // dx)), max(0, -(-(height - y) // dy))


def _bytes(width: int, height: int, bits: int) -> int:
    return height * (1 + -(-width * bits // 8)) if width and height else 0


def _sum(kind: bytes, content: bytes) -> int:
    return zlib.crc32(content, zlib.crc32(kind))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", _sum(kind, content))
