import pytest

from consult.changelog.models import Entry, Fact
from consult.core.db import db
from consult.core.errors import Invalid, NotFound, Refused
from consult.participation import queries, rules
from consult.participation.models import Answer, Comment, Stance, Suggestion, Support
from consult.proposals.models import Status
from consult.proposals.parts import with_ids
from consult.proposals.rules import Overtaken
from tests.factories import a_member, a_person, a_proposal
from tests.participation.letters import link_and_code, mails
from tests.participation.test_rules_parts import publish

BODY = "We share names.\n\nWe keep them for six years."


def a_text(status=Status.OPEN, **given):
    return a_proposal(status, content=with_ids({}, {"title": "A text", "body": BODY}), **given)


def paragraph(proposal, number=1):
    return f"body/{proposal.draft['body_parts'][number - 1]['id']}"


def suggested(proposal, words="We share first names only.", author=None, number=1, **given):
    author = author or a_person()
    part_id = paragraph(proposal, number)
    stance = Stance.SUPPORT_WITH_CHANGES
    return rules.suggest(author, proposal, part_id, "", stance, words, **given)


def officer_of(proposal):
    return a_member(proposal.council)


def test_a_suggestion_is_a_comment_that_knows_which_words_it_would_replace():
    proposal = a_text()

    one = suggested(proposal)

    assert one.comment.body == "We share first names only."
    assert one.comment.replaces == one.comment.quote == "We share names."
    assert (one.comment.version_number, one.answer) == (1, Answer.OPEN)
    assert queries.part_counts(proposal) == {paragraph(proposal): 1}
    assert queries.part_comments(proposal, paragraph(proposal), None).items == []
    assert not queries.recount()


def test_the_same_words_twice_are_one_suggestion_and_by_somebody_else_another():
    proposal, author = a_text(), a_person()

    one, again = suggested(proposal, author=author), suggested(proposal, author=author)
    other = suggested(proposal)

    assert one.id == again.id != other.id
    assert [each.id for each in queries.alternatives(one)] == [other.id]
    assert db.session.query(Suggestion).count() == db.session.query(Comment).count() == 2


def test_the_same_words_said_as_a_comment_and_as_a_suggestion_are_two():
    proposal, author = a_text(), a_person()
    words = "We share first names only."
    rules.post_comment(author, proposal, Stance.OPPOSE, words, part_id=paragraph(proposal))

    one = suggested(proposal, words, author)

    assert one.comment.is_suggestion
    assert db.session.query(Comment).count() == 2


def test_who_read_an_earlier_version_suggests_words_for_that_one():
    proposal = a_text()
    publish(proposal, body=BODY.replace("names", "names and addresses"))

    one = suggested(proposal, read=1)

    assert (one.comment.replaces, one.comment.version_number) == ("We share names.", 1)


@pytest.mark.parametrize("words", ["", " \n ", "We share names.", " We share names. ", "a" * 3001])
def test_no_words_the_same_words_and_too_many_are_refused(words):
    proposal = a_text()

    with pytest.raises(Invalid) as wrong:
        suggested(proposal, words)

    assert wrong.value.field == "words"
    assert db.session.query(Comment).count() == 0


@pytest.mark.parametrize(("part_id", "column"), [("body/none", ""), ("title", "label"), ("x", "")])
def test_words_that_are_not_there_cannot_be_replaced(part_id, column):
    proposal = a_text()

    with pytest.raises(NotFound):
        rules.suggest(a_person(), proposal, part_id, column, Stance.OPPOSE, "Others.")
    with pytest.raises(NotFound):
        rules.hold_suggestion("a@b.example", proposal, part_id, column, Stance.OPPOSE, "Others.")


def test_a_closed_round_takes_no_suggestions_and_no_support():
    proposal = a_text()
    one = suggested(proposal)
    proposal.status = Status.CLOSED
    db.session.flush()

    with pytest.raises(Refused):
        suggested(proposal, "Other words.")
    with pytest.raises(Refused):
        rules.support(a_person(), one)


def test_support_counts_once_and_can_be_taken_back():
    one, person = suggested(a_text()), a_person()

    rules.support(person, one)
    rules.support(person, one)
    rules.support(a_person(), one)
    assert one.supporters == 2
    assert queries.supported_by(person, [one]) == {one.id}
    rules.unsupport(person, one)
    rules.unsupport(person, one)

    assert one.supporters == 1
    assert not queries.recount()


def test_nobody_supports_their_own_words_or_words_that_are_hidden():
    author = a_person()
    one = suggested(a_text(), author=author)

    with pytest.raises(Refused):
        rules.support(author, one)
    rules.hide(one.comment, "spam_or_advert")
    with pytest.raises(Refused):
        rules.support(a_person(), one)
    assert db.session.query(Support).count() == 0


def test_a_visitors_words_and_support_count_once_confirmed():
    proposal = a_text()
    part_id = paragraph(proposal)
    rules.hold_suggestion(
        "ann@example.org", proposal, part_id, "", Stance.OPPOSE, "Others.", wants_credit=True
    )
    assert db.session.query(Comment).count() == 0

    link, _code = link_and_code()
    comment = rules.confirm(link.rpartition("/")[2]).comment
    one = queries.suggestion(proposal, comment.id)
    rules.hold_support("bea@example.org", one)
    link, _code = link_and_code()
    rules.confirm(link.rpartition("/")[2])

    assert (one.comment.body, one.wants_credit, one.supporters) == ("Others.", True, 1)


def test_suggested_words_cannot_be_edited_since_others_may_support_them():
    author = a_person()
    one = suggested(a_text(), author=author)

    with pytest.raises(Refused):
        rules.edit_comment(author, one.comment, "Something else.")
    with pytest.raises(Refused):
        rules.mark_helpful(a_person(), one.comment)


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

    with pytest.raises(Overtaken):
        rules.accept(officer, two, two.comment.body, seen="We share names.")

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


def test_deleted_suggestions_are_gone_from_every_list():
    proposal, author = a_text(), a_person()
    one = suggested(proposal, author=author)

    rules.delete_comment(author, one.comment)

    assert queries.suggestions_page(proposal).items == []
    assert queries.suggestions_about(proposal, paragraph(proposal)).items == []
    assert not queries.recount()


def test_what_is_not_answered_carries_over_to_the_next_version():
    proposal = a_text()
    one = suggested(proposal)
    publish(proposal, body=BODY.replace("six", "two"))

    rules.accept(officer_of(proposal), one, one.comment.body, seen="We share names.")

    assert one.in_version == 3


def test_pages_of_suggestions_are_whole_and_in_order():
    proposal = a_text()
    made = [suggested(proposal, f"We share {number} names.").id for number in range(45)]

    seen, after = [], None
    while True:
        page = queries.suggestions_page(proposal, Answer.OPEN, after)
        seen += [each.id for each in page.items]
        after = page.next
        if not after:
            break

    assert sorted(seen) == sorted(made)
    assert len(seen) == 45


def test_another_proposals_suggestion_is_not_found():
    one = suggested(a_text())

    with pytest.raises(NotFound):
        queries.suggestion(a_text(), one.comment_id)
