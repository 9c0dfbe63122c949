"""What somebody tried with held comments to read, show or lose what they must not."""

from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.models import Act, Reason
from consult.moderation.redaction import Detail, Span
from consult.participation import rules as participation
from consult.participation.models import Stance
from tests.factories import a_member, a_person, a_proposal
from tests.moderation.held import (
    DESPAIR,
    PHONE,
    THREAT,
    case_of,
    held,
    mails,
    waiting_for_the_worker,
)


def test_removing_one_word_leaves_what_is_beyond_doubt_covered():
    moderator, comment = held("My neighbour Zed. Ring 01632 960417.")

    rules.redact(moderator, comment, [Span("Zed", Detail.NAME)], Reason.PERSONAL_DATA)

    assert comment.body == "My neighbour [name removed]. Ring [phone number removed]."


def test_a_moderator_quicker_than_the_worker_takes_it_in_first():
    moderator, comment = waiting_for_the_worker(DESPAIR)

    rules.hide(moderator, comment, Reason.ABUSE_OR_THREAT)

    acts = [action.act for action in queries.actions_on(comment)]
    assert set(acts) == {Act.HIDE, Act.HOLD}
    assert any("danger" in mail.subject for mail in mails())


def test_what_was_removed_before_the_worker_came_stays_removed():
    moderator, comment = waiting_for_the_worker("Zed lives here. Ring 01632 960417.")
    rules.redact(moderator, comment, [Span("Zed", Detail.NAME)], Reason.PERSONAL_DATA)

    rules.take_in(comment.id)

    assert comment.body == "[name removed] lives here. Ring [phone number removed]."
    assert case_of(comment) is None


def test_earlier_versions_come_back_with_the_words(clock):
    proposal = a_proposal()
    comment = participation.post_comment(a_person(), proposal, Stance.OPPOSE, "First words.")
    clock.forward(hours=1)
    participation.edit_comment(comment.author, comment, THREAT)
    moderator = a_member(proposal.council, Role.MODERATOR)

    rules.hide(moderator, comment, Reason.ABUSE_OR_THREAT)
    rules.restore(moderator, comment)

    assert comment.body == THREAT
    assert [edit.body for edit in queries.edits_of(comment)] == ["First words."]


def test_what_no_job_took_in_is_swept_up(clock):
    _, comment = waiting_for_the_worker(THREAT)
    assert rules.take_in_all() == 0
    clock.forward(minutes=2)

    assert rules.take_in_all() == 1
    assert case_of(comment) is not None


def test_shown_again_with_details_covered_is_told_so():
    moderator, comment = held(PHONE)
    rules.hide(moderator, comment, Reason.PERSONAL_DATA)

    rules.restore(moderator, comment)

    assert "with details removed as before" in mails()[-1].text


def test_the_page_of_a_held_comment_says_so_and_lists_what_was_found(browser):
    moderator, comment = held(f"{THREAT} Ring 01632 960417.")
    browser.sign_in(moderator)
    where = f"/desk/{comment.proposal.council.slug}/queue/{comment.id}"

    before = browser.get(where)
    after = browser.post(f"{where}/original", {})

    assert "Held until a moderator has looked" in before.words
    assert "taken these words back" not in before.words
    assert "beyond doubt" in after.words
    assert after.select("#spans-0-words")


def test_words_their_author_took_back_cannot_be_read(browser):
    moderator, comment = held(THREAT)
    participation.delete_comment(comment.author, comment)
    browser.sign_in(moderator)
    where = f"/desk/{comment.proposal.council.slug}/queue/{comment.id}/original"

    assert browser.post(where, {}).status_code == 409


def test_the_page_of_a_held_comment_costs_twelve_statements(browser, at_most):
    moderator, comment = held(PHONE)
    browser.sign_in(moderator)
    where = f"/desk/{comment.proposal.council.slug}/queue/{comment.id}"

    with at_most(12):
        page = browser.get(where)

    assert page.status_code == 200
