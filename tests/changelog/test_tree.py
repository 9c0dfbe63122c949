"""The tree against published vectors and against a naive one."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.changelog import tree

INPUTS = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def naive(hashes: list[bytes]) -> bytes:
    """MTH as RFC 6962 section 2.1 writes it down."""
    if not hashes:
        return sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    k = 1
    while k * 2 < len(hashes):
        k *= 2
    return sha256(b"\x01" + naive(hashes[:k]) + naive(hashes[k:])).digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_of_the_rfc(size: int) -> None:
    leaves = [tree.leaf_hash(entry) for entry in INPUTS[:size]]

    assert tree.root(leaves).hex() == ROOTS[size - 1]


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    assert tree.root([]).hex().startswith("e3b0c442")
    assert tree.root_of(0, lambda *_: []) == tree.EMPTY


@given(st.integers(min_value=0, max_value=700))
def test_the_fast_root_is_the_naive_one(size: int) -> None:
    leaves = [tree.leaf_hash(str(n).encode()) for n in range(size)]

    assert tree.root(leaves) == naive(leaves)


class Rows:
    """Stored rows as appending leaves them."""

    def __init__(self) -> None:
        self.rows: dict[int, list[bytes]] = {0: []}

    def append(self, leaf: bytes) -> None:
        self.rows[0].append(leaf)
        for level, index in tree.completed(len(self.rows[0])):
            below = self.rows[level - 1][index * 256 : (index + 1) * 256]
            self.rows.setdefault(level, []).append(tree.root(below))

    def read(self, level: int, first: int, end: int) -> list[bytes]:
        return self.rows.get(level, [])[first:end]


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 511, 512, 1000, 65_535, 65_536, 65_537])
def test_the_root_from_tiles_is_the_root_of_the_leaves(size: int) -> None:
    stored = Rows()
    for n in range(size):
        stored.append(tree.leaf_hash(str(n).encode()))

    assert tree.root_of(size, stored.read) == tree.root(stored.rows[0])


def test_seventy_thousand_leaves_stand_in_the_rows_that_tlog_tiles_names() -> None:
    assert list(tree.ranges(70_000)) == [(2, 0, 1), (1, 256, 273), (0, 69_888, 70_000)]
    assert list(tree.ranges(256)) == [(1, 0, 1)]


def test_a_missing_hash_is_an_error_and_no_other_root() -> None:
    with pytest.raises(ValueError, match="missing"):
        tree.root_of(3, lambda level, first, end: [])


def test_a_hash_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        tree.node_hash(b"short", bytes(32))
