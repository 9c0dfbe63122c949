"""What people may say in a report."""

from typing import Any

from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from consult.core import _l
from consult.core.forms import TrapForm
from consult.moderation.forms.fields import tidy
from consult.moderation.models import Reason

FOR_REPORTERS = {
    Reason.ABUSE_OR_THREAT: _l("It threatens or insults somebody"),
    Reason.HATE: _l("It spreads hate about who people are"),
    Reason.PERSONAL_DATA: _l("It shows somebody’s private details"),
    Reason.PERSONAL_DATA_CHILD: _l("It shows a child’s private details"),
    Reason.DEFAMATION_RISK: _l("It makes a serious claim about a named person"),
    Reason.CONTEMPT_OR_LEGAL: _l("It could affect a court case"),
    Reason.CONFIDENTIAL_CASE: _l("It is about a live case, such as a care case"),
    Reason.ILLEGAL_OTHER: _l("It breaks the law in another way"),
    Reason.IMPERSONATION: _l("It pretends to be from somebody else"),
    Reason.DUPLICATE_ACCOUNT: _l("One person seems to be posting as several"),
    Reason.SPAM_OR_ADVERT: _l("It is advertising or spam"),
    Reason.OFF_TOPIC: _l("It is not about this proposal"),
    Reason.ELECTION_SENSITIVE: _l("It is about a party or candidate just before an election"),
    Reason.UNREADABLE: _l("It cannot be read"),
}


FOR_AUTHORS = {Reason.AUTHOR_REQUEST: _l("I wrote it and would like it taken down")}


class ReportForm(TrapForm):
    """Why a comment should be looked at."""

    reason = RadioField(
        _l("What is wrong with this comment?"),
        coerce=Reason,
        validators=[InputRequired(_l("Choose what is wrong with this comment."))],
    )
    words = TextAreaField(
        _l("Anything a moderator should know"),
        description=_l("Do not repeat private details here."),
        filters=[tidy],
        validators=[Optional(), Length(max=500, message=_l("Use 500 characters or fewer."))],
    )

    def __init__(self, *args: Any, is_author: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = FOR_REPORTERS | (FOR_AUTHORS if is_author else {})
        self.reason.choices = [(reason.value, label) for reason, label in offered.items()]
