from hypothesis import given
from hypothesis import strategies as st

from consult.core.html import plain
from consult.moderation.redaction import MARKER, Detail, Span, occurs, remove

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60)


def test_the_words_give_way_to_a_mark_that_names_their_kind():
    spans = [Span("14 Tallow Lane", Detail.ADDRESS), Span("01632 960417", Detail.PHONE)]

    text = remove("I am at 14 Tallow Lane, ring 01632 960417.", spans)

    assert text == "I am at [address removed], ring [phone number removed]."


def test_every_occurrence_goes_however_it_is_spaced_or_capitalised():
    text = remove("Ann Bell, ANN  BELL and ann\nbell", [Span("Ann Bell", Detail.NAME)])

    assert "bell" not in text.lower()
    assert text.count("[name removed]") == 3


def test_marks_left_before_stay_whole():
    text = remove("[phone number removed] number 7", [Span("number", Detail.OTHER)])

    assert text == "[phone number removed] [other detail removed] 7"


def test_words_inside_a_mark_do_not_count_as_words_of_the_text():
    assert not occurs(Span("phone number", Detail.PHONE), "Ring [phone number removed].")


def test_overlapping_words_leave_nothing_behind():
    spans = [Span("Lane", Detail.ADDRESS), Span("14 Tallow Lane", Detail.ADDRESS)]

    assert remove("At 14 Tallow Lane.", spans) == "At [address removed]."


def test_signs_with_a_meaning_in_patterns_are_taken_as_they_are():
    assert remove("a.b+c@x.org", [Span("a.b+c@x.org", Detail.EMAIL)]) == "[e-mail address removed]"


def test_every_mark_reads_as_one_on_the_page():
    for detail in Detail:
        assert MARKER.fullmatch(detail.marker)
        assert plain(detail.marker) == detail.marker


@given(WORDS, st.lists(st.builds(Span, WORDS, st.sampled_from(Detail)), max_size=4))
def test_what_was_removed_is_found_no_more(text, spans):
    spans = [span for span in spans if span.is_long_enough]

    removed = remove(text, spans)

    assert not any(
        occurs(span, removed)
        for span in spans
        if not any(span.pattern.search(detail.marker) for detail in Detail)
    )


@given(WORDS, st.lists(st.builds(Span, WORDS, st.sampled_from(Detail)), max_size=4))
def test_removing_twice_is_removing_once(text, spans):
    spans = [span for span in spans if span.is_long_enough]
    once = remove(text, spans)

    assert remove(once, spans) == once
