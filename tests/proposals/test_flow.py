from hypothesis import given
from hypothesis import strategies as st

from consult.proposals.flow import flow, flow_text, wrapped

PARTY = st.fixed_dictionaries(
    {
        "name": st.text("abcdefg ", min_size=1, max_size=90),
        "direction": st.sampled_from(["sends", "receives", "sends_and_receives", "hosts"]),
    }
)


def numbered(parties):
    return [{"id": str(number), **party} for number, party in enumerate(parties)]


@given(st.lists(PARTY, min_size=1, max_size=20))
def test_boxes_stay_inside_and_apart_whatever_the_parties(parties):
    drawn = flow({"parties": numbered(parties), "data_items": [{"label": "Name"}]})

    boxes = drawn["boxes"]
    carried = [party for party in parties if party["direction"] != "hosts"]
    assert len(boxes) == len(carried) + 1
    assert len(drawn["paths"]) == len(carried)
    assert len(drawn["tips"]) == len(carried) + sum(
        party["direction"] == "sends_and_receives" for party in carried
    )
    for box in boxes:
        assert box["x"] >= 0
        assert box["x"] + box["w"] <= drawn["width"]
        assert box["y"] >= 0
        assert box["y"] + box["h"] <= drawn["height"]
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            beside = one["x"] + one["w"] <= other["x"] or other["x"] + other["w"] <= one["x"]
            above = one["y"] + one["h"] <= other["y"] or other["y"] + other["h"] <= one["y"]
            assert beside or above


@given(st.text("abc ", max_size=200))
def test_names_never_outgrow_their_box(name):
    lines = wrapped(name, 21)

    assert 1 <= len(lines) <= 2
    assert all(len(line) <= 21 for line in lines)


def test_the_full_name_is_told_where_the_box_cuts_it():
    name = "The Very Long Name of a Partnership for Wellbeing in the Upper Vale"
    drawn = flow({"parties": [{"id": "a", "name": name, "direction": "sends"}]})

    assert drawn["boxes"][0]["label_lines"][-1].endswith("…")
    assert name in drawn["desc"]


def test_sentences_name_what_each_sends_and_receives():
    content = {
        "parties": numbered(
            [
                {"name": "Council", "direction": "sends"},
                {"name": "Trust", "direction": "receives"},
                {"name": "Host Ltd", "direction": "hosts"},
            ]
        ),
        "data_items": [{"label": "Name", "sent_by": "0"}, {"label": "Age", "sent_by": "0"}],
        "frequency": "daily",
    }

    assert flow_text(content) == [
        "Council sends name and age.",
        "Trust receives name and age.",
        "Host Ltd keeps or carries it for the others.",
        "How often: every day.",
    ]
