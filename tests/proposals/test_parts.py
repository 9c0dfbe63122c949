from hypothesis import given
from hypothesis import strategies as st

from consult.proposals.parts import (
    carry_ids,
    carry_row_ids,
    paragraphs,
    parts_of,
    with_ids,
)

TEXT = st.text("abcdefgh ", min_size=1, max_size=30).map(str.strip).filter(bool)
TEXTS = st.lists(TEXT, unique=True, max_size=8)


def joined(texts):
    return "\n\n".join(texts)


@given(TEXTS)
def test_paragraphs_can_be_read_back(texts):
    assert paragraphs(joined(texts)) == texts


@given(TEXTS, TEXTS, st.randoms())
def test_unchanged_paragraphs_keep_their_ids_wherever_they_move(texts, more, chance):
    old = carry_ids([], joined(texts))
    kept = [text for text in texts if chance.random() < 0.7]
    now = list(dict.fromkeys(kept + more))
    chance.shuffle(now)

    new = carry_ids(old, joined(now))

    was, is_now = ({part["text"]: part["id"] for part in parts} for parts in (old, new))
    assert all(is_now[text] == was[text] for text in now if text in was)
    assert len({part["id"] for part in new}) == len(new)
    assert [part["text"] for part in new] == now


def test_a_reworded_paragraph_keeps_its_id():
    old = carry_ids([], "We want to share a list.\n\nNothing else leaves the council.")

    new = carry_ids(old, "Before that, something quite new.\n\nWe want to share a short list.")

    assert new[1]["id"] == old[0]["id"]
    assert new[0]["id"] not in {part["id"] for part in old}


def test_an_id_once_used_is_not_given_again():
    ids = iter(["aa", "bb", "cc"])

    new = carry_ids(
        [{"id": "aa", "text": "x" * 20}], "123 456 789", fresh=lambda: next(ids), retired=["bb"]
    )

    assert new[0]["id"] == "cc"


@given(st.lists(st.fixed_dictionaries({"what": TEXT}), max_size=6), st.randoms())
def test_rows_keep_their_ids_in_any_order(rows, chance):
    old = carry_row_ids([], rows)
    moved = list(old)
    chance.shuffle(moved)

    new = carry_row_ids(old, [{**row, "what": row["what"] + "!"} for row in moved])

    assert [row["id"] for row in new] == [row["id"] for row in moved]


def test_a_strange_or_repeated_row_id_is_not_trusted():
    old = [{"id": "aa", "what": "one"}]

    new = carry_row_ids(
        old, [{"id": "aa", "what": "1"}, {"id": "aa", "what": "2"}, {"id": "zz", "what": "3"}]
    )

    assert new[0]["id"] == "aa"
    assert not {new[1]["id"], new[2]["id"]} & {"aa", "zz"}


def test_a_row_without_an_id_is_known_by_its_words():
    assert carry_row_ids([{"id": "aa", "what": "one"}], [{"what": "one"}])[0]["id"] == "aa"


def test_parts_have_paths_as_ids():
    content = with_ids(
        {},
        {"body": "One.\n\nTwo.", "retention_period": "3 years", "purposes": [{"label": "Help"}]},
    )

    ids = [part.id for part in parts_of(content)]

    assert ids[0] == f"body/{content['body_parts'][0]['id']}"
    assert f"purposes/{content['purposes'][0]['id']}" in ids
    assert ids[-1] == "retention_period"
    assert len(ids) == 4
