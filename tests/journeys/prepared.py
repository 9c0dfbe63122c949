"""A complete draft for a story, written through the rules in the data of the story's own server.

In the server's environment: `python -m tests.journeys.prepared draft SLUG TITLE REFERENCE`, then
`python -m tests.journeys.prepared opens SLUG MOMENT`.
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
from consult.proposals.queries import desk_proposal

COUNCIL, OFFICER = "kelderby", "Sadia Rahman"
LATER = timedelta(days=10)


def draft(slug: str, title: str, reference: str) -> None:
    """What the council's own story says, under another name and with dates of its own."""
    told = next(one for one in scripts.read(clock.now()) if one.doc["council"]["slug"] == COUNCIL)
    content = content_from_demo(told.doc) | _dates(clock.now() + LATER)
    content |= {"slug": slug, "title": title, "reference": reference}
    story = Story(told, "", 0, (0, 0, 0, 0), staff={"officer": _officer()})
    story.council_ = council(COUNCIL)
    story.proposal_ = rules.start_draft(story.officer, story.council, title)
    for section in sorted(SECTIONS, key=lambda section: section.key != "parties"):
        preparing.write_section(story, section.key, content)


def opens(slug: str, moment: str) -> None:
    """Another opening, to the second, which the form cannot say."""
    dates = _dates(datetime.fromisoformat(moment))
    rules.save_section(_officer(), desk_proposal(COUNCIL, slug), "consultation", dates)


def _dates(opens_at: datetime) -> dict[str, str]:
    """Long enough to be allowed, and too short to be allowed without a reason."""
    closes_at = opens_at + timedelta(days=30)
    return {
        "opens_at": clock.local(opens_at).isoformat(),
        "closes_at": clock.local(closes_at).isoformat(),
        "feedback_promised_on": clock.local(closes_at + timedelta(days=40)).date().isoformat(),
    }


def _officer() -> Person:
    return db.session.scalars(select(Person).where(Person.real_name == OFFICER)).one()


if __name__ == "__main__":
    act = {"draft": draft, "opens": opens}[sys.argv[1]]
    with create_app().app_context(), writing():
        act(*sys.argv[2:])
