"""Who takes part in sharing, as what, and which way the information goes."""

from typing import Self

from flask_babel.speaklater import LazyString

from consult.core import _l
from consult.proposals.enums.keyed import Keyed


class PartyRole(Keyed):
    CONTROLLER = "controller", _l("Decides how it is used"), "dpv:DataController"
    JOINT_CONTROLLER = (
        "joint_controller",
        _l("Decides together with others"),
        "dpv:JointDataControllers",
    )
    PROCESSOR = "processor", _l("Works only on instructions"), "dpv:DataProcessor"
    SUB_PROCESSOR = (
        "sub_processor",
        _l("Works on the instructions of a company that works on instructions"),
        "dpv:DataSubProcessor",
    )
    SOURCE_ONLY = "source_only", _l("Only gives information"), "dpv:hasDataSource"
    RECIPIENT = "recipient", _l("Only receives"), "dpv:Recipient"

    @property
    def needs_basis(self) -> bool:
        """A body working on instructions stands on the basis of the one that instructs it."""
        return self not in (PartyRole.PROCESSOR, PartyRole.SUB_PROCESSOR)


class Direction(Keyed):
    SENDS = "sends", _l("Sends")
    RECEIVES = "receives", _l("Receives")
    SENDS_AND_RECEIVES = "sends_and_receives", _l("Sends and receives")
    HOSTS = "hosts", _l("Keeps or carries it for the others")


class OrganisationType(Keyed):
    """A kind of organisation; `is_public` ones are public authorities in what they do here."""

    is_public: bool

    def __new__(
        cls, key: str, label: LazyString, dpv: str | None = None, is_public: bool = True
    ) -> Self:
        member = str.__new__(cls, key)
        member._value_ = key
        member.label = label
        member.dpv = dpv
        member.is_public = is_public
        return member

    COUNCIL = "council", _l("Council"), "dpv:PublicSectorBody"
    NHS_BODY = "nhs_body", _l("NHS body"), "dpv:HealthcareOrganisation"
    GP_PRACTICE = "gp_practice", _l("GP practice"), "dpv:HealthcareOrganisation"
    SCHOOL = "school", _l("School"), "dpv:EducationalOrganisation"
    POLICE = "police", _l("Police"), "dpv:PublicSectorBody"
    FIRE = "fire", _l("Fire and rescue"), "dpv:PublicSectorBody"
    PROBATION_JUSTICE = "probation_justice", _l("Probation or courts"), "dpv:PublicSectorBody"
    CENTRAL_GOVERNMENT = "central_government", _l("Government department"), "dpv:PublicSectorBody"
    REGULATOR = "regulator", _l("Regulator"), "dpv:PublicSectorBody"
    HOUSING_ASSOCIATION = (
        "housing_association",
        _l("Housing association"),
        "dpv:NonProfitOrganisation",
        False,
    )
    CHARITY_COMMUNITY = (
        "charity_community",
        _l("Charity or community group"),
        "dpv:NonProfitOrganisation",
        False,
    )
    UNIVERSITY_RESEARCH = (
        "university_research",
        _l("University or research body"),
        "dpv:EducationalOrganisation",
    )
    UTILITY = "utility", _l("Energy or water company"), "dpv:ForProfitOrganisation", False
    PRIVATE_COMPANY = (
        "private_company",
        _l("Private company"),
        "dpv:ForProfitOrganisation",
        False,
    )
    OTHER_PUBLIC_BODY = "other_public_body", _l("Another public body"), "dpv:PublicSectorBody"
