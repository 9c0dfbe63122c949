"""What the council says to a theme."""

from datetime import date

from sqlalchemy import select

from consult.accounts.models import Person
from consult.analysis.models import Disposition, Theme
from consult.analysis.rules import LONGEST_TEXT, check_disposition, check_workable
from consult.core import _
from consult.core.db import db
from consult.core.errors import Invalid
from consult.decisions.models import Answer
from consult.participation.texts import tidy


def answer_theme(
    officer: Person,
    theme: Theme,
    disposition: Disposition,
    text: str,
    reason: str | None = None,
    by_when: date | None = None,
) -> Answer:
    """Answer a theme, in place of any answer it had."""
    check_workable(officer, theme.proposal)
    reason, by_when = check_disposition(disposition, reason, by_when)
    text = tidy(text)
    if not text:
        raise Invalid("text", _("Say what the council will do."))
    if len(text) > LONGEST_TEXT:
        raise Invalid("text", _("The answer must be 2,000 characters or fewer."))
    answer = db.session.scalar(select(Answer).filter_by(theme_id=theme.id)) or Answer(theme=theme)
    answer.disposition, answer.text = disposition, text
    answer.reason, answer.by_when = reason, by_when
    answer.answered_by_id = officer.id
    db.session.add(answer)
    db.session.flush()
    return answer
