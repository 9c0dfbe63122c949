import pytest

from consult.core.errors import Invalid, Refused
from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.models import Act, CaseKind, Outcome, Reason
from consult.moderation.rules import Ruling
from consult.participation.models import Visibility
from tests.factories import a_member
from tests.moderation.appealing import RIGHT, WRONG, a_hidden, a_judge, an_appeal, decided
from tests.moderation.cases import (
    ADDRESS,
    BODY,
    PHONE,
    a_case,
    an_edit,
    mails,
)

# Deciding


def test_a_decision_that_stands_changes_nothing_and_says_why():
    _, judge, comment = an_appeal()

    appeal = rules.decide_appeal(judge, comment, RIGHT)

    assert (appeal.outcome, appeal.decided_by) == (Outcome.UPHELD, judge)
    assert comment.visibility is Visibility.HIDDEN
    assert queries.open_case(comment, CaseKind.APPEALED) is None
    assert RIGHT.answer in mails()[-1].text
    assert decided() == [
        {"comment": str(comment.id), "act": "hide", "outcome": "upheld", "days": 0}
    ]


def test_an_overturned_decision_brings_the_comment_back_with_a_note():
    _, judge, comment = an_appeal()
    an_edit(comment, "")

    rules.decide_appeal(judge, comment, WRONG)

    assert (comment.visibility, comment.body) == (Visibility.SHOWN, BODY)
    assert comment.is_shown_again
    assert queries.last_action(comment).act is Act.RESTORE
    assert queries.open_case(comment, CaseKind.APPEALED) is None
    assert [mail.subject for mail in mails()] == [
        "We hid your comment",
        "We have decided your appeal",
    ]


def test_a_decision_right_in_part_shows_the_rest():
    _, judge, comment = an_appeal()
    ruling = Ruling(Outcome.UPHELD_IN_PART, "The number stays out.", (PHONE,))

    appeal = rules.decide_appeal(judge, comment, ruling)

    assert comment.body == "Ring me on [phone number removed] or write to 14 Tallow Lane."
    assert appeal.act is queries.last_action(comment)
    assert (appeal.act.act, appeal.act.reason) == (Act.REDACT, Reason.PERSONAL_DATA)
    assert not comment.is_shown_again
    assert len(mails()) == 2
    with pytest.raises(Refused, match="decided on your appeal"):
        rules.make_appeal(comment.author, comment)


def test_right_in_part_may_give_back_some_of_what_was_removed():
    moderator, comment = a_case()
    rules.redact(moderator, comment, [PHONE, ADDRESS], Reason.PERSONAL_DATA)
    rules.make_appeal(comment.author, comment)

    ruling = Ruling(Outcome.UPHELD_IN_PART, "The lane may stay.", (PHONE,))
    rules.decide_appeal(a_judge(comment), comment, ruling)

    assert comment.body == "Ring me on [phone number removed] or write to 14 Tallow Lane."
    assert queries.original(comment).body == BODY


def test_right_in_part_has_to_give_something_back():
    moderator, comment = a_case()
    rules.redact(moderator, comment, [PHONE], Reason.PERSONAL_DATA)
    rules.make_appeal(comment.author, comment)

    with pytest.raises(Invalid, match="changes nothing"):
        rules.decide_appeal(
            a_judge(comment), comment, Ruling(Outcome.UPHELD_IN_PART, "Why", (PHONE,))
        )


@pytest.mark.parametrize(
    ("ruling", "field"),
    [
        (Ruling(Outcome.UPHELD), "answer"),
        (Ruling(Outcome.UPHELD_IN_PART, None, (PHONE,)), "answer"),
        (Ruling(Outcome.UPHELD_IN_PART, "Why"), "spans"),
        (Ruling(Outcome.UPHELD_IN_PART, f"You wrote {PHONE.words}", (PHONE,)), "answer"),
        (Ruling(Outcome.UPHELD, f"You wrote {BODY}"), "answer"),
    ],
)
def test_a_decision_that_lacks_something_says_where(ruling, field):
    _, judge, comment = an_appeal()

    with pytest.raises(Invalid) as error:
        rules.decide_appeal(judge, comment, ruling)

    assert error.value.field == field
    assert comment.visibility is Visibility.HIDDEN
    assert queries.open_appeal(comment)


def test_nobody_decides_about_what_they_did_themselves():
    moderator, _, comment = an_appeal()

    with pytest.raises(Refused, match="Somebody else decides"):
        rules.decide_appeal(moderator, comment, WRONG)


def test_neither_the_author_nor_whoever_wrote_the_proposal_decides():
    _, _, comment = an_appeal()
    council = comment.proposal.council
    for involved in (comment.author, comment.proposal.author):
        a_member(council, Role.MODERATOR, person=involved)
        with pytest.raises(Refused):
            rules.decide_appeal(involved, comment, WRONG)


def test_only_those_without_a_hand_in_it_are_counted_as_judges():
    _moderator, judge, comment = an_appeal()
    a_member(comment.proposal.council, Role.MODERATOR, person=comment.author)
    a_member(comment.proposal.council, Role.MODERATOR, person=comment.proposal.author)

    assert list(
        queries.may_judge(comment, queries.actions_on(comment), queries.reports_on(comment))
    ) == [judge]


def test_the_same_decision_twice_is_one_and_another_comes_too_late():
    _, judge, comment = an_appeal()
    first = rules.decide_appeal(judge, comment, RIGHT)

    assert rules.decide_appeal(judge, comment, RIGHT) is first
    with pytest.raises(Refused, match="already been decided"):
        rules.decide_appeal(judge, comment, WRONG)
    with pytest.raises(Refused, match="already been decided"):
        rules.decide_appeal(a_judge(comment), comment, RIGHT)
    assert len(decided()) == 1


def test_where_the_words_are_gone_the_decision_can_still_be_wrong(clock):
    _, comment = a_hidden()
    clock.forward(days=91)
    rules.forget_originals()
    rules.make_appeal(comment.author, comment)

    appeal = rules.decide_appeal(a_judge(comment), comment, WRONG)

    assert (appeal.outcome, appeal.act) == (Outcome.OVERTURNED, None)
    assert comment.visibility is Visibility.HIDDEN
    assert "no longer had what you wrote" in mails()[-1].text


def test_an_appeal_against_a_redaction_reaches_through_a_later_hiding():
    moderator, comment = a_case()
    rules.redact(moderator, comment, [PHONE], Reason.PERSONAL_DATA)
    rules.make_appeal(comment.author, comment)
    rules.hide(moderator, comment, Reason.OFF_TOPIC)

    rules.decide_appeal(a_judge(comment), comment, WRONG)

    assert (comment.visibility, comment.body) == (Visibility.SHOWN, BODY)


# Acts beside the appeal


def test_showing_it_again_ends_the_appeal_in_the_authors_favour():
    _, judge, comment = an_appeal()

    rules.restore(judge, comment, "Sorry.")

    appeal = queries.appeals_on(comment)[0]
    assert (appeal.outcome, appeal.decided_by) == (Outcome.OVERTURNED, judge)
    assert comment.is_shown_again
    assert queries.outcomes_of([appeal.action_id]) == {appeal.action_id: Outcome.OVERTURNED}
    assert queries.log(comment.proposal.council).items[1].appeal is Outcome.OVERTURNED


def test_whoever_hid_it_may_put_it_right_and_the_appeal_is_over():
    moderator, _, comment = an_appeal()

    rules.restore(moderator, comment)

    assert queries.appeals_on(comment)[0].outcome is Outcome.OVERTURNED
    assert comment.is_shown_again


def test_an_appeal_about_removed_details_survives_that_a_hiding_is_undone():
    moderator, comment = a_case()
    rules.redact(moderator, comment, [PHONE], Reason.PERSONAL_DATA)
    rules.make_appeal(comment.author, comment)
    rules.hide(moderator, comment, Reason.OFF_TOPIC)

    rules.restore(a_judge(comment), comment)

    assert comment.visibility is Visibility.REDACTED
    assert queries.open_appeal(comment)


def test_the_note_goes_when_the_comment_is_hidden_again():
    _, judge, comment = an_appeal()
    rules.decide_appeal(judge, comment, WRONG)

    rules.hide(judge, comment, Reason.HATE)

    assert comment.notice == "hate"
    assert not comment.is_shown_again
