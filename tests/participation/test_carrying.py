from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consult.participation.carrying import Fate, Pin, by_id, carried, sort_out
from consult.proposals.parts import Part, parts_of, with_ids

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.text("abcde ", min_size=1, max_size=24).map(str.strip).filter(bool)


@st.composite
def documents(draw):
    """A document with a field, two lists and some paragraphs."""
    rows = st.lists(WORDS, max_size=5)
    return {
        "today": draw(st.none() | WORDS),
        "purposes": [{"label": label} for label in draw(rows)],
        "already_fixed": [{"what": what} for what in draw(rows)],
        "body": "\n\n".join(draw(st.lists(WORDS, max_size=6))),
    }


@st.composite
def edits(draw, old):
    """What an editor may do: insert, delete, move, reword; with rows sent by their ids or not."""
    new = draw(documents())
    for key in ("purposes", "already_fixed"):
        kept = draw(st.permutations(old[key]))[: draw(st.integers(0, len(old[key])))]
        kept = [row if draw(st.booleans()) else _reworded(row) for row in kept]
        new[key] = draw(st.permutations(kept + new[key]))
    texts = old["body"].split("\n\n") if old["body"] else []
    kept = [text if draw(st.booleans()) else f"{text} too" for text in texts]
    kept = kept[: draw(st.integers(0, len(kept)))]
    new["body"] = "\n\n".join(draw(st.permutations([*kept, new["body"]]))).strip()
    return with_ids(old, new)


def _reworded(row):
    return {key: value if key == "id" else f"{value} now" for key, value in row.items()}


@unhurried
@given(st.data())
def test_however_a_text_is_edited_every_comment_is_found_once_where_it_belongs(data):
    old = with_ids({}, data.draw(documents()))
    pins = [(part.id, Pin(1, part.id, part.text)) for part in parts_of(old)]
    now = old
    for _edit in range(data.draw(st.integers(1, 3))):
        now = data.draw(edits(now))
    parts = by_id(parts_of(now))

    places = sort_out(pins, parts)

    found = [key for side in (places.here, places.gone) for keys in side.values() for key in keys]
    assert sorted(found) == sorted(key for key, _pin in pins)
    assert all(keys == [part_id] and part_id in parts for part_id, keys in places.here.items())
    assert all(keys == [part_id] for part_id, keys in places.gone.items())
    assert not set(places.gone) & set(parts)


@unhurried
@given(st.data())
def test_what_became_of_each_comment_is_told_truly_with_both_wordings(data):
    old = with_ids({}, data.draw(documents()))
    new = data.draw(edits(old))
    parts = by_id(parts_of(new))

    for was in parts_of(old):
        told = carried(Pin(1, was.id, was.text), parts)

        now = parts.get(was.id)
        assert told.was == was.text
        if now is None:
            assert told.fate is Fate.GONE
        else:
            assert told.fate is (Fate.UNCHANGED if now.text == was.text else Fate.EARLIER)
        redline = told.redline
        assert "".join(text for op, text in redline if op != "added") == was.text
        after = "".join(text for op, text in redline if op != "removed")
        assert after == (now.text if now else "")


@unhurried
@given(st.data())
def test_words_that_stand_as_they_were_keep_their_comments_wherever_they_move(data):
    texts = data.draw(st.lists(WORDS, min_size=1, max_size=6, unique=True))
    more = data.draw(st.lists(WORDS, max_size=3, unique=True))
    old = with_ids({}, {"body": "\n\n".join(texts)})
    moved = data.draw(st.permutations(list(dict.fromkeys(texts + more))))
    parts = by_id(parts_of(with_ids(old, {"body": "\n\n".join(moved)})))

    for was in parts_of(old):
        assert carried(Pin(1, was.id, was.text), parts).fate is Fate.UNCHANGED


def test_a_comment_on_the_whole_is_about_no_part():
    parts = by_id([Part("today", "field", "today", "Today", "By phone.")])

    assert carried(Pin(1), parts) is None
    assert sort_out([("c", Pin(1))], parts).here == {}
