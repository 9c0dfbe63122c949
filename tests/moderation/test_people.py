from datetime import timedelta

import pytest

from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.core import clock
from consult.core.errors import Invalid, Refused
from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.models import CaseKind, Reason
from consult.moderation.rules import Measure
from consult.moderation.rules.taken_back import let_go_of_all
from consult.participation import rules as participation
from consult.participation.models import Stance
from consult.participation.queries.limits import limit_on, limits_in
from tests.factories import a_comment, a_member, a_proposal
from tests.moderation.asides import gone
from tests.moderation.cases import a_case, a_report, mails

SUSPEND = Measure(per_day=0, days=7, reason=Reason.ABUSE_OR_THREAT, explanation="Please calm down.")
LIMIT = Measure(per_day=1, days=7, reason=Reason.SPAM_OR_ADVERT)


def a_second(comment):
    return a_member(comment.proposal.council, Role.MODERATOR)


def say(person, proposal, words="One more thing"):
    return participation.post_comment(person, proposal, Stance.UNSURE, words)


def suspended():
    moderator, comment = a_case()
    rules.restrict(moderator, comment, SUSPEND)
    rules.confirm_suspension(a_second(comment), comment)
    return comment


def limits_on_record():
    return changelog.entries_after(0, [Fact.ACCOUNT_LIMITED])


def test_a_suspension_waits_for_a_second_moderator():
    moderator, comment = a_case()

    limit = rules.restrict(moderator, comment, SUSPEND)

    assert limit.waits
    assert say(comment.author, comment.proposal)
    assert not mails()
    assert not limits_on_record()


def test_nobody_confirms_their_own_proposal():
    moderator, comment = a_case()
    rules.restrict(moderator, comment, SUSPEND)

    with pytest.raises(Refused, match="Another moderator"):
        rules.confirm_suspension(moderator, comment)


def test_somebody_suspended_can_vote_and_not_write_until_it_ends_by_itself():
    comment = suspended()
    author, proposal = comment.author, comment.proposal

    with pytest.raises(Refused, match="cannot write here"):
        say(author, proposal)
    assert participation.cast_vote(author, proposal, Stance.OPPOSE)
    with clock.at(clock.now() + timedelta(days=7, minutes=1)):
        assert say(author, proposal)


def test_somebody_suspended_cannot_rewrite_what_stands():
    comment = suspended()

    with pytest.raises(Refused, match="cannot write here"):
        participation.edit_comment(comment.author, comment, "Something else")


def test_a_suspension_holds_in_its_own_council_only():
    comment = suspended()

    assert say(comment.author, a_proposal())


def test_somebody_limited_can_write_so_much_a_day():
    moderator, comment = a_case()
    with clock.at(clock.now() + timedelta(days=1)):
        rules.restrict(moderator, comment, LIMIT)

        say(comment.author, comment.proposal, "The first")
        with pytest.raises(Refused, match="all you can today"):
            say(comment.author, comment.proposal, "The second")


def test_the_person_is_told_why_until_when_and_how_to_appeal():
    comment = suspended()

    (mail,) = mails()

    assert mail.to == comment.author.email
    assert "Please calm down." in mail.text
    assert Reason.ABUSE_OR_THREAT.label in mail.text
    assert comment.proposal.council.contact_email in mail.text
    assert comment.body not in mail.text


def test_the_record_names_nobody():
    comment = suspended()

    (fact,) = limits_on_record()

    assert fact.fields == {"measure": "suspended", "reason": "abuse_or_threat", "days": 7}
    assert str(comment.author_id) not in str(fact)


def test_a_suspension_can_be_lifted_and_the_person_is_told():
    comment = suspended()

    rules.lift(a_second(comment), comment)
    rules.lift(a_second(comment), comment)

    assert say(comment.author, comment.proposal)
    assert len(mails()) == 2
    assert limit_on(comment.author, comment.proposal.council) is None


def test_a_declined_proposal_reaches_nobody():
    moderator, comment = a_case()
    rules.restrict(moderator, comment, SUSPEND)

    rules.lift(a_second(comment), comment)

    assert not mails()
    assert not limits_on_record()
    with pytest.raises(Refused, match="any longer"):
        rules.confirm_suspension(a_second(comment), comment)


def test_the_same_twice_is_one_and_something_else_is_refused():
    moderator, comment = a_case()

    first = rules.restrict(moderator, comment, SUSPEND)

    assert rules.restrict(moderator, comment, SUSPEND) is first
    with pytest.raises(Refused):
        rules.restrict(moderator, comment, LIMIT)


def test_nobody_acts_on_themselves_nor_on_the_councils_staff():
    moderator, comment = a_case()
    a_member(comment.proposal.council, Role.MODERATOR, person=comment.author)

    with pytest.raises(Refused, match="This is you"):
        rules.restrict(comment.author, comment, SUSPEND)
    with pytest.raises(Refused, match="works for the council"):
        rules.restrict(moderator, comment, SUSPEND)


@pytest.mark.parametrize(
    "measure", [Measure(0, 7), Measure(0, 91, Reason.HATE), Measure(0, 0, Reason.HATE)]
)
def test_nothing_is_done_without_a_reason_and_an_end(measure):
    moderator, comment = a_case()

    with pytest.raises(Invalid):
        rules.restrict(moderator, comment, measure)


def waits_in_queue(comment):
    (line,) = queries.queue(comment.proposal.council).items
    return line.case.kind is CaseKind.SUSPENSION and line.comment is comment


def test_a_proposed_suspension_waits_in_the_queue_until_it_is_decided():
    moderator, comment = a_case()
    rules.restrict(moderator, comment, SUSPEND)
    assert waits_in_queue(comment)

    rules.confirm_suspension(a_second(comment), comment)

    assert queries.queue(comment.proposal.council).items == []


def test_a_declined_suspension_waits_no_longer():
    moderator, comment = a_case()
    rules.restrict(moderator, comment, SUSPEND)

    rules.lift(a_second(comment), comment)

    assert queries.queue(comment.proposal.council).items == []


def test_a_suspension_stays_to_be_decided_when_its_comment_is_taken_back_or_decided(run_jobs):
    moderator, comment = a_case()
    rules.restrict(moderator, comment, SUSPEND)
    rules.hide(moderator, comment, Reason.HATE)
    assert waits_in_queue(comment)
    participation.delete_comment(comment.author, comment)
    run_jobs()
    assert waits_in_queue(comment)

    rules.confirm_suspension(a_second(comment), comment)

    assert limit_on(comment.author, comment.proposal.council).holds


def test_who_reported_anything_by_a_person_does_not_decide_about_them():
    moderator, comment = a_case()
    another = a_comment(comment.proposal, author=comment.author)
    a_report(another, moderator)

    with pytest.raises(Refused, match="You reported"):
        rules.restrict(moderator, comment, LIMIT)


def test_limits_are_forgotten_half_a_year_after_they_ended_and_not_before():
    comment = suspended()
    council, over = comment.proposal.council, timedelta(days=7)

    with clock.at(clock.now() + over + rules.people.KEPT - timedelta(hours=1)):
        assert rules.forget_limits() == 0
    with clock.at(clock.now() + over + rules.people.KEPT + timedelta(hours=1)):
        assert rules.forget_limits() == 1

    assert limit_on(comment.author, council) is None


def test_the_list_of_people_goes_on_after_twenty():
    moderator, comment = a_case()
    for _each in range(22):
        rules.restrict(moderator, a_comment(comment.proposal), LIMIT)

    first = limits_in(comment.proposal.council)
    second = limits_in(comment.proposal.council, first.next)

    assert (len(first.items), len(second.items), second.next) == (20, 2, None)
    assert len({one.id for one in (*first.items, *second.items)}) == 22


def test_nobody_agrees_with_a_moderator_who_is_gone():
    first, comment = a_case()
    second = a_member(comment.proposal.council, Role.MODERATOR)
    rules.restrict(first, comment, Measure(0, 7, Reason.ABUSE_OR_THREAT))
    gone(first, comment.proposal.council)

    with pytest.raises(Refused, match="no moderator here any longer"):
        rules.confirm_suspension(second, comment)


def test_somebody_limited_does_not_say_more_by_rewriting_what_stands():
    moderator, comment = a_case()
    old = a_comment(comment.proposal, author=comment.author, body="An old one about buses here.")
    with clock.at(clock.now() + timedelta(days=1)):
        rules.restrict(moderator, comment, Measure(1, 7, Reason.SPAM_OR_ADVERT))
        participation.edit_comment(comment.author, old, "The first of today, about trams.")

        with pytest.raises(Refused, match="all you can today"):
            participation.edit_comment(comment.author, old, "The second of today, about trains.")


def test_what_is_left_of_a_deleted_comment_is_not_looked_at_again_and_again():
    moderator, comment = a_case()
    rules.restrict(moderator, comment, Measure(0, 7, Reason.ABUSE_OR_THREAT))
    participation.delete_comment(comment.author, comment)
    let_go_of_all()

    assert let_go_of_all() == 0
