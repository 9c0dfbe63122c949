"""What somebody typed into a form that could not be taken, handed back to them alone."""

import re
from typing import Any

from flask import request, session
from flask_wtf.csrf import generate_csrf

from consult.core.security import READS

NEVER = {"csrf_token"}
NOT_WORDS = {"email", "code"}
KEY = re.compile(r"[a-z0-9_.:-]{0,60}|https?://\S*")


def context(*, again: bool, words: bool = True) -> dict[str, Any]:
    """The typed words, and with `again` all that is needed to send them once more."""
    if request.method in READS or not words:
        return {"words": [], "again": None}
    sent = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in NEVER and "\x00" not in value
    ]
    typed = [
        value for name, value in sent if name not in NOT_WORDS and not KEY.fullmatch(value.strip())
    ]
    if not (again and typed):
        return {"words": typed, "again": None}
    token = generate_csrf() if "_user_id" in session else ""
    return {"words": typed, "again": {"address": request.path, "sent": sent, "token": token}}
