"""The closed lists that a proposal's fields choose from, each key with words for residents."""

from consult.proposals.enums.data import (
    ChildrenInvolved,
    DataCategory,
    DataSubject,
    Identifiability,
    Sensitivity,
)
from consult.proposals.enums.impact import (
    DpiaStatus,
    DpiaTrigger,
    ImpactStatus,
    Likelihood,
    RiskLevel,
    Severity,
)
from consult.proposals.enums.keyed import Keyed
from consult.proposals.enums.law import (
    Article6,
    Article9,
    Article10,
    Compatibility,
    DeaPart5,
    NationalOptOut,
    RliCondition,
)
from consult.proposals.enums.people import Direction, OrganisationType, PartyRole
from consult.proposals.enums.sharing import (
    ChangeType,
    ChoiceControl,
    Frequency,
    Method,
    Purpose,
    QuestionKind,
    TransferMechanism,
)

__all__ = [
    "Article6",
    "Article9",
    "Article10",
    "ChangeType",
    "ChildrenInvolved",
    "ChoiceControl",
    "Compatibility",
    "DataCategory",
    "DataSubject",
    "DeaPart5",
    "Direction",
    "DpiaStatus",
    "DpiaTrigger",
    "Frequency",
    "Identifiability",
    "ImpactStatus",
    "Keyed",
    "Likelihood",
    "Method",
    "NationalOptOut",
    "OrganisationType",
    "PartyRole",
    "Purpose",
    "QuestionKind",
    "RiskLevel",
    "RliCondition",
    "Sensitivity",
    "Severity",
    "TransferMechanism",
]
