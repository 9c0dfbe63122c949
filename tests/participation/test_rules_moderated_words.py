"""What moderators take out of suggested words does not get into the text by another door."""

import pytest

from consult.core.errors import Refused
from consult.participation import queries, rules
from consult.participation.models import Answer
from consult.proposals.models import Status
from consult.proposals.rules import Overtaken
from tests.participation.test_rules_suggestions import BODY, a_text, officer_of, suggested

STANDING = "We share names."
PHONE = "We share names. Ring 4711 0815."


def test_words_redacted_while_an_officer_read_them_do_not_go_in():
    proposal = a_text()
    one = suggested(proposal, PHONE)
    mark = rules.words_mark(one)
    rules.redact(one.comment, "We share names. Ring [phone number removed].")

    with pytest.raises(Overtaken):
        rules.accept(
            officer_of(proposal), one, PHONE + " Often.", "Some.", seen=STANDING, mark=mark
        )

    assert proposal.draft["body"] == BODY
    assert one.answer is Answer.OPEN


def test_accepted_words_that_are_moderated_before_they_are_published_wait_for_a_look():
    proposal = a_text()
    one, officer = suggested(proposal, PHONE), officer_of(proposal)
    rules.accept(officer, one, PHONE, seen=STANDING)
    assert queries.open_suggestions(proposal) == 0

    rules.hide(one.comment, "personal_data")

    assert queries.open_suggestions(proposal) == 1
    assert [each.id for each in queries.suggestions_page(proposal, Answer.OPEN).items] == [one.id]
    rules.reopen(officer, one)
    assert proposal.draft["body"] == BODY
    assert queries.open_suggestions(proposal) == 0


def test_accepted_words_that_their_author_took_back_can_still_leave_the_draft():
    proposal = a_text()
    one, officer = suggested(proposal, PHONE), officer_of(proposal)
    rules.accept(officer, one, PHONE, seen=STANDING)
    rules.delete_comment(one.comment.author, one.comment)

    rules.reopen(officer, queries.suggestion(proposal, one.comment_id))

    assert proposal.draft["body"] == BODY


def test_an_answer_looks_at_the_proposal_and_the_words_as_they_are_now():
    proposal = a_text()
    one, officer = suggested(proposal), officer_of(proposal)
    rules.accept(officer, one, one.comment.body, seen=STANDING)
    proposal.version_number, proposal.status = 2, Status.OPEN

    with pytest.raises(Refused, match="published"):
        rules.reopen(officer, one)
