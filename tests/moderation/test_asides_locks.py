"""Two moderators agree while others act: the locks are taken in one order, so nobody is stopped."""

from dataclasses import dataclass, field
from threading import Event, Thread

import pytest

from consult.accounts.models import Person
from consult.core.db import db, writing
from consult.councils.models import Role
from consult.moderation import rules
from consult.moderation.models import Reason, VotesAside
from consult.moderation.rules import Measure
from consult.participation import rules as participation
from consult.participation.models import Comment, Stance
from consult.participation.rules import asides, comments, helpful
from consult.proposals.models import Proposal
from tests.factories import a_comment, a_member
from tests.moderation.asides import one_person_thrice, proposed

WAIT = 2


@dataclass
class Progress:
    """How far whoever agrees has come."""

    asked: Event = field(default_factory=Event)
    held: Event = field(default_factory=Event)


@pytest.fixture
def progress(monkeypatch):
    """Says when whoever agrees asks for the proposal, and when they hold it."""
    told, real = Progress(), asides.proposals.locked_proposal

    def telling(proposal):
        told.asked.set()
        found = real(proposal)
        told.held.set()
        return found

    monkeypatch.setattr(asides.proposals, "locked_proposal", telling)
    return told


def meanwhile(app, begin, then, aside_id, second, until=None):
    """Begin something, let two moderators agree as far as they come, and then go on with it."""
    begun, wrong = Event(), []
    if until is not None:
        until.clear()  # proposing it came this far, too

    def doing():
        with app.app_context(), writing():
            about = begin()
            begun.set()
            if until is not None:
                until.wait(WAIT)
            then(about)

    def agreeing():
        begun.wait(WAIT)
        with app.app_context(), writing():
            rules.agree_aside(db.session.get(Person, second), db.session.get(VotesAside, aside_id))

    def noting(act):
        try:
            act()
        except Exception as error:  # noqa: BLE001 - whatever it is, the test tells it
            wrong.append(error)

    threads = [Thread(target=noting, args=(act,)) for act in (doing, agreeing)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return wrong


def staged(app, *, limited=False):
    with app.app_context(), writing():
        proposal, people = one_person_thrice()
        comment = a_comment(proposal, author=people[0], body="A comment on it that people like")
        for person in people[1:]:
            helpful.mark_helpful(person, comment)
        if limited:
            asked = Measure(10, 7, Reason.SPAM_OR_ADVERT)
            rules.restrict(a_member(proposal.council, Role.MODERATOR), comment, asked)
        aside = proposed(proposal, people)
        second = a_member(proposal.council, Role.MODERATOR)
        return proposal.id, comment.id, people[0].id, aside.id, second.id


def test_a_report_about_a_comment_does_not_wait_for_a_count_that_waits_for_it(rows, progress):
    _proposal, comment_id, _person, aside_id, second = staged(rows)

    def holding():
        comment = db.session.get(Comment, comment_id)
        participation.hold(comment)
        return comment

    def reporting(comment):
        rules.report(None, comment, Reason.HATE, None, "q" * 64)

    assert meanwhile(rows, holding, reporting, aside_id, second, progress.held) == []


def test_what_somebody_limited_writes_does_not_stop_the_count_nor_the_other_way_round(
    rows, progress, monkeypatch
):
    proposal_id, _comment, person_id, aside_id, second = staged(rows, limited=True)
    real = comments.check_open
    progress.asked.clear()

    def looking():
        return db.session.get(Person, person_id), db.session.get(Proposal, proposal_id)

    def check_open(proposal):
        real(proposal)
        progress.asked.wait(WAIT)

    def writing_words(about):
        participation.post_comment(*about, Stance.OPPOSE, "One more thing to say.")

    monkeypatch.setattr(comments, "check_open", check_open)

    assert meanwhile(rows, looking, writing_words, aside_id, second) == []


def test_limiting_an_author_does_not_stop_the_count_nor_the_other_way_round(rows, progress):
    proposal_id, comment_id, _person, aside_id, second = staged(rows)
    with rows.app_context(), writing():
        moderator_id = a_member(db.session.get(Proposal, proposal_id).council, Role.MODERATOR).id

    def looking():
        return db.session.get(Comment, comment_id), db.session.get(Person, moderator_id)

    def limiting(about):
        rules.restrict(about[1], about[0], Measure(3, 7, Reason.SPAM_OR_ADVERT))

    assert meanwhile(rows, looking, limiting, aside_id, second, progress.held) == []
