"""Three proposals with 1,000, 10,000 and 100,000 comments, in words that people really wrote.

BENCH_MOST=1000000 makes the largest larger.
"""

import csv
import os
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import chain, cycle, islice
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import insert

from consult.accounts.models import Person, Verification
from consult.core import clock, search
from consult.core.db import db, intent, writing
from consult.core.html import render_markdown
from consult.participation import queries
from consult.participation.models import VOTES, Comment, CommentTally, Stance, Tally, Vote
from consult.participation.queries import found
from consult.proposals import finding
from consult.proposals.models import Proposal
from tests.factories import a_council, a_proposal
from tests.proposals.drafting import a_whole_content

ROOT = Path(__file__).parent.parent.parent
OPINIONS = ROOT / "tests" / "data" / "opinions"
SIZES = (1_000, 10_000, int(os.environ.get("BENCH_MOST", "100_000")))
PEOPLE = 400
REPLY_EVERY = 8  # the eighth of every eight answers the comment before it
BATCH = 5_000


def fill(app: Flask) -> None:
    """Make the tables and fill them; refuse to go on if a counter is wrong."""
    with intent(write=True):
        upgrade(directory=str(ROOT / "migrations"))
    with writing():
        chance = Random(2026)
        texts = [(text, render_markdown(text)) for text in opinions()]
        council = a_council(slug="bench", name="Bench Council", reference_prefix="BENCH")
        people = _people(chance)
        for size in SIZES:
            content = a_whole_content(slug=f"with-{size}-comments")
            proposal = a_proposal(council=council, slug=f"with-{size}-comments", content=content)
            _vote(proposal, people, chance)
            _comment(proposal, people, texts, size, chance)
        search.rebuild(chain(finding.docs(), found.docs()))
    with intent(write=False):
        wrong = queries.recount()
        db.session.rollback()
    if wrong:
        raise AssertionError(f"Seeding left wrong counters: {wrong[:3]}")


def opinions() -> list[str]:
    """Every statement that anybody submitted, as published."""
    found = []
    for path in sorted(OPINIONS.glob("*/comments.csv")):
        with path.open(newline="") as file:
            found += [row["comment-body"].strip() for row in csv.DictReader(file)]
    return [text for text in found if text]


def _people(chance: Random) -> list[UUID]:
    rows = [
        {
            "id": UUID(int=chance.getrandbits(128), version=4),
            "email": f"person{n}@bench.example",
            "pseudonym": f"Resident of Millbrook {n:04X}",
        }
        for n in range(PEOPLE)
    ]
    db.session.execute(insert(Person), rows)
    return [row["id"] for row in rows]


def _vote(proposal: Proposal, people: list[UUID], chance: Random) -> None:
    rows = [
        {
            "proposal_id": proposal.id,
            "voter_id": person,
            "stance": chance.choice(VOTES),
            "level": chance.choice([Verification.EMAIL_VERIFIED, Verification.ADDRESS_VERIFIED]),
            "version_number": 1,
        }
        for person in people
    ]
    db.session.execute(insert(Vote), rows)
    tally = Counter((row["stance"], row["level"]) for row in rows)
    db.session.execute(
        insert(Tally),
        [
            {"proposal_id": proposal.id, "stance": stance, "level": level, "votes": votes}
            for (stance, level), votes in tally.items()
        ],
    )


def _comment(
    proposal: Proposal, people: list[UUID], texts: list[tuple[str, str]], size: int, chance: Random
) -> None:
    rows = _rows(proposal, people, texts, size, chance)
    tally: Counter[Stance] = Counter()
    while batch := list(islice(rows, BATCH)):
        for row in batch:
            tally[row["stance"]] += 1
        db.session.execute(insert(Comment), batch)
    db.session.execute(
        insert(CommentTally),
        [
            {"proposal_id": proposal.id, "stance": stance, "comments": comments}
            for stance, comments in tally.items()
        ],
    )


def _rows(
    proposal: Proposal, people: list[UUID], texts: list[tuple[str, str]], size: int, chance: Random
) -> Iterator[dict[str, Any]]:
    begun = clock.now() - timedelta(days=9)
    apart = timedelta(days=9) / (size + 1)
    stances = list(Stance)
    parent: UUID | None = None
    for n, (body, html) in enumerate(islice(cycle(texts), size)):
        is_reply = n % REPLY_EVERY == REPLY_EVERY - 1
        is_answered = n % REPLY_EVERY == REPLY_EVERY - 2 and n + 1 < size
        one = UUID(int=chance.getrandbits(128), version=4)
        yield {
            "id": one,
            "created_at": begun + apart * n,
            "proposal_id": proposal.id,
            "author_id": chance.choice(people),
            "parent_id": parent if is_reply else None,
            "version_number": 1,
            "stance": chance.choice(stances),
            "body": body,
            "html": html,
            "fingerprint": f"{proposal.id.hex}{n:032x}",
            "salt": chance.randbytes(32),
            "replies": int(is_answered),
        }
        parent = one
