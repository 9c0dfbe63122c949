import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.proposals import reading


def test_marks_and_addresses_are_not_words():
    assert reading.words("## A **big** [plan](https://a.example/x) of 2,000") == [
        "A",
        "big",
        "plan",
        "of",
        "2,000",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [("One. Two!", 2), ("A heading\n\nA line", 2), ("- a\n- b", 2), ("", 0), ("4.2 days.", 1)],
)
def test_sentences_are_counted(text, count):
    assert reading.sentence_count(text) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("council", 2),
        ("made", 1),
        ("table", 2),
        ("wanted", 2),
        ("shared", 1),
        ("hm", 1),
    ],
)
def test_syllables_are_estimated(word, count):
    assert reading.syllables(word) == count


def test_long_words_and_sentences_raise_the_age():
    easy = "We want to help. You can say no."
    hard = (
        "Notwithstanding organisational considerations, intergovernmental proportionality "
        "necessitates comprehensive interoperability of administrative information systems."
    )
    assert reading.reading_age(easy) < 8 < 20 < reading.reading_age(hard)


@given(st.text(max_size=200))
def test_any_text_has_an_age(text):
    assert 5 <= reading.reading_age(text) <= 25


def test_short_forms_need_words():
    assert reading.unexplained_acronyms("The DPIA and the ICO, for the NHS.") == ["DPIA", "ICO"]
    assert reading.unexplained_acronyms("An impact assessment (DPIA). The DPIA says.") == []


@pytest.mark.parametrize(
    "text",
    [
        "From May we will share it.",
        "This has been agreed.",
        "The new scheme launches in June.",
        "The form will shrink.",
    ],
)
def test_phrases_that_sound_decided_are_found_where_they_stand(text):
    found = reading.decided_phrases(text)
    assert found
    assert all(text[span.start : span.end] == span.text for span in found)


@pytest.mark.parametrize(
    "text", ["We would share it.", "We will read every answer.", "What will you think?"]
)
def test_open_words_are_left_alone(text):
    assert reading.decided_phrases(text) == []
