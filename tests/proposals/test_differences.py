from hypothesis import given
from hypothesis import strategies as st

from consult.proposals.differences import differences, words_changed
from consult.proposals.parts import with_ids

WORDS = st.text("ab .,\n€é", max_size=40)


@given(WORDS, WORDS)
def test_a_redline_reads_back_as_both_sides(before, after):
    marked = words_changed(before, after)

    assert "".join(text for op, text in marked if op != "added") == before
    assert "".join(text for op, text in marked if op != "removed") == after


@given(WORDS)
def test_the_same_words_are_not_a_change(text):
    assert all(op == "same" for op, _ in words_changed(text, text))


def test_a_word_put_in_is_marked_alone():
    assert words_changed("a list", "a short list") == [
        ("same", "a "),
        ("added", "short "),
        ("same", "list"),
    ]


def test_fields_rows_and_paragraphs_are_compared_by_id():
    old = with_ids(
        {},
        {
            "retention_period": "3 years",
            "purposes": [{"label": "Help"}, {"label": "Plan"}],
            "body": "First one here.\n\nSecond one there.",
        },
    )
    new = with_ids(
        old,
        {
            "retention_period": "1 year",
            "purposes": [{**old["purposes"][1], "label": "Plan well"}, {"label": "Learn"}],
            "body": "Second one there.",
        },
    )

    found = {(change.part_id.split("/")[0], change.kind) for change in differences(old, new)}

    assert found == {
        ("retention_period", "changed"),
        ("purposes", "changed"),
        ("purposes", "added"),
        ("purposes", "removed"),
        ("body", "removed"),
    }


def test_moving_rows_about_is_no_change():
    old = with_ids({}, {"purposes": [{"label": "Help"}, {"label": "Plan"}]})
    new = with_ids(old, {"purposes": old["purposes"][::-1]})

    assert differences(old, new) == []


def test_changed_words_side_by_side_are_one_phrase():
    assert words_changed("We ask each school by phone.", "We tell our families by phone.") == [
        ("same", "We "),
        ("removed", "ask each school"),
        ("added", "tell our families"),
        ("same", " by phone."),
    ]
