"""Several reports decided together, after a look at what would happen, and taken back."""

from datetime import timedelta

import pytest

from consult.core import clock as core_clock
from consult.core.errors import Invalid, NotFound, Refused
from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.models import Act, CaseKind, Reason
from consult.moderation.rules import MOST, Order
from consult.participation.models import Visibility
from tests.factories import a_comment, a_council, a_member, a_person, a_proposal
from tests.moderation.cases import a_report

KEEP, HIDE = Order(Act.KEEP), Order(Act.HIDE, Reason.OFF_TOPIC)


@pytest.fixture
def proposal():
    return a_proposal()


@pytest.fixture
def moderator(proposal):
    return a_member(proposal.council, Role.MODERATOR)


def reported(proposal, number=3, **given):
    comments = [a_comment(proposal, **given) for _ in range(number)]
    for comment in comments:
        a_report(comment)
    return sorted(comments, key=lambda comment: comment.id)


def test_a_plan_says_what_would_happen_and_changes_nothing(proposal, moderator):
    comments = reported(proposal)
    a_report(comments[0], key="b" * 64)
    before = queries.queue_figures(proposal.council)

    planned = rules.plan(moderator, comments, HIDE)

    assert (len(planned.allowed), planned.reporters, planned.authors) == (3, 4, 3)
    assert rules.plan(moderator, comments, KEEP).authors == 0
    assert queries.queue_figures(proposal.council) == before
    assert queries.log(proposal.council).items == []


def test_what_may_not_be_decided_is_left_out_with_its_reason(proposal, moderator):
    other = a_member(proposal.council, Role.MODERATOR)
    fine, own, taken, hidden = reported(proposal, 4)
    own.author = moderator
    rules.claim(other, taken)
    rules.hide(other, hidden, Reason.HATE)

    planned = rules.plan(moderator, [fine, own, taken, hidden], KEEP)

    assert planned.allowed == [fine]
    assert [comment for comment, _why in planned.refused] == [own, taken, hidden]
    assert "You wrote this comment" in planned.refused[0][1]
    assert "more minutes" in planned.refused[1][1]


def test_they_are_hidden_together_with_one_letter_and_one_line_each(proposal, moderator):
    comments = reported(proposal)

    batch = rules.act_together(moderator, comments, HIDE)

    assert {comment.visibility for comment in comments} == {Visibility.HIDDEN}
    assert len(queries.actions_together(moderator, proposal.council, batch)) == 3
    assert queries.queue_figures(proposal.council).waiting == 0
    assert len(queries.log(proposal.council).items) == 3


def test_what_was_decided_since_stays_and_the_rest_is_taken_back(proposal, moderator):
    comments = reported(proposal)
    batch = rules.act_together(moderator, comments, HIDE)
    rules.restore(a_member(proposal.council, Role.MODERATOR), comments[0])

    assert rules.undo_together(moderator, proposal.council, batch) == (2, 1)

    assert {comment.visibility for comment in comments} == {Visibility.SHOWN}
    assert queries.queue_figures(proposal.council).kinds[CaseKind.REPORTED] == 2


def test_nobody_undoes_anothers_decision_nor_one_of_long_ago(proposal, moderator):
    batch = rules.act_together(moderator, reported(proposal), KEEP)

    with pytest.raises(NotFound):
        rules.undo_together(a_member(proposal.council, Role.MODERATOR), proposal.council, batch)
    with (
        core_clock.at(core_clock.now() + timedelta(minutes=6)),
        pytest.raises(Refused, match="Five minutes"),
    ):
        rules.undo_together(moderator, proposal.council, batch)


def test_nothing_is_done_where_nothing_may_be(proposal, moderator):
    comments = reported(proposal, author=moderator)

    with pytest.raises(Refused, match="None of these"):
        rules.act_together(moderator, comments, KEEP)


def test_hiding_needs_a_reason_and_details_a_look_at_each(proposal, moderator):
    comments = reported(proposal)

    with pytest.raises(Invalid):
        rules.plan(moderator, comments, Order(Act.HIDE))
    with pytest.raises(Refused, match="at most 50"):
        rules.plan(moderator, comments, Order(Act.REDACT, Reason.HATE))
    with pytest.raises(Refused, match="at most 50"):
        rules.plan(moderator, comments * MOST, KEEP)


def test_the_desk_goes_from_ticks_to_a_look_to_the_act_and_back(proposal, moderator, browser):
    comments = reported(proposal)
    browser.sign_in(moderator)
    there = f"/desk/{proposal.council.slug}/queue"
    ids = [str(comment.id) for comment in comments]

    assert len(browser.get(there).select("input[name=c]")) == 3
    chosen = browser.post(f"{there}/many", data={"c": ids, "step": "choose"})
    unsaid = browser.post(f"{there}/many", data={"c": ids, "act": "hide", "step": "do"})
    looked = browser.post(
        f"{there}/many", data={"c": ids, "act": "hide", "reason": "off_topic", "step": "look"}
    )

    assert "Decide about 3 comments together" in chosen.words
    assert unsaid.status_code == 422
    assert "Choose the reason" in unsaid.words
    assert "3 comments are hidden: Not about this proposal" in looked.words
    assert comments[0].visibility is Visibility.SHOWN

    done = browser.post(
        f"{there}/many", data={"c": ids, "act": "hide", "reason": "off_topic", "step": "do"}
    )
    queue = browser.get(done.location)

    assert "3 comments were decided together." in queue.words
    back = browser.post(queue.one(".d-done form")["action"])
    assert back.status_code == 303
    assert len(browser.get(there).select("input[name=c]")) == 3


def test_comments_of_elsewhere_and_nonsense_are_not_decided(proposal, moderator, browser):
    elsewhere = reported(a_proposal(council=a_council()), 1)
    browser.sign_in(moderator)
    there = f"/desk/{proposal.council.slug}/queue/many"

    for ids in ([str(elsewhere[0].id)], ["nonsense"], []):
        page = browser.post(there, data={"c": ids, "act": "keep", "step": "do"})
        assert page.status_code == 422
    assert elsewhere[0].visibility is Visibility.SHOWN


def test_the_page_of_many_costs_the_same(proposal, moderator, browser, at_most):
    browser.sign_in(moderator)
    ids = [str(comment.id) for comment in reported(proposal, 20)]

    with at_most(12):
        page = browser.post(
            f"/desk/{proposal.council.slug}/queue/many",
            data={"c": ids, "act": "keep", "step": "look"},
        )

    assert "20 comments stay as they are" in page.words


def test_beside_a_comment_stand_the_authors_history_and_who_says_the_same(
    proposal, moderator, browser
):
    author = a_person()
    words = "This is the text that the campaign asked all of us to send to the council."
    comment = a_comment(proposal, author, words)
    other = a_comment(proposal, body=words + " And I mean it.")
    before = a_comment(proposal, author, "Earlier.")
    rules.hide(moderator, before, Reason.HATE)
    a_comment(a_proposal(council=a_council()), author)
    browser.sign_in(moderator)

    page = browser.get(f"/desk/{proposal.council.slug}/queue/{comment.id}")

    assert "2 comments, 1 hidden." in page.words
    links = [link["href"] for link in page.select(".d-thread a")]
    assert any(str(before.id) in link for link in links)
    assert any(str(other.id) in link for link in links)


def test_a_legal_case_leads_to_its_own_notice(proposal, moderator, browser):
    said = ("Ada Quill", "ada@example.org", "Words", "Harm", "Untrue")
    notice = rules.give_notice(a_comment(proposal), rules.Particulars(*said, True, False))
    browser.sign_in(moderator)

    page = browser.get(f"/desk/{proposal.council.slug}/queue")

    assert str(notice.id) in page.one("a.d-q__item")["href"]
