"""Reports, moderation actions, appeals, and the restricted store of originals."""

from consult.moderation.models.actions import ModerationAction
from consult.moderation.models.acts import (
    ACTS,
    BESIDE_WORDS,
    COVERING,
    DECIDING,
    DONE,
    FOUND_BY,
    OF_A_NAME,
    OF_A_PLACE,
    OF_A_THREAD,
    REASONS,
    Act,
    FoundBy,
    Reason,
)
from consult.moderation.models.appeals import OUTCOMES, Appeal, Outcome
from consult.moderation.models.asides import BECAUSES, AsidePerson, Because, VotesAside
from consult.moderation.models.cases import (
    AT_RISK,
    CASE_KINDS,
    CLAIM,
    OF_THE_WORDS,
    ORDINARY,
    Case,
    CaseKind,
)
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
from consult.moderation.models.pairs import PairedReasons, Proposed
from consult.moderation.models.reports import Report
from consult.moderation.models.signals import FOUND, Found, Pattern, Signal, SignalLook

__all__ = [
    "ACTS",
    "AT_RISK",
    "BECAUSES",
    "BESIDE_WORDS",
    "CASE_KINDS",
    "CLAIM",
    "COVERING",
    "DECIDING",
    "DONE",
    "FOUND",
    "FOUND_BY",
    "GROUNDS",
    "OF_A_NAME",
    "OF_A_PLACE",
    "OF_A_THREAD",
    "OF_THE_WORDS",
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
    "Found",
    "FoundBy",
    "Ground",
    "LegalNotice",
    "LegalStep",
    "ModerationAction",
    "Original",
    "OriginalReading",
    "Outcome",
    "PairedReasons",
    "Pattern",
    "Position",
    "Proposed",
    "QueueView",
    "Reason",
    "Report",
    "RiskAnswer",
    "SafetyPosition",
    "Signal",
    "SignalLook",
    "VotesAside",
    "ground_of",
]
