from functools import partial

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from consult.accounts.models import Verification
from consult.core.db import db, writing
from consult.participation import queries, rules
from consult.participation.grid import Answer
from consult.participation.models import Comfort, ItemTally, ItemView, Safeguard
from tests.factories import a_person
from tests.participation.grids import PARTS, asking
from tests.participation.letters import link_and_code

PEOPLE, PART = st.integers(0, 2), st.sampled_from(PARTS)
WANTED = st.lists(st.sampled_from([each.value for each in Safeguard][:3]), unique=True)
ANSWER = st.builds(Answer, st.sampled_from(Comfort), WANTED.map(tuple))
ANSWERS = st.dictionaries(PART, ANSWER, min_size=1, max_size=3)


def known_as(council, level, person):
    person.verification = level
    rules.move_levels(person, council)


def test_counters_equal_a_recount_whatever_people_answer(rows):
    class Answering(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.context = rows.app_context()
            self.context.push()
            self.held = {}
            with writing():
                self.proposal = asking()
                self.people = [a_person() for _ in range(3)]
                db.session.flush()

        def does(self, n, deed):
            db.session.rollback()
            with writing():
                deed(self.people[n])

        @rule(n=PEOPLE, given=ANSWERS)
        def answer(self, n, given):
            self.does(n, lambda person: rules.give_views(person, self.proposal, given))
            self.held |= {(n, part): answer.view for part, answer in given.items()}

        @rule(n=PEOPLE, given=ANSWERS)
        def confirm(self, n, given):
            def hold_and_confirm(person):
                held = rules.hold_views(person.email, self.proposal, given)
                rules.confirm_code(held.id, link_and_code()[1])

            self.does(n, hold_and_confirm)
            self.held |= {(n, part): answer.view for part, answer in given.items()}

        @rule(n=PEOPLE, part=PART | st.none())
        def take_back(self, n, part):
            self.does(n, lambda person: rules.withdraw_views(person, self.proposal, part))
            self.held = {
                key: view
                for key, view in self.held.items()
                if key[0] != n or part not in (None, key[1])
            }

        @rule(n=PEOPLE, is_organisation=st.booleans())
        def become_known(self, n, is_organisation):
            levels = {True: Verification.ORGANISATION, False: Verification.EMAIL_VERIFIED}

            self.does(n, partial(known_as, self.proposal.council, levels[is_organisation]))

        @invariant()
        def counters_tell_the_truth(self):
            assert queries.recount() == []
            at = {person.id: n for n, person in enumerate(self.people)}
            mine = db.session.query(ItemView).filter_by(proposal_id=self.proposal.id)
            assert {(at[v.person_id], v.part_id): v.view for v in mine} == self.held
            told = db.session.query(ItemTally).filter_by(proposal_id=self.proposal.id)
            assert sum(row.people for row in told) == len(self.held)
            db.session.rollback()

        def teardown(self):
            db.session.remove()
            self.context.pop()

    run_state_machine_as_test(
        Answering,
        settings=settings(
            max_examples=8,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
