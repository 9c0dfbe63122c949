import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.core.languages import Lang
from consult.embed.bilingual import Words, apart, usual_language, words_of

pytestmark = pytest.mark.either


@given(st.text(max_size=60), st.dictionaries(st.sampled_from(["note", "reason", "now"]), st.text()))
def test_a_sentence_taken_apart_is_still_the_sentence(sentence, fields):
    before, wrote, after = apart(sentence, fields)

    assert before + wrote + after == sentence
    assert wrote in {"", fields.get("note"), fields.get("reason")}


@pytest.mark.parametrize("welsh", ["", "   ", None])
def test_words_that_the_council_did_not_write_in_welsh_are_its_english_ones(welsh):
    content = {"title": "Warm homes", "welsh_title": welsh}

    assert words_of(content, "title", Lang.CY) == Words("Warm homes", Lang.EN)


def test_welsh_words_are_for_welsh_frames():
    content = {"title": "Warm homes", "welsh_title": "Cartrefi cynnes"}

    assert words_of(content, "title", Lang.CY) == Words("Cartrefi cynnes", Lang.CY)
    assert words_of(content, "title", Lang.EN) == Words("Warm homes", Lang.EN)
    assert words_of({}, "title", Lang.EN, "As it was named") == Words("As it was named")


def test_a_council_that_writes_in_welsh_starts_in_welsh():
    assert usual_language(["en", "cy"]) is Lang.CY
    assert usual_language(["en"]) is Lang.EN
