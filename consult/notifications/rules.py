"""Following a proposal; reading the record and telling followers what it says, once each."""

from uuid import uuid4

from consult.accounts.models import Person
from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.changelog.queries import Recorded
from consult.core import _, _l, clock
from consult.core.db import db
from consult.notifications import letters, queries
from consult.notifications.models import Cursor, Follow
from consult.participation.counters import insert_into
from consult.participation.models import Pending
from consult.participation.rules.kinds import KINDS as WAITING
from consult.participation.rules.kinds import Kind, Payload
from consult.participation.rules.pending import hold_for
from consult.proposals.models import Proposal, Status

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


def follow(person: Person, proposal: Proposal) -> None:
    """Send somebody mail about a proposal from now on."""
    _choose(person, proposal, is_on=True)


def unfollow(person: Person, proposal: Proposal) -> None:
    """Send no more mail about a proposal, even to somebody who took part."""
    _choose(person, proposal, is_on=False)


def hold_follow(email: str, proposal: Proposal) -> Pending:
    """Keep a visitor's wish to follow until they confirm the address."""
    return hold_for(email, proposal, "follow", {})


def _choose(person: Person, proposal: Proposal, *, is_on: bool) -> None:
    """Keep the latest choice; whoever comes second changes the row of the first."""
    made = insert_into(Follow).values(
        id=uuid4(),
        created_at=clock.now(),
        person_id=person.id,
        proposal_id=proposal.id,
        is_on=is_on,
    )
    db.session.execute(
        made.on_conflict_do_update(
            index_elements=["proposal_id", "person_id"], set_={"is_on": is_on}
        )
    )


def _count(person: Person, proposal: Proposal, _payload: Payload) -> None:
    follow(person, proposal)


def _told(proposal: Proposal, _payload: Payload) -> str:
    return _("You asked for mail about “%(title)s”.", title=proposal.title)


WAITING["follow"] = Kind(
    count=_count,
    subject=_l("Confirm that you want to follow"),
    heading=_l("Confirm that you want to follow"),
    button=_l("Yes, send me mail about it"),
    told=_told,
    effect=_l(
        "We write to you when the text changes, when it is withdrawn and when it is decided. "
        "Each mail has a link that stops them."
    ),
)
