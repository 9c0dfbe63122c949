import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.councils import colour

pytestmark = pytest.mark.either

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_black_on_white_is_21_to_1():
    assert colour.contrast((0, 0, 0)) == pytest.approx(21)


def test_the_well_known_grey_just_passes_and_the_next_does_not():
    assert colour.passes("#767676")
    assert not colour.passes("#777777")


@pytest.mark.parametrize(
    ("typed", "is_"),
    [("#ABC", "#aabbcc"), (" 1D4F5C", "#1d4f5c"), ("red", None), ("#12345g", None)],
)
def test_a_colour_has_one_spelling(typed, is_):
    assert colour.normal(typed) == is_


@given(colours)
def test_the_colour_offered_instead_always_passes(typed):
    better = colour.darker_that_passes(typed)

    assert colour.passes(better)
    assert better == typed or not colour.passes(typed)


@given(colours.filter(colour.passes))
def test_links_can_be_read_on_paper_white_and_tint(own):
    link = colour.rgb(colour.link(own))

    for ground in (colour.WHITE, colour.PAPER, colour.rgb(colour.tint(own))):
        assert colour.contrast(link, ground) >= colour.ENOUGH
    assert colour.luminance(colour.rgb(colour.link_hover(own))) <= colour.luminance(link)


def test_a_ratio_never_claims_more_than_there_is():
    assert colour.ratio(4.499) == "4.4"
