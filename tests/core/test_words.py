import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.core.words import asked_words, excerpt, fold, folded_words, pieces

TEXTS = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]), st.sampled_from("aéßø'’ \n&<>\u0301")
    ),
    max_size=200,
)


@given(TEXTS)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_folded_words_hold_letters_and_digits_only(text):
    for word in folded_words(text):
        assert word.isalnum()


@given(TEXTS, TEXTS)
def test_without_the_marks_the_text_is_as_it_was(text, query):
    cut = pieces(text, asked_words(query))

    assert "".join(piece.text for piece in cut) == text


@given(TEXTS)
def test_every_word_of_a_text_is_marked_when_it_is_asked_for(text):
    asked = asked_words(text)

    marked = [piece.text for piece in pieces(text, asked) if piece.is_found]

    assert set(asked) <= {word for one in marked for word in folded_words(one)}


@given(TEXTS, TEXTS, st.integers(1, 60))
def test_an_excerpt_is_part_of_the_text(text, query, around):
    cut = excerpt(text, asked_words(query), around)

    assert "".join(piece.text for piece in cut.pieces) in text
    if asked_words(query) and any(piece.is_found for piece in pieces(text, asked_words(query))):
        assert any(piece.text for piece in cut.pieces)


@given(TEXTS)
def test_a_text_is_found_however_its_accents_are_stored(text):
    assert folded_words(unicodedata.normalize("NFC", text)) == folded_words(
        unicodedata.normalize("NFD", unicodedata.normalize("NFC", text))
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Café", ["cafe"]),
        ("Tŷ’r Cyffredin", ["tyr", "cyffredin"]),
        ("don't", ["dont"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("Smørrebrød, Łódź!", ["smorrebrod", "lodz"]),
        ("school-age 85%", ["school", "age", "85"]),
    ],
)
def test_words_are_compared_without_capitals_and_accents(text, words):
    assert folded_words(text) == words


def test_a_long_word_is_found_by_its_beginning_and_a_short_one_as_it_stands():
    assert [p.text for p in pieces("Schools, a scheme, the art", ("school",)) if p.is_found] == [
        "Schools"
    ]
    assert [p.text for p in pieces("Art and artists", ("art",)) if p.is_found] == ["Art"]


def test_single_letters_are_too_little_to_look_for():
    assert asked_words("a b ?") == ()
