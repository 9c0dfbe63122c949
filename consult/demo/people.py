"""Who plays in the stories: staff by office, residents by name, and the crowd that only votes."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from consult.accounts import names
from consult.accounts.models import Person, Verification
from consult.accounts.rules import person_for
from consult.councils import queries as councils
from consult.councils.models import Council, Place, Role
from consult.councils.rules import choose_ward, give_role, use_code
from consult.demo.chance import pick

DOMAINS = {
    "thornmere": "thornmere.example",
    "kelderby": "kelderby.example",
    "dyffryn-arwen": "dyffrynarwen.example",
}
CROWD = "crowd."
LEVELS = {
    Verification.ADDRESS_VERIFIED: 0.56,
    Verification.ADDRESS_CLAIMED: 0.2,
    Verification.EMAIL_VERIFIED: 0.24,
}


@dataclass(frozen=True)
class Office:
    """Somebody who works for a council; the key is how the stories call them."""

    key: str
    name: str
    roles: tuple[Role, ...]


STAFF: Mapping[str, Sequence[Office]] = {
    "thornmere": (
        Office("officer", "Helen Varley", (Role.OFFICER,)),
        Office("second", "Imran Qureshi", (Role.OFFICER,)),
        Office("mod-1", "Joss Amadi", (Role.MODERATOR,)),
        Office("mod-2", "Ruth Ellery", (Role.MODERATOR,)),
        Office("decides", "Councillor Dinah Marsh", (Role.DECISION_MAKER,)),
        Office("analyst", "Petra Lindqvist", (Role.ANALYST,)),
        Office("owner", "Martin Oake", (Role.OWNER,)),
    ),
    "kelderby": (
        Office("officer", "Sadia Rahman", (Role.OFFICER,)),
        Office("second", "Colin Brathwaite", (Role.OFFICER,)),
        Office("mod-2", "Niamh Farrell", (Role.MODERATOR,)),
        Office("mod-3", "Oscar Lund", (Role.MODERATOR,)),
        Office("decides", "Councillor Grace Adeyemi", (Role.DECISION_MAKER,)),
        Office("analyst", "Tobias Finch", (Role.ANALYST,)),
        Office("owner", "Wendy Askew", (Role.OWNER,)),
    ),
    "dyffryn-arwen": (
        Office("officer", "Carys Beynon", (Role.OFFICER,)),
        Office("second", "Dylan Probert", (Role.OFFICER,)),
        Office("mod-4", "Elin Mostyn", (Role.MODERATOR,)),
        Office("mod-5", "Gethin Vaughan", (Role.MODERATOR,)),
        Office("decides", "Councillor Mair Penry", (Role.DECISION_MAKER,)),
        Office("analyst", "Sioned Hale", (Role.ANALYST,)),
        Office("owner", "Rhys Llewelyn", (Role.OWNER,)),
    ),
}


def appoint(council: Council) -> dict[str, Person]:
    """Let everybody of a council's staff begin."""
    staff = {}
    for office in STAFF[council.slug]:
        email = address(office.name.removeprefix("Councillor "), council.slug)
        person = person_for(email, place=council.name)
        # Staff are shown under the names that the council knows them by; nobody types these in.
        person.real_name, person.shows_real_name = office.name, True
        staff[office.key] = person
        for role in office.roles:
            give_role(council, person, role)
    return staff


def join(council: Council, told: Mapping[str, Any], quoted: bool, codes: list[str]) -> Person:
    """Let a resident of a story in, under their name where it is one that people may choose."""
    name = _fit(told["display_name"]) if quoted or not told["pseudonym"] else None
    email = address(f"{told['display_name']} {told['key'][-3:]}", council.slug)
    person = person_for(email, place=told["ward"] or council.name, name=name)
    if told["verification"] == Verification.ORGANISATION:
        # Looking at an organisation is done by people at a desk, not by a page.
        person.verification = Verification.ORGANISATION
    elif told["verification"] == Verification.ADDRESS_VERIFIED:
        settle(council, person, told["ward"], Verification.ADDRESS_VERIFIED, codes)
    return person


def move_in(council: Council, number: int, codes: list[str]) -> Person:
    """One of the crowd comes in: somebody under a given name who votes and says nothing."""
    ward = council.wards[number % len(council.wards)]
    person = person_for(f"neighbour-{number}@{CROWD}{DOMAINS[council.slug]}", place=ward)
    if councils.residence_of(person, council) is None:
        settle(council, person, ward, pick(LEVELS, council.slug, "level", number), codes)
    return person


def settle(
    council: Council, person: Person, ward: str | None, level: Verification, codes: list[str]
) -> None:
    """Say where somebody lives, and use one of the codes that the council has posted."""
    if level is Verification.EMAIL_VERIFIED:
        return
    if ward in council.wards:
        choose_ward(person, council, Place.IN_AREA, ward)
    if level is Verification.ADDRESS_VERIFIED:
        use_code(person, council, codes.pop())


def address(name: str, council_slug: str) -> str:
    """An address in a domain that can never be anybody's."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return f"{re.sub(r'[^a-z0-9]+', '.', plain).strip('.')}@{DOMAINS[council_slug]}"


def is_invented(person: Person) -> bool:
    """Somebody of the stories; never a visitor's own account."""
    return (person.email or "").rpartition("@")[2] in DOMAINS.values()


def _fit(shown: str) -> str | None:
    """The name as one may choose it here; none where it is too odd or too official."""
    try:
        return names.clean(re.sub(r"\s*\(.*?\)|,", "", shown).replace("&", "and"))
    except names.Unfit:
        return None
