"""Why it is needed and fair, and what a resident can do about it."""

from consult.core import _l
from consult.proposals.enums import (
    Article6,
    ChoiceControl,
    NationalOptOut,
)
from consult.proposals.fields.kinds import Field, Kind, Section

GROUP = _l("Who, and by what law")

NEED = Section(
    key="need",
    title=_l("Need, fairness and other ways"),
    group=GROUP,
    hint=_l("Whether the aim could be reached with less, or in another way."),
    fields=(
        Field(
            key="necessity",
            label=_l("Why sharing is needed"),
            hint=_l("What was tried, and why it was not enough."),
            kind=Kind.LONG_TEXT,
            required=True,
        ),
        Field(
            key="proportionality",
            label=_l("Why it is fair"),
            hint=_l("Why the good it does is worth what it asks of people."),
            kind=Kind.LONG_TEXT,
            required=True,
        ),
        Field(
            key="alternatives",
            label=_l("Other ways"),
            hint=_l("Always include doing nothing."),
            kind=Kind.ROWS,
            required=True,
            columns=(
                Field(key="option", label=_l("Another way"), kind=Kind.TEXT, required=True),
                Field(
                    key="why_not",
                    label=_l("Why it is not what you propose"),
                    kind=Kind.TEXT,
                    required=True,
                    max_length=400,
                ),
                Field(
                    key="can_be_supported",
                    label=_l("Could you still choose it if residents prefer it?"),
                    kind=Kind.YES_NO,
                ),
            ),
        ),
        Field(
            key="minimisation",
            label=_l("How you share as little as possible"),
            kind=Kind.LONG_TEXT,
            required=True,
        ),
        Field(
            key="if_not_shared",
            label=_l("What happens if nothing is shared"),
            kind=Kind.LONG_TEXT,
        ),
        Field(
            key="data_ethics_notes",
            label=_l("Notes on doing right by people"),
            hint=_l("Who gains, who could lose, and where the records may be wrong or one-sided."),
            kind=Kind.LONG_TEXT,
        ),
    ),
)

CONTROL = Section(
    key="control",
    title=_l("How people can say no"),
    group=GROUP,
    hint=_l("What a resident can do depends on the reason in law. We check that the words match."),
    fields=(
        Field(
            key="opt_out_offered",
            label=_l("Do you promise that people can opt out?"),
            hint=_l("A promise goes beyond the law. It becomes a term of the agreement."),
            kind=Kind.YES_NO,
            required=True,
        ),
        Field(
            key="opt_out_how",
            label=_l("How to opt out"),
            kind=Kind.LONG_TEXT,
        ),
        Field(
            key="opt_out_clause",
            label=_l("Clause of the agreement that holds the promise"),
            hint=_l("Such as: clause 7.2 of the draft agreement."),
            kind=Kind.TEXT,
        ),
        Field(
            key="opt_out_reason",
            label=_l("If there is no opt-out, why not"),
            kind=Kind.LONG_TEXT,
        ),
        Field(
            key="choices",
            label=_l("Separate choices"),
            hint=_l("For each purpose that needs a yes. Off until somebody turns it on."),
            kind=Kind.ROWS,
            summary=True,
            columns=(
                Field(key="label", label=_l("Choice, as shown"), kind=Kind.TEXT, required=True),
                Field(
                    key="article6",
                    label=_l("Reason in law"),
                    kind=Kind.CHOICE,
                    choices=Article6,
                    required=True,
                ),
                Field(
                    key="control",
                    label=_l("How it works"),
                    kind=Kind.CHOICE,
                    choices=ChoiceControl,
                    required=True,
                ),
                Field(
                    key="needed_for_service",
                    label=_l("Does a service depend on it?"),
                    kind=Kind.YES_NO,
                ),
                Field(key="minimum_age", label=_l("From what age"), kind=Kind.NUMBER),
                Field(key="welsh_label", label=_l("Choice in Welsh"), kind=Kind.TEXT),
            ),
        ),
        Field(
            key="withdrawal",
            label=_l("How to take back a yes"),
            hint=_l("It must be as easy as saying it."),
            kind=Kind.LONG_TEXT,
        ),
        Field(
            key="direct_marketing",
            label=_l("Would anyone use it to advertise to people?"),
            kind=Kind.YES_NO,
        ),
        Field(
            key="national_data_opt_out",
            label=_l("Does the NHS national data opt-out apply?"),
            kind=Kind.CHOICE,
            choices=NationalOptOut,
        ),
        Field(
            key="rights_how_to",
            label=_l("How to see, correct or object"),
            hint=_l("Include a way without the internet."),
            kind=Kind.LONG_TEXT,
            required=True,
        ),
        Field(
            key="complaint_route",
            label=_l("How to complain"),
            hint=_l("First to you, then to the Information Commissioner."),
            kind=Kind.LONG_TEXT,
            required=True,
        ),
    ),
)


SECTIONS = (NEED, CONTROL)
