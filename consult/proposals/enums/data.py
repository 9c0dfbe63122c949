"""What the information is, how closely it points at a person, and whom it is about."""

from enum import StrEnum
from typing import Self

from flask_babel.speaklater import LazyString

from consult.core import _l
from consult.proposals.enums.keyed import Keyed


class Sensitivity(StrEnum):
    """How the law ranks a kind of information."""

    ORDINARY = "ordinary"
    CAREFUL = "careful"  # not special in law, but residents and practice treat it as sensitive
    SPECIAL = "special"
    CRIMINAL = "criminal"


class DataCategory(Keyed):
    sensitivity: Sensitivity

    def __new__(
        cls,
        key: str,
        label: LazyString,
        dpv: str | None = None,
        sensitivity: Sensitivity = Sensitivity.ORDINARY,
    ) -> Self:
        member = str.__new__(cls, key)
        member._value_ = key
        member.label = label
        member.dpv = dpv
        member.sensitivity = sensitivity
        return member

    IDENTITY = "identity", _l("Name and title"), "pd:Name"
    CONTACT = "contact", _l("E-mail, phone"), "pd:Contact"
    ADDRESS_PROPERTY = "address_property", _l("Address, property number"), "pd:PhysicalAddress"
    DATE_OF_BIRTH_AGE = "date_of_birth_age", _l("Date of birth, age"), "pd:BirthDate"
    UNIQUE_IDS = (
        "unique_ids",
        _l("Reference numbers (NHS, National Insurance, pupil, property)"),
        "pd:OfficialID",
    )
    FAMILY_HOUSEHOLD = "family_household", _l("Who lives with you"), "pd:Household"
    HOUSING = "housing", _l("Housing and tenancy"), "pd:HouseOwned"
    FINANCIAL = "financial", _l("Money, income, debts"), "pd:Financial"
    COUNCIL_TAX = "council_tax", _l("Council tax"), "pd:Tax"
    BENEFITS_SUPPORT = (
        "benefits_support",
        _l("Benefits and support you get"),
        "pd:FinancialStatus",
    )
    EMPLOYMENT = "employment", _l("Work"), "pd:CurrentEmployment"
    EDUCATION = "education", _l("School and learning"), "pd:Education"
    SOCIAL_CARE = "social_care", _l("Care and support"), None, Sensitivity.CAREFUL
    SERVICE_USE = (
        "service_use",
        _l("Which services you use and when"),
        "pd:ServiceConsumptionBehaviour",
    )
    CASE_NOTES = "case_notes", _l("Notes that staff write about you"), None, Sensitivity.CAREFUL
    OPINIONS_PREFERENCES = "opinions_preferences", _l("What you prefer"), "pd:Preference"
    LANGUAGE = "language", _l("Language"), "pd:Language"
    LOCATION_MOVEMENT = "location_movement", _l("Where you are or go"), "pd:Location"
    VEHICLE_PARKING = "vehicle_parking", _l("Vehicle and parking"), "pd:Vehicle"
    IMAGES_VIDEO = "images_video", _l("Pictures and video"), "pd:Picture"
    ONLINE_IDENTIFIERS = "online_identifiers", _l("Online identifiers"), "pd:IPAddress"
    VULNERABILITY_FLAGS = (
        "vulnerability_flags",
        _l("Flags that you may need extra help"),
        "pd:Vulnerability",
        Sensitivity.CAREFUL,
    )
    INFERRED_SCORES = (
        "inferred_scores",
        _l("Scores or guesses worked out about you"),
        "dpv:InferredPersonalData",
        Sensitivity.CAREFUL,
    )
    RACIAL_ETHNIC = (
        "racial_ethnic",
        _l("Race or ethnic background"),
        "pd:EthnicOrigin",
        Sensitivity.SPECIAL,
    )
    POLITICAL = "political", _l("Political views"), "pd:PoliticalOpinion", Sensitivity.SPECIAL
    RELIGION_BELIEF = (
        "religion_belief",
        _l("Religion or belief"),
        "pd:Religion",
        Sensitivity.SPECIAL,
    )
    TRADE_UNION = (
        "trade_union",
        _l("Trade union membership"),
        "pd:TradeUnionMembership",
        Sensitivity.SPECIAL,
    )
    GENETIC = "genetic", _l("Genes"), "pd:Genetic", Sensitivity.SPECIAL
    BIOMETRIC_ID = (
        "biometric_id",
        _l("Face, fingerprint or voice used to recognise you"),
        "pd:Biometric",
        Sensitivity.SPECIAL,
    )
    HEALTH = "health", _l("Health"), "pd:Health", Sensitivity.SPECIAL
    SEX_LIFE = "sex_life", _l("Sex life"), "pd:Sexual", Sensitivity.SPECIAL
    SEXUAL_ORIENTATION = (
        "sexual_orientation",
        _l("Sexual orientation"),
        "pd:SexualPreference",
        Sensitivity.SPECIAL,
    )
    CRIMINAL_OFFENCE = (
        "criminal_offence",
        _l("Crimes, or claims about crimes"),
        "pd:CriminalOffence",
        Sensitivity.CRIMINAL,
    )


class Identifiability(Keyed):
    IDENTIFIABLE = "identifiable", _l("Says who you are")
    PSEUDONYMISED = (
        "pseudonymised",
        _l("Your name is swapped for a code; still personal data"),
        "dpv:PseudonymisedData",
    )
    ANONYMOUS = "anonymous", _l("Cannot reasonably be traced to you"), "dpv:AnonymisedData"
    STATISTICS = "statistics", _l("Totals only")


class DataSubject(Keyed):
    ALL_RESIDENTS = "all_residents", _l("Everyone who lives here")
    COUNCIL_TAXPAYERS = "council_taxpayers", _l("People who pay council tax")
    BENEFIT_CLAIMANTS = "benefit_claimants", _l("People who get benefits")
    SOCIAL_TENANTS = "social_tenants", _l("Council and housing association tenants")
    PRIVATE_TENANTS = "private_tenants", _l("Private tenants")
    HOMEOWNERS_LANDLORDS = "homeowners_landlords", _l("Homeowners and landlords")
    HOMELESS_PEOPLE = "homeless_people", _l("People who are homeless")
    CHILDREN = "children", _l("Children"), "dpv:Child"
    PUPILS = "pupils", _l("Pupils"), "dpv:Student"
    PARENTS_CARERS = "parents_carers", _l("Parents and carers"), "dpv:ParentOfDataSubject"
    CARE_LEAVERS = "care_leavers", _l("People who have left care")
    SOCIAL_CARE_CHILDREN = "social_care_children", _l("Children known to social care"), "dpv:Child"
    SOCIAL_CARE_ADULTS = "social_care_adults", _l("Adults who get care and support")
    OLDER_PEOPLE = "older_people", _l("Older people"), "dpv:ElderlyDataSubject"
    DISABLED_PEOPLE = "disabled_people", _l("Disabled people"), "dpv:VulnerableDataSubject"
    PATIENTS = "patients", _l("Patients"), "dpv:Patient"
    REFUGEES_ASYLUM = "refugees_asylum", _l("Refugees and asylum seekers"), "dpv:AsylumSeeker"
    GYPSY_ROMA_TRAVELLER = "gypsy_roma_traveller", _l("Gypsy, Roma and Traveller people")
    SERVICE_MEMBERS = "service_members", _l("Members and users of a service")
    VISITORS = "visitors", _l("Visitors")
    BUSINESS_OWNERS = "business_owners", _l("Business owners")
    EMPLOYEES_COUNCILLORS = "employees_councillors", _l("Staff and councillors"), "dpv:Employee"
    VICTIMS_WITNESSES = "victims_witnesses", _l("Victims and witnesses")
    OFFENDERS = "offenders", _l("People who have committed crimes")


class ChildrenInvolved(Keyed):
    NONE = "none", _l("No children")
    INCIDENTAL = "incidental", _l("Some children, but it is not about them")
    MAIN_SUBJECT = "main_subject", _l("It is about children")
    OWN_CHOICE_FROM_AGE = (
        "own_choice_from_age",
        _l("Young people choose for themselves from a set age"),
    )
