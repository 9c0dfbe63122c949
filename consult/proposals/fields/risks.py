"""What could go wrong, the assessments made, and what computers decide."""

from consult.core import _l
from consult.proposals.enums import (
    DpiaStatus,
    DpiaTrigger,
    ImpactStatus,
    Likelihood,
    RiskLevel,
    Severity,
)
from consult.proposals.fields.kinds import Field, Kind, Section

GROUP = _l("Care, and the consultation")

RISKS = Section(
    key="risks",
    title=_l("Risks, DPIA and equality"),
    group=GROUP,
    hint=_l("What could go wrong, for whom, and what you do about it."),
    fields=(
        Field(
            key="risks",
            label=_l("What could go wrong"),
            kind=Kind.ROWS,
            required=True,
            columns=(
                Field(key="risk", label=_l("Risk"), kind=Kind.TEXT, required=True),
                Field(
                    key="who_is_affected",
                    label=_l("For whom"),
                    kind=Kind.TEXT,
                    required=True,
                ),
                Field(
                    key="likelihood",
                    label=_l("How likely"),
                    kind=Kind.CHOICE,
                    choices=Likelihood,
                    required=True,
                ),
                Field(
                    key="severity",
                    label=_l("How bad"),
                    kind=Kind.CHOICE,
                    choices=Severity,
                    required=True,
                ),
                Field(
                    key="mitigation",
                    label=_l("What you do about it"),
                    kind=Kind.TEXT,
                    required=True,
                    max_length=400,
                ),
                Field(
                    key="residual",
                    label=_l("Risk that is left"),
                    kind=Kind.CHOICE,
                    choices=RiskLevel,
                    required=True,
                ),
            ),
        ),
        Field(
            key="benefits",
            label=_l("What would be better"),
            kind=Kind.ROWS,
            required=True,
            columns=(
                Field(key="who", label=_l("For whom"), kind=Kind.TEXT, required=True),
                Field(
                    key="what",
                    label=_l("What would be better"),
                    kind=Kind.TEXT,
                    required=True,
                    max_length=400,
                ),
                Field(
                    key="how_measured",
                    label=_l("How you will know"),
                    kind=Kind.TEXT,
                    required=True,
                    max_length=400,
                ),
            ),
        ),
        Field(
            key="dpia_screening_triggers",
            label=_l("Signs of high risk"),
            hint=_l("Choose every one that fits, or none."),
            kind=Kind.CHOICES,
            choices=DpiaTrigger,
        ),
        Field(
            key="dpia_required",
            label=_l("Is a data protection impact assessment (DPIA) required?"),
            kind=Kind.YES_NO,
            required=True,
        ),
        Field(
            key="dpia_reason",
            label=_l("Why it is, or is not"),
            hint=_l("This is published either way."),
            kind=Kind.LONG_TEXT,
            required=True,
        ),
        Field(
            key="dpia_status",
            label=_l("Where the assessment stands"),
            kind=Kind.CHOICE,
            choices=DpiaStatus,
            required=True,
        ),
        Field(key="dpia_url", label=_l("Link to the assessment"), kind=Kind.URL),
        Field(
            key="dpia_dpo_advice",
            label=_l("Advice of the data protection officer"),
            kind=Kind.LONG_TEXT,
        ),
        Field(
            key="dpia_residual_risk",
            label=_l("Risk that is left after all measures"),
            kind=Kind.CHOICE,
            choices=RiskLevel,
        ),
        Field(
            key="dpia_ico_consultation",
            label=_l("How and when you ask the Information Commissioner"),
            hint=_l("The law asks this of you when the risk that is left is high."),
            kind=Kind.LONG_TEXT,
        ),
        Field(
            key="equality_status",
            label=_l("Where the equality impact assessment stands"),
            kind=Kind.CHOICE,
            choices=ImpactStatus,
            required=True,
        ),
        Field(
            key="equality_url",
            label=_l("Link to the equality impact assessment"),
            kind=Kind.URL,
            required=True,
        ),
        Field(
            key="equality_summary",
            label=_l("What it found"),
            kind=Kind.LONG_TEXT,
            required=True,
        ),
        Field(
            key="welsh_language_status",
            label=_l("Where the Welsh language assessment stands"),
            kind=Kind.CHOICE,
            choices=ImpactStatus,
        ),
        Field(
            key="welsh_language_summary",
            label=_l("What the Welsh language assessment found"),
            kind=Kind.LONG_TEXT,
        ),
        Field(
            key="childrens_rights_impact",
            label=_l("What it means for children’s rights"),
            kind=Kind.LONG_TEXT,
        ),
        Field(
            key="automated_any",
            label=_l("Does a computer decide anything about a person?"),
            kind=Kind.YES_NO,
            required=True,
            summary=True,
        ),
        Field(
            key="automated_solely",
            label=_l("Without a person taking part?"),
            kind=Kind.YES_NO,
        ),
        Field(
            key="automated_significant_effect",
            label=_l("Does it strongly affect people?"),
            kind=Kind.YES_NO,
        ),
        Field(
            key="automated_profiling",
            label=_l("Are lists or predictions made about people?"),
            kind=Kind.YES_NO,
            required=True,
        ),
        Field(
            key="automated_human_review",
            label=_l("How a person looks at it"),
            kind=Kind.LONG_TEXT,
        ),
        Field(
            key="automated_how_to_contest",
            label=_l("How to question a result"),
            kind=Kind.LONG_TEXT,
        ),
        Field(
            key="algorithmic_record_url",
            label=_l("Link to the record of the algorithm"),
            kind=Kind.URL,
        ),
        Field(
            key="documents",
            label=_l("Documents"),
            hint=_l("Every document needs a web page that screen readers can read."),
            kind=Kind.ROWS,
            columns=(
                Field(key="title", label=_l("Title"), kind=Kind.TEXT, required=True),
                Field(
                    key="html_url",
                    label=_l("Link to the web page"),
                    kind=Kind.URL,
                    required=True,
                ),
                Field(key="file_url", label=_l("Link to the file"), kind=Kind.URL),
            ),
        ),
    ),
)


SECTIONS = (RISKS,)
