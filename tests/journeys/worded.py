"""A text that is open for views, and its next version, in the data of the story's own server.

In the server's environment: `python -m tests.journeys.worded opens SLUG`, then
`python -m tests.journeys.worded rewords SLUG`.
"""

import sys

from sqlalchemy import select

from consult import create_app
from consult.accounts.models import Person
from consult.core import clock
from consult.core.db import db, writing
from consult.councils.queries import council
from consult.demo import scripts
from consult.demo.mapping import content_from_demo
from consult.proposals import rules
from consult.proposals.models import Status
from consult.proposals.queries import public_proposal
from tests.factories import a_proposal

COUNCIL, OFFICER, SECOND = "kelderby", "Sadia Rahman", "Colin Brathwaite"
BEFORE = "We propose that two kinds of information would reach the hub automatically."
AFTER = "We propose that two kinds of information would reach the hub each night."
GONE = "We have not decided the attendance figure"
WHY = "Both assessments are drafts, so that residents can change them."


def opens(slug: str) -> None:
    """What the council's own story says, under another name, open now."""
    told = next(one for one in scripts.read(clock.now()) if one.doc["council"]["slug"] == COUNCIL)
    content = content_from_demo(told.doc) | {"slug": slug, "title": f"A text, {slug}"}
    a_proposal(
        Status.OPEN,
        council=council(COUNCIL),
        author=_staff(OFFICER),
        slug=slug,
        reference=f"KMB-DSP-{slug}",
        title=content["title"],
        content=content,
    )


def rewords(slug: str) -> None:
    """A paragraph is worded otherwise, another goes; a second person agrees; it is published."""
    proposal, officer = public_proposal(COUNCIL, slug), _staff(OFFICER)
    paragraphs = proposal.draft["body"].strip().replace(BEFORE, AFTER).split("\n\n")
    body = "\n\n".join(each for each in paragraphs if not each.startswith(GONE))
    rules.save_section(officer, proposal, "body", {"body": body})
    rules.give_check_reason(officer, proposal, "G2-impacts", WHY)
    rules.agree(_staff(SECOND), proposal)
    rules.publish_version(officer, proposal, note="A sentence is plainer.", is_material=False)


def _staff(name: str) -> Person:
    return db.session.scalars(select(Person).where(Person.real_name == name)).one()


if __name__ == "__main__":
    act = {"opens": opens, "rewords": rewords}[sys.argv[1]]
    with create_app().app_context(), writing():
        act(*sys.argv[2:])
