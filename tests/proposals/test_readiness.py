from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.proposals.readiness import IDS, Context, blocking, checklist, needs_reason
from tests.proposals.examples import HEALTH

SPRING = {"opens_at": "2026-06-01T00:00:00+01:00", "closes_at": "2026-06-30T23:59:00+01:00"}


def check(key, content, **facts):
    found = checklist(content, Context.of(content, **facts))
    return next(each for each in found if each.id == key)


def verdict(key, content, **facts):
    found = check(key, content, **facts)
    return found.level, found.state


def lasting(first, last, **more):
    return {"opens_at": f"{first}T00:00:00", "closes_at": f"{last}T23:59:00", **more}


@given(st.dictionaries(st.sampled_from(["body", "plain_summary", "readers"]), st.none()))
def test_every_check_is_answered_once_even_for_nothing(content):
    assert tuple(each.id for each in checklist(content, Context.of(content))) == IDS


def test_an_empty_draft_is_blocked_and_says_where():
    found = {each.id: each for each in blocking(checklist({}, Context()))}
    assert {"G1-open", "G2-summary", "G3-length", "G3-reach", "Privacy"} <= set(found)
    assert found["G1-open"].section_key == "open_points"
    assert found["G1-open"].why


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("2026-06-13", ("B", "failed")),
        ("2026-06-14", ("W", "failed")),
        ("2026-06-27", ("W", "failed")),
        ("2026-06-28", ("B", "passed")),
    ],
)
def test_two_weeks_block_and_four_weeks_pass(last, expected):
    assert verdict("G3-length", lasting("2026-06-01", last)) == expected


@pytest.mark.parametrize(
    "more", [{"children": "main_subject"}, {"approx_people": 10_001}, {"data_items": [HEALTH]}]
)
def test_what_needs_care_takes_six_weeks(more):
    assert verdict("G3-length", lasting("2026-06-01", "2026-07-11", **more)) == ("W", "failed")
    assert verdict("G3-length", lasting("2026-06-01", "2026-07-12", **more)) == ("B", "passed")


def test_holidays_and_christmas_add_time():
    easter = lasting("2026-03-25", "2026-04-21")
    assert "28 days, 30 needed" in check("G3-length", easter).why
    christmas = lasting("2026-12-07", "2027-01-10")
    assert "35 days, 38 needed" in check("G3-length", christmas).why


def test_school_holidays_that_take_a_third_add_a_week():
    away = [(date(2026, 6, 1), date(2026, 6, 14))]
    assert "37 needed" not in check("G3-length", lasting("2026-06-01", "2026-06-28")).why
    assert (
        "35 needed"
        in check("G3-length", lasting("2026-06-01", "2026-06-28"), school_holidays=away).why
    )


def test_an_election_blocks_unless_the_monitoring_officer_agrees():
    period = [(date(2026, 6, 20), date(2026, 7, 2))]
    assert verdict("G3-election", SPRING, pre_election=period) == ("B", "failed")
    agreed = {**SPRING, "election_override_by": "Monitoring Officer"}
    assert verdict("G3-election", agreed, pre_election=period) == ("B", "failed")
    agreed["election_override_reason"] = "Nobody would read it as taking sides."
    assert verdict("G3-election", agreed, pre_election=period) == ("B", "passed")
    later = {**SPRING, "feedback_promised_on": "2026-09-01"}
    autumn = [(date(2026, 8, 30), date(2026, 9, 9))]
    assert verdict("G3-election", later, pre_election=autumn) == ("B", "failed")


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-06-30", "failed"),
        ("2026-09-22", "passed"),
        ("2026-09-23", "failed"),
        (None, "failed"),
    ],
)
def test_an_answer_is_promised_within_twelve_weeks(day, state):
    content = {**SPRING, "feedback_promised_on": day, "decision_maker_role": "Cabinet"}
    assert check("G4-promise", content).state == state


def test_doing_nothing_is_always_one_of_the_ways():
    items = [{"label": "Name", "why_needed": "To know you"}]
    way = {"option": "Ask people", "why_not": "Few answer"}
    nothing = {"option": "Do nothing", "why_not": "Cold homes stay cold"}
    assert check("G2-reasons", {"data_items": items, "alternatives": [way]}).section_key == "need"
    whole = {"data_items": items, "alternatives": [way, nothing]}
    assert check("G2-reasons", whole).state == "passed"


def test_wording_that_sounds_decided_needs_a_reason():
    found = checklist({"body": "We will share it."}, Context())
    waiting = {each.id for each in needs_reason(found, {})}
    assert "G1-language" in waiting
    assert "G1-language" not in {each.id for each in needs_reason(found, {"G1-language": "Quoted"})}
    assert "G1-language" in {each.id for each in needs_reason(found, {"G1-language": "  "})}


def test_a_decision_before_the_end_is_no_open_question():
    content = {
        **SPRING,
        "decision_expected_on": "2026-06-30",
        "alternatives": [{"option": "x", "can_be_supported": True}],
    }
    assert check("G1-options", content).state == "failed"
    assert check("G1-options", {**content, "decision_expected_on": "2026-07-01"}).state == "passed"


def test_a_draft_assessment_warns_and_none_blocks():
    done = {
        "dpia_required": True,
        "dpia_reason": "Lists are joined.",
        "dpia_status": "published_final",
        "equality_status": "published",
        "equality_url": "/e",
    }
    assert verdict("G2-impacts", done) == ("B", "passed")
    assert verdict("G2-impacts", {**done, "dpia_status": "published_draft"}) == ("W", "failed")
    assert verdict("G2-impacts", {**done, "dpia_status": "in_progress"}) == ("B", "failed")
    assert verdict("G2-impacts", {**done, "equality_url": ""}) == ("B", "failed")


def test_welsh_is_a_duty_in_wales_only():
    content = {
        "welsh_title": "Teitl",
        "welsh_plain_summary": "Crynodeb",
        "welsh_same_time": True,
        "questions": [{"text": "Effect?", "about_welsh": True, "welsh_text": "Effaith?"}],
    }
    assert check("Cy", {}).state == "not_applicable"
    assert check("Cy", {}, nation="Wales").state == "failed"
    assert check("Cy", content, nation="Wales").state == "passed"
    assert check("Cy", {**content, "welsh_same_time": False}, nation="Wales").state == "failed"


def test_documents_pictures_and_colours_must_be_readable():
    assert check("A11y", {}).state == "passed"
    assert check("A11y", {"documents": [{"title": "Plan", "file_url": "/p.pdf"}]}).state == "failed"
    assert check("A11y", {"body": "![](/a.png)"}).section_key == "body"
    assert check("A11y", {}, contrast_is_enough=False).state == "failed"


def test_two_different_readers_are_needed():
    content = {"readers": ["Officer", "Officer"], "dpo_assigned": "DPO"}
    assert check("G4-people", content).state == "failed"
    assert check("G4-people", {**content, "readers": ["One", "Two"]}).state == "passed"


def test_clocks_that_change_do_not_shorten_a_day():
    assert "28 days" in check("G3-length", lasting("2026-10-05", "2026-11-01")).why


def test_what_residents_read_of_a_warning_tells_nobody_what_to_do():
    found = check("G3-length", lasting("2026-06-01", "2026-06-20"))

    assert found.why == "20 days, 28 needed."
    assert found.todo == "Say why it is shorter."
