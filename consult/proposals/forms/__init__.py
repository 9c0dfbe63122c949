"""The shape of what staff type about proposals."""

from consult.proposals.forms.actions import (
    AgreeForm,
    ChangesForm,
    CheckReasonForm,
    ConfirmForm,
    ExtendForm,
    ReasonForm,
    ReopenForm,
    StartForm,
    VersionForm,
)
from consult.proposals.forms.sections import SectionForm, section_form

__all__ = [
    "AgreeForm",
    "ChangesForm",
    "CheckReasonForm",
    "ConfirmForm",
    "ExtendForm",
    "ReasonForm",
    "ReopenForm",
    "SectionForm",
    "StartForm",
    "VersionForm",
    "section_form",
]
