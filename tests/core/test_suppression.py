from itertools import permutations

from hypothesis import example, given
from hypothesis import strategies as st

from consult.core.suppression import LEAST, rounded, suppressed, total

COUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 400), min_size=2)


@given(COUNTS)
def test_nothing_below_ten_is_ever_said(counts):
    shown = suppressed(counts)

    assert set(shown) == set(counts)
    assert all(count is None or count >= LEAST for count in shown.values())
    assert all(shown[key] is None for key, count in counts.items() if count < LEAST)


@given(COUNTS)
def test_what_is_said_is_the_truth_to_within_two(counts):
    said = [(counts[key], count) for key, count in suppressed(counts).items() if count is not None]

    assert all(abs(true - count) <= 2 for true, count in said)


@given(COUNTS)
def test_nothing_small_is_left_over_when_the_others_are_taken_from_the_total(counts):
    """Even who knows the exact total and every exact count that is said finds no 1 to 9."""
    hidden = [counts[key] for key, count in suppressed(counts).items() if count is None]

    if hidden and len(hidden) < len(counts):
        assert len(hidden) >= 2
        assert sum(hidden) >= LEAST


@given(COUNTS)
@example({"a": 9, "b": 10, "c": 9})
@example({"a": 9, "b": 11, "c": 11})
@example({"a": 9, "b": 12, "c": 12})
@example({"a": 8, "b": 9, "c": 10})
def test_another_table_with_other_hidden_counts_would_look_the_same(counts):
    """What is left over divides in more than one way, so that no hidden count is certain."""
    shown = suppressed(counts)
    hidden = [key for key, count in shown.items() if count is None]
    if not hidden or len(hidden) == len(counts):
        return
    looks_the_same = [
        (fewer, more)
        for fewer, more in permutations(hidden, 2)
        if counts[fewer]
        and suppressed(counts | {fewer: counts[fewer] - 1, more: counts[more] + 1}) == shown
    ]

    assert looks_the_same


@given(COUNTS)
def test_a_total_is_rounded_and_never_small(counts):
    together = total(counts)

    assert together is None or (together >= LEAST and together == rounded(sum(counts.values())))
    assert (together is None) == (sum(counts.values()) < LEAST)


def test_one_small_count_takes_the_one_before_with_it():
    assert suppressed({"a": 3, "b": 41, "c": 12}) == {"a": None, "b": 40, "c": None}
    assert suppressed({"a": 40, "b": 3}) == {"a": None, "b": None}
    assert suppressed({"a": 90, "b": 41, "c": 0, "d": 0}) == {
        "a": 90,
        "b": None,
        "c": None,
        "d": None,
    }
    assert suppressed({"a": 10, "b": 12, "c": 13}) == {"a": 10, "b": 10, "c": 15}
