from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.questionnaire.suppression import FEW, HIDDEN, Counted, protect

pytestmark = pytest.mark.either
counts = st.one_of(st.integers(0, 14), st.integers(0, 120))


@st.composite
def tables(draw):
    size = draw(st.integers(1, 6))
    cells = {}
    for number in range(size):
        whole = draw(counts)
        cells[f"k{number}"] = Counted(whole, draw(st.integers(0, whole)))
    return cells


@st.composite
def worlds(draw):
    cells = draw(tables())
    exclusive = draw(st.booleans())
    whole, part = [cell.all for cell in cells.values()], [c.verified for c in cells.values()]
    least, least_part = (sum(whole), sum(part)) if exclusive else (max(whole), max(part))
    silent, silent_part = draw(st.integers(0, 30)), draw(st.integers(0, 30))
    verified = min(least_part + silent_part, least + silent)
    return cells, Counted(least + silent, verified), exclusive


def _shown(safe):
    return [table for table in (safe.all, safe.verified) if table is not None]


@given(worlds())
def test_no_small_number_is_ever_shown(world):
    cells, people, exclusive = world

    for table in _shown(protect(cells, people, is_exclusive=exclusive)):
        for shown in table.values():
            assert shown in (FEW, HIDDEN) or (shown >= 10 and shown % 5 == 0)


@given(worlds())
def test_nought_looks_like_any_small_number(world):
    cells, people, exclusive = world

    safe = protect(cells, people, is_exclusive=exclusive)

    for key, cell in cells.items():
        assert safe.all is None or (safe.all[key] == FEW) == (cell.all < 10)
        assert safe.verified is None or (safe.verified[key] == FEW) == (cell.verified < 10)


@given(worlds())
def test_no_cell_is_missing_alone_where_cells_add_up(world):
    cells, people, exclusive = world
    if not exclusive:
        return

    for table in _shown(protect(cells, people, is_exclusive=True)):
        missing = [shown for shown in table.values() if not isinstance(shown, int)]
        assert len(missing) != 1 or len(table) == 1


@given(worlds())
def test_all_less_verified_is_never_small(world):
    cells, people, exclusive = world

    safe = protect(cells, people, is_exclusive=exclusive)

    for key, cell in cells.items():
        if safe.verified is not None and isinstance(safe.verified[key], int):
            assert isinstance(safe.all[key], int)
            assert cell.all - cell.verified >= 10


@pytest.mark.parametrize(
    "people", [(8, 3), (18, 9), (20, 0), (24, 12), (26, 26), (30, 15), (40, 20)]
)
def test_a_reader_who_tries_every_world_learns_no_small_number(people):
    """Every table of two cells that so many people could make, told apart by what is shown."""
    everybody, verified = people
    pairs = [(whole, part) for whole in range(21) for part in range(whole + 1)]
    possible = defaultdict(set)
    for one, two in product(pairs, pairs):
        whole, part = one[0] + two[0], one[1] + two[1]
        if whole > everybody or part > verified or whole - part > everybody - verified:
            continue
        cells = {"a": Counted(*one), "b": Counted(*two)}
        told = repr(protect(cells, Counted(*people), is_exclusive=True))
        for key, cell in cells.items():
            possible[told, key, "all"].add(cell.all)
            possible[told, key, "verified"].add(cell.verified)
            possible[told, key, "others"].add(cell.all - cell.verified)

    derived = [
        told for told, values in possible.items() if len(values) == 1 and 0 < min(values) < 10
    ]

    assert derived == []


def test_the_numbers_of_a_plain_case():
    cells = {"a": Counted(58, 32), "b": Counted(41, 22), "c": Counted(27, 13), "d": Counted(3, 1)}

    safe = protect(cells, Counted(140, 75), is_exclusive=True)

    assert safe.all == {"a": 60, "b": 40, "c": HIDDEN, "d": FEW}
    assert safe.verified == {"a": 30, "b": 20, "c": HIDDEN, "d": FEW}


def test_a_table_from_which_a_small_number_would_follow_is_withheld():
    safe = protect({"a": Counted(30, 0), "b": Counted(2, 0)}, Counted(11, 0), is_exclusive=True)

    assert safe.all is None
