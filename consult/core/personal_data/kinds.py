"""The kinds of personal details that are looked for, and what a finding says of one."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from consult.core import _l


class Kind(StrEnum):
    """What a detail is."""

    EMAIL = "email"
    PHONE = "phone"
    NHS_NUMBER = "nhs_number"
    NATIONAL_INSURANCE = "national_insurance"
    POSTCODE = "postcode"
    CARD = "card"
    BANK_ACCOUNT = "bank_account"
    IBAN = "iban"
    TAX_REFERENCE = "tax_reference"
    PUPIL_NUMBER = "pupil_number"
    BIRTH_DATE = "birth_date"
    ADDRESS = "address"
    NAME = "name"
    VEHICLE = "vehicle"
    PASSPORT = "passport"
    DRIVING_LICENCE = "driving_licence"
    UPRN = "uprn"
    CHILD_SCHOOL = "child_school"

    @property
    def label(self) -> str:
        """What the author and the moderator read, as a noun inside a sentence."""
        return str(LABELS[self])

    @property
    def detail(self) -> str:
        """The coarser kind that moderation names; its `Detail` has the same values."""
        return DETAILS.get(self, "reference number")

    @property
    def marker(self) -> str:
        """What everyone reads in its place; never translated, since it becomes part of the text."""
        return f"[{self.detail} removed]"


class Confidence(IntEnum):
    """How surely a finding is what it seems: a high one is masked and waits, a medium one warns."""

    MEDIUM = 1
    HIGH = 2


@dataclass(frozen=True)
class Finding:
    """A detail from character `start` to `end` (not included) of the text as it was typed."""

    kind: Kind
    start: int
    end: int
    confidence: Confidence


LABELS = {
    Kind.EMAIL: _l("e-mail address"),
    Kind.PHONE: _l("phone number"),
    Kind.NHS_NUMBER: _l("NHS number"),
    Kind.NATIONAL_INSURANCE: _l("National Insurance number"),
    Kind.POSTCODE: _l("full postcode"),
    Kind.CARD: _l("card number"),
    Kind.BANK_ACCOUNT: _l("bank account"),
    Kind.IBAN: _l("international bank account number"),
    Kind.TAX_REFERENCE: _l("tax reference"),
    Kind.PUPIL_NUMBER: _l("pupil number"),
    Kind.BIRTH_DATE: _l("date of birth"),
    Kind.ADDRESS: _l("address"),
    Kind.NAME: _l("name"),
    Kind.VEHICLE: _l("vehicle registration"),
    Kind.PASSPORT: _l("passport number"),
    Kind.DRIVING_LICENCE: _l("driving licence number"),
    Kind.UPRN: _l("property reference number"),
    Kind.CHILD_SCHOOL: _l("child’s school"),
}

DETAILS = {
    Kind.EMAIL: "e-mail address",
    Kind.PHONE: "phone number",
    Kind.POSTCODE: "address",
    Kind.ADDRESS: "address",
    Kind.UPRN: "address",
    Kind.NAME: "name",
    Kind.CHILD_SCHOOL: "school",
    Kind.BIRTH_DATE: "other detail",
}
