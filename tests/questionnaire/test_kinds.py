import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.questionnaire import kinds
from consult.questionnaire.kinds import Kind, Shape, Wrong
from consult.questionnaire.kinds.ranking import order_of, places_of

pytestmark = pytest.mark.either
lists = st.lists(st.text(min_size=1, max_size=12), min_size=2, max_size=6, unique=True).map(tuple)
junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=8),
    st.lists(st.text(max_size=4), max_size=4),
    st.dictionaries(st.text(max_size=4), st.text(max_size=4), max_size=3),
)


@st.composite
def shapes(draw):
    return Shape(
        kind=draw(st.sampled_from(Kind)),
        options=draw(lists),
        rows=draw(lists),
        low=draw(st.sampled_from((0, 1))),
        high=draw(st.integers(2, 10)),
        is_required=draw(st.booleans()),
    )


@st.composite
def answered(draw):
    """A question with something that a page could send for it, sensible or not."""
    shape = draw(shapes())
    key = st.sampled_from(shape.keys)
    sensible = {
        Kind.CHOICE: key,
        Kind.CHOICES: st.lists(key, max_size=8),
        Kind.SCALE: st.integers(0, 11),
        Kind.SHORT_TEXT: st.text(max_size=210),
        Kind.LONG_TEXT: st.text(max_size=60),
        Kind.MATRIX: st.dictionaries(st.sampled_from(shape.row_keys), key),
        Kind.RANKING: st.lists(key, max_size=6, unique=True),
    }[shape.kind]
    return shape, draw(st.one_of(sensible, sensible, junk))


@given(answered())
def test_whatever_is_taken_counts_back_to_itself(given_):
    shape, value = given_
    try:
        kept = kinds.check(shape, value)
    except Wrong:
        return

    counted = kinds.cells(shape, kept)

    assert kinds.check(shape, kept) == kept
    assert counted == sorted(set(counted))
    assert (kinds.ANSWERED in counted) == (kept is not None)
    if not shape.kind.is_text:
        assert kinds.value_of(shape, counted) == kept
    assert all(len(cell) <= 30 for cell in counted)


@given(answered())
def test_what_is_required_is_never_taken_empty(given_):
    shape, value = given_
    try:
        kept = kinds.check(shape, value)
    except Wrong:
        return

    assert kept is not None or not shape.is_required
    if shape.kind is Kind.MATRIX and shape.is_required:
        assert set(kept) == set(shape.row_keys)


@given(answered())
def test_every_answer_can_be_read_back(given_):
    shape, value = given_
    try:
        kept = kinds.check(shape, value)
    except Wrong:
        return

    assert bool(kinds.words(shape, kept)) == (kept is not None)


@given(st.lists(st.sampled_from("abcdef"), unique=True))
def test_numbers_beside_options_are_the_order_they_came_from(order):
    assert order_of(places_of(order)) == order


@pytest.mark.parametrize(
    "places", [{"a": "1", "b": "1"}, {"a": "2"}, {"a": "1", "b": "3"}, {"a": "x"}, {"a": "0"}]
)
def test_a_number_twice_or_left_out_is_refused(places):
    with pytest.raises(Wrong):
        order_of(places)


def test_other_wording_makes_another_option():
    assert Shape(Kind.CHOICE, ("Yes", "No")).keys != Shape(Kind.CHOICE, ("Yes!", "No")).keys
