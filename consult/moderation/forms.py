"""What people may say in a report, and how a moderator decides."""

from collections.abc import Sequence
from typing import Any
from unicodedata import normalize

from wtforms import FieldList, FormField, RadioField, SelectField, StringField, TextAreaField
from wtforms import Form as Part
from wtforms.validators import InputRequired, Length, Optional

from consult.core import _l
from consult.core.forms import Form
from consult.moderation.models import Act, Reason
from consult.moderation.redaction import Detail, Span
from consult.moderation.rules import Order

ROWS = 4
MOST_ROWS = 20

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


def _tidy(text: str | None) -> str:
    """Words without stray ends; the form refuses hidden characters, so none need be repeated."""
    text = (text or "").replace("\x00", "")
    return normalize("NFC", text.replace("\r\n", "\n").strip())


class ReportForm(Form):
    """Why a comment should be looked at."""

    reason = RadioField(
        _l("What is wrong with this comment?"),
        coerce=Reason,
        validators=[InputRequired(_l("Choose what is wrong with this comment."))],
    )
    words = TextAreaField(
        _l("Anything a moderator should know"),
        description=_l("Do not repeat private details here."),
        filters=[_tidy],
        validators=[Optional(), Length(max=500, message=_l("Use 500 characters or fewer."))],
    )

    def __init__(self, *args: Any, is_author: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = FOR_REPORTERS | (FOR_AUTHORS if is_author else {})
        self.reason.choices = [(reason.value, label) for reason, label in offered.items()]


class SpanPart(Part):
    """One piece of text to remove."""

    words = StringField(
        _l("Words to remove"),
        filters=[_tidy],
        validators=[Optional(), Length(max=300, message=_l("Use 300 characters or fewer."))],
    )
    detail = SelectField(
        _l("What they are"),
        choices=lambda: [(detail.value, detail.label) for detail in Detail],
        coerce=Detail,
        default=Detail.PHONE,
    )


def _reason_or_none(value: Any) -> Reason | None:
    return Reason(value) if value else None


class DecideForm(Form):
    """What a moderator does with a comment, and what its author is told."""

    act = RadioField(
        _l("What do you want to do?"),
        choices=lambda: [(act.value, act.label) for act in Act],
        coerce=Act,
        validators=[InputRequired(_l("Choose what you want to do."))],
    )
    spans = FieldList(
        FormField(SpanPart),
        label=_l("Words to remove"),
        min_entries=ROWS,
        max_entries=MOST_ROWS,
    )
    reason = SelectField(
        _l("Reason"),
        description=_l("Needed to hide or to remove details. Criticism is never one."),
        choices=lambda: [
            ("", _l("Choose a reason")),
            *((reason.value, reason.label) for reason in Reason),
        ],
        coerce=_reason_or_none,
        validators=[Optional()],
    )
    explanation = TextAreaField(
        _l("Add a sentence for the author"),
        description=_l("Do not repeat what you remove or hide."),
        filters=[_tidy],
        validators=[Optional(), Length(max=500, message=_l("Use 500 characters or fewer."))],
    )

    def offer(self, acts: Sequence[Act]) -> None:
        """Show only what the comment's state allows; what was sent twice is still understood."""
        self.act.choices = [(act.value, act.label) for act in acts]

    @property
    def order(self) -> Order:
        """What was asked for."""
        return Order(
            act=self.act.data,
            reason=self.reason.data,
            spans=tuple(
                Span(" ".join(row["words"].split()), row["detail"])
                for row in self.spans.data
                if row["words"]
            ),
            explanation=self.explanation.data or None,
        )


class EmptyForm(Form):
    """A button."""
