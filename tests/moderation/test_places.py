import pytest

from consult.core.db import db
from consult.core.errors import Invalid, NotFound, Refused
from consult.councils.models import Role
from consult.moderation import rules
from consult.moderation.models import Act, ModerationAction, Reason
from consult.moderation.rules import Order
from consult.participation import queries as participated
from consult.participation import rules as participation
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


# Grouping


def test_grouped_comments_stand_under_one_in_the_list_and_are_all_counted():
    moderator, leader = a_case(SAME, stance=Stance.OPPOSE)
    members = alike(leader)
    proposal = leader.proposal
    before = participated.comment_count(proposal)

    rules.group(moderator, leader, members)

    assert listed(proposal) == [leader]
    assert listed(proposal, sort="helpful") == [leader]
    (thread,) = participated.comments_page(proposal, Reading()).items
    assert thread.same == 2
    assert participated.comment_count(proposal) == before == 3
    assert participated.recount() == []


def test_who_asks_for_one_view_or_one_part_still_finds_a_grouped_comment():
    moderator, leader = a_case(SAME, stance=Stance.OPPOSE)
    other = a_comment(leader.proposal, body=SAME, stance=Stance.UNSURE)

    rules.group(moderator, leader, [other])

    assert listed(leader.proposal, stance=Stance.UNSURE) == [other]


def test_each_author_is_told_and_each_grouping_stands_in_the_log_once():
    moderator, leader = a_case(SAME)
    members = alike(leader)

    rules.group(moderator, leader, members)
    rules.group(moderator, leader, members)

    assert len(mails()) == 2
    assert [fact.fields["act"] for fact in facts()] == ["merge_duplicate"] * 2


def test_a_grouped_comment_can_stand_by_itself_again():
    moderator, leader = a_case(SAME)
    (member,) = alike(leader, 1)
    (action,) = rules.group(moderator, leader, [member])

    rules.undo(moderator, action)

    assert member.same_as_id is None
    assert set(listed(leader.proposal)) == {leader, member}


def test_when_the_first_one_goes_the_oldest_of_the_others_stands_in_its_place():
    moderator, leader = a_case(SAME)
    first, second = alike(leader)
    rules.group(moderator, leader, [first, second])

    rules.act(moderator, leader, Order(Act.HIDE, Reason.HATE))

    assert first.same_as_id is None
    assert second.same_as_id == first.id


def test_when_its_author_takes_the_first_one_back_nobody_else_is_lost():
    moderator, leader = a_case(SAME)
    (member,) = alike(leader, 1)
    rules.group(moderator, leader, [member])

    participation.delete_comment(leader.author, leader)

    assert listed(leader.proposal) == [member]


def test_a_group_takes_along_those_that_stood_under_its_new_member():
    moderator, leader = a_case(SAME)
    first, second = alike(leader)
    rules.group(moderator, first, [second])

    rules.group(moderator, leader, [first])

    assert {one.id for one in participated.same_as(leader)} == {first.id, second.id}


def test_only_comments_on_the_same_proposal_are_grouped_and_all_or_none():
    moderator, leader = a_case(SAME)
    near, elsewhere = alike(leader, 1)[0], a_comment(a_proposal(), body=SAME)
    with pytest.raises(Refused):
        rules.group(moderator, leader, [elsewhere])
    with pytest.raises(Refused):
        rules.group(moderator, leader, [leader])
    with pytest.raises(Invalid):
        rules.group(moderator, leader, [])
    rules.group(moderator, leader, [near])
    with pytest.raises(Refused, match="under another one"):
        rules.group(moderator, near, alike(leader, 1))


def test_nobody_groups_their_own_words():
    moderator, leader = a_case(SAME)
    own = a_comment(leader.proposal, author=moderator, body=SAME)

    with pytest.raises(Refused, match="You wrote this"):
        rules.group(moderator, leader, [own])


# Pages


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
