"""What was said on paper, by phone or at an event: typed in by one, checked by another, counted."""

import secrets
from datetime import date

from sqlalchemy.exc import IntegrityError

from consult.accounts import rules as accounts
from consult.accounts.models import Channel, Person
from consult.accounts.tokens import token_hash
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.participation import queries
from consult.participation.models import VOTES, Batch, BatchState, OfflineResponse, Stance
from consult.participation.rules.comments import post_comment
from consult.participation.rules.openness import check_open
from consult.participation.rules.saying import check_body
from consult.participation.rules.screening import Private
from consult.participation.rules.votes import cast_vote
from consult.participation.texts import tidy
from consult.proposals.models import Proposal

MOST = 200
LONGEST_SOURCE = 200
LONGEST_REFERENCE = 40
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that reads like another
RECEIPT = 12


def open_batch(
    typist: Person, proposal: Proposal, channel: Channel, source: str, received_on: date
) -> Batch:
    """Begin to type in responses that came together."""
    check_open(proposal)
    source = _line("source", source, LONGEST_SOURCE, _("Say where the responses come from."))
    _check_day(proposal, received_on)
    batch = Batch(
        proposal=proposal,
        number=queries.batch_count(proposal) + 1,
        channel=channel,
        source=source,
        received_on=received_on,
        typed_by=typist,
    )
    db.session.add(batch)
    db.session.flush()
    return batch


def add_response(
    typist: Person, batch: Batch, reference: str, stance: Stance | None, body: str
) -> tuple[OfflineResponse, str]:
    """Type in what one person said; the receipt code is told once and kept as a hash."""
    _hold_to_type(typist, batch)
    if queries.response_count(batch) >= MOST:
        raise Refused(_("A batch holds 200 responses. Begin another for the rest."))
    code = new_receipt()
    response = OfflineResponse(batch=batch, receipt_hash=receipt_hash(code))
    _fill(response, reference, stance, body)
    _add(response)
    return response, code


def change_response(
    typist: Person, response: OfflineResponse, reference: str, stance: Stance | None, body: str
) -> None:
    """Put right what was typed, before it is counted."""
    _hold_to_type(typist, response.batch)
    _fill(response, reference, stance, body)
    _add(response)


def check_typing(batch: Batch) -> None:
    """Refuse where nothing can be put right any more."""
    if batch.state is not BatchState.TYPING:
        raise Refused(_("This batch was sent to be checked, so it can no longer be changed."))


def remove_response(typist: Person, response: OfflineResponse) -> None:
    """Take out what does not belong here, before it is counted."""
    _hold_to_type(typist, response.batch)
    db.session.delete(response)
    db.session.flush()


def send_batch(typist: Person, batch: Batch) -> None:
    """Ask a second person to compare the batch with the originals."""
    queries.hold_batch(batch)
    if batch.state is not BatchState.TYPING:
        return
    _hold_to_type(typist, batch)
    if not queries.response_count(batch):
        raise Refused(_("Type in at least one response first."))
    batch.state, batch.returned = BatchState.WAITING, None
    db.session.flush()


def return_batch(checker: Person, batch: Batch, words: str) -> None:
    """Give a batch back, saying what does not agree with the originals."""
    words = _line("words", words, 1000, _("Say what has to be put right."))
    queries.hold_batch(batch)
    if batch.state is not BatchState.WAITING:
        raise Refused(_("This batch does not wait to be checked any more."))
    _check_second(checker, batch)
    batch.state, batch.returned = BatchState.TYPING, words
    db.session.flush()


def count_batch(checker: Person, batch: Batch) -> None:
    """Let every response of a batch count, as its own person's and nobody else's."""
    check_open(batch.proposal)
    queries.hold_batch(batch)
    if batch.state is BatchState.COUNTED:
        return
    if batch.state is not BatchState.WAITING:
        raise Refused(_("This batch is still being typed in."))
    _check_second(checker, batch)
    responses = queries.responses_of(batch)
    for response in responses:
        _count(batch, response)
    batch.state, batch.checked_by, batch.checked_at = BatchState.COUNTED, checker, clock.now()
    record(
        Fact.RESPONSES_ADDED,
        council=batch.proposal.council,
        proposal=batch.proposal,
        by="officer",
        batch=batch.number,
        channel=batch.channel,
        responses=len(responses),
    )
    db.session.flush()


def new_receipt() -> str:
    """Sixty random bits in letters that can be read aloud: `7KQ2-M9XD-4TRP`."""
    letters = [secrets.choice(LETTERS) for _letter in range(RECEIPT)]
    return "-".join("".join(letters[at : at + 4]) for at in range(0, RECEIPT, 4))


def receipt_hash(typed: str) -> str:
    """The form in which a receipt is kept, however its letters were spaced."""
    plain = "".join(letter for letter in typed.upper() if letter.isalnum())
    return token_hash(f"receipt:{plain}")


def _count(batch: Batch, response: OfflineResponse) -> None:
    person = accounts.person_by_channel(batch.channel)
    if response.stance is not None:
        cast_vote(person, batch.proposal, response.stance)
    if response.body:
        stance = response.stance or Stance.UNSURE
        said = post_comment(person, batch.proposal, stance, response.body, private=Private.KEEP)
        response.comment_id = said.id
        response.body = ""  # from now on the words are the comment's, and moderated with it
    response.person_id = person.id
    db.session.flush()


def _fill(response: OfflineResponse, reference: str, stance: Stance | None, body: str) -> None:
    response.reference = _line(
        "reference", reference, LONGEST_REFERENCE, _("Enter the number written on the original.")
    )
    words = check_body(body) if tidy(body) else None
    if stance is None and words is None:
        raise Invalid("stance", _("Choose a view, or type in what the person said."))
    if stance is not None and stance not in VOTES:
        raise Invalid("stance", _("Choose one of the views."))
    response.stance, response.body = stance, words


def _add(response: OfflineResponse) -> None:
    try:
        with db.session.begin_nested():
            db.session.add(response)
    except IntegrityError as error:
        raise Invalid(
            "reference", _("This batch already holds a response with that number.")
        ) from error


def _hold_to_type(typist: Person, batch: Batch) -> None:
    check_open(batch.proposal)
    queries.hold_batch(batch)
    if batch.typed_by_id != typist.id:
        raise Refused(_("Only the person who began this batch types in it."))
    check_typing(batch)


def _check_second(checker: Person, batch: Batch) -> None:
    if batch.typed_by_id == checker.id:
        raise Refused(_("Somebody else has to check what you typed in."))


def _check_day(proposal: Proposal, received_on: date) -> None:
    today = clock.local(clock.now()).date()
    if received_on > today:
        raise Invalid("received_on", _("Enter a day that has come."))
    if proposal.opens_at and received_on < clock.local(proposal.opens_at).date():
        raise Invalid("received_on", _("Enter a day on which this was open."))


def _line(field: str, text: str, longest: int, missing: str) -> str:
    words = " ".join(tidy(text).split())
    if not words:
        raise Invalid(field, missing)
    if len(words) > longest:
        raise Invalid(field, _("Shorten this to %(longest)d characters or fewer.", longest=longest))
    return words
