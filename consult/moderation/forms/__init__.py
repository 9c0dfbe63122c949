"""What people may say in a report, and how a moderator decides."""

from consult.moderation.forms.appealing import AppealForm, RulingForm
from consult.moderation.forms.deciding import MOST_ROWS, ROWS, DecideForm, SpanPart
from consult.moderation.forms.desk import ViewForm
from consult.moderation.forms.fields import EmptyForm
from consult.moderation.forms.legal import (
    ComplaintForm,
    FindForm,
    NoteForm,
    NoticeForm,
    PositionForm,
    ReplyForm,
    RiskForm,
    StepForm,
)
from consult.moderation.forms.many import ManyForm
from consult.moderation.forms.reporting import FOR_AUTHORS, FOR_REPORTERS, ReportForm

__all__ = [
    "FOR_AUTHORS",
    "FOR_REPORTERS",
    "MOST_ROWS",
    "ROWS",
    "AppealForm",
    "ComplaintForm",
    "DecideForm",
    "EmptyForm",
    "FindForm",
    "ManyForm",
    "NoteForm",
    "NoticeForm",
    "PositionForm",
    "ReplyForm",
    "ReportForm",
    "RiskForm",
    "RulingForm",
    "SpanPart",
    "StepForm",
    "ViewForm",
]
