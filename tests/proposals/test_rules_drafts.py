import pytest

from consult.core import clock as clocks
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils.models import Role
from consult.jobs.models import Mail
from consult.proposals import queries, rules
from consult.proposals.models import Status
from tests.factories import a_council, a_member, a_person
from tests.proposals.drafting import NOON, a_draft, a_scheduled, explain


@pytest.fixture(autouse=True)
def _noon(clock):
    clock.at(NOON)


def test_references_count_up_and_addresses_differ():
    council = a_council(reference_prefix="TBC")
    officer = a_member(council)

    first = rules.start_draft(officer, council, "Finding cold homes sooner")
    second = rules.start_draft(officer, council, "Finding cold homes sooner")

    assert (first.reference, second.reference) == ("TBC-DSP-2026-001", "TBC-DSP-2026-002")
    assert (first.slug, second.slug) == ("finding-cold-homes-sooner", "finding-cold-homes-sooner-2")


@pytest.mark.parametrize("title", ["", "   ", "x" * 91])
def test_a_draft_needs_a_title_that_fits(title):
    council = a_council()

    with pytest.raises(Invalid):
        rules.start_draft(a_member(council), council, title)


def test_the_same_answers_saved_twice_count_as_one_save():
    officer, proposal = a_draft()
    saves = proposal.draft_saves

    rules.save_section(officer, proposal, "change", {"today": "Something else."})
    rules.save_section(officer, proposal, "change", {"today": "Something else."})

    assert proposal.draft_saves == saves + 1


def test_who_was_overtaken_overwrites_nothing():
    officer, proposal = a_draft()
    seen = rules.section_mark(proposal, "change")
    rules.save_section(officer, proposal, "change", {"today": "Theirs."}, seen=seen)

    with pytest.raises(rules.Overtaken):
        rules.save_section(officer, proposal, "change", {"today": "Mine."}, seen=seen)

    assert proposal.draft["today"] == "Theirs."


def test_saving_another_section_overtakes_nobody():
    officer, proposal = a_draft()
    seen = rules.section_mark(proposal, "change")
    rules.save_section(officer, proposal, "not_shared", {"data_not_shared": ["Bank details"]})

    rules.save_section(officer, proposal, "change", {"today": "Mine."}, seen=seen)

    assert proposal.draft["today"] == "Mine."


def test_rows_keep_their_ids_when_they_are_saved_again():
    officer, proposal = a_draft()
    rows = proposal.draft["data_items"]

    changed = [{**rows[0], "label": "Another name"}, *rows[1:]]
    rules.save_section(officer, proposal, "data", {"data_items": changed})

    assert [row["id"] for row in proposal.draft["data_items"]] == [row["id"] for row in rows]


def test_an_address_of_another_proposal_is_refused_beside_its_field():
    officer, proposal = a_draft()
    other = rules.start_draft(officer, proposal.council, "Another change")

    with pytest.raises(Invalid) as refused:
        rules.save_section(officer, other, "title", {"slug": proposal.slug})

    assert refused.value.field == "slug"


def test_an_incomplete_draft_is_not_sent_and_the_refusal_names_what_is_missing():
    officer, proposal = a_draft()
    rules.save_section(officer, proposal, "not_shared", {"data_not_shared": []})

    with pytest.raises(Refused) as refused:
        rules.send_for_agreement(officer, proposal)

    assert "Not shared" in str(refused.value.message)
    assert proposal.status is Status.DRAFT


def test_a_blocking_check_stops_the_draft_by_name():
    officer, proposal = a_draft()
    rules.save_section(
        officer, proposal, "consultation", {"closes_at": "2026-05-20T09:00:00+01:00"}
    )

    with pytest.raises(Refused) as refused:
        rules.send_for_agreement(officer, proposal)

    assert "Give people enough time" in str(refused.value.message)


def test_a_warning_without_a_reason_stops_the_draft():
    council = a_council()
    officer, proposal = a_draft(council)
    rules.save_section(officer, proposal, "consultation", {"readers": ["Reader", "Second reader"]})
    warned = a_council()
    other, bare = a_draft(warned, body="We will do it. " + proposal.draft["body"])
    for reason in queries.check_reasons(bare):
        db.session.delete(reason)

    with pytest.raises(Refused):
        rules.send_for_agreement(other, bare)

    explain(other, bare)
    rules.send_for_agreement(other, bare)
    assert bare.status is Status.INTERNAL_REVIEW


def test_neither_the_author_nor_an_editor_can_agree():
    officer, proposal = a_draft()
    editor = a_member(proposal.council, Role.OFFICER)
    rules.save_section(editor, proposal, "change", {"why_now": "The grant ends."})
    rules.send_for_agreement(officer, proposal)

    for person in (officer, editor):
        with pytest.raises(Refused):
            rules.agree(person, proposal)

    rules.agree(a_member(proposal.council, Role.OWNER), proposal)
    assert proposal.status is Status.READY


def test_everybody_who_can_agree_is_asked_by_mail_once_for_each_sending():
    officer, proposal = a_draft()
    council = proposal.council
    decides = a_member(council, Role.OFFICER, Role.DECISION_MAKER)
    owner = a_member(council, Role.OWNER)
    a_member(council, Role.MODERATOR, Role.ANALYST)
    a_member(a_council(), Role.OWNER)
    a_member(council, Role.OFFICER, person=a_person(disabled_at=clocks.now()))

    rules.send_for_agreement(officer, proposal)
    rules.send_for_agreement(officer, proposal)

    first = db.session.query(Mail).all()
    assert {mail.to for mail in first} == {decides.email, owner.email}
    assert len(first) == 2
    assert f"/desk/{council.slug}/proposals/{proposal.slug}\n" in first[0].text
    assert first[0].text.count("://") == 1
    assert f"“{proposal.title}” ({proposal.reference})" in first[0].text
    assert "It is meant to open on Monday 18 May 2026, 9am." in first[0].text

    rules.ask_for_changes(owner, proposal, "Say less about benefits.")
    rules.send_for_agreement(officer, proposal)
    assert db.session.query(Mail).count() == 4


def test_agreeing_twice_counts_once():
    officer, proposal = a_draft()
    second = a_member(proposal.council, Role.OWNER)
    rules.send_for_agreement(officer, proposal)

    rules.agree(second, proposal)
    rules.agree(second, proposal)

    assert len(queries.agreements(proposal)) == 1


def test_a_draft_that_was_not_sent_cannot_be_agreed_to():
    _officer, proposal = a_draft()

    with pytest.raises(Refused):
        rules.agree(a_member(proposal.council, Role.OWNER), proposal)


def test_an_edit_after_the_agreement_makes_it_a_draft_again():
    officer, proposal = a_draft()
    second = a_member(proposal.council, Role.OWNER)
    rules.send_for_agreement(officer, proposal)
    rules.agree(second, proposal)

    rules.save_section(officer, proposal, "change", {"why_now": "The grant ends."})

    assert proposal.status is Status.DRAFT
    assert not rules.is_agreed(proposal)
    with pytest.raises(Refused):
        rules.schedule(officer, proposal)


def test_a_new_reason_after_sending_has_to_be_agreed_to_again():
    officer, proposal = a_draft()
    second = a_member(proposal.council, Role.OWNER)
    rules.send_for_agreement(officer, proposal)
    rules.agree(second, proposal)

    rules.give_check_reason(officer, proposal, "G2-reading", "It is short enough.")
    rules.send_for_agreement(officer, proposal)
    rules.agree(second, proposal)

    assert proposal.status is Status.READY


def test_asking_for_changes_sends_it_back_with_the_words():
    officer, proposal = a_draft()
    second = a_member(proposal.council, Role.OWNER)
    rules.send_for_agreement(officer, proposal)

    rules.ask_for_changes(second, proposal, "Say less about benefits.")

    assert proposal.status is Status.DRAFT
    assert queries.agreements(proposal)[0].words == "Say less about benefits."


def test_a_draft_that_is_sent_again_unchanged_can_be_agreed_to():
    officer, proposal = a_draft()
    second = a_member(proposal.council, Role.OWNER)
    rules.send_for_agreement(officer, proposal)
    rules.ask_for_changes(second, proposal, "Say less about benefits.")
    rules.send_for_agreement(officer, proposal)

    rules.agree(second, proposal)

    assert proposal.status is Status.READY


def test_a_scheduled_text_stands_until_it_is_taken_off_the_calendar():
    officer, _second, proposal = a_scheduled()

    with pytest.raises(Refused):
        rules.save_section(officer, proposal, "change", {"why_now": "Now."})

    rules.unschedule(officer, proposal)
    rules.save_section(officer, proposal, "change", {"why_now": "Now."})
    assert proposal.status is Status.DRAFT


def test_a_reason_for_an_unknown_check_is_refused():
    officer, proposal = a_draft()

    with pytest.raises(Refused):
        rules.give_check_reason(officer, proposal, "G9-nothing", "Because.")


def test_fields_of_another_section_are_not_taken():
    officer, proposal = a_draft()

    with pytest.raises(ValueError, match="slug"):
        rules.save_section(officer, proposal, "body", {"slug": "x"})


def test_a_draft_of_last_year_does_not_count_in_this_years_numbers(clock):
    council = a_council(reference_prefix="OLD")
    rules.start_draft(a_person(), council, "One")
    clock.at(clocks.from_local(NOON.replace(year=2027, tzinfo=None)))

    assert rules.start_draft(a_person(), council, "Two").reference == "OLD-DSP-2027-001"
