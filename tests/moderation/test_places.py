import pytest

from consult.core.db import db
from consult.core.errors import NotFound, Refused
from consult.councils.models import Role
from consult.moderation import rules
from consult.moderation.models import Act, ModerationAction, Reason
from consult.moderation.rules import Order
from consult.participation import queries as participated
from consult.participation.models import Stance
from consult.participation.queries import Reading
from consult.proposals import queries as proposals
from consult.proposals.parts import parts_of
from tests.factories import a_comment, a_member, a_person, a_proposal
from tests.moderation.cases import a_case, a_report, facts, mails
from tests.moderation.test_views import desk_of, page_of

SAME = "Keep our health records out of this. They were given to a nurse and to nobody else."


def some_parts(comment):
    version = proposals.version(comment.proposal, comment.version_number)
    return [part.id for part in parts_of(version.content)][:2]


def alike(leader, number=2):
    return [a_comment(leader.proposal, body=SAME) for _each in range(number)]


def listed(proposal, **asked):
    return [one.comment for one in participated.comments_page(proposal, Reading(**asked)).items]


# Moving


def test_a_moved_comment_stands_on_the_other_part_with_its_words_and_its_view():
    moderator, comment = a_case(stance=Stance.OPPOSE)
    part, _other = some_parts(comment)
    before = (comment.body, comment.stance)

    rules.act(moderator, comment, Order(Act.MOVE, part_id=part))

    assert comment.part_id == part
    assert (comment.body, comment.stance) == before
    assert comment.moved_at is not None
    assert participated.part_comments(comment.proposal, part, None).items == [comment]
    assert participated.recount() == []


def test_whoever_wrote_a_moved_comment_is_told_that_they_broke_no_rule():
    moderator, comment = a_case()

    rules.act(moderator, comment, Order(Act.MOVE, part_id=some_parts(comment)[0]))

    (letter,) = mails()
    assert letter.subject == "We moved your comment"
    assert "You broke no rule." in letter.text
    assert comment.body not in letter.text
    assert [fact.fields["act"] for fact in facts()] == ["move"]


def test_moving_there_twice_moves_once():
    moderator, comment = a_case()
    order = Order(Act.MOVE, part_id=some_parts(comment)[0])

    assert rules.act(moderator, comment, order) is rules.act(moderator, comment, order)
    assert len(mails()) == 1


def test_a_move_can_be_undone_and_comments_come_back_to_where_they_stood():
    moderator, comment = a_case()
    part, other = some_parts(comment)
    rules.act(moderator, comment, Order(Act.MOVE, part_id=part))
    action = rules.act(moderator, comment, Order(Act.MOVE, part_id=other))

    rules.undo(moderator, action)
    rules.undo(moderator, action)

    assert comment.part_id == part
    assert participated.recount() == []


def test_a_move_that_another_followed_is_not_undone_in_silence():
    moderator, comment = a_case()
    part, other = some_parts(comment)
    first = rules.act(moderator, comment, Order(Act.MOVE, part_id=part))
    rules.act(moderator, comment, Order(Act.MOVE, part_id=other))

    with pytest.raises(Refused):
        rules.undo(moderator, first)


def test_a_comment_cannot_be_moved_to_a_part_that_its_author_never_saw():
    moderator, comment = a_case()

    with pytest.raises(NotFound):
        rules.act(moderator, comment, Order(Act.MOVE, part_id="nowhere"))

    assert comment.part_id is None
    assert facts() == []


def test_replies_and_what_is_hidden_stay_where_they_are():
    moderator, comment = a_case()
    reply = a_comment(comment.proposal, parent=comment)
    part = some_parts(comment)[0]
    with pytest.raises(Refused, match="reply"):
        rules.act(moderator, reply, Order(Act.MOVE, part_id=part))
    rules.act(moderator, comment, Order(Act.HIDE, Reason.HATE))
    with pytest.raises(Refused, match="not shown"):
        rules.act(moderator, comment, Order(Act.MOVE, part_id=part))


def test_however_often_comments_move_each_part_counts_what_stands_on_it():
    moderator, comment = a_case()
    first, second = some_parts(comment)
    for where in (first, second, None, second, first, None):
        rules.act(moderator, comment, Order(Act.MOVE, part_id=where))
        assert participated.recount() == []
        assert comment.part_id == where


def test_the_page_moves_a_comment_and_offers_to_undo_it(browser):
    moderator, comment = a_case()
    part = some_parts(comment)[0]
    browser.sign_in(moderator)

    page = browser.follow(browser.post(f"{desk_of(comment)}/place/move", {"part": part}))

    assert "Moved to another part" in page.words
    assert "Undo" in page.words
    assert "Moved here by a moderator" in browser.get(page_of(comment)).words


def test_the_page_groups_what_was_ticked_and_the_public_finds_it_there(browser):
    moderator, leader = a_case(SAME)
    (member,) = alike(leader, 1)
    browser.sign_in(moderator)

    browser.post(f"{desk_of(leader)}/place/group", {"members": str(member.id)})

    assert "1 more comment says the same" in browser.get(page_of(leader)).words
    assert "stands under a comment that says the same" in browser.get(page_of(member)).words
    page = browser.get(page_of(leader).rsplit("/", 1)[0])
    assert "1 more comment says the same" in page.words
    assert page.words.count("given to a nurse") == 1


def test_what_was_not_offered_cannot_be_grouped(browser):
    moderator, leader = a_case(SAME)
    stranger = a_comment(a_proposal(), body=SAME)
    browser.sign_in(moderator)

    page = browser.post(f"{desk_of(leader)}/place/group", {"members": str(stranger.id)})

    assert page.status_code == 422
    assert db.session.query(ModerationAction).count() == 0


def test_the_page_of_a_comment_s_place_takes_few_statements(browser, at_most):
    moderator, leader = a_case(SAME)
    rules.group(moderator, leader, alike(leader, 5))
    alike(leader, 5)
    browser.sign_in(moderator)

    with at_most(12):
        assert browser.get(f"{desk_of(leader)}/place").status_code == 200


def test_reports_about_a_moved_comment_still_wait():
    moderator, comment = a_case()
    report = a_report(comment, a_person())

    rules.act(moderator, comment, Order(Act.MOVE, part_id=some_parts(comment)[0]))

    assert report.settled_at is None


def test_two_roles_are_not_needed_to_look_but_one_is(browser):
    _moderator, comment = a_case()
    browser.sign_in(a_member(comment.proposal.council, Role.OFFICER))

    assert browser.get(f"{desk_of(comment)}/place").status_code == 403
