"""Who takes part, and by what law."""

from consult.core import _l
from consult.proposals.enums import (
    Article6,
    Article9,
    Article10,
    DeaPart5,
    Direction,
    OrganisationType,
    PartyRole,
    RliCondition,
)
from consult.proposals.fields.kinds import Field, Kind, Section

GROUP = _l("Who, and by what law")

PARTIES = Section(
    key="parties",
    title=_l("Organisations"),
    group=GROUP,
    hint=_l("Everyone who sends, receives, keeps or carries the information."),
    fields=(
        Field(
            key="parties",
            label=_l("Organisations"),
            kind=Kind.ROWS,
            required=True,
            summary=True,
            columns=(
                Field(
                    key="name",
                    label=_l("Name"),
                    hint=_l("The whole name, as people would look it up."),
                    kind=Kind.TEXT,
                    required=True,
                    max_length=120,
                ),
                Field(
                    key="organisation_type",
                    label=_l("Kind of organisation"),
                    kind=Kind.CHOICE,
                    choices=OrganisationType,
                    required=True,
                ),
                Field(
                    key="role",
                    label=_l("What it does with the information"),
                    kind=Kind.CHOICE,
                    choices=PartyRole,
                    required=True,
                ),
                Field(
                    key="direction",
                    label=_l("Does it send or receive?"),
                    kind=Kind.CHOICE,
                    choices=Direction,
                    required=True,
                ),
                Field(
                    key="contact",
                    label=_l("Contact for data protection"),
                    hint=_l("An e-mail address or a telephone number."),
                    kind=Kind.TEXT,
                    required=True,
                ),
                Field(
                    key="country",
                    label=_l("Country"),
                    hint=_l("Where it works with the information, such as GB."),
                    kind=Kind.TEXT,
                    required=True,
                    max_length=60,
                ),
                Field(
                    key="ico_registration_no",
                    label=_l("Number in the Information Commissioner’s register"),
                    kind=Kind.TEXT,
                    max_length=20,
                ),
                Field(
                    key="joint_controller_arrangement_url",
                    label=_l("Link to the arrangement between those who decide together"),
                    kind=Kind.URL,
                ),
            ),
        ),
    ),
)

LAW = Section(
    key="law",
    title=_l("Legal basis for each"),
    group=GROUP,
    hint=_l("Each organisation that decides about the information needs its own reason in law."),
    fields=(
        Field(
            key="lawful_basis",
            label=_l("Reason in law"),
            kind=Kind.ROWS,
            required=True,
            columns=(
                Field(
                    key="party",
                    label=_l("Organisation"),
                    kind=Kind.CHOICE,
                    rows_from="parties",
                    required=True,
                ),
                Field(
                    key="article6",
                    label=_l("Lawful basis (UK GDPR Article 6)"),
                    kind=Kind.CHOICE,
                    choices=Article6,
                    required=True,
                ),
                Field(
                    key="legal_power",
                    label=_l("Legal power"),
                    hint=_l("The Act and section, such as Children Act 2004 section 11."),
                    kind=Kind.TEXT,
                    max_length=400,
                ),
                Field(
                    key="outside_its_tasks",
                    label=_l("Is this outside its public tasks?"),
                    hint=_l("Only for a public body that acts as anyone else could."),
                    kind=Kind.YES_NO,
                ),
                Field(
                    key="rli_condition",
                    label=_l("Condition for a reason Parliament has listed"),
                    kind=Kind.CHOICE,
                    choices=RliCondition,
                ),
                Field(
                    key="rli_request",
                    label=_l("The public body’s request that states the need"),
                    kind=Kind.TEXT,
                    max_length=400,
                ),
                Field(
                    key="article9",
                    label=_l("Condition for sensitive information (Article 9)"),
                    kind=Kind.CHOICE,
                    choices=Article9,
                ),
                Field(
                    key="article10",
                    label=_l("Condition for information about crime (Article 10)"),
                    kind=Kind.CHOICE,
                    choices=Article10,
                ),
                Field(
                    key="dpa2018_schedule1",
                    label=_l("Condition in Schedule 1 of the Data Protection Act 2018"),
                    hint=_l("Part and paragraph, such as Part 2 para 18."),
                    kind=Kind.TEXT,
                ),
                Field(
                    key="appropriate_policy_document_url",
                    label=_l("Link to the policy on sensitive information"),
                    kind=Kind.URL,
                ),
                Field(
                    key="dea_specified_person",
                    label=_l("Is it named in the Digital Economy Act for this gateway?"),
                    kind=Kind.YES_NO,
                ),
            ),
        ),
        Field(
            key="dea_part5",
            label=_l("Gateway of the Digital Economy Act 2017, Part 5"),
            kind=Kind.CHOICE,
            choices=DeaPart5,
            required=True,
        ),
        Field(
            key="dea_objective",
            label=_l("Objective, as the regulations name it"),
            kind=Kind.TEXT,
        ),
        Field(
            key="dea_register_entry",
            label=_l("Entry in the public register of agreements"),
            hint=_l("A link or a reference."),
            kind=Kind.TEXT,
        ),
        Field(
            key="dea_business_case_url",
            label=_l("Link to the business case of the pilot"),
            hint=_l("Debt and fraud gateways run as pilots."),
            kind=Kind.URL,
        ),
        Field(
            key="common_law_confidentiality",
            label=_l("How the duty of confidence is met"),
            hint=_l("For health and social care information."),
            kind=Kind.LONG_TEXT,
        ),
        Field(
            key="caldicott_guardian_consulted",
            label=_l("Was a Caldicott Guardian asked?"),
            hint=_l("The person who guards patients’ confidence."),
            kind=Kind.YES_NO,
        ),
    ),
)

SECTIONS = (PARTIES, LAW)
