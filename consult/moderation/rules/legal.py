"""A notice of defamation: given, passed to the author, answered, decided, forgotten."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from consult.accounts.models import Person
from consult.accounts.rules import normal_email
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.moderation import letters, queries
from consult.moderation.models import LegalNotice, LegalStep, Reason
from consult.moderation.notices import MOVES, Event, Step, act_by, due
from consult.moderation.rules.cases import open_legal_case
from consult.moderation.rules.deciding import hide
from consult.participation import rules as participation
from consult.participation.models import Comment

LEGAL_KEPT = timedelta(days=365)
REMOVING = {
    Event.CANNOT_CONTACT,
    Event.REPOSTED,
    Event.NO_ANSWER,
    Event.REMOVE,
    Event.FALSE_DETAILS,
}


@dataclass(frozen=True)
class Particulars:
    """What somebody says who gives notice."""

    name: str
    email: str
    said: str
    meaning: str
    wrong: str
    cannot_sue: bool
    may_share: bool

    @property
    def missing(self) -> list[str]:
        """What the law asks for and was not said."""
        names = ("name", "said", "meaning", "wrong", "cannot_sue")
        return [name for name in names if not getattr(self, name)]


@dataclass(frozen=True)
class Reply:
    """What the author of the words answers."""

    agrees: bool
    name: str = ""
    address: str = ""
    may_share: bool = False


def give_notice(comment: Comment, said: Particulars) -> LegalNotice:
    """Take a notice and start its clock; the same notice twice is one."""
    participation.hold(comment)
    email = normal_email(said.email)
    key = hashlib.sha256(f"{email}\x1f{said.said}\x1f{said.meaning}".encode()).hexdigest()
    given = queries.notice_sent(comment, key)
    if given is not None:
        return given
    if not comment.is_readable:
        raise Refused(_("These words are no longer public, so there is nothing to take down."))
    now = clock.now()
    case = open_legal_case(comment.proposal.council, comment.proposal, comment)
    notice = LegalNotice(
        council=comment.proposal.council,
        comment=comment,
        case=case,
        sent_key=key,
        step=Step.RECEIVED,
        due_at=due(Step.RECEIVED, now),
        name=said.name,
        email=email,
        said=said.said,
        meaning=said.meaning,
        wrong=said.wrong,
        missing=said.missing,
        may_share=said.may_share,
        created_at=now,
    )
    db.session.add(notice)
    case.due_at = notice.due_at or now
    db.session.flush()
    letters.tell_complainant(notice, None)
    return notice


def take_step(member: Person, notice: LegalNotice, event: Event) -> LegalNotice:
    """Do what the law allows next, and tell who has to know; asking twice does it once."""
    participation.hold(notice.comment)
    if notice.comment.author_id == member.id:
        raise Refused(_("You wrote this comment. Somebody else has to handle the notice."))
    if queries.step_taken(notice, event) is not None:
        return notice
    if event not in queries.next_events(notice):
        raise Refused(_("This is not the next step of this notice. Look at it again."))
    if event in REMOVING:
        hide(member, notice.comment, Reason.DEFAMATION_RISK)
    _move(notice, event, member)
    if event is Event.CONTACT:
        letters.ask_author(notice)
    letters.tell_complainant(notice, event)
    return notice


def answer_notice(author: Person, notice: LegalNotice, reply: Reply) -> LegalNotice:
    """Take the author's answer; words stay only for an author who says who they are."""
    event = Event.AGREE if reply.agrees else Event.DISPUTE
    if queries.step_taken(notice, event) is not None:
        return notice
    if notice.comment.author_id != author.id or notice.step is not Step.ASKED:
        raise Refused(_("This notice has been answered. Nothing more is needed from you."))
    if notice.due_at is not None and notice.due_at <= clock.now():
        raise Refused(_("The five days to answer are over. The council decides now."))
    if not reply.agrees:
        for field in ("name", "address"):
            if not getattr(reply, field):
                raise Invalid(field, _("If the words are to stay, the law asks for this."))
        notice.author_name, notice.author_address = reply.name, reply.address
        notice.author_may_share = reply.may_share
    _move(notice, event, None)
    return notice


def forget_notices() -> int:
    """Forget who was in a notice a year after it was closed; its steps stay."""
    now = clock.now()
    closed = queries.legal_notices_to_erase(now - LEGAL_KEPT)
    for notice in closed:
        for field in ("name", "email", "said", "meaning", "wrong", "author_name", "author_address"):
            setattr(notice, field, "")
        notice.sent_key, notice.erased_at = notice.id.hex, now
    return len(closed)


def _move(notice: LegalNotice, event: Event, by: Person | None) -> None:
    now = clock.now()
    notice.step = MOVES[notice.step, event]
    notice.due_at = due(notice.step, now)
    council_by = act_by(notice.step, now)
    if council_by is None:
        notice.closed_at = notice.case.settled_at = now
    else:
        notice.case.due_at = council_by
    by_id = by.id if by else None
    db.session.add(LegalStep(notice_id=notice.id, event=event, by_id=by_id, created_at=now))
    db.session.flush()
