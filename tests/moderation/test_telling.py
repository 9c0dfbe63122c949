from collections import Counter

from consult.core.db import db
from consult.moderation import rules
from consult.moderation.models import Act, Reason, Report
from consult.moderation.rules import Order
from consult.moderation.rules.telling import AT_ONCE
from tests.factories import a_person
from tests.moderation.cases import a_case, mails

HIDE = Order(Act.HIDE, Reason.HATE)


def reported_by(comment, number):
    people = [a_person() for _each in range(number)]
    for person in people:
        db.session.add(
            Report(
                comment=comment,
                council_id=comment.proposal.council_id,
                reporter=person,
                reporter_key=f"{person.id.hex:0>64}",
                reason=Reason.HATE,
            )
        )
    db.session.flush()
    return {person.email for person in people}


def letters():
    return Counter(mail.to for mail in mails() if mail.subject == "What came of your report")


def test_however_many_reported_each_is_told_once_and_the_act_itself_writes_a_hundred(run_jobs):
    moderator, comment = a_case()
    addresses = reported_by(comment, 2 * AT_ONCE + 5)

    rules.act(moderator, comment, HIDE)
    at_first = sum(letters().values())
    run_jobs()
    run_jobs()

    assert at_first == AT_ONCE
    assert letters() == dict.fromkeys(addresses, 1)


def test_an_act_that_was_undone_tells_nobody_more(run_jobs):
    moderator, comment = a_case()
    reported_by(comment, AT_ONCE + 5)
    action = rules.act(moderator, comment, Order(Act.KEEP))

    rules.undo(moderator, action)
    run_jobs()

    assert sum(letters().values()) == AT_ONCE
