"""Delivering mail."""

from uuid import UUID

from consult.core.db import roll_back, writing
from consult.core.mail import deliver
from consult.jobs import queries, rules
from consult.jobs.registry import task


@task("jobs.deliver", alone=True)
def deliver_mail(mail_id: str) -> None:
    """Deliver at least once, always under the same Message-ID, then forget the words."""
    mail = queries.mail(UUID(mail_id))
    if mail is None or mail.sent_at is not None:
        roll_back()
        return
    letter = (mail.to, mail.subject, mail.text, mail.message_id, mail.unsubscribe)
    roll_back()
    left = deliver(*letter)
    with writing():
        rules.note_sent(UUID(mail_id), keep_text=not left)
