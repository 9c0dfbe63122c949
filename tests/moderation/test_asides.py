import pytest

from consult.changelog.models import Fact
from consult.core import clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.models import Because
from consult.moderation.rules import Taken
from consult.participation import queries as participated
from consult.participation import rules as participation
from consult.participation.models import Stance, Vote
from tests.factories import a_comment, a_member, a_person, a_proposal
from tests.moderation.asides import (
    COUNTED,
    FOUND_OUT,
    WHY,
    a_moderator,
    items_answered,
    on_record,
    one_person_thrice,
    opposed,
    proposed,
    set_aside,
)
from tests.moderation.cases import mails
from tests.participation.grids import NAME, NO, asking


def test_nothing_changes_before_a_second_moderator_agrees():
    proposal, people = one_person_thrice()

    aside = proposed(proposal, people)

    assert aside.waits
    assert opposed(proposal) == 4
    assert not mails()
    assert not on_record(Fact.VOTES_SET_ASIDE)


def test_from_then_on_only_the_vote_that_stays_counts():
    proposal, people = one_person_thrice()

    aside = set_aside(proposal, people, keeps=people[0])

    assert aside.holds
    assert (opposed(proposal), items_answered(proposal)) == (2, 2)
    assert participated.item_tally(proposal)[NAME][NO.view].total() == 2
    assert db.session.query(Vote).filter_by(is_aside=True).count() == 2
    assert participated.recount() == []


def test_support_for_words_and_marks_of_help_do_not_count_either():
    proposal, people = one_person_thrice()
    comment = a_comment(proposal)
    for person in people:
        participation.mark_helpful(person, comment)

    aside = set_aside(proposal, people, keeps=people[0])
    participation.unmark_helpful(people[1], comment)
    participation.mark_helpful(people[1], comment)

    assert comment.helpful == 1
    assert participated.recount() == []
    rules.bring_back(a_moderator(proposal), aside, Because.MISTAKE, FOUND_OUT)
    assert comment.helpful == 3
    assert participated.recount() == []


def test_a_change_of_what_is_set_aside_does_not_count():
    proposal, people = one_person_thrice()
    set_aside(proposal, people)

    participation.cast_vote(people[0], proposal, Stance.SUPPORT)
    participation.withdraw_vote(people[1], proposal)
    participation.cast_vote(people[1], proposal, Stance.UNSURE)
    participation.withdraw_views(people[2], proposal)
    participation.give_views(people[2], proposal, {NAME: NO})

    assert participated.vote_tally(proposal) == COUNTED | {"oppose": 1}
    assert items_answered(proposal) == 1
    assert participated.recount() == []


def test_they_count_again_as_they_stand_then():
    proposal, people = one_person_thrice()
    aside = set_aside(proposal, people)
    participation.cast_vote(people[0], proposal, Stance.SUPPORT)

    for _ in range(2):
        rules.bring_back(a_moderator(proposal), aside, Because.MISTAKE, FOUND_OUT)

    assert participated.vote_tally(proposal) == COUNTED | {"oppose": 3, "support": 1}
    assert items_answered(proposal) == 4
    assert len(on_record(Fact.VOTES_BROUGHT_BACK)) == 1
    assert participated.recount() == []


def test_the_record_holds_both_counts_and_names_nobody():
    proposal, people = one_person_thrice()

    aside = set_aside(proposal, people, keeps=people[0])
    rules.bring_back(a_moderator(proposal), aside, Because.APPEAL, FOUND_OUT)

    (out,), (back,) = on_record(Fact.VOTES_SET_ASIDE), on_record(Fact.VOTES_BROUGHT_BACK)
    four, two = COUNTED | {"oppose": 4}, COUNTED | {"oppose": 2}
    assert out.fields == {
        "views": 2,
        "reason": "duplicate_account",
        "before": four,
        "after": two,
    }
    assert back.fields == {"views": 2, "because": "appeal", "before": two, "after": four}


def test_while_results_are_hidden_the_record_holds_a_number_and_the_counts_follow_at_the_close():
    proposal, people = one_person_thrice(asking(hides_results=True))

    set_aside(proposal, people, keeps=people[0])
    (fact,) = on_record(Fact.VOTES_SET_ASIDE)
    assert (fact.fields["views"], fact.fields["before"], fact.fields["after"]) == (2, {}, {})

    with clock.at(proposal.closes_at):
        for round_ in participated.rounds_to_count(clock.now()):
            participation.close_tally(round_)

    (told,), (closed,) = on_record(Fact.TALLY_WITHOUT), on_record(Fact.TALLY_CLOSED)
    assert told.fields["before"] == COUNTED | {"oppose": 4}
    assert told.fields["after"] == COUNTED | {"oppose": 2}
    assert (told.fields["views"], closed.fields["total"]) == (2, 2)


def test_after_the_close_a_count_can_still_be_put_right_until_the_decision():
    proposal, people = one_person_thrice(asking(hides_results=True))

    with clock.at(proposal.closes_at):
        for round_ in participated.rounds_to_count(clock.now()):
            participation.close_tally(round_)
        set_aside(proposal, people)

    (fact,) = on_record(Fact.VOTES_SET_ASIDE)
    assert fact.fields["before"] == COUNTED | {"oppose": 4}
    assert fact.fields["after"] == COUNTED | {"oppose": 1}
    assert not on_record(Fact.TALLY_WITHOUT)
    assert participated.recount() == []


def test_the_people_set_aside_are_told_why_and_how_to_appeal_and_the_other_is_not():
    proposal, people = one_person_thrice()

    set_aside(proposal, people, keeps=people[0])

    assert {mail.to for mail in mails()} == {people[1].email, people[2].email}
    for mail in mails():
        assert "is not counted" in mail.text
        assert "Same person posting as several" in mail.text
        assert proposal.council.contact_email in mail.text
        assert WHY not in mail.text


def test_nobody_hears_of_what_was_declined_and_it_cannot_be_agreed_to():
    proposal, people = one_person_thrice()
    aside = proposed(proposal, people)

    rules.decline_aside(a_moderator(proposal), aside)

    assert not mails()
    with pytest.raises(Refused, match="not proposed any longer"):
        rules.agree_aside(a_moderator(proposal), aside)
    assert opposed(proposal) == 4


def test_agreeing_twice_sets_aside_once():
    proposal, people = one_person_thrice()
    aside = proposed(proposal, people)
    second = a_moderator(proposal)

    rules.agree_aside(second, aside)
    rules.agree_aside(second, aside)

    assert opposed(proposal) == 1
    assert len(mails()) == 3


def test_the_same_proposed_twice_is_one_and_another_about_the_same_account_is_refused():
    proposal, people = one_person_thrice()
    moderator = a_moderator(proposal)
    taken = Taken(frozenset(one.id for one in people), None, WHY)

    first = rules.propose_aside(moderator, proposal, taken)

    assert rules.propose_aside(moderator, proposal, taken) is first
    with pytest.raises(Refused, match="End it first"):
        rules.propose_aside(moderator, proposal, Taken(taken.accounts, people[0].id, WHY))


def test_nobody_decides_alone():
    proposal, people = one_person_thrice()
    moderator = a_moderator(proposal)
    taken = Taken(frozenset(one.id for one in people), None, WHY)

    aside = rules.propose_aside(moderator, proposal, taken)

    with pytest.raises(Refused, match="Another moderator"):
        rules.agree_aside(moderator, aside)


def test_whoever_took_part_in_a_decision_does_not_judge_an_appeal_but_owns_a_mistake():
    proposal, people = one_person_thrice()
    aside, second = proposed(proposal, people), a_moderator(proposal)
    rules.agree_aside(second, aside)

    with pytest.raises(Refused, match="Somebody else decides"):
        rules.bring_back(second, aside, Because.APPEAL, FOUND_OUT)
    rules.bring_back(second, aside, Because.MISTAKE, FOUND_OUT)

    assert aside.is_back


@pytest.mark.parametrize("role", [Role.OFFICER, Role.OWNER, Role.DECISION_MAKER])
def test_whoever_drafts_or_decides_changes_no_count(role):
    proposal, people = one_person_thrice()
    aside = proposed(proposal, people)
    partial = a_member(proposal.council, Role.MODERATOR, role)

    with pytest.raises(Refused, match="has to change the count"):
        rules.agree_aside(partial, aside)


def test_the_author_of_the_proposal_and_the_people_themselves_change_no_count():
    proposal, people = one_person_thrice()
    aside = proposed(proposal, people)
    author = a_member(proposal.council, Role.MODERATOR, person=proposal.author)
    one = a_member(proposal.council, Role.MODERATOR, person=people[2])

    with pytest.raises(Refused, match="You wrote this proposal"):
        rules.agree_aside(author, aside)
    with pytest.raises(Refused, match="is yours"):
        rules.agree_aside(one, aside)


def test_once_the_decision_is_published_its_count_stays():
    proposal, people = one_person_thrice()
    waiting, (first, second, _third) = proposed(proposal, people[:2]), people
    proposal.decided_at = clock.now()
    db.session.flush()

    with pytest.raises(Refused, match="decision is published"):
        rules.agree_aside(a_moderator(proposal), waiting)
    with pytest.raises(Refused, match="decision is published"):
        proposed(proposal, [first, second])
    rules.decline_aside(a_moderator(proposal), waiting)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"accounts": frozenset()}, "who"),
        ({"keeps": "stranger"}, "keeps"),
        ({"accounts": "stranger"}, "who"),
        ({"why": ""}, "why"),
        ({"why": "x" * 1001}, "why"),
    ],
)
def test_what_does_not_fit_is_refused_beside_its_field(change, field):
    proposal, people = one_person_thrice()
    stranger = a_person()
    elsewhere = a_proposal()
    participation.cast_vote(stranger, elsewhere, Stance.OPPOSE)
    ids = frozenset(one.id for one in people)
    given = {"accounts": ids, "keeps": None, "why": WHY} | change
    if given["keeps"]:
        given["keeps"] = stranger.id
    if given["accounts"] == "stranger":
        given["accounts"] = ids | {stranger.id}

    with pytest.raises(Invalid) as wrong:
        rules.propose_aside(a_moderator(proposal), proposal, Taken(**given))

    assert wrong.value.field == field
    assert queries.asides_in(proposal.council) == []


def test_on_another_proposal_their_votes_count():
    proposal, people = one_person_thrice()
    other = a_proposal(council=proposal.council)

    set_aside(proposal, people)
    participation.cast_vote(people[0], other, Stance.SUPPORT)

    assert participated.vote_count(other) == 1
