import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.proposals.parts import paragraphs, parts_of, with_ids
from consult.proposals.rewording import Unfit, fitted, reworded, wording, wordings

LINE = st.text("abcdefgh ,.", min_size=1, max_size=40).map(str.strip).filter(bool)
MESSY = st.text("ab \n\t\r", min_size=1, max_size=40)


def a_text(**given):
    return with_ids({}, {"title": "A text", **given})


def ids(content):
    return [part.id for part in parts_of(content)]


def words_of(content):
    return {part.id: part.text for part in parts_of(content)}


@given(st.lists(LINE, min_size=1, max_size=6, unique=True), st.data())
def test_one_paragraph_changes_and_every_other_stays_under_its_id(texts, data):
    content = a_text(body="\n\n".join(texts))
    part_id = data.draw(st.sampled_from(ids(content)[1:]))
    place = wording(content, part_id, "")
    words = fitted(place, data.draw(LINE))

    now = reworded(content, place, words)

    assert words_of(now) == words_of(content) | {part_id: words}
    assert words_of(with_ids(now, now)) == words_of(now)


@given(MESSY)
def test_fitted_words_are_one_paragraph_however_they_were_typed(typed):
    content = a_text(body="One.\n\nTwo.")
    place = wording(content, ids(content)[1], "")
    try:
        words = fitted(place, typed)
    except Unfit:
        assert not typed.strip()
        return

    assert fitted(place, words) == words
    assert len(paragraphs(words)) == 1
    assert ids(reworded(content, place, words)) == ids(content)


def test_a_column_of_a_row_changes_alone():
    content = a_text(data_items=[{"label": "Name", "example": "Ann"}, {"label": "Address"}])
    name, address = (row["id"] for row in content["data_items"])
    place = wording(content, f"data_items/{name}", "label")

    now = reworded(content, place, fitted(place, "  First \n name "))

    assert now["data_items"] == [
        {"id": name, "label": "First name", "example": "Ann"},
        {"id": address, "label": "Address"},
    ]
    assert content["data_items"][0]["label"] == "Name"


def test_a_list_reads_and_is_stored_line_by_line():
    content = a_text(data_not_shared=["Health records", "Bank details"])
    place = wording(content, "data_not_shared", "")

    now = reworded(content, place, fitted(place, "Health records\n\n Bank and card details "))

    assert place.text == "Health records\nBank details"
    assert now["data_not_shared"] == ["Health records", "Bank and card details"]


@pytest.mark.parametrize(
    "part_id",
    [
        "",
        "body",
        "body/none",
        "slug",
        "reference",
        "title/x",
        "frequency",
        "purposes/zz",
        "nothing",
    ],
)
def test_what_is_no_words_or_not_there_cannot_be_reworded(part_id):
    content = a_text(body="One.", frequency="daily", slug="a-text", reference="A-1")

    assert wordings(content, part_id) == ()


def test_words_beyond_what_the_place_holds_are_refused():
    place = wording(a_text(), "title", "")

    with pytest.raises(Unfit, match=str(place.limit)):
        fitted(place, "a" * (place.limit + 1))
    with pytest.raises(Unfit):
        fitted(place, " \n ")


def test_the_full_text_keeps_its_limit():
    content = a_text(body="\n\n".join(["a" * 3990, "b" * 3990, "c" * 3990]))
    place = wording(content, ids(content)[1], "")

    with pytest.raises(Unfit, match="whole text"):
        reworded(content, place, "d" * 4100)
