"""Reports, moderation actions, and the restricted store of originals."""

from consult.moderation.models.actions import ModerationAction
from consult.moderation.models.acts import ACTS, DONE, FOUND_BY, REASONS, Act, FoundBy, Reason
from consult.moderation.models.cases import AT_RISK, CASE_KINDS, ORDINARY, Case, CaseKind
from consult.moderation.models.legal import (
    POSITIONS,
    ComplaintNote,
    DataComplaint,
    LegalNotice,
    LegalStep,
    Position,
    RiskAnswer,
    SafetyPosition,
)
from consult.moderation.models.originals import Original, OriginalReading
from consult.moderation.models.reports import Report

__all__ = [
    "ACTS",
    "AT_RISK",
    "CASE_KINDS",
    "DONE",
    "FOUND_BY",
    "ORDINARY",
    "POSITIONS",
    "REASONS",
    "Act",
    "Case",
    "CaseKind",
    "ComplaintNote",
    "DataComplaint",
    "FoundBy",
    "LegalNotice",
    "LegalStep",
    "ModerationAction",
    "Original",
    "OriginalReading",
    "Position",
    "Reason",
    "Report",
    "RiskAnswer",
    "SafetyPosition",
]
