from contextvars import copy_context
from threading import Barrier, Thread

import pytest

from consult.accounts.models import Person
from consult.core.db import db, writing
from consult.core.errors import Refused
from consult.participation import queries, rules
from consult.participation.models import Comment, ItemView, Stance, Vote
from consult.proposals.models import Proposal, Status
from tests.factories import a_person, a_proposal
from tests.participation.grids import ADDRESS, FINE, NAME, NO, asking, depends


def at_once(app, deeds):
    """Do all of these at once, each in a transaction of its own; tell what went wrong."""
    start, wrong = Barrier(len(deeds)), []

    def run(deed):
        with app.app_context():
            start.wait(10)
            try:
                with writing():
                    deed()
            except Exception as error:  # noqa: BLE001
                wrong.append(error)
            finally:
                db.session.remove()

    threads = [Thread(target=copy_context().run, args=(run, deed)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
        assert not thread.is_alive()
    return wrong


def stage(app, people):
    with app.app_context(), writing():
        proposal = a_proposal()
        return proposal.id, [a_person().id for _ in range(people)]


def voting(proposal_id, person_id, stance=Stance.SUPPORT):
    def deed():
        voter, proposal = db.session.get(Person, person_id), db.session.get(Proposal, proposal_id)
        rules.cast_vote(voter, proposal, stance)

    return deed


@pytest.mark.parametrize("round_", range(3))
def test_two_votes_of_one_person_at_once_are_one(rows, round_):
    proposal_id, (voter,) = stage(rows, 1)

    wrong = at_once(rows, [voting(proposal_id, voter), voting(proposal_id, voter, Stance.OPPOSE)])

    assert wrong == []
    with rows.app_context():
        assert db.session.query(Vote).count() == 1
        assert queries.recount() == []


def test_eight_voters_at_once_are_all_counted(rows):
    proposal_id, voters = stage(rows, 8)

    assert at_once(rows, [voting(proposal_id, voter) for voter in voters]) == []
    with rows.app_context():
        assert queries.vote_count(db.session.get(Proposal, proposal_id)) == 8
        assert queries.recount() == []


def test_two_identical_comments_at_once_are_one(rows):
    proposal_id, (author,) = stage(rows, 1)

    def comment():
        person, proposal = db.session.get(Person, author), db.session.get(Proposal, proposal_id)
        rules.post_comment(person, proposal, Stance.SUPPORT, "The same.")

    assert at_once(rows, [comment, comment]) == []
    with rows.app_context():
        assert db.session.query(Comment).count() == 1
        assert queries.recount() == []


def test_a_vote_that_races_the_close_is_refused_or_counted(rows):
    proposal_id, (voter,) = stage(rows, 1)

    def close():
        proposal = db.session.get(Proposal, proposal_id, with_for_update=True)
        proposal.status = Status.PAUSED

    wrong = at_once(rows, [voting(proposal_id, voter), close])

    assert all(isinstance(error, Refused) for error in wrong)
    with rows.app_context():
        assert db.session.query(Vote).count() == 1 - len(wrong)
        assert queries.recount() == []


def answering(proposal_id, person_id, answers):
    def deed():
        person, proposal = db.session.get(Person, person_id), db.session.get(Proposal, proposal_id)
        rules.give_views(person, proposal, answers)

    return deed


def stage_a_grid(app, people):
    with app.app_context(), writing():
        proposal = asking()
        return proposal.id, [a_person().id for _ in range(people)]


@pytest.mark.parametrize("round_", range(3))
def test_two_grids_of_one_person_at_once_are_one(rows, round_):
    proposal_id, (person,) = stage_a_grid(rows, 1)
    wanted = depends("named_staff", "family_told")

    wrong = at_once(
        rows,
        [
            answering(proposal_id, person, {NAME: wanted, ADDRESS: NO}),
            answering(proposal_id, person, {ADDRESS: wanted, NAME: FINE}),
        ],
    )

    assert wrong == []
    with rows.app_context():
        assert db.session.query(ItemView).count() == 2
        assert queries.recount() == []


def test_eight_people_who_answer_at_once_are_all_counted(rows):
    proposal_id, people = stage_a_grid(rows, 8)
    answers = {NAME: depends("named_staff"), ADDRESS: NO}

    assert at_once(rows, [answering(proposal_id, person, answers) for person in people]) == []
    with rows.app_context():
        assert queries.item_turnout(db.session.get(Proposal, proposal_id)).total() == 8
        assert queries.recount() == []
