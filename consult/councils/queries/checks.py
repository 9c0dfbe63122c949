"""Questions about how a council has comments checked."""

from consult.core.db import db
from consult.core.personal_data.allowed import Allowed
from consult.councils.models import Checks, Council


def checks_of(council: Council) -> Checks:
    """What a council chose, or what holds where it chose nothing."""
    return db.session.get(Checks, council.id) or Checks(
        council_id=council.id,
        publishes_held=False,
        phones=[],
        mailboxes=[],
        postcodes=[],
        names=[],
        cues_added=[],
        cues_removed=[],
    )


def allowed_by(council: Council, checks: Checks) -> Allowed:
    """What looks like a private detail and is the council's own, or an office holder's name."""
    return Allowed(
        phones=tuple(checks.phones),
        mailboxes=(council.contact_email, *checks.mailboxes),
        domains=(council.contact_email.rpartition("@")[2],),
        postcodes=tuple(checks.postcodes),
        names=tuple(checks.names),
    )


def duty_contact(council: Council) -> str:
    """Who is told at once where somebody may come to harm."""
    return checks_of(council).duty_email or council.contact_email
