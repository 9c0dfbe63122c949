import pytest

from consult.core.errors import Invalid, Refused
from consult.moderation import rules
from consult.moderation.models import Act, Reason
from consult.moderation.rules import Order
from consult.participation import queries as participated
from consult.participation import rules as participation
from consult.participation.models import Stance
from consult.participation.queries import Reading
from tests.factories import a_comment, a_proposal
from tests.moderation.cases import a_case, facts, mails
from tests.moderation.held import THREAT
from tests.moderation.test_places import SAME, alike, listed, some_parts


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


def test_whoever_stands_above_others_is_not_put_under_a_third_with_them():
    moderator, top = a_case(SAME)
    leader, member = alike(top)
    rules.group(moderator, leader, [member])

    with pytest.raises(Refused, match="Take that group apart first"):
        rules.group(moderator, top, [leader])


@pytest.mark.parametrize("words", ["I was wrong. Share every record with everybody.", THREAT])
def test_whoever_changes_their_words_no_longer_speaks_for_those_who_said_the_same(words):
    moderator, leader = a_case(SAME)
    members = alike(leader)
    rules.group(moderator, leader, members)

    participation.edit_comment(leader.author, leader, words)

    assert members[0] in listed(leader.proposal)
    assert members[1].same_as_id == members[0].id
    assert participated.same_as(leader) == []


def test_whoever_changes_words_that_stood_under_others_stands_alone():
    moderator, leader = a_case(SAME)
    (member,) = alike(leader, 1)
    rules.group(moderator, leader, [member])

    participation.edit_comment(member.author, member, "I think otherwise now.")

    assert member in listed(leader.proposal)


def test_a_hidden_comment_does_not_take_the_place_of_a_hidden_one():
    moderator, leader = a_case(SAME)
    first, second = alike(leader)
    rules.group(moderator, leader, [first, second])
    rules.act(moderator, first, Order(Act.HIDE, Reason.HATE))

    rules.act(moderator, leader, Order(Act.HIDE, Reason.HATE))

    assert second in listed(leader.proposal)


def test_after_a_move_its_author_cannot_say_the_same_there_once_more():
    moderator, comment = a_case(SAME)
    part, _other = some_parts(comment)
    rules.act(moderator, comment, Order(Act.MOVE, part_id=part))

    again = participation.post_comment(
        comment.author, comment.proposal, Stance.OPPOSE, SAME, part_id=part
    )

    assert again is comment


def test_a_comment_is_not_moved_to_where_its_author_said_the_same():
    moderator, comment = a_case(SAME)
    part, _other = some_parts(comment)
    participation.post_comment(comment.author, comment.proposal, Stance.OPPOSE, SAME, part_id=part)

    with pytest.raises(Refused, match="said the same there"):
        rules.act(moderator, comment, Order(Act.MOVE, part_id=part))


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
