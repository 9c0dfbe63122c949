import pytest

from consult.proposals import assessment, law
from consult.proposals.enums import DpiaTrigger
from tests.proposals.examples import COUNCIL, CRIME, HEALTH, TRUST, a_content, basis

CHARITY = {**TRUST, "organisation_type": "charity_community"}


def codes(**given):
    return {problem.code for problem in law.problems(a_content(**given))}


def both(article6="public_task", **more):
    return [basis("c1", article6, **more), basis("t1", article6, **more)]


def test_a_sound_proposal_has_no_problem():
    assert codes() == set()


@pytest.mark.parametrize(
    ("article6", "code"),
    [
        ("legitimate_interests", "legitimate_interests_barred"),
        ("recognised_legitimate_interest", "recognised_interest_barred"),
    ],
)
def test_a_council_cannot_weigh_interests_in_its_tasks(article6, code):
    row = basis("c1", article6, rli_condition="crime")
    found = law.problems(a_content(lawful_basis=[row, basis("t1")]))

    assert [problem.code for problem in found] == [code]
    assert found[0].party == "c1"
    assert "Thornmere Council" in found[0].message
    free = {**row, "outside_its_tasks": True}
    assert codes(lawful_basis=[free, basis("t1")]) == set()


def test_a_charity_may_use_a_listed_reason_with_its_condition():
    def given(**more):
        row = basis("t1", "recognised_legitimate_interest", **more)
        return codes(parties=[COUNCIL, CHARITY], lawful_basis=[basis("c1"), row])

    assert given(rli_condition="crime") == set()
    assert given() == {"rli_condition_missing"}
    assert given(rli_condition="public_task_disclosure") == {"rli_request_missing"}


def test_a_duty_needs_its_act():
    assert codes(lawful_basis=both(legal_power=" ")) == {"legal_power_missing"}


def test_saving_lives_is_for_emergencies():
    rows = both("vital_interests")
    assert "vital_interests_not_emergency" in codes(lawful_basis=rows, opt_out_reason="")
    assert codes(lawful_basis=rows, change_type="emergency_review") == set()
    assert codes(lawful_basis=rows, purposes=[{"key": "emergency_planning"}]) == set()


def test_every_party_that_decides_needs_a_basis_and_no_other():
    assert codes(lawful_basis=[basis("c1")]) == {"basis_missing"}
    assert codes(lawful_basis=[*both(), basis("gone")]) == {"basis_orphan"}
    helper = {**TRUST, "role": "processor"}
    assert codes(parties=[COUNCIL, helper], lawful_basis=[basis("c1")]) == set()


def test_sensitive_items_need_a_condition_of_each_party_that_handles_them():
    assert codes(data_items=[HEALTH]) == {"article9_missing"}
    only_trust = law.problems(
        a_content(data_items=[{**HEALTH, "sent_by": "t1", "received_by": "t1"}])
    )
    assert [problem.party for problem in only_trust] == ["t1"]
    assert codes(data_items=[{**HEALTH, "identifiability": "statistics"}]) == set()
    assert codes(data_items=[{**HEALTH, "category": "education", "special_category": True}]) == {
        "article9_missing"
    }


def test_conditions_need_their_part_of_schedule_1():
    def given(article9, schedule=""):
        rows = both(article9=article9, dpa2018_schedule1=schedule)
        return codes(data_items=[HEALTH], lawful_basis=rows)

    assert given("explicit_consent") == set()
    assert given("health_or_social_care") == {"schedule1_missing"}
    assert given("health_or_social_care", "Part 2 para 18") == {"schedule1_wrong_part"}
    assert given("substantial_public_interest", "Part 2 para 18") == set()


def test_crime_needs_article_10():
    assert codes(data_items=[CRIME]) == {"article10_missing"}
    assert codes(data_items=[CRIME], lawful_basis=both(article10="none")) == {"article10_missing"}
    assert codes(data_items=[CRIME], lawful_basis=both(article10="official_authority")) == set()
    assert codes(data_items=[CRIME], lawful_basis=both(article10="schedule1_condition")) == {
        "article10_schedule1_missing"
    }


def test_a_gateway_demands_all_its_terms():
    assert codes(dea_part5="debt_s48") == {
        "dea_objective_missing",
        "dea_not_specified",
        "dea_register_missing",
        "dea_business_case_missing",
    }
    assert (
        codes(
            dea_part5="fuel_poverty_s36",
            dea_objective="Fuel poverty",
            dea_register_entry="R1",
            lawful_basis=both(dea_specified_person=True),
        )
        == set()
    )


@pytest.mark.parametrize("sign", DpiaTrigger)
def test_one_decisive_sign_or_two_others_require_an_assessment(sign):
    assert assessment.is_required({"dpia_screening_triggers": [sign]}) == sign.is_decisive
    pair = ["evaluation_scoring", "vulnerable_people"]
    assert assessment.is_required({"dpia_screening_triggers": pair})


def test_the_answer_must_follow_from_the_signs():
    assert codes(dpia_required=False) == {"dpia_is_required"}
    none = {"dpia_status": "not_needed_reason_published", "dpia_required": False}
    assert codes(dpia_screening_triggers=["vulnerable_people"], **none) == set()
    assert "dpia_status_contradicts" in codes(dpia_status="not_needed_reason_published")
    assert codes(dpia_url="") == {"dpia_url_missing"}


def test_a_high_risk_left_over_goes_to_the_commissioner():
    assert codes(dpia_residual_risk="high") == {"ico_consultation_missing"}
    assert codes(dpia_residual_risk="high", dpia_ico_consultation="In May") == set()


def test_a_promise_to_opt_out_needs_room_in_law_and_a_clause():
    assert codes(opt_out_offered=True) == {"opt_out_how_missing", "opt_out_clause_missing"}
    assert codes(opt_out_reason="") == {"opt_out_reason_missing"}
    must = both("legal_obligation")
    assert codes(lawful_basis=must, opt_out_offered=True) == {"opt_out_does_not_fit"}


def test_consent_needs_free_separate_choices():
    choice = {"label": "Link", "article6": "consent", "control": "opt_in"}
    given = {"lawful_basis": both("consent"), "withdrawal": "Same page"}
    assert codes(**given, choices=[choice]) == set()
    assert codes(**given) == {"choices_missing"}
    assert codes(**given, choices=[{**choice, "control": "opt_out"}]) == {"choice_not_opt_in"}
    assert codes(**given, choices=[{**choice, "needed_for_service": True}]) == {
        "choice_is_condition"
    }


def test_a_switch_without_consent_is_refused():
    switch = {"label": "Share", "article6": "public_task", "control": "opt_in"}
    assert codes(choices=[switch]) == {"choice_without_consent"}


def test_words_of_consent_do_not_fit_a_duty():
    assert codes(plain_summary="By using it you have consented.") == {"words_do_not_fit"}
