"""What residents and staff are shown of a proposal."""

from consult.proposals.panels.desk import (
    change_panel,
    index_panel,
    overview_panel,
    preview_panel,
    reason_panel,
    start_panel,
)
from consult.proposals.panels.for_me import for_me_panel
from consult.proposals.panels.heads import head_context, journey
from consult.proposals.panels.public import (
    Beside,
    anchor_of,
    preparation_panel,
    summary_panel,
    version_panel,
)
from consult.proposals.panels.sections import section_panel, signed_out_panel

__all__ = [
    "Beside",
    "anchor_of",
    "change_panel",
    "for_me_panel",
    "head_context",
    "index_panel",
    "journey",
    "overview_panel",
    "preparation_panel",
    "preview_panel",
    "reason_panel",
    "section_panel",
    "signed_out_panel",
    "start_panel",
    "summary_panel",
    "version_panel",
]
