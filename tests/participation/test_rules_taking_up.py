import pytest

from consult.changelog.models import Entry, Fact
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.participation import queries, rules
from consult.participation.models import Answer
from consult.proposals.parts import with_ids
from consult.proposals.rules import Overtaken
from tests.factories import a_person
from tests.participation.letters import mails
from tests.participation.test_rules_parts import publish
from tests.participation.test_rules_suggestions import BODY, a_text, officer_of, suggested


def test_words_taken_up_stand_in_the_draft_and_go_out_with_the_next_version():
    proposal = a_text()
    one, officer = suggested(proposal, wants_credit=True), officer_of(proposal)

    rules.accept(officer, one, one.comment.body, seen="We share names.")

    assert proposal.draft["body"] == BODY.replace("We share names.", one.comment.body)
    assert [part["text"] for part in proposal.draft["body_parts"]] == proposal.draft["body"].split(
        "\n\n"
    )
    assert (one.answer, one.in_version, one.is_credited) == (Answer.ACCEPTED, 2, True)
    assert str(officer.id) in proposal.editors
    assert mails()[-1].to == one.comment.author.email
    assert "version 2" in mails()[-1].text
    fact = db.session.query(Entry).filter_by(kind=Fact.SUGGESTION_ANSWERED).one()
    assert one.comment.body.encode() not in fact.body


def test_taking_a_part_of_the_words_needs_a_reason():
    proposal = a_text()
    one, officer = suggested(proposal), officer_of(proposal)

    with pytest.raises(Invalid) as wrong:
        rules.accept(officer, one, "We share first names.", seen="We share names.")
    assert wrong.value.field == "reason"
    assert proposal.draft["body"] == BODY
    rules.accept(
        officer, one, "We share first names.", "“Only” says it twice.", seen="We share names."
    )

    assert one.answer is Answer.ACCEPTED_IN_PART
    assert proposal.draft["body"].startswith("We share first names.\n")
    assert "“Only” says it twice." in mails()[-1].text


def test_words_that_changed_meanwhile_are_not_written_over():
    proposal = a_text()
    one, two = suggested(proposal), suggested(proposal, "We share initials.")
    officer = officer_of(proposal)
    rules.accept(officer, one, one.comment.body, seen="We share names.")

    with pytest.raises(Refused):
        rules.accept(officer, two, two.comment.body, seen="We share names.")
    with pytest.raises(Overtaken):
        rules.accept(officer, two, "We share initials only.", "Both.", seen="We share names.")

    assert two.answer is Answer.OPEN
    assert one.comment.body in proposal.draft["body"]


def test_declining_needs_a_reason_which_the_author_receives():
    proposal = a_text()
    one, officer = suggested(proposal), officer_of(proposal)

    with pytest.raises(Invalid):
        rules.decline(officer, one, " \n")
    rules.decline(officer, one, "The law asks for full names.")

    assert one.answer is Answer.DECLINED
    assert proposal.draft["body"] == BODY
    assert "The law asks for full names." in mails()[-1].text


def test_one_suggestion_is_answered_once_and_never_by_its_author():
    proposal = a_text()
    officer = officer_of(proposal)
    own, one = suggested(proposal, author=officer), suggested(proposal)
    rules.decline(officer, one, "No.")

    with pytest.raises(Refused):
        rules.decline(officer, own, "No.")
    with pytest.raises(Refused):
        rules.accept(officer, one, one.comment.body, seen="We share names.")
    with pytest.raises(Refused):
        rules.support(a_person(), one)


def test_an_answer_can_be_taken_back_until_it_is_published():
    proposal = a_text()
    one, officer = suggested(proposal), officer_of(proposal)
    rules.accept(officer, one, one.comment.body, seen="We share names.")

    rules.reopen(officer, one)
    assert (proposal.draft["body"], one.answer, one.in_version) == (BODY, Answer.OPEN, None)
    rules.accept(officer, one, one.comment.body, seen="We share names.")
    proposal.version_number = 2

    with pytest.raises(Refused, match="published"):
        rules.reopen(officer, one)


def test_words_that_were_changed_since_are_not_put_back():
    proposal = a_text()
    one, officer = suggested(proposal), officer_of(proposal)
    rules.accept(officer, one, one.comment.body, seen="We share names.")
    proposal.draft = with_ids(
        proposal.draft, {**proposal.draft, "body": proposal.draft["body"].replace("only", "alone")}
    )
    db.session.flush()

    with pytest.raises(Overtaken):
        rules.reopen(officer, one)

    assert one.answer is Answer.ACCEPTED


def test_a_suggestion_that_moderators_hid_shows_no_words_and_cannot_be_taken_up():
    proposal = a_text()
    one = suggested(proposal)
    rules.hide(one.comment, "hate")

    with pytest.raises(Refused):
        rules.accept(
            officer_of(proposal), one, "We share first names only.", seen="We share names."
        )
    assert queries.open_suggestions(proposal) == 0


def test_what_is_not_answered_carries_over_to_the_next_version():
    proposal = a_text()
    one = suggested(proposal)
    publish(proposal, body=BODY.replace("six", "two"))

    rules.accept(officer_of(proposal), one, one.comment.body, seen="We share names.")

    assert one.in_version == 3
