"""Counters of answers, which move in the transaction of what they count, always in one order."""

from collections.abc import Mapping
from uuid import UUID

from consult.accounts.models import Verification
from consult.core.db import db
from consult.participation.counters import add_people, insert_into
from consult.questionnaire.models import AnswerTally, ResponseTally

Cell = tuple[UUID, str, Verification]


def move_answers(changes: Mapping[Cell, int]) -> None:
    """Add to the cells, in sorted order of question, cell and level."""
    cells = [
        {"question_id": question_id, "cell": cell, "level": level, "by": by}
        for (question_id, cell, level), by in sorted(changes.items())
        if by
    ]
    add_people(AnswerTally, ["question_id", "cell", "level"], cells)


def move_responses(proposal_id: UUID, changes: Mapping[Verification, int]) -> None:
    """Add to the number of people who answered, in sorted order of levels."""
    for level, by in sorted(changes.items()):
        if not by:
            continue
        made = insert_into(ResponseTally).values(
            proposal_id=proposal_id, level=level, people=max(by, 0)
        )
        db.session.execute(
            made.on_conflict_do_update(
                index_elements=["proposal_id", "level"],
                set_={"people": ResponseTally.people + by},
            )
        )
