from collections import Counter

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from consult.accounts.models import Verification
from consult.core.db import db, writing
from consult.participation import queries, rules
from consult.participation.models import VOTES, Vote
from consult.participation.rules import items, votes
from tests.factories import a_person
from tests.participation.grids import ADDRESS, NAME, NO, asking, depends

ONE = st.integers(0, 3)
SOME = st.sets(ONE, min_size=1)
ANSWERS = st.dictionaries(
    st.sampled_from([NAME, ADDRESS]), st.sampled_from([NO, depends("family_told")]), min_size=1
)


def test_what_is_set_aside_never_counts_whatever_people_and_moderators_do(rows):  # noqa: C901
    class Counting(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.context = rows.app_context()
            self.context.push()
            self.votes, self.answered, self.aside = {}, set(), set()
            with writing():
                self.proposal = asking()
                self.people = [a_person() for _ in range(4)]
                db.session.flush()
                self.ids = [person.id for person in self.people]

        @rule(n=ONE, stance=st.sampled_from(VOTES))
        def vote(self, n, stance):
            with writing():
                rules.cast_vote(self.people[n], self.proposal, stance)
            self.votes[n] = stance

        @rule(n=ONE)
        def withdraw(self, n):
            with writing():
                rules.withdraw_vote(self.people[n], self.proposal)
            self.votes.pop(n, None)

        @rule(n=ONE, given=ANSWERS)
        def answer(self, n, given):
            with writing():
                rules.give_views(self.people[n], self.proposal, given)
            self.answered.add(n)

        @rule(n=ONE)
        def take_answers_back(self, n):
            with writing():
                rules.withdraw_views(self.people[n], self.proposal)
            self.answered.discard(n)

        @rule(n=ONE, level=st.sampled_from(Verification))
        def know_better(self, n, level):
            with writing():
                council = self.proposal.council
                votes.move_level(self.people[n], council, level)
                items.move_level(self.people[n], council, level)

        @rule(some=SOME)
        def set_aside(self, some):
            with writing():
                rules.set_aside(self.proposal, [self.ids[n] for n in some])
            self.aside |= some

        @rule(some=SOME)
        def bring_back(self, some):
            with writing():
                rules.bring_back(self.proposal, [self.ids[n] for n in some])
            self.aside -= some

        @invariant()
        def only_the_rest_counts(self):
            counts = {n: stance for n, stance in self.votes.items() if n not in self.aside}
            assert queries.recount() == []
            assert +Counter(queries.vote_tally(self.proposal)) == Counter(counts.values())
            turnout = queries.item_turnout(self.proposal).total()
            assert turnout == len(self.answered - self.aside)
            marked = {vote.voter_id for vote in db.session.query(Vote).filter_by(is_aside=True)}
            assert marked & set(self.ids) == {self.ids[n] for n in self.aside & set(self.votes)}
            db.session.rollback()

        def teardown(self):
            db.session.remove()
            self.context.pop()

    run_state_machine_as_test(
        Counting,
        settings=settings(
            max_examples=5,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
        ),
    )
