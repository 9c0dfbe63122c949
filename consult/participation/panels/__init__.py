"""What people see of votes and comments."""

from consult.core.panels import Panel
from consult.participation.panels.answering import answering_panel, suggestions_panel
from consult.participation.panels.comments import (
    SPEAKERS,
    address_of,
    can_speak_officially,
    check_own,
    comment_panel,
    delete_panel,
    edit_panel,
)
from consult.participation.panels.confirming import code_panel, link_panel, room_of
from consult.participation.panels.equality import equality_panel, equality_results_panel
from consult.participation.panels.given_words import given_words_panel
from consult.participation.panels.items import (
    empty_items_form,
    items_form,
    items_panel,
    my_items_panel,
)
from consult.participation.panels.leanings import items_results_panel
from consult.participation.panels.offline import (
    batch_panel,
    batches_panel,
    receipt_panel,
    response_panel,
)
from consult.participation.panels.parts import address_of_part, part_panel, parts_now, parts_panel
from consult.participation.panels.questions import (
    answer_panel,
    open_questions_panel,
    part_labels,
    questions_panel,
)
from consult.participation.panels.residence import residence_panel
from consult.participation.panels.suggesting import (
    suggested_panel,
    support_email_panel,
    support_panel,
)
from consult.participation.panels.threads import (
    can_pin,
    comments_panel,
    helpful_email_panel,
    helpful_panel,
    news_panel,
)
from consult.participation.panels.votes import results_panel, vote_email_panel, vote_panel
from consult.proposals.models import Proposal, Version
from consult.proposals.parts import Part

__all__ = [
    "SPEAKERS",
    "Panel",
    "Part",
    "Proposal",
    "Version",
    "address_of",
    "address_of_part",
    "answer_panel",
    "answering_panel",
    "batch_panel",
    "batches_panel",
    "can_pin",
    "can_speak_officially",
    "check_own",
    "code_panel",
    "comment_panel",
    "comments_panel",
    "delete_panel",
    "edit_panel",
    "empty_items_form",
    "equality_panel",
    "equality_results_panel",
    "given_words_panel",
    "helpful_email_panel",
    "helpful_panel",
    "items_form",
    "items_panel",
    "items_results_panel",
    "link_panel",
    "my_items_panel",
    "news_panel",
    "open_questions_panel",
    "part_labels",
    "part_panel",
    "parts_now",
    "parts_panel",
    "questions_panel",
    "receipt_panel",
    "residence_panel",
    "response_panel",
    "results_panel",
    "room_of",
    "suggested_panel",
    "suggestions_panel",
    "support_email_panel",
    "support_panel",
    "vote_email_panel",
    "vote_panel",
]
