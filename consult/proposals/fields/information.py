"""The information: each item, what stays out, whom it is about and what it is for."""

from consult.core import _l
from consult.proposals.enums import (
    ChildrenInvolved,
    Compatibility,
    DataCategory,
    DataSubject,
    Identifiability,
    Purpose,
)
from consult.proposals.fields.kinds import Field, Kind, Section

GROUP = _l("The information")

DATA = Section(
    key="data",
    title=_l("What is shared, item by item"),
    group=GROUP,
    hint=_l("Every item needs a reason. Residents can comment on each one."),
    fields=(
        Field(
            key="data_items",
            label=_l("Items"),
            kind=Kind.ROWS,
            required=True,
            summary=True,
            columns=(
                Field(
                    key="label",
                    label=_l("Item, in plain words"),
                    hint=_l("Such as: Council Tax Reduction, yes or no."),
                    kind=Kind.TEXT,
                    required=True,
                ),
                Field(
                    key="category",
                    label=_l("Kind of information"),
                    kind=Kind.CHOICE,
                    choices=DataCategory,
                    required=True,
                ),
                Field(
                    key="identifiability",
                    label=_l("Does it say who somebody is?"),
                    kind=Kind.CHOICE,
                    choices=Identifiability,
                    required=True,
                ),
                Field(
                    key="special_category",
                    label=_l("Is it sensitive in law?"),
                    hint=_l("Such as health, religion or ethnic background."),
                    kind=Kind.YES_NO,
                ),
                Field(
                    key="may_reveal_special_category",
                    label=_l("Could it give away something sensitive?"),
                    hint=_l("Books borrowed can hint at health or belief."),
                    kind=Kind.YES_NO,
                ),
                Field(
                    key="source",
                    label=_l("Where it comes from"),
                    hint=_l("The record or service, such as council tax."),
                    kind=Kind.TEXT,
                    required=True,
                ),
                Field(
                    key="sent_by",
                    label=_l("Who sends it"),
                    kind=Kind.CHOICE,
                    rows_from="parties",
                ),
                Field(
                    key="received_by",
                    label=_l("Who receives it"),
                    hint=_l("Leave it open if everyone who receives information gets this."),
                    kind=Kind.CHOICE,
                    rows_from="parties",
                ),
                Field(
                    key="why_needed",
                    label=_l("Why it is needed"),
                    hint=_l("If less would do, such as yes or no, share less."),
                    kind=Kind.TEXT,
                    required=True,
                    max_length=400,
                ),
                Field(
                    key="about",
                    label=_l("Is it only about some of the people?"),
                    hint=_l("Leave it open if it is about everyone that this is about."),
                    kind=Kind.CHOICES,
                    choices=DataSubject,
                ),
            ),
        ),
    ),
)

NOT_SHARED = Section(
    key="not_shared",
    title=_l("What is not shared"),
    group=GROUP,
    hint=_l("What people might fear is shared, and is not."),
    fields=(
        Field(
            key="data_not_shared",
            label=_l("Not shared"),
            hint=_l("One thing on each line, such as bank details."),
            kind=Kind.LINES,
            required=True,
            summary=True,
        ),
    ),
)

PEOPLE = Section(
    key="people",
    title=_l("Whose information"),
    group=GROUP,
    hint=_l("So that everyone can tell whether it is about them."),
    fields=(
        Field(
            key="data_subjects",
            label=_l("Whom it is about"),
            hint=_l("Choose every group."),
            kind=Kind.CHOICES,
            choices=DataSubject,
            required=True,
            summary=True,
        ),
        Field(
            key="approx_people",
            label=_l("About how many people"),
            hint=_l("Your best estimate, as a whole number."),
            kind=Kind.NUMBER,
            required=True,
        ),
        Field(
            key="children",
            label=_l("Is it about children?"),
            kind=Kind.CHOICE,
            choices=ChildrenInvolved,
            required=True,
        ),
        Field(
            key="children_age",
            label=_l("Age from which young people choose for themselves"),
            kind=Kind.NUMBER,
        ),
        Field(
            key="vulnerable",
            label=_l("Is it about people who may need extra help or care?"),
            kind=Kind.YES_NO,
            required=True,
        ),
        Field(
            key="vulnerable_note",
            label=_l("Who they are, and what you do for them"),
            kind=Kind.LONG_TEXT,
        ),
        Field(
            key="wards",
            label=_l("Wards"),
            hint=_l("Leave it empty if it is about the whole area."),
            kind=Kind.LINES,
        ),
    ),
)

PURPOSES = Section(
    key="purposes",
    title=_l("Purposes, and purposes ruled out"),
    group=GROUP,
    hint=_l("What the information is for, and what it must never be used for."),
    fields=(
        Field(
            key="purposes",
            label=_l("What it is for"),
            kind=Kind.ROWS,
            required=True,
            summary=True,
            columns=(
                Field(
                    key="label",
                    label=_l("Purpose, in plain words"),
                    hint=_l("Such as: find and help households that cannot afford to stay warm."),
                    kind=Kind.TEXT,
                    required=True,
                ),
                Field(
                    key="key",
                    label=_l("Kind of purpose"),
                    kind=Kind.CHOICE,
                    choices=Purpose,
                    required=True,
                ),
            ),
        ),
        Field(
            key="purposes_excluded",
            label=_l("Will not be used for"),
            hint=_l("What people might worry about, one thing on each line."),
            kind=Kind.LINES,
            required=True,
            summary=True,
        ),
        Field(
            key="original_purpose",
            label=_l("Why the information was collected in the first place"),
            kind=Kind.LONG_TEXT,
        ),
        Field(
            key="compatibility",
            label=_l("How the new purpose fits with the first one"),
            kind=Kind.CHOICE,
            choices=Compatibility,
        ),
    ),
)

SECTIONS = (DATA, NOT_SHARED, PEOPLE, PURPOSES)
