"""Risk, and the assessments that look at it before anything is shared."""

from consult.core import _l
from consult.proposals.enums.keyed import Keyed


class DpiaTrigger(Keyed):
    """Signs of high risk: one that `is_decisive`, or two others, make an assessment a duty."""

    SYSTEMATIC_EXTENSIVE_PROFILING = (
        "systematic_extensive_profiling",
        _l("Predicting things about people in a way that strongly affects them"),
    )
    SPECIAL_CATEGORY_LARGE_SCALE = (
        "special_category_large_scale",
        _l("Sensitive information about many people"),
    )
    CRIMINAL_LARGE_SCALE = "criminal_large_scale", _l("Information about crime, for many people")
    PUBLIC_MONITORING = "public_monitoring", _l("Watching a public place")
    NEW_TECHNOLOGY = "new_technology", _l("New technology, or a new use of it")
    SERVICE_DENIAL = (
        "service_denial",
        _l("Sensitive information or predictions decide who gets a service"),
    )
    LARGE_SCALE_PROFILING = (
        "large_scale_profiling",
        _l("Predicting things about a great many people"),
    )
    BIOMETRIC = "biometric", _l("Faces, fingerprints or voices used to recognise people")
    GENETIC = "genetic", _l("Genetic information")
    MATCHING_SOURCES = "matching_sources", _l("Comparing or joining lists from different places")
    INVISIBLE_PROCESSING = "invisible_processing", _l("People are not told directly")
    TRACKING_LOCATION_BEHAVIOUR = (
        "tracking_location_behaviour",
        _l("Following where people go or what they do"),
    )
    CHILDREN_PROFILING_OR_SERVICES = (
        "children_profiling_or_services",
        _l("Predictions about children, or online services for them"),
    )
    RISK_OF_PHYSICAL_HARM = (
        "risk_of_physical_harm",
        _l("Somebody could be hurt if it went wrong"),
    )
    EVALUATION_SCORING = "evaluation_scoring", _l("Scoring or rating people")
    VULNERABLE_PEOPLE = "vulnerable_people", _l("People who may find it hard to say no")
    BARRIER_TO_RIGHT_OR_SERVICE = (
        "barrier_to_right_or_service",
        _l("It could stop somebody using a right or a service"),
    )

    @property
    def is_decisive(self) -> bool:
        return self not in _SUPPORTING


_SUPPORTING = frozenset(
    {
        DpiaTrigger.EVALUATION_SCORING,
        DpiaTrigger.VULNERABLE_PEOPLE,
        DpiaTrigger.BARRIER_TO_RIGHT_OR_SERVICE,
    }
)


class DpiaStatus(Keyed):
    NOT_NEEDED_REASON_PUBLISHED = (
        "not_needed_reason_published",
        _l("Not needed; the reason is published"),
    )
    IN_PROGRESS = "in_progress", _l("Being written")
    PUBLISHED_DRAFT = "published_draft", _l("A draft is published")
    PUBLISHED_FINAL = "published_final", _l("Finished and published")
    PUBLISHED_REDACTED = "published_redacted", _l("Published, with some parts covered")
    REFERRED_TO_ICO = "referred_to_ico", _l("Sent to the Information Commissioner for advice")

    @property
    def is_public(self) -> bool:
        return self in (
            DpiaStatus.PUBLISHED_DRAFT,
            DpiaStatus.PUBLISHED_FINAL,
            DpiaStatus.PUBLISHED_REDACTED,
            DpiaStatus.REFERRED_TO_ICO,
        )


class ImpactStatus(Keyed):
    SCREENING = "screening", _l("A first check is published")
    DRAFT = "draft", _l("A draft is published")
    PUBLISHED = "published", _l("Finished and published")


class Likelihood(Keyed):
    UNLIKELY = "unlikely", _l("Unlikely")
    POSSIBLE = "possible", _l("Possible")
    LIKELY = "likely", _l("Likely")


class Severity(Keyed):
    LOW = "low", _l("Small harm")
    MEDIUM = "medium", _l("Real harm")
    HIGH = "high", _l("Serious harm")


class RiskLevel(Keyed):
    LOW = "low", _l("Low")
    MEDIUM = "medium", _l("Medium")
    HIGH = "high", _l("High")
