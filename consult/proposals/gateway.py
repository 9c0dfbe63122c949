"""The gateways of the Digital Economy Act 2017, Part 5, and what each of them demands."""

from collections.abc import Iterator, Mapping
from typing import Any

from consult.core import _
from consult.proposals import answers
from consult.proposals.enums import DeaPart5, PartyRole
from consult.proposals.problem import Problem


def problems(content: Mapping[str, Any]) -> Iterator[Problem]:
    """Only named bodies may use a gateway, for a named objective, in a public register."""
    gateway = DeaPart5.of(content.get("dea_part5"))
    if gateway is None or gateway is DeaPart5.NONE:
        return
    if not answers.text(content, "dea_objective"):
        yield Problem(
            "dea_objective",
            None,
            _("Name the objective that the Digital Economy Act gateway serves."),
            "dea_objective_missing",
        )
    yield from _strangers(content)
    if not answers.text(content, "dea_register_entry"):
        yield Problem(
            "dea_register_entry",
            None,
            _("An agreement under the Digital Economy Act goes on the public register. Name it."),
            "dea_register_missing",
        )
    if gateway.is_pilot and not answers.text(content, "dea_business_case_url"):
        yield Problem(
            "dea_business_case_url",
            None,
            _("Sharing about debt or fraud runs as a pilot. Link to its business case."),
            "dea_business_case_missing",
        )


def _strangers(content: Mapping[str, Any]) -> Iterator[Problem]:
    specified = {
        row.get("party")
        for row in answers.rows(content, "lawful_basis")
        if row.get("dea_specified_person") is True
    }
    for party in answers.rows(content, "parties"):
        role = PartyRole.of(party.get("role"))
        if (role is None or role.needs_basis) and party.get("id") not in specified:
            yield Problem(
                "lawful_basis",
                str(party.get("id")),
                _(
                    "Only bodies named in the Digital Economy Act may use this gateway. Confirm "
                    "that %(name)s is one, or choose another power.",
                    name=party.get("name"),
                ),
                "dea_not_specified",
            )
