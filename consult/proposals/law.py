"""Whether a proposal stands on sound law: each party's basis, its conditions and its promises."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from consult.core import _
from consult.proposals import answers, assessment, gateway, promises
from consult.proposals.enums import (
    Article6,
    Article9,
    Article10,
    ChangeType,
    DataCategory,
    Direction,
    Identifiability,
    OrganisationType,
    PartyRole,
    Purpose,
    RliCondition,
    Sensitivity,
)
from consult.proposals.problem import Problem

__all__ = ["Problem", "problems"]

Row = Mapping[str, Any]
Content = Mapping[str, Any]

FIELD = "lawful_basis"


@dataclass(frozen=True)
class Ground:
    """A party and one reason in law it gives."""

    party: Row
    basis: Row

    @property
    def id(self) -> str:
        return str(self.party.get("id"))

    @property
    def name(self) -> str:
        return str(self.party.get("name") or _("An organisation without a name"))

    @property
    def article6(self) -> Article6 | None:
        return Article6.of(self.basis.get("article6"))

    @property
    def is_public(self) -> bool:
        """True while it acts as a public authority in its own tasks."""
        kind = OrganisationType.of(self.party.get("organisation_type"))
        return (kind is None or kind.is_public) and not self.basis.get("outside_its_tasks")

    def problem(self, code: str, message: str) -> Problem:
        return Problem(FIELD, self.id, message, code)


def problems(content: Content) -> list[Problem]:
    """Everything that the law asks to be put right, in the order of the sections."""
    return list(
        chain(
            _coverage(content),
            *(_of_ground(ground, content) for ground in grounds(content)),
            gateway.problems(content),
            promises.problems(content),
            assessment.problems(content),
        )
    )


def grounds(content: Content) -> list[Ground]:
    """Each party with each basis it gives, in the order given."""
    parties = {party.get("id"): party for party in answers.rows(content, "parties")}
    return [
        Ground(parties[basis.get("party")], basis)
        for basis in answers.rows(content, FIELD)
        if basis.get("party") in parties
    ]


def is_special(item: Row) -> bool:
    """True for sensitive personal data; totals and untraceable facts are not personal data."""
    return _is_personal(item) and (
        item.get("special_category") is True or _sensitivity(item) is Sensitivity.SPECIAL
    )


def is_criminal(item: Row) -> bool:
    """True for personal data about crime."""
    return _is_personal(item) and _sensitivity(item) is Sensitivity.CRIMINAL


def _coverage(content: Content) -> Iterator[Problem]:
    """Every party that decides needs a basis, and every basis a party."""
    parties = answers.rows(content, "parties")
    given = [basis.get("party") for basis in answers.rows(content, FIELD)]
    known = {party.get("id") for party in parties}
    for party in parties:
        role = PartyRole.of(party.get("role"))
        if (role is None or role.needs_basis) and party.get("id") not in given:
            yield Ground(party, {}).problem(
                "basis_missing",
                _("%(name)s has no legal basis yet. Choose one.", name=Ground(party, {}).name),
            )
    if any(party not in known for party in given):
        yield Problem(
            FIELD,
            None,
            _("A legal basis names an organisation that is no longer in the list. Remove it."),
            "basis_orphan",
        )


def _of_ground(ground: Ground, content: Content) -> Iterator[Problem]:
    yield from _barred(ground)
    yield from _power(ground)
    yield from _emergency(ground, content)
    yield from _recognised(ground)
    yield from _sensitive(ground, content)
    yield from _crime(ground, content)


def _barred(ground: Ground) -> Iterator[Problem]:
    if not ground.is_public:
        return
    if ground.article6 == Article6.LEGITIMATE_INTERESTS:
        yield ground.problem(
            "legitimate_interests_barred",
            _(
                "%(name)s is a public body, and a public body cannot use legitimate interests for "
                "its own tasks (UK GDPR Article 6(1), last sentence). If this is one of its "
                "duties, choose “Part of our public duties” and name the law.",
                name=ground.name,
            ),
        )
    if ground.article6 == Article6.RECOGNISED_LEGITIMATE_INTEREST:
        yield ground.problem(
            "recognised_interest_barred",
            _(
                "%(name)s is a public body, and a reason Parliament has listed is only for bodies "
                "that are not (UK GDPR Article 6(1)(ea)). If this is one of its duties, choose "
                "“Part of our public duties” and name the law.",
                name=ground.name,
            ),
        )


def _power(ground: Ground) -> Iterator[Problem]:
    basis = ground.article6
    if basis not in (Article6.PUBLIC_TASK, Article6.LEGAL_OBLIGATION):
        return
    if not answers.text(ground.basis, "legal_power"):
        yield ground.problem(
            "legal_power_missing",
            _(
                "Name the Act and section that %(name)s relies on. “%(basis)s” needs one.",
                name=ground.name,
                basis=basis.label,
            ),
        )


def _emergency(ground: Ground, content: Content) -> Iterator[Problem]:
    if ground.article6 != Article6.VITAL_INTERESTS:
        return
    purposes = {row.get("key") for row in answers.rows(content, "purposes")}
    is_emergency = content.get("change_type") == ChangeType.EMERGENCY_REVIEW
    if not is_emergency and Purpose.EMERGENCY_PLANNING not in purposes:
        yield ground.problem(
            "vital_interests_not_emergency",
            _(
                "%(name)s can use “To save someone’s life” only in an emergency. Everyday sharing "
                "needs another basis.",
                name=ground.name,
            ),
        )


def _recognised(ground: Ground) -> Iterator[Problem]:
    if ground.article6 != Article6.RECOGNISED_LEGITIMATE_INTEREST:
        return
    condition = ground.basis.get("rli_condition")
    if not condition:
        yield ground.problem(
            "rli_condition_missing",
            _("Say which of the reasons Parliament has listed %(name)s uses.", name=ground.name),
        )
    if condition == RliCondition.PUBLIC_TASK_DISCLOSURE and not answers.text(
        ground.basis, "rli_request"
    ):
        yield ground.problem(
            "rli_request_missing",
            _(
                "%(name)s may give information to a public body only on its request. Say who asked "
                "and that the request states the need.",
                name=ground.name,
            ),
        )


def _sensitive(ground: Ground, content: Content) -> Iterator[Problem]:
    items = [item for item in _items_of(ground, content) if is_special(item)]
    if not items:
        return
    chosen = Article9.of(ground.basis.get("article9"))
    if chosen is None:
        yield ground.problem(
            "article9_missing",
            _(
                "%(name)s handles sensitive information (%(item)s), so it needs an Article 9 "
                "condition as well.",
                name=ground.name,
                item=items[0].get("label"),
            ),
        )
    elif chosen.schedule1_part:
        yield from _schedule1(ground, chosen.schedule1_part)


def _schedule1(ground: Ground, part: int) -> Iterator[Problem]:
    said = answers.text(ground.basis, "dpa2018_schedule1")
    if not said:
        yield ground.problem(
            "schedule1_missing",
            _(
                "The Article 9 condition of %(name)s also needs a condition in Part %(part)d of "
                "Schedule 1 of the Data Protection Act 2018. Name the paragraph.",
                name=ground.name,
                part=part,
            ),
        )
    elif f"part {3 - part}" in said.lower() and f"part {part}" not in said.lower():
        yield ground.problem(
            "schedule1_wrong_part",
            _(
                "The Article 9 condition of %(name)s needs a paragraph of Part %(part)d of "
                "Schedule 1, and you named one of another part.",
                name=ground.name,
                part=part,
            ),
        )


def _crime(ground: Ground, content: Content) -> Iterator[Problem]:
    items = [item for item in _items_of(ground, content) if is_criminal(item)]
    if not items:
        return
    chosen = ground.basis.get("article10")
    if chosen in (None, "", Article10.NONE):
        yield ground.problem(
            "article10_missing",
            _(
                "%(name)s handles information about crime (%(item)s), so it needs an Article 10 "
                "condition as well.",
                name=ground.name,
                item=items[0].get("label"),
            ),
        )
    elif chosen == Article10.SCHEDULE1_CONDITION and not answers.text(
        ground.basis, "dpa2018_schedule1"
    ):
        yield ground.problem(
            "article10_schedule1_missing",
            _("Name the paragraph of Schedule 1 that %(name)s relies on.", name=ground.name),
        )


def _items_of(ground: Ground, content: Content) -> list[dict[str, Any]]:
    """The items that a party sends or receives; an item without names concerns all who could."""
    way = ground.party.get("direction")
    sends = way in (Direction.SENDS, Direction.SENDS_AND_RECEIVES)
    receives = way in (Direction.RECEIVES, Direction.SENDS_AND_RECEIVES)

    def concerns(item: Row) -> bool:
        sender, receiver = item.get("sent_by"), item.get("received_by")
        if ground.id in (sender, receiver) or not (sender or receiver):
            return True
        return (not receiver and receives) or (not sender and sends)

    return [item for item in answers.rows(content, "data_items") if concerns(item)]


def _is_personal(item: Row) -> bool:
    return item.get("identifiability") not in (
        Identifiability.ANONYMOUS,
        Identifiability.STATISTICS,
    )


def _sensitivity(item: Row) -> Sensitivity:
    category = DataCategory.of(item.get("category"))
    return category.sensitivity if category else Sensitivity.ORDINARY
