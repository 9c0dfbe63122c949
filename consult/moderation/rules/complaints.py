"""Complaints about data protection: taken, acknowledged at once, answered, forgotten."""

import hashlib
from datetime import timedelta

from consult.accounts.models import Person
from consult.accounts.rules import normal_email
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils import queries as councils
from consult.councils.models import Council
from consult.moderation import letters, queries
from consult.moderation.models import ComplaintNote, DataComplaint

NEWS_WITHIN = timedelta(days=30)
COMPLAINTS_KEPT = timedelta(days=365)


def complain(council: Council, name: str, email: str, words: str) -> DataComplaint:
    """Take a complaint and acknowledge it at once; sent twice, it is one."""
    council = councils.locked_council(council)
    email = normal_email(email)
    key = hashlib.sha256(f"{email}\x1f{words}".encode()).hexdigest()
    sent = queries.complaint_sent(council, key)
    if sent is not None:
        return sent
    now = clock.now()
    complaint = DataComplaint(
        council=council,
        sent_key=key,
        name=name,
        email=email,
        words=words,
        acknowledged_at=now,
        due_at=now + NEWS_WITHIN,
        created_at=now,
    )
    db.session.add(complaint)
    db.session.flush()
    letters.acknowledge(complaint)
    return complaint


def tell(owner: Person, complaint: DataComplaint, words: str, is_outcome: bool) -> ComplaintNote:
    """Tell the person how it goes on or how it ended; the same words twice are told once."""
    notes = queries.complaint_notes(complaint)
    if notes and (notes[-1].words, notes[-1].is_outcome) == (words, is_outcome):
        return notes[-1]
    if complaint.closed_at is not None:
        raise Refused(_("This complaint has its outcome. Write to the person if you need to."))
    if not words:
        raise Invalid("words", _("Write what the person should know."))
    now = clock.now()
    note = ComplaintNote(
        complaint_id=complaint.id, by=owner, is_outcome=is_outcome, words=words, created_at=now
    )
    db.session.add(note)
    complaint.due_at = now + NEWS_WITHIN
    if is_outcome:
        complaint.closed_at = now
    db.session.flush()
    letters.tell_progress(complaint, note)
    return note


def forget_complaints() -> int:
    """Forget who complained about what, a year after the outcome."""
    now = clock.now()
    closed = queries.complaints_to_erase(now - COMPLAINTS_KEPT)
    for complaint in closed:
        complaint.name = complaint.email = complaint.words = ""
        complaint.sent_key = complaint.id.hex
        complaint.erased_at = now
        for note in queries.complaint_notes(complaint):
            note.words = ""
    return len(closed)
