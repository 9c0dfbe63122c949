"""What residents read first: title, what changes, the full text, what is open and what is fixed."""

from consult.core import _l
from consult.proposals.enums import ChangeType
from consult.proposals.fields.kinds import Field, Kind, Section

GROUP = _l("What residents read first")

TITLE = Section(
    key="title",
    title=_l("Title and short summary"),
    group=GROUP,
    hint=_l("The words that people see in lists, letters and searches."),
    fields=(
        Field(
            key="title",
            label=_l("Title"),
            hint=_l(
                "Say what would happen, with a verb and without short forms. 90 letters at most."
            ),
            kind=Kind.TEXT,
            required=True,
            summary=True,
            max_length=90,
        ),
        Field(
            key="reference",
            label=_l("Reference"),
            hint=_l("Your own number for it, such as TBC-DSP-2026-004. No other proposal has it."),
            kind=Kind.TEXT,
            required=True,
            max_length=40,
        ),
        Field(
            key="slug",
            label=_l("Web address"),
            hint=_l("Small letters, numbers and hyphens, such as warm-homes-finder."),
            kind=Kind.TEXT,
            required=True,
            max_length=60,
        ),
        Field(
            key="plain_summary",
            label=_l("Summary in 50 words or fewer"),
            hint=_l(
                "What you want to do, with which information, and what for. Write “we want to”."
            ),
            kind=Kind.LONG_TEXT,
            required=True,
            summary=True,
            max_length=500,
            max_words=50,
        ),
        Field(
            key="change_type",
            label=_l("What kind of change is it?"),
            kind=Kind.CHOICE,
            choices=ChangeType,
            required=True,
            summary=True,
        ),
        Field(
            key="owner_team",
            label=_l("Team that leads the work"),
            hint=_l("The team’s name as residents know it."),
            kind=Kind.TEXT,
            required=True,
        ),
        Field(
            key="senior_owner_role",
            label=_l("Senior person who answers for it"),
            hint=_l("A job title, such as Director of Communities. No name is needed."),
            kind=Kind.TEXT,
            required=True,
        ),
        Field(
            key="dpo_consulted_on",
            label=_l("Day the data protection officer was asked for advice"),
            kind=Kind.DATE,
            required=True,
        ),
        Field(
            key="contact_email",
            label=_l("E-mail address for questions"),
            kind=Kind.EMAIL,
            required=True,
        ),
        Field(
            key="contact_phone",
            label=_l("Telephone number for questions"),
            hint=_l("A number that a person answers."),
            kind=Kind.TEXT,
            required=True,
            max_length=40,
        ),
        Field(
            key="contact_post",
            label=_l("Postal address for questions"),
            hint=_l("A freepost address if you have one."),
            kind=Kind.LONG_TEXT,
            required=True,
            max_length=300,
        ),
        Field(
            key="welsh_title",
            label=_l("Title in Welsh"),
            hint=_l("Councils in Wales publish both languages at the same moment."),
            kind=Kind.TEXT,
            max_length=110,
        ),
        Field(
            key="welsh_plain_summary",
            label=_l("Summary in Welsh"),
            kind=Kind.LONG_TEXT,
            max_length=600,
        ),
        Field(
            key="welsh_same_time",
            label=_l("Will the whole Welsh text be published at the same moment?"),
            kind=Kind.YES_NO,
        ),
    ),
)

CHANGE = Section(
    key="change",
    title=_l("Today, and if this goes ahead"),
    group=GROUP,
    hint=_l("The quickest way to understand a change is to see both sides of it."),
    fields=(
        Field(
            key="today",
            label=_l("What happens today"),
            hint=_l("Two or three sentences."),
            kind=Kind.LONG_TEXT,
            required=True,
            summary=True,
            max_length=800,
        ),
        Field(
            key="after",
            label=_l("What would happen if this goes ahead"),
            hint=_l("Two or three sentences. Write “would”, because it is not decided."),
            kind=Kind.LONG_TEXT,
            required=True,
            summary=True,
            max_length=800,
        ),
        Field(
            key="before_after",
            label=_l("Side by side"),
            hint=_l(
                "One row for each thing that people would notice. Three to six rows are enough."
            ),
            kind=Kind.ROWS,
            required=True,
            summary=True,
            min_items=1,
            columns=(
                Field(
                    key="aspect",
                    label=_l("What about it"),
                    hint=_l("Such as: who can see it."),
                    kind=Kind.TEXT,
                    required=True,
                ),
                Field(
                    key="today",
                    label=_l("Today"),
                    kind=Kind.TEXT,
                    required=True,
                    max_length=400,
                ),
                Field(
                    key="proposed",
                    label=_l("If this goes ahead"),
                    kind=Kind.TEXT,
                    required=True,
                    max_length=400,
                ),
            ),
        ),
        Field(
            key="why_now",
            label=_l("Why now"),
            hint=_l("What has changed, or what happens if you wait."),
            kind=Kind.LONG_TEXT,
        ),
    ),
)

BODY = Section(
    key="body",
    title=_l("The full text"),
    group=GROUP,
    hint=_l(
        "For people who want to know more. Short words and sentences, headings that say something."
    ),
    fields=(
        Field(
            key="body",
            label=_l("Full text"),
            hint=_l(
                "300 to 900 words. Say what could go wrong as well as what would be better. "
                "Put an empty line between paragraphs; start a heading with ##."
            ),
            kind=Kind.MARKDOWN,
            required=True,
            min_words=300,
            max_words=900,
        ),
    ),
)

OPEN_POINTS = Section(
    key="open_points",
    title=_l("Not decided yet, already fixed"),
    group=GROUP,
    hint=_l("People should know what their views can change, and what they cannot."),
    fields=(
        Field(
            key="not_decided_yet",
            label=_l("Not decided yet"),
            hint=_l("At least two real questions that residents can still settle."),
            kind=Kind.LINES,
            required=True,
            summary=True,
            min_items=2,
        ),
        Field(
            key="already_fixed",
            label=_l("Already fixed"),
            hint=_l("What cannot change, and why. If all is open, write “Nothing”."),
            kind=Kind.ROWS,
            required=True,
            columns=(
                Field(key="what", label=_l("What is fixed"), kind=Kind.TEXT, required=True),
                Field(key="why", label=_l("Why it cannot change"), kind=Kind.TEXT, max_length=400),
            ),
        ),
    ),
)

SECTIONS = (TITLE, CHANGE, BODY, OPEN_POINTS)
