from consult.proposals import content
from consult.proposals.fields import SECTIONS


def keys(fields):
    return [field.key for field in fields]


def test_a_section_is_empty_then_started_then_complete():
    open_points = {"not_decided_yet": ["How often"]}
    assert content.section_state({}, "open_points") == "empty"
    assert content.section_state(open_points, "open_points") == "started"
    whole = {"not_decided_yet": ["How often", "Who"], "already_fixed": [{"what": "Nothing"}]}
    assert content.section_state(whole, "open_points") == "complete"


def test_no_is_an_answer_and_blanks_are_not():
    assert "vulnerable" not in keys(content.missing({"vulnerable": False}, "people"))
    assert "rights_how_to" in keys(content.missing({"rights_how_to": "  "}, "control"))


def test_a_row_with_a_gap_is_missing_something():
    items = [{"id": "a", "label": "Name"}]
    assert keys(content.missing({"data_items": items}, "data")) == ["data_items"]


def test_a_line_counts_items_without_a_reason():
    items = [{"label": "Name", "why_needed": "To know you"}, {"label": "Age"}]
    assert content.section_line({"data_items": items}, "data") == "2 items, 1 without a reason"
    assert content.section_line({"data_items": items[:1]}, "data") == "1 item"


def test_every_section_has_a_line_even_for_one_answer():
    for part in SECTIONS:
        for field in part.fields:
            value = {"rows": [{}], "lines": ["x"], "choices": ["x"], "number": 1}.get(
                field.kind, "x"
            )
            assert content.section_line({field.key: value}, part.key)


def test_nothing_is_complete_at_first():
    assert content.complete_count({}) == 0
    assert len(content.all_missing({})) > 40
