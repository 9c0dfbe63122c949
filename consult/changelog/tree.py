"""The Merkle tree of the log, as RFC 6962 and C2SP tlog-tiles have it; pure."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

WIDTH = 256
EMPTY = sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    """Hash one entry: SHA-256(00 || entry), 32 bytes (RFC 6962 section 2.1)."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two children of 32 bytes: SHA-256(01 || left || right); ValueError for other sizes."""
    if len(left) != 32 or len(right) != 32:
        raise ValueError("A hash has 32 bytes.")
    return sha256(b"\x01" + left + right).digest()


def root(hashes: Sequence[bytes]) -> bytes:
    """Hash a list of leaf hashes to its root (RFC 6962 MTH); the empty tree has its own."""
    if not hashes:
        return EMPTY
    peaks: list[tuple[int, bytes]] = []
    for leaf in hashes:
        peaks.append((1, leaf))
        while len(peaks) > 1 and peaks[-1][0] == peaks[-2][0]:
            size, right = peaks.pop()
            _, left = peaks.pop()
            peaks.append((size * 2, node_hash(left, right)))
    return _join([peak for _, peak in peaks])


def completed(size: int) -> Iterator[tuple[int, int]]:
    """Name the full tiles that a leaf number `size - 1` completes, as (level above, index)."""
    level, count = 0, size
    while count and count % WIDTH == 0:
        count //= WIDTH
        level += 1
        yield level, count - 1


def ranges(size: int) -> Iterator[tuple[int, int, int]]:
    """Cut a tree of `size` leaves into stored rows (level, first, last + 1), leftmost leaves first.

    Each row of a level stands for WIDTH ** level leaves; the rows together cover every leaf once.
    """
    level = 0
    count = size
    cuts = []
    while count:
        partial = count % WIDTH
        if partial:
            cuts.append((level, count - partial, count))
        count //= WIDTH
        level += 1
    yield from reversed(cuts)


def root_of(size: int, row: Callable[[int, int, int], Sequence[bytes]]) -> bytes:
    """Compute the root of `size` leaves from stored rows, reading at most WIDTH of each level.

    `row(level, first, end)` returns the 32-byte hashes of those indices, in order; ValueError if
    one is missing.
    """
    if size == 0:
        return EMPTY
    peaks: list[bytes] = []
    for level, first, end in ranges(size):
        hashes = row(level, first, end)
        if len(hashes) != end - first:
            raise ValueError(f"Hashes of level {level} are missing.")
        peaks.extend(_peaks(hashes))
    return _join(peaks)


def _peaks(hashes: Sequence[bytes]) -> list[bytes]:
    """Hash a row into its perfect subtrees, largest first."""
    found = []
    start = 0
    remaining = len(hashes)
    while remaining:
        size = 1 << (remaining.bit_length() - 1)
        found.append(root(hashes[start : start + size]))
        start += size
        remaining -= size
    return found


def _join(peaks: Sequence[bytes]) -> bytes:
    result = peaks[-1]
    for peak in reversed(peaks[:-1]):
        result = node_hash(peak, result)
    return result
