import pytest

from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.core.errors import Forbidden, Invalid, Refused
from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.models import Act, CaseKind, Reason
from consult.moderation.redaction import Detail, Span
from consult.moderation.rules import Order
from consult.moderation.rules.claims import let_go
from consult.participation import rules as participation
from tests.factories import a_member, a_person
from tests.moderation.asides import gone
from tests.moderation.cases import a_case, a_report, facts, mails
from tests.moderation.test_views import desk_of

HIDE = Order(Act.HIDE, Reason.HATE)


def two():
    """Two moderators of a council that wants both of them for hate."""
    first, comment = a_case("They are all the same, those people.")
    council = comment.proposal.council
    rules.choose_pairs(a_member(council, Role.OWNER), council, {Reason.HATE})
    return first, a_member(council, Role.MODERATOR), comment


def test_one_moderator_alone_hides_nothing():
    first, _second, comment = two()

    assert rules.act(first, comment, HIDE) is None
    assert rules.act(first, comment, HIDE) is None

    assert comment.is_readable
    assert mails() == []
    assert facts() == []
    assert queries.open_case(comment, CaseKind.SECOND) is not None


def test_the_second_one_hides_it_and_both_are_kept_out_of_the_appeal():
    first, second, comment = two()
    rules.act(first, comment, HIDE)

    action = rules.act(second, comment, HIDE)

    assert not comment.is_readable
    assert (action.moderator_id, action.second_id) == (second.id, first.id)
    assert queries.covered_by([action]) == {first.id, second.id}
    assert queries.open_case(comment, CaseKind.SECOND) is None
    assert len(mails()) == 1


def test_the_second_one_can_leave_it_as_it_is():
    first, second, comment = two()
    rules.act(first, comment, HIDE)

    rules.act(second, comment, Order(Act.KEEP))

    assert comment.is_readable
    assert queries.hiding_proposed(comment) is None
    assert queries.open_case(comment, CaseKind.SECOND) is None


def test_reports_wait_until_both_have_agreed():
    first, second, comment = two()
    report = a_report(comment, a_person())
    rules.act(first, comment, HIDE)
    assert report.settled_at is None

    rules.act(second, comment, HIDE)

    assert report.settled_at is not None


def test_another_reason_is_not_agreement():
    first, second, comment = two()
    council = comment.proposal.council
    rules.choose_pairs(
        a_member(council, Role.OWNER), council, {Reason.HATE, Reason.DEFAMATION_RISK}
    )
    rules.act(first, comment, HIDE)

    with pytest.raises(Refused, match="another reason"):
        rules.act(second, comment, Order(Act.HIDE, Reason.DEFAMATION_RISK))

    assert comment.is_readable


def test_other_reasons_take_one_moderator():
    first, _second, comment = two()

    assert rules.act(first, comment, Order(Act.HIDE, Reason.OFF_TOPIC)) is not None
    assert not comment.is_readable


def test_taking_the_second_decision_back_leaves_the_proposal_waiting():
    first, second, comment = two()
    rules.act(first, comment, HIDE)
    action = rules.act(second, comment, HIDE)

    rules.undo(second, action)

    assert comment.is_readable
    assert queries.hiding_proposed(comment).moderator_id == first.id
    assert queries.open_case(comment, CaseKind.SECOND) is not None


def test_nothing_waits_about_a_comment_that_its_author_took_back(run_jobs):
    first, _second, comment = two()
    rules.act(first, comment, HIDE)

    participation.delete_comment(comment.author, comment)
    run_jobs()

    assert queries.hiding_proposed(comment) is None
    assert queries.open_case(comment, CaseKind.SECOND) is None


def test_several_together_are_never_hidden_for_such_a_reason():
    first, _second, comment = two()

    with pytest.raises(Invalid, match="takes two"):
        rules.act_together(first, [comment], HIDE)


def test_the_letter_to_come_may_not_repeat_the_words():
    first, _second, comment = two()

    with pytest.raises(Invalid):
        rules.act(first, comment, Order(Act.HIDE, Reason.HATE, explanation=comment.body))

    assert queries.hiding_proposed(comment) is None


def test_only_owners_choose_and_the_record_says_that_they_did():
    _first, second, comment = two()
    council = comment.proposal.council

    with pytest.raises(Forbidden):
        rules.choose_pairs(second, council, set())

    said = changelog.entries_after(0, [Fact.SETTINGS_CHANGED])
    assert [fact.fields["what"] for fact in said] == ["paired_reasons"]


def test_the_desk_says_who_has_to_agree(browser):
    first, second, comment = two()
    browser.sign_in(first)
    page = browser.follow(browser.post(desk_of(comment), {"act": "hide", "reason": "hate"}))
    assert "Another moderator has to agree" in page.words
    browser.sign_in(second)
    assert "A moderator proposes to hide it" in browser.get(desk_of(comment)).words

    browser.post(desk_of(comment), {"act": "hide", "reason": "hate"})

    assert not comment.is_readable


def test_an_owner_ticks_the_reasons(browser):
    _first, _second, comment = two()
    council = comment.proposal.council
    browser.sign_in(a_member(council, Role.OWNER))
    there = f"/desk/{council.slug}/queue/two"
    (ticked,) = browser.get(there).select("input[checked]")
    assert ticked["value"] == "hate"

    browser.post(there, {"reasons": ["off_topic"]})

    assert queries.paired_reasons(council) == {Reason.OFF_TOPIC}
    assert browser.post(there, {"reasons": ["nonsense"]}).status_code == 422


def test_what_somebody_proposed_who_is_gone_still_takes_two():
    first, second, comment = two()
    third = a_member(comment.proposal.council, Role.MODERATOR)
    rules.act(first, comment, HIDE)
    gone(first, comment.proposal.council)

    assert rules.act(second, comment, HIDE) is None
    assert comment.is_readable

    assert rules.act(third, comment, HIDE).second_id == second.id


def test_one_moderator_does_not_take_most_of_a_comment_out_instead_of_hiding_it():
    first, second, comment = two()
    most = Span("They are all the same", Detail.OTHER)

    with pytest.raises(Refused, match="two have to agree"):
        rules.act(first, comment, Order(Act.REDACT, Reason.HATE, (most,)))
    rules.act(first, comment, Order(Act.REDACT, Reason.HATE, (Span("those", Detail.OTHER),)))
    rest = Span("are all the same", Detail.OTHER)
    with pytest.raises(Refused, match="two have to agree"):
        rules.act(second, comment, Order(Act.REDACT, Reason.HATE, (rest,)))


def test_undoing_a_keep_leaves_what_was_proposed_anew():
    first, second, comment = two()
    rules.act(first, comment, HIDE)
    kept = rules.act(second, comment, Order(Act.KEEP))
    let_go(second, comment)
    rules.act(first, comment, HIDE)

    rules.undo(second, kept)

    assert queries.hiding_proposed(comment).moderator_id == first.id
