"""Reports, moderation actions, appeals, and the restricted store of originals."""

from consult.moderation.models.actions import ModerationAction
from consult.moderation.models.acts import (
    ACTS,
    COVERING,
    DONE,
    FOUND_BY,
    OF_A_THREAD,
    REASONS,
    Act,
    FoundBy,
    Reason,
)
from consult.moderation.models.appeals import OUTCOMES, Appeal, Outcome
from consult.moderation.models.asides import BECAUSES, AsidePerson, Because, VotesAside
from consult.moderation.models.cases import AT_RISK, CASE_KINDS, CLAIM, ORDINARY, Case, CaseKind
from consult.moderation.models.desk import Digest, QueueView
from consult.moderation.models.grounds import GROUNDS, Ground, ground_of
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
    "BECAUSES",
    "CASE_KINDS",
    "CLAIM",
    "COVERING",
    "DONE",
    "FOUND_BY",
    "GROUNDS",
    "OF_A_THREAD",
    "ORDINARY",
    "OUTCOMES",
    "POSITIONS",
    "REASONS",
    "Act",
    "Appeal",
    "AsidePerson",
    "Because",
    "Case",
    "CaseKind",
    "ComplaintNote",
    "DataComplaint",
    "Digest",
    "FoundBy",
    "Ground",
    "LegalNotice",
    "LegalStep",
    "ModerationAction",
    "Original",
    "OriginalReading",
    "Outcome",
    "Position",
    "QueueView",
    "Reason",
    "Report",
    "RiskAnswer",
    "SafetyPosition",
    "VotesAside",
    "ground_of",
]
