"""A complete draft for a story, written through the rules in the data of the story's own server.

`python -m tests.journeys.prepared TITLE SLUG REFERENCE OPENS_AT` in the server's environment.
"""

import sys
from datetime import datetime, timedelta

from sqlalchemy import select

from consult import create_app
from consult.accounts.models import Person
from consult.core import clock
from consult.core.db import db, writing
from consult.councils.queries import council
from consult.demo import preparing, scripts
from consult.demo.mapping import content_from_demo
from consult.demo.story import Story
from consult.proposals import rules
from consult.proposals.fields import SECTIONS

COUNCIL, OFFICER = "kelderby", "Sadia Rahman"
LASTS = timedelta(days=30)
ANSWERED = timedelta(days=40)


def draft(title: str, slug: str, reference: str, opens_at: datetime) -> str:
    """What the council's own story says, under another name and with dates of its own."""
    story_told = next(
        told for told in scripts.read(clock.now()) if told.doc["council"]["slug"] == COUNCIL
    )
    closes_at = opens_at + LASTS
    content = content_from_demo(story_told.doc) | {
        "title": title,
        "slug": slug,
        "reference": reference,
        "opens_at": clock.local(opens_at).isoformat(),
        "closes_at": clock.local(closes_at).isoformat(),
        "feedback_promised_on": (closes_at + ANSWERED).date().isoformat(),
    }
    officer = db.session.scalars(select(Person).where(Person.real_name == OFFICER)).one()
    story = Story(story_told, "", 0, (0, 0, 0, 0), staff={"officer": officer})
    story.council_ = council(COUNCIL)
    story.proposal_ = rules.start_draft(officer, story.council, title)
    for section in sorted(SECTIONS, key=lambda section: section.key != "parties"):
        preparing.write_section(story, section.key, content)
    return story.proposal.slug


if __name__ == "__main__":
    title, slug, reference, opens_at = sys.argv[1:]
    with create_app().app_context(), writing():
        print(draft(title, slug, reference, datetime.fromisoformat(opens_at)))  # noqa: T201
