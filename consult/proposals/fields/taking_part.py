"""The consultation itself: dates, questions and every way to take part."""

from consult.core import _l
from consult.proposals.enums import QuestionKind
from consult.proposals.fields.care import GROUP
from consult.proposals.fields.kinds import Field, Kind, Section

CONSULTATION = Section(
    key="consultation",
    title=_l("Dates, questions and ways to take part"),
    group=GROUP,
    hint=_l("Long enough, open to everyone, and with a promise to answer."),
    fields=(
        Field(key="opens_at", label=_l("Opens"), kind=Kind.MOMENT, required=True),
        Field(
            key="closes_at",
            label=_l("Closes"),
            hint=_l("Four weeks at least; six if it is sensitive, about children or many people."),
            kind=Kind.MOMENT,
            required=True,
        ),
        Field(
            key="why_this_long",
            label=_l("Why this long"),
            kind=Kind.LONG_TEXT,
            required=True,
            max_length=600,
        ),
        Field(
            key="hide_results",
            label=_l("Hide the numbers until it closes?"),
            hint=_l("Then nobody sees them, the council included."),
            kind=Kind.YES_NO,
            required=True,
        ),
        Field(
            key="feedback_promised_on",
            label=_l("Day by which you answer"),
            hint=_l("Within 12 weeks of closing."),
            kind=Kind.DATE,
            required=True,
        ),
        Field(
            key="decision_expected_on",
            label=_l("Day on which you expect to decide"),
            kind=Kind.DATE,
        ),
        Field(
            key="decision_maker_role",
            label=_l("Who decides"),
            hint=_l("A job title or a body, such as Cabinet Member for Communities."),
            kind=Kind.TEXT,
            required=True,
        ),
        Field(
            key="questions",
            label=_l("Questions to residents"),
            hint=_l("Open and fair. Three or four are enough."),
            kind=Kind.ROWS,
            required=True,
            columns=(
                Field(
                    key="text",
                    label=_l("Question"),
                    kind=Kind.TEXT,
                    required=True,
                    max_length=300,
                ),
                Field(
                    key="kind",
                    label=_l("How people answer"),
                    kind=Kind.CHOICE,
                    choices=QuestionKind,
                    required=True,
                ),
                Field(
                    key="about_welsh",
                    label=_l("Does it ask about the Welsh language?"),
                    kind=Kind.YES_NO,
                ),
                Field(
                    key="welsh_text",
                    label=_l("Question in Welsh"),
                    kind=Kind.TEXT,
                    max_length=300,
                ),
            ),
        ),
        Field(
            key="phone_route",
            label=_l("How to take part by telephone"),
            hint=_l("A freephone number and its hours."),
            kind=Kind.TEXT,
            required=True,
        ),
        Field(
            key="paper_route",
            label=_l("How to take part on paper"),
            hint=_l("Where to get a form and where to send it."),
            kind=Kind.LONG_TEXT,
            required=True,
            max_length=600,
        ),
        Field(
            key="offline_channels",
            label=_l("Meetings and other ways without the internet"),
            hint=_l("One on each line, with place and day."),
            kind=Kind.LINES,
            required=True,
        ),
        Field(
            key="who_we_especially_want",
            label=_l("People you especially want to hear from"),
            hint=_l("Those it would touch most, and those who are rarely heard."),
            kind=Kind.LINES,
            required=True,
        ),
        Field(
            key="easy_read_offered",
            label=_l("Do you offer an Easy Read version?"),
            kind=Kind.YES_NO,
            required=True,
        ),
        Field(
            key="translations_offered",
            label=_l("How to get it in another language or format"),
            kind=Kind.TEXT,
            max_length=400,
        ),
        Field(
            key="readers",
            label=_l("Who will read every answer"),
            hint=_l("Two people at least, by job title."),
            kind=Kind.LINES,
            required=True,
            min_items=2,
        ),
        Field(
            key="dpo_assigned",
            label=_l("Data protection officer who follows it"),
            kind=Kind.TEXT,
            required=True,
        ),
        Field(
            key="participation_retention",
            label=_l("How long you keep what people send in"),
            hint=_l("Shown beside the form."),
            kind=Kind.TEXT,
            required=True,
            max_length=300,
        ),
        Field(
            key="participation_privacy_url",
            label=_l("Link to your privacy notice for consultations"),
            hint=_l("Leave it empty to use the one on this site."),
            kind=Kind.URL,
        ),
        Field(
            key="election_override_by",
            label=_l("Monitoring officer who agreed to an exception in an election period"),
            kind=Kind.TEXT,
        ),
        Field(
            key="election_override_reason",
            label=_l("Reason for the exception"),
            kind=Kind.LONG_TEXT,
        ),
    ),
)
