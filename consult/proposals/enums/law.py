"""The legal grounds that sharing can stand on, in words for residents."""

from typing import Self

from flask_babel.speaklater import LazyString

from consult.core import _l
from consult.proposals.enums.keyed import Keyed


class Article6(Keyed):
    """A lawful basis of UK GDPR Article 6, with what a resident can do under it."""

    rights: LazyString

    def __new__(cls, key: str, label: LazyString, dpv: str, rights: LazyString) -> Self:
        member = str.__new__(cls, key)
        member._value_ = key
        member.label = label
        member.dpv = dpv
        member.rights = rights
        return member

    CONSENT = (
        "consent",
        _l("You choose: only if you say yes"),
        "gdpr:A6-1-a",
        _l("You can take back your yes at any time, see, correct, delete or take a copy with you."),
    )
    CONTRACT = (
        "contract",
        _l("Needed for something you signed up to"),
        "gdpr:A6-1-b",
        _l("You can see, correct, delete or take a copy, and you can end the service."),
    )
    LEGAL_OBLIGATION = (
        "legal_obligation",
        _l("The law says we must"),
        "gdpr:A6-1-c",
        _l("You can see what is held and have it corrected."),
    )
    VITAL_INTERESTS = (
        "vital_interests",
        _l("To save someone’s life"),
        "gdpr:A6-1-d",
        _l("You can see what is held and have it corrected or deleted."),
    )
    PUBLIC_TASK = (
        "public_task",
        _l("Part of our public duties"),
        "gdpr:A6-1-e",
        _l("You can object, and a person looks at every objection. You can see and correct it."),
    )
    RECOGNISED_LEGITIMATE_INTEREST = (
        "recognised_legitimate_interest",
        _l("A reason Parliament has listed (for bodies that are not public authorities)"),
        "x:A6-1-ea",
        _l("You can object, see, correct or delete."),
    )
    LEGITIMATE_INTERESTS = (
        "legitimate_interests",
        _l("The organisation’s reasonable interests, balanced with yours"),
        "gdpr:A6-1-f",
        _l("You can object, see, correct or delete."),
    )


class RliCondition(Keyed):
    PUBLIC_TASK_DISCLOSURE = (
        "public_task_disclosure",
        _l("A public body asked for it and needs it for its duties"),
    )
    NATIONAL_SECURITY_DEFENCE = "national_security_defence", _l("National security or defence")
    EMERGENCY = "emergency", _l("An emergency")
    CRIME = "crime", _l("Preventing or finding crime")
    SAFEGUARDING_VULNERABLE = (
        "safeguarding_vulnerable",
        _l("Keeping children and adults at risk safe"),
    )


class Article9(Keyed):
    """A condition for using sensitive information."""

    EXPLICIT_CONSENT = "explicit_consent", _l("You said a clear yes"), "gdpr:A9-2-a"
    EMPLOYMENT_SOCIAL_SECURITY_SOCIAL_PROTECTION = (
        "employment_social_security_social_protection",
        _l("Employment, benefits or social protection law"),
        "gdpr:A9-2-b",
    )
    VITAL_INTERESTS = (
        "vital_interests",
        _l("To save the life of somebody who cannot say yes"),
        "gdpr:A9-2-c",
    )
    NOT_FOR_PROFIT_BODY = (
        "not_for_profit_body",
        _l("A membership body, about its own members"),
        "gdpr:A9-2-d",
    )
    MADE_PUBLIC = "made_public", _l("The person made it public"), "gdpr:A9-2-e"
    LEGAL_CLAIMS = "legal_claims", _l("Legal claims and courts"), "gdpr:A9-2-f"
    SUBSTANTIAL_PUBLIC_INTEREST = (
        "substantial_public_interest",
        _l("An important public reason that the law lists"),
        "gdpr:A9-2-g",
    )
    HEALTH_OR_SOCIAL_CARE = (
        "health_or_social_care",
        _l("Health or social care"),
        "gdpr:A9-2-h",
    )
    PUBLIC_HEALTH = "public_health", _l("Protecting everybody’s health"), "gdpr:A9-2-i"
    RESEARCH_STATISTICS_ARCHIVING = (
        "research_statistics_archiving",
        _l("Research, statistics or archives"),
        "gdpr:A9-2-j",
    )

    @property
    def schedule1_part(self) -> int | None:
        """The part of Schedule 1 of the Data Protection Act 2018 that must be met as well."""
        if self is Article9.SUBSTANTIAL_PUBLIC_INTEREST:
            return 2
        return 1 if self in _PART_ONE else None


_PART_ONE = frozenset(
    {
        Article9.EMPLOYMENT_SOCIAL_SECURITY_SOCIAL_PROTECTION,
        Article9.HEALTH_OR_SOCIAL_CARE,
        Article9.PUBLIC_HEALTH,
        Article9.RESEARCH_STATISTICS_ARCHIVING,
    }
)


class Article10(Keyed):
    NONE = "none", _l("No information about crime")
    OFFICIAL_AUTHORITY = "official_authority", _l("An official body that may hold it")
    SCHEDULE1_CONDITION = "schedule1_condition", _l("A condition that the law lists")


class DeaPart5(Keyed):
    """A gateway of the Digital Economy Act 2017, Part 5."""

    NONE = "none", _l("Not used")
    PSD_OBJECTIVE = "psd_objective", _l("Better public services (section 35)")
    FUEL_POVERTY_S36 = "fuel_poverty_s36", _l("Fuel poverty (section 36)")
    WATER_POVERTY_S38 = "water_poverty_s38", _l("Water poverty (section 38)")
    CIVIL_REGISTRATION = "civil_registration", _l("Births, deaths and marriages (chapter 2)")
    DEBT_S48 = "debt_s48", _l("Debt owed to the public sector (section 48)")
    FRAUD_S56 = "fraud_s56", _l("Fraud against the public sector (section 56)")
    RESEARCH_S64 = "research_s64", _l("Research (section 64)")

    @property
    def is_pilot(self) -> bool:
        """Debt and fraud run as pilots with a business case."""
        return self in (DeaPart5.DEBT_S48, DeaPart5.FRAUD_S56)


class Compatibility(Keyed):
    """Why a new purpose fits with what the information was collected for."""

    SAME_PURPOSE = "same_purpose", _l("It is the same purpose")
    NEW_CONSENT = "new_consent", _l("People are asked again")
    ANNEX2_CONDITION = "annex2_condition", _l("The law lists this purpose as one that fits")
    ASSESSED_COMPATIBLE = (
        "assessed_compatible",
        _l("We looked at it and it fits with the first purpose"),
    )


class NationalOptOut(Keyed):
    """Whether the NHS national data opt-out covers this sharing."""

    YES = "yes", _l("Yes, it applies")
    NO_DIRECT_CARE = "no_direct_care", _l("No: it is for people’s own care")
    NO_NOT_CPI = "no_not_cpi", _l("No: it is not confidential patient information")
    NO_LEGAL_REQUIREMENT = "no_legal_requirement", _l("No: the law requires the sharing")
    NO_WALES_SCOTLAND_NI = "no_wales_scotland_ni", _l("No: it exists only in England")
    NOT_APPLICABLE = "n/a", _l("It has nothing to do with this")
