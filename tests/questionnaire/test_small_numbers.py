"""No page says a small number about people, or lets one be worked out, whatever they answered."""

import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from consult.accounts.models import Verification
from consult.core import clock
from consult.core.db import db
from consult.proposals.models import Status
from consult.questionnaire.kinds import ANSWERED
from consult.questionnaire.models import AnswerTally, ResponseTally
from tests.factories import a_proposal
from tests.questionnaire.questions import a_question, keys

LEVELS = (Verification.EMAIL_VERIFIED, Verification.ADDRESS_VERIFIED)
PEOPLE = st.tuples(st.integers(0, 60), st.integers(0, 60))


def answered(proposal, question, counts):
    """The counters after so many people by each answer: those not verified, and those who are."""
    cells = dict(zip(keys(question), counts, strict=True))
    for place, level in enumerate(LEVELS):
        together = sum(people[place] for people in counts)
        db.session.add(ResponseTally(proposal_id=proposal.id, level=level, people=together))
        for cell, number in [*((c, n[place]) for c, n in cells.items()), (ANSWERED, together)]:
            db.session.add(
                AnswerTally(question_id=question.id, cell=cell, level=level, people=number)
            )
    db.session.flush()


def told(browser, proposal, who):
    """What the table says in each line: a number, or nothing where it is hidden."""
    here = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/results?who={who}"
    cells = [cell.text for cell in browser.get(here).select("#answers td.n")]
    return [None if "fewer" in text or not re.search(r"\d", text) else int(text) for text in cells]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(counts=st.lists(PEOPLE, min_size=3, max_size=3))
@example([(23, 20), (13, 11), (4, 2)])
@example([(40, 30), (40, 31), (2, 30)])
def test_a_protected_table_tells_no_small_number(browser, counts):
    proposal = a_proposal()
    question = a_question(proposal, is_protected=True)
    proposal.status, proposal.closes_at = Status.CONSIDERING, clock.now()
    answered(proposal, question, counts)
    everybody = [sum(people) for people in counts]
    verified = [people[1] for people in counts]

    both = [told(browser, proposal, who) for who in ("all", "verified")]
    for said, true in zip(both, (everybody, verified), strict=True):
        if not said:
            continue
        assert all(number is None or number >= 10 for number in said)
        assert all(n is None for n, people in zip(said, true, strict=True) if people < 10)
        assert said.count(None) != 1
    for one, some, (others, _verified) in zip(*both, counts, strict=False):
        if one is not None and some is not None:
            assert others >= 10


def test_a_table_of_many_is_shown(browser):
    proposal = a_proposal()
    question = a_question(proposal, is_protected=True)
    proposal.status, proposal.closes_at = Status.CONSIDERING, clock.now()
    answered(proposal, question, [(40, 30), (41, 33), (29, 22)])

    assert told(browser, proposal, "all") == [70, 75, 50]
    assert told(browser, proposal, "verified") == [30, 35, 20]
