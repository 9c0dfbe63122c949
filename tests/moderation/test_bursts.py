from hypothesis import given
from hypothesis import strategies as st

from consult.moderation.bursts import (
    RUSH,
    SHARED_BY,
    Pace,
    alike,
    is_rush,
    people_of,
    plain_words,
    shared,
)

TEXT = "Keep our health records out of this, please."


def said(*by):
    return [(number, who, text) for number, (who, text) in enumerate(by)]


def test_the_same_words_from_three_people_are_shared_however_they_are_spelt():
    group = said(
        ("a", TEXT), ("b", TEXT.upper()), ("c", "Keep our  health records out of this - pléase!")
    )

    assert shared(group) == [[0, 1, 2]]


def test_two_people_or_one_busy_one_share_nothing():
    assert shared(said(("a", TEXT), ("b", TEXT))) == []
    assert shared(said(*[("a", TEXT)] * 9, ("b", TEXT))) == []


def test_short_agreement_is_not_a_shared_text():
    assert shared(said(*[(who, "I agree with this.") for who in "abcdef"])) == []


@given(st.text(max_size=200))
def test_plain_words_stay_the_same_when_reduced_again(text):
    once = plain_words(text)

    assert plain_words(once) == once


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from([TEXT, TEXT + " Now.", "Yes"]))))
def test_every_group_has_at_least_three_people_and_no_comment_stands_in_two(by):
    rows = said(*by)
    authors = {what: who for what, who, _text in rows}
    groups = shared(rows)

    assert all(people_of(group, authors) >= SHARED_BY for group in groups)
    every = [one for group in groups for one in group]
    assert len(every) == len(set(every))


@given(st.integers(0, RUSH - 1), st.integers(0, 10_000), st.integers(0, 200))
def test_a_quiet_hour_is_never_a_rush(people, before, hours):
    assert not is_rush(Pace(people, before, hours))


def test_many_more_than_usual_are_a_rush_and_a_busy_proposal_s_ordinary_hour_is_none():
    assert is_rush(Pace(RUSH, before=24, hours=48))
    assert is_rush(Pace(RUSH, before=0, hours=0))
    assert not is_rush(Pace(60, before=2_000, hours=160))


SPIES = [
    "Kelderby council wants to spy on our children. Say NO to the secret database.",
    "Kelderby Council wants to SPY on our children! Say no to this secret database.",
    "Kelderby council want to spy on our children. Say no to the secret data base. I have two.",
]


def test_a_shared_text_that_people_changed_a_little_is_still_shared():
    group = [(number, number, text) for number, text in enumerate(SPIES)]

    assert shared(group) == [[0, 1, 2]]


def test_two_texts_about_the_same_thing_in_their_own_words_are_not_alike():
    one = "I worry that the police will see the list of every child who missed school."
    other = "Every child who misses school would be on a list that the police can see."

    assert not alike(one, other)


@given(st.text(max_size=120), st.text(max_size=120))
def test_being_alike_goes_both_ways(one, other):
    assert alike(one, other) == alike(other, one)
