"""Acting inside a frame: each pass once, and each act can be taken back for a minute."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete

from consult.accounts import queries as accounts
from consult.accounts.models import Person
from consult.core import _, _l, clock
from consult.core.db import db, insert_into
from consult.core.errors import NotFound, Refused
from consult.embed import queries
from consult.embed.models import Sighting, Spent
from consult.participation import queries as participated
from consult.participation import rules as participation
from consult.participation.grid import Answer
from consult.participation.models import Comfort, Stance
from consult.proposals.models import Proposal

KEPT = timedelta(hours=1)
ENDED = _l("You are signed out. Nothing was sent. Press “Continue as yourself” again.")
CHANGED = _l("Your view has changed since. Look at it on its own page.")


def check_may_act(proposal: Proposal, host: str) -> None:
    """Only a proved site may hold a form, and only while the round is open."""
    if not queries.may_act(proposal.council, host):
        raise Refused(
            _("You cannot take part on this site. Nothing was sent. Open the page on Consult.")
        )
    participation.check_open(proposal)


def check_names_site(host: str) -> None:
    """A pass for a person is for one site, which the person is told."""
    if not host:
        raise Refused(_("This window was opened without a site. Nothing was sent."))


def holder_of(person_id: UUID, session_id: UUID) -> Person:
    """Whose pass it is, while they are signed in where they asked for it."""
    try:
        person = accounts.person(person_id)
        held = accounts.session_of(person, session_id)
    except NotFound as error:
        raise Refused(ENDED) from error
    if not held.is_live:
        raise Refused(ENDED)
    return person


def undo(person: Person, proposal: Proposal, about: Mapping[str, Any]) -> None:
    """Take back what somebody did in a frame, as the pass to undo tells it; only they can."""
    if UUID(about["person"]) != person.id:
        raise Refused(_("This form belongs to another page. Nothing was sent."))
    if "comment" in about:
        said = participated.comment(proposal, UUID(about["comment"]), even_deleted=True)
        participation.delete_comment(person, said)
    elif "items" in about:
        if about["now"] != answers_of(person, proposal, about["items"]):
            raise Refused(CHANGED)
        _answer_again(person, proposal, about["items"])
    elif about["now"] != view_of(person, proposal):
        raise Refused(CHANGED)
    elif about["was"] is None:
        participation.withdraw_vote(person, proposal)
    else:
        was = about["was"]
        participation.cast_vote(person, proposal, Stance(was["stance"]), was["reason"])


def view_of(person: Person, proposal: Proposal) -> dict[str, Any] | None:
    """The view that somebody holds now, in a form that a pass can carry."""
    held = participated.vote_of(person, proposal)
    return {"stance": held.stance.value, "reason": held.reason} if held else None


def held_for(proposal: Proposal, about: Mapping[str, Any]) -> str | None:
    """Why a comment that was just sent waits for a moderator, if it does."""
    if "comment" not in about:
        return None
    held = participated.held_words(participated.comment(proposal, UUID(about["comment"])))
    return held.why.value if held else None


def _answer_again(person: Person, proposal: Proposal, was: Mapping[str, Any]) -> None:
    """Put back what somebody said about these parts before, or nothing where they said nothing."""
    before = {part: held for part, held in was.items() if held}
    for part in sorted(set(was) - set(before)):
        participation.withdraw_views(person, proposal, part)
    if before:
        answers = {
            part: Answer(Comfort(held["view"]), tuple(held["safeguards"]), held["own"])
            for part, held in before.items()
        }
        participation.give_views(person, proposal, answers)


def answers_of(
    person: Person, proposal: Proposal, parts: Iterable[str]
) -> dict[str, dict[str, Any] | None]:
    """What somebody says about these parts now, in a form that a pass can carry."""
    held = participated.views_of(person, proposal)
    said = {
        part: Answer(view.view, tuple(view.safeguards), view.own_words).stored()
        for part, view in held.items()
    }
    return {part: said.get(part) for part in parts}


def spend(number: str) -> None:
    """Use a pass up; whoever sends the same form again hears that it was sent before."""
    spent = insert_into(Spent).values(
        token_hash=hashlib.sha256(number.encode()).hexdigest(), expires_at=clock.now() + KEPT
    )
    made = db.session.execute(spent.on_conflict_do_nothing().returning(Spent.token_hash)).scalar()
    if made is None:
        raise Refused(_("This was sent before, and we have it. You need not send it again."))


def forget_spent() -> None:
    """Forget passes that could not be used any more anyway."""
    db.session.execute(delete(Spent).where(Spent.expires_at < clock.now()))


def note_seen(proposal: Proposal, host: str, view: str) -> None:
    """Count that a widget was seen on a site of the council's; other sites are not noted."""
    if host in queries.proved_origins(proposal.council):
        _count(proposal, host, view, seen=1)


def note_used(proposal: Proposal, host: str, view: str) -> None:
    """Count that somebody took part through a widget."""
    if host:
        _count(proposal, host, view, used=1)


def _count(proposal: Proposal, host: str, view: str, seen: int = 0, used: int = 0) -> None:
    day: date = clock.local(clock.now()).date()
    row = insert_into(Sighting).values(
        proposal_id=proposal.id, origin=host, view=view, day=day, seen=seen, used=used
    )
    more = {"seen": Sighting.seen + seen, "used": Sighting.used + used}
    keys = ["proposal_id", "origin", "view", "day"]
    db.session.execute(row.on_conflict_do_update(index_elements=keys, set_=more))
