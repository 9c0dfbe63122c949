"""Writing the questions; they freeze once anybody has answered."""

from dataclasses import dataclass
from typing import Any

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.participation.texts import tidy
from consult.proposals import queries as proposals
from consult.proposals.models import Proposal, Status
from consult.questionnaire import queries
from consult.questionnaire.kinds import Kind
from consult.questionnaire.models import Question

MOST_QUESTIONS = 30
MOST_OPTIONS = {Kind.CHOICE: 20, Kind.CHOICES: 20, Kind.MATRIX: 7, Kind.RANKING: 10}
MOST_ROWS = 10
LONGEST_OPTION = 120
LONGEST_WORDS = 300
LONGEST_HINT = 600
WRITTEN_IN = frozenset(
    {
        Status.DRAFT,
        Status.INTERNAL_REVIEW,
        Status.READY,
        Status.SCHEDULED,
        Status.OPEN,
        Status.PAUSED,
    }
)


@dataclass(frozen=True)
class Wording:
    """A question as an officer writes it."""

    kind: Kind
    words: str
    hint: str = ""
    options: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    low: int = 1
    high: int = 5
    low_words: str = ""
    high_words: str = ""
    is_required: bool = False
    is_protected: bool = False


def why_frozen(proposal: Proposal) -> str | None:
    """Why the questions can no longer be written, in a sentence; nothing while they can."""
    if proposal.status_now not in WRITTEN_IN:
        return _("The round has closed, so its questions stay as they were.")
    if queries.is_answered(proposal):
        return _(
            "Somebody has answered, so the questions stay as they are. "
            "You can stop asking one; its answers stay in the results."
        )
    return None


def add_question(_editor: Person, proposal: Proposal, wording: Wording) -> Question:
    """Put a question behind the others."""
    proposal = _writable(proposal)
    before = queries.every_question(proposal)
    if len(before) >= MOST_QUESTIONS:
        raise Refused(_("A questionnaire has 30 questions at most."))
    last = max((each.position for each in before), default=0)
    question = Question(proposal=proposal, position=last + 1, **_checked(wording))
    db.session.add(question)
    db.session.flush()
    return question


def change_question(_editor: Person, question: Question, wording: Wording) -> None:
    """Word a question anew."""
    _writable(question.proposal)
    for name, value in _checked(wording).items():
        setattr(question, name, value)
    db.session.flush()


def delete_question(_editor: Person, question: Question) -> None:
    """Take a question out."""
    _writable(question.proposal)
    db.session.delete(question)
    db.session.flush()


def move_question(_editor: Person, question: Question, up: bool) -> None:
    """Change places with the question before or after; at the end nothing happens."""
    proposal = _writable(question.proposal)
    order = list(queries.every_question(proposal))
    place = order.index(question)
    other = place - 1 if up else place + 1
    if 0 <= other < len(order):
        order[place], order[other] = order[other], order[place]
    for position, each in enumerate(order, 1):
        each.position = position
    db.session.flush()


def retire_question(_editor: Person, question: Question) -> None:
    """Stop asking a question that was answered; what was answered stays in the results."""
    proposal = proposals.locked_proposal(question.proposal)
    if proposal.status_now not in WRITTEN_IN:
        raise Refused(_("The round has closed, so its questions stay as they were."))
    if question.retired_at is None:
        question.retired_at = clock.now()
    db.session.flush()


def _writable(proposal: Proposal) -> Proposal:
    """Hold the proposal, so that nobody answers meanwhile; refuse where somebody has."""
    locked = proposals.locked_proposal(proposal)
    if why := why_frozen(locked):
        raise Refused(why)
    return locked


def _checked(wording: Wording) -> dict[str, Any]:
    kind = wording.kind
    words = _line(wording.words)
    if not words:
        raise Invalid("words", _("Write the question."))
    if len(words) > LONGEST_WORDS:
        raise Invalid("words", _("The question must be 300 characters or fewer."))
    hint = tidy(wording.hint)
    if len(hint) > LONGEST_HINT:
        raise Invalid("hint", _("The hint must be 600 characters or fewer."))
    is_scale = kind is Kind.SCALE
    if is_scale:
        _check_ends(wording)
    _check_protected(wording)
    return {
        "kind": kind,
        "words": words,
        "hint": hint or None,
        "options": _list("options", wording.options, MOST_OPTIONS[kind], 2)
        if kind.has_options
        else [],
        "rows": _list("rows", wording.rows, MOST_ROWS, 1) if kind is Kind.MATRIX else [],
        "low": wording.low if is_scale else 1,
        "high": wording.high if is_scale else 5,
        "low_words": (_line(wording.low_words) or None) if is_scale else None,
        "high_words": (_line(wording.high_words) or None) if is_scale else None,
        "is_required": wording.is_required,
        "is_protected": wording.is_protected,
    }


def _check_ends(wording: Wording) -> None:
    if wording.low not in (0, 1) or not 2 <= wording.high <= 10:
        raise Invalid("high", _("A scale begins at 0 or 1 and ends between 2 and 10."))
    for name, words in (("low_words", wording.low_words), ("high_words", wording.high_words)):
        if not _line(words):
            raise Invalid(name, _("Say in words what this end means."))
        if len(_line(words)) > 80:
            raise Invalid(name, _("Use 80 characters or fewer."))


def _check_protected(wording: Wording) -> None:
    if not wording.is_protected:
        return
    if not wording.kind.can_be_protected:
        raise Invalid(
            "is_protected",
            _("Ask about people themselves by one choice, several choices or a scale."),
        )
    if wording.is_required:
        raise Invalid("is_required", _("Nobody has to answer a question about themselves."))


def _list(field: str, given: tuple[str, ...], most: int, least: int) -> list[str]:
    lines = [line for line in map(_line, given) if line]
    if len(lines) < least:
        raise Invalid(field, _("Write at least %(least)s, one on each line.", least=least))
    if len(lines) > most:
        raise Invalid(field, _("Write %(most)s at most.", most=most))
    if len(set(lines)) < len(lines):
        raise Invalid(field, _("Each line must say something else."))
    if any(len(line) > LONGEST_OPTION for line in lines):
        raise Invalid(field, _("Keep each line to 120 characters."))
    return lines


def _line(text: str) -> str:
    return " ".join(tidy(text).split())
