import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.participation.texts import HIDDEN, fingerprint, tidy

SLIPPERY = st.text(
    st.one_of(st.characters(), st.sampled_from("\r\n\t \x00\u202e\u200b\ufeff\u0301e"))
)


@given(SLIPPERY)
def test_tidying_twice_changes_nothing(text):
    assert tidy(tidy(text)) == tidy(text)


@given(SLIPPERY)
def test_nothing_hidden_survives(text):
    kept = tidy(text)

    assert not set(map(ord, kept)) & set(HIDDEN)
    assert "\x00" not in kept
    assert "\r" not in kept


@given(st.lists(st.text()), st.lists(st.text()))
def test_different_parts_have_different_fingerprints(some, others):
    assert (fingerprint(*some) == fingerprint(*others)) == (some == others)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb", "a\nb"),
        ("  a  ", "a"),
        ("e\u0301", "é"),
        ("a\u202eb", "ab"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        (" \u200b\n", ""),
    ],
)
def test_words_keep_their_sense_and_lose_what_hides(typed, kept):
    assert tidy(typed) == kept
