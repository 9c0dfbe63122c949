"""Things to test with: valid by default, flushed, no randomness."""

from datetime import timedelta
from itertools import count
from typing import Any, TypeVar

from consult.accounts.models import Person, Verification
from consult.analysis.models import Theme
from consult.changelog.commitments import new_salt
from consult.core import clock
from consult.core.db import Model, db
from consult.core.html import render_markdown
from consult.councils.models import Council, Place, Residence, Role, Staff
from consult.participation.models import Comment, CommentTally, Stance
from consult.proposals.models import Proposal, Round, Status, Version

_numbers = count(1)


M = TypeVar("M", bound=Model)


def _saved(row: M) -> M:
    db.session.add(row)
    db.session.flush()
    return row


def a_person(name: str | None = None, **given: Any) -> Person:
    n = next(_numbers)
    given.setdefault("email", f"person{n}@example.org")
    given.setdefault("pseudonym", f"Resident of Millbrook {n:04X}")
    if name:
        given.setdefault("real_name", name)
        given.setdefault("shows_real_name", True)
    return _saved(Person(**given))


def a_council(**given: Any) -> Council:
    n = next(_numbers)
    given.setdefault("slug", f"council-{n}")
    given.setdefault("name", f"Council {n}")
    given.setdefault("reference_prefix", f"C{n}")
    given.setdefault("contact_email", f"dpo@council{n}.example")
    given.setdefault("wards", ["Millbrook", "Thorn Hill"])
    return _saved(Council(**given))


def a_member(council: Council, *roles: Role, person: Person | None = None) -> Person:
    person = person or a_person()
    for role in roles or (Role.OFFICER,):
        _saved(Staff(council=council, person=person, role=role))
    return person


def a_proposal(
    status: Status = Status.OPEN, council: Council | None = None, **given: Any
) -> Proposal:
    n = next(_numbers)
    council = council or a_council()
    now = clock.now()
    given.setdefault("slug", f"proposal-{n}")
    given.setdefault("reference", f"{council.reference_prefix}-DSP-2026-{n:03d}")
    given.setdefault("title", f"Finding cold homes sooner {n}")
    if "author" not in given:
        given["author"] = a_member(council, Role.OFFICER)
    public = status not in (Status.DRAFT, Status.INTERNAL_REVIEW, Status.READY)
    ended = status not in (Status.OPEN, Status.PAUSED, Status.SCHEDULED)
    given.setdefault("opens_at", now - timedelta(days=40 if ended else 10))
    given.setdefault("closes_at", now - timedelta(days=5) if ended else now + timedelta(days=30))
    given.setdefault("feedback_promised_on", (now + timedelta(days=60)).date())
    content = given.pop("content", {"title": given["title"], "plain_summary": "A short summary."})
    given.setdefault("draft", content)
    given.setdefault("version_number", 1 if public else 0)
    if status is Status.DECIDED:
        given.setdefault("decided_at", now)
    proposal = _saved(Proposal(council=council, status=status, **given))
    if public:
        _saved(
            Version(
                proposal=proposal,
                number=1,
                title=proposal.title,
                content=content,
                body_html=render_markdown(content.get("body", "What would change.")),
            )
        )
        assert proposal.opens_at is not None
        assert proposal.closes_at is not None
        _saved(
            Round(
                proposal=proposal,
                number=1,
                opens_at=proposal.opens_at,
                closes_at=proposal.closes_at,
            )
        )
    return proposal


def a_comment(
    proposal: Proposal, author: Person | None = None, body: str = "Please share less.", **given: Any
) -> Comment:
    given.setdefault("stance", Stance.SUPPORT_WITH_CHANGES)
    given.setdefault("version_number", proposal.version_number)
    given.setdefault("fingerprint", f"{next(_numbers):064x}")
    given.setdefault("salt", new_salt())
    parent = given.get("parent")
    comment = _saved(
        Comment(
            proposal=proposal,
            author=author or a_person(),
            body=body,
            html=render_markdown(body),
            **given,
        )
    )
    if parent is not None:
        parent.replies += 1
    tally = db.session.query(CommentTally).filter_by(proposal_id=proposal.id, stance=comment.stance)
    row = tally.one_or_none() or _saved(
        CommentTally(proposal_id=proposal.id, stance=comment.stance, comments=0)
    )
    row.comments += 1
    db.session.flush()
    return comment


def a_theme(proposal: Proposal, **given: Any) -> Theme:
    n = next(_numbers)
    given.setdefault("position", n)
    given.setdefault("label", f"Share less, and get it right {n}")
    given.setdefault("summary", "People say that fewer facts would do.")
    given.setdefault("made_by_id", proposal.author_id)
    return _saved(Theme(proposal=proposal, **given))


def a_residence(person: Person, council: Council, **given: Any) -> Residence:
    given.setdefault("place", Place.IN_AREA)
    given.setdefault("level", Verification.ADDRESS_VERIFIED)
    given.setdefault("claimed_at", clock.now())
    return _saved(Residence(person_id=person.id, council_id=council.id, **given))
