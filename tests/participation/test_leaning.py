from hypothesis import given
from hypothesis import strategies as st

from consult.participation.grid import Asked
from consult.participation.leaning import AXIS, WIDTH, Leaning, pieces, ranked, scale_of
from consult.participation.models import Comfort

COUNTS = st.fixed_dictionaries({comfort: st.integers(0, 50) for comfort in Comfort})


def a_leaning(counts, label="Address"):
    asked = Asked(label, "data_items", label, "", is_sensitive=False, text=label)
    return Leaning(asked, counts, counts)


@given(st.lists(COUNTS, max_size=5))
def test_every_bar_stays_in_its_field_and_is_as_long_as_its_people(many):
    leanings = [a_leaning(counts) for counts in many]
    scale = scale_of(leanings)
    for leaning in leanings:
        drawn = pieces(leaning, scale)
        assert all(each.x >= -0.01 and each.x + each.width <= WIDTH + 0.01 for each in drawn)
        assert abs(sum(each.width for each in drawn) - (scale if leaning.people else 0)) < 0.01
        no = [each for each in drawn if each.comfort is Comfort.NO]
        assert all(abs(each.x + each.width - AXIS) < 0.01 for each in no)


def test_what_most_accept_comes_first_and_what_nobody_answered_last():
    told = {"A": (0, 0, 0), "B": (1, 1, 8), "C": (8, 1, 1), "D": (1, 8, 1)}
    leanings = [
        a_leaning({Comfort.FINE: fine, Comfort.WITH_SAFEGUARDS: some, Comfort.NO: no}, label)
        for label, (fine, some, no) in told.items()
    ]

    assert [each.asked.label for each in ranked(leanings)] == ["C", "D", "B", "A"]
