"""What a proposal changes for somebody in plain circumstances: which items, to whom, what then."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Self

from flask_babel.speaklater import LazyString

from consult.core import _l
from consult.proposals import answers
from consult.proposals.control import Control, controls
from consult.proposals.enums import DataSubject as About
from consult.proposals.enums import Direction
from consult.proposals.enums.keyed import Keyed

Content = Mapping[str, Any]
Row = Mapping[str, Any]


class Circumstance(Keyed):
    """What somebody may say about their life, with the groups that it puts them or theirs into."""

    groups: frozenset[About]

    def __new__(cls, key: str, label: LazyString, *groups: About) -> Self:
        member = str.__new__(cls, key)
        member._value_ = key
        member.label = label
        member.dpv = None
        member.groups = frozenset(groups)
        return member

    LIVE_HERE = "live_here", _l("I live in the area"), About.ALL_RESIDENTS
    COUNCIL_TAX = "council_tax", _l("I pay council tax"), About.COUNCIL_TAXPAYERS
    COUNCIL_TAX_HELP = (
        "council_tax_help",
        _l("I get help with council tax"),
        About.BENEFIT_CLAIMANTS,
        About.COUNCIL_TAXPAYERS,
    )
    BENEFITS = "benefits", _l("I get benefits"), About.BENEFIT_CLAIMANTS
    COUNCIL_RENT = (
        "council_rent",
        _l("I rent from the council or a housing association"),
        About.SOCIAL_TENANTS,
    )
    PRIVATE_RENT = "private_rent", _l("I rent from a private landlord"), About.PRIVATE_TENANTS
    OWN_HOME = "own_home", _l("I own a home or let one out"), About.HOMEOWNERS_LANDLORDS
    NO_HOME = "no_home", _l("I have nowhere settled to live"), About.HOMELESS_PEOPLE
    UNDER_18 = "under_18", _l("I am under 18"), About.CHILDREN
    CHILD = "child", _l("I look after a child"), About.CHILDREN, About.PARENTS_CARERS
    SCHOOL = (
        "school",
        _l("I have a child at school, or I go to school"),
        About.PUPILS,
        About.CHILDREN,
        About.PARENTS_CARERS,
    )
    CHILD_SOCIAL_CARE = (
        "child_social_care",
        _l("A social worker helps my child or my family"),
        About.SOCIAL_CARE_CHILDREN,
        About.CHILDREN,
        About.PARENTS_CARERS,
    )
    WAS_IN_CARE = "was_in_care", _l("I was in care as a child"), About.CARE_LEAVERS
    CARE = "care", _l("I get care and support from the council"), About.SOCIAL_CARE_ADULTS
    CARING = "caring", _l("I look after an adult who needs help"), About.PARENTS_CARERS
    OVER_65 = "over_65", _l("I am 65 or older"), About.OLDER_PEOPLE
    DISABLED = "disabled", _l("I am disabled"), About.DISABLED_PEOPLE
    PATIENT = "patient", _l("I see a doctor or nurse for a condition"), About.PATIENTS
    REFUGE = "refuge", _l("I came here for safety (refugee or asylum)"), About.REFUGEES_ASYLUM
    TRAVELLER = "traveller", _l("I am a Gypsy, Roma or Traveller"), About.GYPSY_ROMA_TRAVELLER
    SERVICES = (
        "services",
        _l("I use council services, such as libraries or leisure centres"),
        About.SERVICE_MEMBERS,
    )
    BUSINESS = "business", _l("I run a business here"), About.BUSINESS_OWNERS
    WORK = "work", _l("I work for the council, or I am a councillor"), About.EMPLOYEES_COUNCILLORS
    VISIT = "visit", _l("I visit the area"), About.VISITORS
    VICTIM = "victim", _l("I was a victim of a crime, or saw one"), About.VICTIMS_WITNESSES
    OFFENCE = "offence", _l("I was found guilty of a crime"), About.OFFENDERS


ELSEWHERE = frozenset({Circumstance.VISIT, Circumstance.BUSINESS, Circumstance.WORK})


@dataclass(frozen=True)
class Touching:
    """One item about somebody, and which organisations send and receive it."""

    row: Row
    senders: tuple[Row, ...]
    receivers: tuple[Row, ...]


@dataclass(frozen=True)
class ForMe:
    """What a proposal changes for somebody; every part is empty where it is not about them."""

    groups: tuple[About, ...] = ()
    items: tuple[Touching, ...] = ()
    parties: tuple[Row, ...] = ()
    controls: tuple[Control, ...] = ()
    choices: tuple[Row, ...] = ()

    @property
    def is_about_me(self) -> bool:
        """Whether it concerns them at all."""
        return bool(self.groups)


def groups_of(told: Collection[Circumstance]) -> set[About]:
    """Every group that circumstances put somebody into; who lives here is one of all residents."""
    found = {group for each in told for group in each.groups}
    if any(each not in ELSEWHERE for each in told):
        found.add(About.ALL_RESIDENTS)
    return found


def item_groups(item: Row, content: Content) -> set[About]:
    """Whom an item is about: everybody the proposal is about, unless the item names its own."""
    keys = item.get("about") or content.get("data_subjects") or []
    return {group for key in keys if (group := About.of(key)) is not None}


def for_me(content: Content, told: Collection[Circumstance]) -> ForMe:
    """Keep what touches somebody; whoever tells more is never shown less."""
    mine = groups_of(told)
    every = {
        group for key in content.get("data_subjects") or [] if (group := About.of(key)) is not None
    }
    rows = answers.rows(content, "data_items")
    for row in rows:
        every |= item_groups(row, content)
    groups = tuple(group for group in About if group in mine & every)
    if not groups:
        return ForMe()
    touching = tuple(
        Touching(row, *ends(row, content)) for row in rows if item_groups(row, content) & mine
    )
    involved = {party["id"] for each in touching for party in (*each.senders, *each.receivers)}
    parties = answers.rows(content, "parties")
    if touching:
        involved |= {party.get("id") for party in parties if _only_carries(party)}
    return ForMe(
        groups=groups,
        items=touching,
        parties=tuple(party for party in parties if party.get("id") in involved),
        controls=tuple(each for each in controls(content) if each.party in involved),
        choices=tuple(answers.rows(content, "choices")),
    )


def ends(item: Row, content: Content) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Who sends an item and who receives it; what is left open means all who send or receive."""
    parties = [party for party in answers.rows(content, "parties") if party.get("id")]
    sends = {Direction.SENDS, Direction.SENDS_AND_RECEIVES}
    receives = {Direction.RECEIVES, Direction.SENDS_AND_RECEIVES}
    by, to = item.get("sent_by"), item.get("received_by")
    senders = tuple(
        party
        for party in parties
        if (party["id"] == by if by else Direction.of(party.get("direction")) in sends)
    )
    receivers = tuple(
        party
        for party in parties
        if (
            party["id"] == to
            if to
            else Direction.of(party.get("direction")) in receives and party["id"] != by
        )
    )
    return senders, receivers


def _only_carries(party: Row) -> bool:
    return Direction.of(party.get("direction")) is Direction.HOSTS
