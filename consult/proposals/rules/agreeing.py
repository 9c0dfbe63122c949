"""A second pair of eyes: reasons for warnings, sending, agreeing, asking for changes."""

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils import queries as councils
from consult.councils.models import Role
from consult.proposals import answers, letters, queries
from consult.proposals.models import Agreement, CheckReason, Proposal, Status
from consult.proposals.preparation import draft_hash, preparation
from consult.proposals.readiness import IDS
from consult.proposals.rules.clockwork import held
from consult.proposals.rules.drafts import check_may_edit

LONGEST = 1_000
SECOND = (Role.OFFICER, Role.OWNER, Role.DECISION_MAKER)


def give_check_reason(editor: Person, proposal: Proposal, check_id: str, reason: str) -> None:
    """Write down why to go on in spite of a warning; the reason is published."""
    proposal = held(proposal)
    if check_id not in IDS:
        raise Refused(_("The checklist has no such line."))
    check_may_edit(proposal)
    words = checked_words("reason", reason, _("Write the reason in a sentence or two."))
    given = queries.check_reason(proposal, check_id)
    if given is not None and given.reason == words:
        return
    if given is None:
        given = CheckReason(proposal_id=proposal.id, check_id=check_id)
        db.session.add(given)
    given.reason, given.given_by, given.given_at = words, editor, clock.now()
    if proposal.status in (Status.INTERNAL_REVIEW, Status.READY):
        _move(proposal, Status.DRAFT)
    db.session.flush()


def send_for_agreement(officer: Person, proposal: Proposal) -> None:
    """Ask a second person to agree, with a mail to each who can; nothing incomplete is sent."""
    proposal = held(proposal)
    if proposal.status is Status.INTERNAL_REVIEW:
        return
    if proposal.status is not Status.DRAFT:
        raise Refused(_("This proposal is not a draft."))
    check_ready(proposal)
    _move(proposal, Status.INTERNAL_REVIEW)
    for person in _seconds(proposal):
        letters.ask_to_agree(officer, proposal, person)
    db.session.flush()


def agree(person: Person, proposal: Proposal) -> None:
    """Agree, as a second person, that residents may see this draft."""
    proposal = held(proposal)
    waits = proposal.status is Status.INTERNAL_REVIEW
    said = [each for each in _said(proposal) if each.person_id == person.id]
    if not waits and any(each.agrees for each in said):
        return
    if not may_agree(person, proposal):
        raise Refused(_("You worked on this draft. Somebody else has to agree."))
    if not waits and not proposal.version_number:
        raise Refused(_("This draft has not been sent for agreement."))
    check_may_edit(proposal)
    check_ready(proposal)
    _say(person, proposal, agrees=True, words=None)
    if waits:
        _move(proposal, Status.READY)
    db.session.flush()


def ask_for_changes(person: Person, proposal: Proposal, words: str) -> None:
    """Send a draft back with what should change."""
    proposal = held(proposal)
    words = checked_words("words", words, _("Say what should change."))
    waits = proposal.status in (Status.INTERNAL_REVIEW, Status.READY)
    said = [each for each in _said(proposal) if each.person_id == person.id]
    if not waits and any(each.words == words and not each.agrees for each in said):
        return
    if not may_agree(person, proposal):
        raise Refused(_("You worked on this draft. Somebody else has to look at it."))
    if not waits:
        if not proposal.version_number:
            raise Refused(_("This draft has not been sent for agreement."))
        check_may_edit(proposal)
    _say(person, proposal, agrees=False, words=words)
    if not proposal.version_number:
        _move(proposal, Status.DRAFT)
    db.session.flush()


def may_agree(person: Person, proposal: Proposal) -> bool:
    """A second person neither began the draft nor changed it."""
    return person.id != proposal.author_id and str(person.id) not in proposal.editors


def is_agreed(proposal: Proposal) -> bool:
    """A second person agreed to the draft as it is now, and nobody asks for changes."""
    said = _said(proposal)
    return any(each.agrees for each in said) and all(each.agrees for each in said)


def check_ready(proposal: Proposal) -> None:
    """Refuse a draft with gaps, naming what stands in the way."""
    prepared = preparation(proposal, queries.check_reasons(proposal))
    if prepared.missing:
        names = answers.listed(str(field.label) for field in prepared.missing[:5])
        more = len(prepared.missing) - 5
        if more > 0:
            raise Refused(_("Still missing: %(names)s, and %(more)s more.", names=names, more=more))
        raise Refused(_("Still missing: %(names)s.", names=names))
    if prepared.blocking:
        names = answers.listed(check.title for check in prepared.blocking)
        raise Refused(_("The checklist asks you first to: %(names)s.", names=names))
    if prepared.without_reason:
        names = answers.listed(check.title for check in prepared.without_reason)
        raise Refused(_("Write a reason first for: %(names)s.", names=names))


def checked_words(field: str, words: str, ask: str) -> str:
    """Words that say something and are not too long."""
    words = words.replace("\r\n", "\n").strip()
    if not words:
        raise Invalid(field, ask)
    if len(words) > LONGEST:
        raise Invalid(field, _("Write 1,000 letters or fewer."))
    return words


def _seconds(proposal: Proposal) -> list[Person]:
    """Everybody who can agree to this draft, each once."""
    people = (member for role in SECOND for member in councils.staff_with(proposal.council, role))
    return [
        person
        for person in dict.fromkeys(people)
        if may_agree(person, proposal) and person.disabled_at is None
    ]


def _said(proposal: Proposal) -> list[Agreement]:
    return list(queries.agreements_on(proposal, _hash(proposal)))


def _hash(proposal: Proposal) -> str:
    return draft_hash(proposal, queries.check_reasons(proposal))


def _say(person: Person, proposal: Proposal, *, agrees: bool, words: str | None) -> None:
    said = [each for each in _said(proposal) if each.person_id == person.id]
    if said:
        said[0].agrees, said[0].words = agrees, words
        return
    db.session.add(
        Agreement(
            proposal_id=proposal.id,
            person=person,
            draft_hash=_hash(proposal),
            agrees=agrees,
            words=words,
        )
    )


def _move(proposal: Proposal, status: Status) -> None:
    """Residents do not see a draft, so its steps stay out of the record."""
    proposal.status, proposal.status_since = status, clock.now()
