"""Reading the record and telling people what it says, once each."""

from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.changelog.queries import Recorded
from consult.core.db import db
from consult.notifications import letters, queries
from consult.notifications.models import Cursor
from consult.proposals.models import Status

READER = "mail"
KINDS = (Fact.DECISION_PUBLISHED, Fact.PROPOSAL_EDITED, Fact.PHASE_CHANGED)
AT_ONCE = 5


def read_facts() -> int:
    """Tell people about the next facts; the mails and the cursor stand or fall together."""
    cursor = queries.cursor(READER)
    if cursor is None:
        cursor = Cursor(reader=READER, next_seq=0)
        db.session.add(cursor)
    facts = changelog.entries_after(cursor.next_seq, KINDS, AT_ONCE)
    for fact in facts:
        _tell(fact)
        cursor.next_seq = fact.seq + 1
    db.session.flush()
    return len(facts)


def _tell(fact: Recorded) -> None:
    if fact.proposal_id is None:
        return
    proposal = queries.proposal(fact.proposal_id)
    if fact.kind is Fact.DECISION_PUBLISHED:
        letters.decision(proposal)
    elif fact.kind is Fact.PROPOSAL_EDITED and fact.fields["material"] == "yes":
        letters.new_version(proposal, fact.fields["version"], fact.fields["note"])
    elif fact.kind is Fact.PHASE_CHANGED and fact.fields["now"] == Status.WITHDRAWN:
        letters.withdrawn(proposal, fact.fields["reason"])
