"""Reports, moderation actions, and the restricted store of originals."""

from consult.moderation.models.actions import ModerationAction
from consult.moderation.models.acts import ACTS, DONE, FOUND_BY, REASONS, Act, FoundBy, Reason
from consult.moderation.models.cases import AT_RISK, CASE_KINDS, CLAIM, ORDINARY, Case, CaseKind
from consult.moderation.models.originals import Original, OriginalReading
from consult.moderation.models.reports import Report

__all__ = [
    "ACTS",
    "AT_RISK",
    "CASE_KINDS",
    "CLAIM",
    "DONE",
    "FOUND_BY",
    "ORDINARY",
    "REASONS",
    "Act",
    "Case",
    "CaseKind",
    "FoundBy",
    "ModerationAction",
    "Original",
    "OriginalReading",
    "Reason",
    "Report",
]
