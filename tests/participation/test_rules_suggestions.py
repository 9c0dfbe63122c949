import pytest

from consult.core.db import db
from consult.core.errors import Invalid, NotFound, Refused
from consult.participation import queries, rules
from consult.participation.models import Answer, Comment, Stance, Suggestion, Support
from consult.proposals.models import Status
from consult.proposals.parts import with_ids
from tests.factories import a_member, a_person, a_proposal
from tests.participation.letters import link_and_code
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


def test_deleted_suggestions_are_gone_from_every_list():
    proposal, author = a_text(), a_person()
    one = suggested(proposal, author=author)

    rules.delete_comment(author, one.comment)

    assert queries.suggestions_page(proposal).items == []
    assert queries.suggestions_about(proposal, paragraph(proposal)).items == []
    assert not queries.recount()


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
