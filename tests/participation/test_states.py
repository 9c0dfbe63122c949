from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from consult.core.db import db, writing
from consult.core.errors import Refused
from consult.participation import queries, rules
from consult.participation.models import VOTES, Vote
from consult.proposals.models import Status
from tests.factories import a_person, a_proposal

VOTERS = st.integers(0, 3)


def test_counters_equal_a_recount_whatever_people_do(rows):  # noqa: C901
    class Voting(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.context = rows.app_context()
            self.context.push()
            self.held = {}
            with writing():
                self.proposal = a_proposal()
                self.voters = [a_person() for _ in range(4)]
                db.session.flush()

        def attempt(self, deed):
            is_open = self.proposal.status is Status.OPEN
            db.session.rollback()
            try:
                with writing():
                    deed()
            except Refused:
                assert not is_open
                return False
            assert is_open
            return True

        @rule(n=VOTERS, stance=st.sampled_from(VOTES))
        def vote(self, n, stance):
            voter = self.voters[n]
            if self.attempt(lambda: rules.cast_vote(voter, self.proposal, stance)):
                self.held[n] = stance

        @rule(n=VOTERS)
        def withdraw(self, n):
            if self.attempt(lambda: rules.withdraw_vote(self.voters[n], self.proposal)):
                self.held.pop(n, None)

        @rule(status=st.sampled_from([Status.OPEN, Status.PAUSED]))
        def close_or_reopen(self, status):
            with writing():
                self.proposal.status = status

        @invariant()
        def counters_tell_the_truth(self):
            assert queries.recount() == []
            mine = db.session.query(Vote).filter_by(proposal_id=self.proposal.id).all()
            at = {voter.id: n for n, voter in enumerate(self.voters)}
            assert {at[vote.voter_id]: vote.stance for vote in mine} == self.held
            assert len(mine) == len(self.held)
            db.session.rollback()

        def teardown(self):
            db.session.remove()
            self.context.pop()

    run_state_machine_as_test(
        Voting,
        settings=settings(
            max_examples=8,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
