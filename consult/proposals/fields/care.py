"""How information is sent, kept and deleted."""

from consult.core import _l
from consult.proposals.enums import (
    Frequency,
    Method,
    TransferMechanism,
)
from consult.proposals.fields.kinds import Field, Kind, Section

GROUP = _l("Care, and the consultation")

HANDLING = Section(
    key="handling",
    title=_l("How it is sent, kept and deleted"),
    group=GROUP,
    hint=_l("From the first day to the last copy."),
    fields=(
        Field(
            key="frequency",
            label=_l("How often"),
            kind=Kind.CHOICE,
            choices=Frequency,
            required=True,
        ),
        Field(key="method", label=_l("How it travels"), kind=Kind.CHOICE, choices=Method),
        Field(
            key="where_stored",
            label=_l("Where it is kept"),
            hint=_l("Whose system, and in which country."),
            kind=Kind.TEXT,
            required=True,
            max_length=400,
        ),
        Field(
            key="first_sharing_planned",
            label=_l("Earliest day of sharing"),
            kind=Kind.DATE,
            required=True,
            summary=True,
        ),
        Field(
            key="review_on",
            label=_l("Day of the first review"),
            kind=Kind.DATE,
            required=True,
        ),
        Field(key="ends_on", label=_l("Last day of sharing"), kind=Kind.DATE),
        Field(
            key="retention_period",
            label=_l("How long it is kept"),
            hint=_l("Such as: 3 years."),
            kind=Kind.TEXT,
            required=True,
            summary=True,
        ),
        Field(
            key="retention_trigger",
            label=_l("Counted from when"),
            hint=_l("Such as: from the last visit."),
            kind=Kind.TEXT,
            required=True,
        ),
        Field(
            key="retention_disposal",
            label=_l("What happens then"),
            hint=_l("How every copy is deleted, and who checks."),
            kind=Kind.TEXT,
            required=True,
            max_length=400,
        ),
        Field(
            key="onward_sharing",
            label=_l("May anyone pass it on?"),
            hint=_l("If nobody may, say so."),
            kind=Kind.LONG_TEXT,
            required=True,
        ),
        Field(
            key="security",
            label=_l("How it is protected"),
            hint=_l("One measure on each line. Nothing that would help a thief."),
            kind=Kind.LINES,
            required=True,
        ),
        Field(
            key="safeguards",
            label=_l("Safeguards that residents can ask for"),
            hint=_l(
                "Only what you could do. People choose from it, item by item. "
                "Leave it empty to offer the usual six."
            ),
            kind=Kind.ROWS,
            columns=(
                Field(
                    key="label",
                    label=_l("Safeguard, in plain words"),
                    hint=_l("Such as: only named staff may open it."),
                    kind=Kind.TEXT,
                    required=True,
                    max_length=120,
                ),
            ),
        ),
        Field(
            key="breach_plan_owner",
            label=_l("Who acts if something goes wrong"),
            hint=_l("A job title."),
            kind=Kind.TEXT,
        ),
        Field(
            key="transfers_any",
            label=_l("Does any of it leave the UK?"),
            kind=Kind.YES_NO,
            required=True,
            summary=True,
        ),
        Field(
            key="transfers_countries",
            label=_l("To which countries"),
            kind=Kind.LINES,
        ),
        Field(
            key="transfers_mechanism",
            label=_l("What protects it there"),
            kind=Kind.CHOICE,
            choices=TransferMechanism,
        ),
        Field(
            key="agreement_ref",
            label=_l("Reference of the agreement"),
            kind=Kind.TEXT,
        ),
        Field(
            key="register_entry",
            label=_l("Entry in your register of sharing"),
            kind=Kind.TEXT,
        ),
        Field(
            key="ropa_ref",
            label=_l("Entry in the record of processing activities"),
            kind=Kind.TEXT,
        ),
        Field(
            key="privacy_notice_url",
            label=_l("Link to the privacy notice"),
            hint=_l("The draft for this change, or the current one."),
            kind=Kind.URL,
            required=True,
        ),
    ),
)

SECTIONS = (HANDLING,)
