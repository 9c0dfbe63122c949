"""What the mails of these tests say."""

import re

from consult.core.db import db
from consult.jobs.models import Mail


def mails():
    return db.session.query(Mail).order_by(Mail.queued_at, Mail.id).all()


def link_and_code():
    text = mails()[-1].text
    return (
        re.search(r"/confirm/link/[\w-]+", text).group(),
        "".join(re.search(r"\b(\d{3}) (\d{3})\b", text).groups()),
    )


def wrong(code):
    return f"{(int(code) + 1) % 1_000_000:06d}"
