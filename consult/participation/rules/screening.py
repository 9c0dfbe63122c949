"""What is looked for before words are public; nothing here looks at what somebody thinks."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from consult.core import _, search
from consult.core.cues.finding import find_cues
from consult.core.cues.kinds import CueKind, Phrase
from consult.core.db import db
from consult.core.errors import Invalid
from consult.core.html import RENDERER, plain_words, render_markdown
from consult.core.personal_data.finding import find, mask
from consult.core.personal_data.kinds import Confidence, Finding
from consult.core.words import fold
from consult.councils import queries as councils
from consult.councils.models import Council
from consult.jobs.outbox import later
from consult.participation.models import Comment, Held, HeldFor, Visibility
from consult.participation.queries import found

# The gravest first: what is both is held for the first.
CUES = {
    CueKind.SAFEGUARDING: HeldFor.DANGER,
    CueKind.THREAT: HeldFor.THREAT,
    CueKind.SLUR: HeldFor.ABUSE,
}
HELD_NOTICE = "held"


class Private(StrEnum):
    """What an author chose for private details in their words."""

    REMOVE = "remove"
    KEEP = "keep"


@dataclass(frozen=True)
class Screened:
    """What the public reads, what was written, and why it is held, if it is."""

    shown: str
    words: str
    why: HeldFor | None = None


def private_in(council: Council, body: str) -> tuple[Finding, ...]:
    """The private details in somebody's words."""
    checks = councils.checks_of(council)
    return find(body, councils.allowed_by(council, checks))


def is_surely_private(council: Council, body: str) -> bool:
    """Something in the words, as typed or as read, is private beyond doubt."""
    private = private_in(council, body)
    if any(one.confidence is Confidence.HIGH for one in private):
        return True
    return bool(_only_read(council, body, private, plain_words(render_markdown(body))))


def screen(council: Council, body: str, chosen: Private | None) -> Screened:
    """See what may be public; where details look private, their author chooses first."""
    private, read = private_in(council, body), plain_words(render_markdown(body))
    unseen = _only_read(council, body, private, read)
    if (private or unseen) and chosen is None:
        raise Invalid("private", _ask([*_listed(body, private), *_listed(read, unseen)]))
    if unseen and chosen is Private.REMOVE:
        listed = ", ".join(_listed(read, unseen))
        raise Invalid("body", _("Take this out yourself, please: %(details)s.", details=listed))
    if chosen is Private.REMOVE:
        body, private = mask(body, private, lambda one: one.kind.marker), ()
    why = held_for(council, body)
    if why is not None:
        return Screened("", body, why)
    if unseen:
        return Screened("", body, HeldFor.PRIVATE)
    if any(finding.confidence is Confidence.HIGH for finding in private):
        return Screened(mask(body, private, lambda one: one.kind.marker), body, HeldFor.PRIVATE)
    return Screened(body, body)


def held_for(council: Council, body: str) -> HeldFor | None:
    """Why words have to be looked at before anybody else reads them, if they have."""
    checks = councils.checks_of(council)
    extra = [Phrase(CueKind.SLUR, words) for words in checks.cues_added]
    texts = (body, plain_words(render_markdown(body)))
    found = (find_cues(text, extra, checks.cues_removed) for text in texts)
    cues = {cue.kind for cue in chain.from_iterable(found)}
    return next((why for kind, why in CUES.items() if kind in cues), None)


def screen_wording(council: Council, body: str) -> Screened:
    """The same for words that are meant to stand in the council's text (see `refuse_private`)."""
    why = held_for(council, body)
    return Screened("" if why else body, body, why)


def refuse_private(council: Council, field: str, body: str, besides: str) -> None:
    """Private details have no place in the council's text, besides what stands there already."""
    private = [
        finding
        for finding in private_in(council, body)
        if finding.confidence is Confidence.HIGH
        and body[finding.start : finding.end] not in besides
    ]
    if private:
        listed = ", ".join(_listed(body, private))
        raise Invalid(field, _("This looks private: %(details)s. Take it out.", details=listed))


def hold_back(comment: Comment, screened: Screened) -> None:
    """Keep words that were written from the public until a moderator has looked."""
    if screened.why is None:
        return
    comment.visibility = Visibility.REDACTED if screened.shown else Visibility.HELD
    comment.notice = None if comment.is_readable else HELD_NOTICE
    comment.body, comment.html = screened.shown, render_markdown(screened.shown)
    comment.renderer = RENDERER
    db.session.add(Held(comment_id=comment.id, why=screened.why, words=screened.words))
    db.session.flush()
    if comment.is_readable:
        search.keep(found.doc_of(comment))
    else:
        search.drop(found.KIND, comment.id)
    later("moderation.take_in", comment_id=str(comment.id))


def _only_read(council: Council, body: str, private: Sequence[Finding], read: str) -> list[Finding]:
    """What is beyond doubt in the words as they are read, and hidden in them as they are typed."""
    known = {fold(body[one.start : one.end]) for one in private}
    return [
        one
        for one in private_in(council, read)
        if one.confidence is Confidence.HIGH
        and not any(fold(read[one.start : one.end]) in typed for typed in known)
    ]


def _ask(listed: Sequence[str]) -> str:
    details = ", ".join(listed)
    return _("This looks private: %(details)s. Remove it, or choose who reads it.", details=details)


def _listed(text: str, findings: Sequence[Finding]) -> list[str]:
    return [f"“{text[one.start : one.end]}” ({one.kind.label})" for one in findings]
