"""The gate, and the signature of a second person."""

from collections import Counter
from typing import Any

from consult.accounts.models import Person
from consult.analysis import queries as analysis
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _, clock, ngettext
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.decisions import queries
from consult.decisions.models import Decision
from consult.decisions.report import fingerprint
from consult.participation.texts import tidy
from consult.proposals import queries as held
from consult.proposals import rules as proposals
from consult.proposals.models import AFTER_CLOSE, Proposal, Status


def missing(decided: Decision | None) -> list[str]:
    """Name what a draft lacks before somebody can sign it."""
    if decided is None or decided.verdict is None:
        return [str(_("Write what was decided and why."))]
    lacks = []
    changes = queries.changes(decided)
    if "changes" in decided.verdict.value and not changes:
        lacks.append(str(_("Name at least one change, or choose another outcome.")))
    lacks.extend(
        str(_("Say which theme or comment change %(n)s comes from.", n=one.change.position))
        for one in changes
        if not one.themes and not one.comments
    )
    if decided.review_on is None:
        lacks.append(str(_("Give the date on which this is checked again.")))
    return lacks


def send_for_signature(officer: Person, proposal: Proposal) -> Decision:
    """Hand the report to the decision-maker; not while anything is unanswered."""
    proposal = held.locked_proposal(proposal)
    decided = queries.draft(proposal)
    if decided is not None and decided.sent_at is not None:
        return decided
    if proposal.status_now not in AFTER_CLOSE:
        raise Refused(_("A decision is sent for signature after the round has closed."))
    _check_gate(proposal)
    if lacks := missing(decided):
        raise Refused(" ".join(lacks))
    assert decided is not None
    if str(officer.id) not in decided.editors:
        decided.editors = [*decided.editors, str(officer.id)]
    decided.sent_at, decided.returned_words = clock.now(), None
    db.session.flush()
    proposals.mark_decision_drafted(proposal)
    decided.report_hash = fingerprint(decided)
    db.session.flush()
    return decided


def take_back(officer: Person, proposal: Proposal) -> None:
    """Take a sent draft back, to work on it again."""
    proposal = held.locked_proposal(proposal)
    decided = queries.draft(proposal)
    if decided is None or decided.sent_at is None:
        return
    _check_unpublished(decided)
    if str(officer.id) not in decided.editors:
        decided.editors = [*decided.editors, str(officer.id)]
    decided.sent_at = decided.report_hash = None
    proposals.mark_decision_returned(proposal, by="officer")
    db.session.flush()


def return_draft(_signer: Person, proposal: Proposal, words: str) -> None:
    """Give a draft back to its authors with what should be different."""
    proposal = held.locked_proposal(proposal)
    words = tidy(words)
    if not words:
        raise Invalid("words", _("Say what should be different."))
    earlier = queries.draft(proposal)
    if earlier is not None and earlier.sent_at is None and earlier.returned_words == words:
        return
    decided = _sent(proposal)
    decided.sent_at = decided.report_hash = None
    decided.returned_words = words
    proposals.mark_decision_returned(proposal)
    db.session.flush()


def sign(signer: Person, proposal: Proposal, read_all: bool) -> Decision:
    """Publish the decision under the signature of somebody who did not write it."""
    proposal = held.locked_proposal(proposal)
    decided = queries.draft(proposal)
    if decided is not None and decided.signed_by_id == signer.id:
        return decided
    decided = _sent(proposal)
    if signer.id in queries.writers(decided):
        raise Refused(_("Nobody signs what they wrote. Another decision-maker must sign this."))
    if not read_all:
        raise Invalid("read_all", _("Confirm that you have read the whole report."))
    _check_gate(proposal)
    if fingerprint(decided) != decided.report_hash:
        raise Refused(_("The report has changed since it was sent. It must be sent again."))
    decided.signed_by, decided.signed_at = signer, clock.now()
    _record(decided)
    proposals.mark_decided(proposal, clock.now())
    db.session.flush()
    return decided


def _sent(proposal: Proposal) -> Decision:
    decided = queries.draft(proposal)
    if decided is None or proposal.status is not Status.DECISION_DRAFTED:
        raise Refused(_("No decision waits for a signature here."))
    _check_unpublished(decided)
    return decided


def _check_unpublished(decided: Decision) -> None:
    if decided.is_published:
        raise Refused(_("The decision is published, so it can no longer change."))


def _check_gate(proposal: Proposal) -> None:
    gate = queries.gate(proposal)
    lacks = []
    if comments := gate.comments_without_outcome:
        lacks.append(
            ngettext(
                "%(num)s comment has no outcome yet.",
                "%(num)s comments have no outcome yet.",
                comments,
            )
        )
    if themes := gate.themes_without_answer:
        lacks.append(
            ngettext(
                "%(num)s theme has no answer yet.", "%(num)s themes have no answer yet.", themes
            )
        )
    if lacks:
        raise Refused(" ".join(lacks))


def _record(decided: Decision) -> None:
    proposal = decided.proposal
    answers = queries.answers(proposal)
    own = analysis.outcomes(proposal)
    given = Counter(one.disposition.value for one in answers.values())
    given.update(one.disposition.value for one in own)
    coverage = analysis.coverage(proposal)
    about: dict[str, Any] = {
        "council": proposal.council,
        "proposal": proposal,
        "by": "decision_maker",
    }
    record(
        Fact.SUMMARY_PUBLISHED,
        **about,
        themes=len(answers),
        comments=coverage.total,
        outcomes=dict(given),
    )
    entry = record(
        Fact.DECISION_PUBLISHED,
        **about,
        verdict=decided.verdict,
        version=proposal.version_number,
        changes=len(queries.changes(decided)),
        comments=coverage.total,
        themes=len(answers),
        report_hash=decided.report_hash,
        drafted_by="officer",
        signed_by="decision_maker",
    )
    decided.log_seq = entry.seq
