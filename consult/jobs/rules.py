"""What becomes of a mail once it was delivered."""

from uuid import UUID

from consult.core import clock
from consult.jobs import queries


def note_sent(mail_id: UUID, *, keep_text: bool) -> None:
    """Note when it left; keep its words only where nobody else has them: in the demo."""
    mail = queries.mail(mail_id)
    if mail is None:
        return
    mail.sent_at = clock.now()
    if not keep_text:
        mail.text = ""
