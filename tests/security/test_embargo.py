"""While a round hides its results, every page reads the same however views divide.

Everything that can be asked for is asked for twice: once as people said it, once with every view
turned round. Nobody who took part is among the readers, so that no page may differ.
"""

import re
from datetime import timedelta
from urllib.parse import urldefrag

import pytest
from sqlalchemy import func, select, update

from consult.core import clock as time
from consult.core.db import db
from consult.councils.models import Role
from consult.participation import rules
from consult.participation.models import (
    Comfort,
    Comment,
    CommentTally,
    ItemTally,
    ItemView,
    Stance,
    Suggestion,
    Tally,
    Vote,
)
from consult.proposals.fields import SECTIONS
from consult.proposals.models import Status
from consult.proposals.readiness import IDS
from consult.proposals.steps import AGREEING, STEPS
from consult.questionnaire import rules as answering
from consult.questionnaire.kinds import Kind, key_of
from consult.questionnaire.models import AnswerTally, Question
from tests.factories import a_comment, a_council, a_member, a_person, a_theme
from tests.participation.grids import ADDRESS, FINE, NAME, NO, a_grid, asking

pytestmark = pytest.mark.either
UNKNOWN = "00000000-0000-0000-0000-000000000000"
YES, NEVER = "Once a year", "Never"
LINK = re.compile(r'(?:href|hx-get|src|action)="(/[^"]*)"')
MOST = 700
CHOSEN = (  # what forms ask for, which no link leads to
    "/comments?stance=oppose",
    "/comments?stance=support&sort=oldest",
    "/comments?sort=unlike&unlike=support",
    "/comments?sort=helpful",
    "/comments?q=words",
    "/results?who=verified",
    "/items?who=verified",
)
TURNED = {
    Stance.SUPPORT: Stance.OPPOSE,
    Stance.OPPOSE: Stance.SUPPORT,
    Comfort.FINE: Comfort.NO,
    Comfort.NO: Comfort.FINE,
    key_of(YES): key_of(NEVER),
    key_of(NEVER): key_of(YES),
}


class World:
    """A round with votes, views on items, comments, suggestions and a questionnaire."""

    def __init__(self, *, hides_results):
        self.council = a_council()
        self.officer = a_member(self.council, Role.OFFICER)
        given = {"author": self.officer, "council": self.council, "hides_results": hides_results}
        self.proposal = asking(Status.OPEN, a_grid(today="By phone."), **given)
        self.question = Question(
            proposal=self.proposal,
            position=1,
            kind=Kind.CHOICE,
            words="How often?",
            options=[YES, NEVER],
        )
        db.session.add(self.question)
        db.session.flush()
        for number in range(12):
            self._take_part(a_person(), is_for=number < 9)
        self.theme = a_theme(self.proposal)
        self.comment = db.session.scalars(
            select(Comment).filter_by(proposal_id=self.proposal.id, replaces=None)
        ).first()
        self.suggestion = db.session.scalars(select(Suggestion)).first()
        asked = self.proposal, Stance.QUESTION
        due = time.now().date() - timedelta(days=3)
        self.asked = a_comment(asked[0], stance=asked[1], body="Who reads it?", answer_due_on=due)

    def _take_part(self, person, *, is_for):
        stance = Stance.SUPPORT if is_for else Stance.OPPOSE
        rules.cast_vote(person, self.proposal, stance)
        rules.give_views(person, self.proposal, {NAME: FINE if is_for else NO, ADDRESS: NO})
        rules.post_comment(person, self.proposal, stance, f"Words of {person.pseudonym}.")
        choice = key_of(YES if is_for else NEVER)
        answering.respond(person, self.proposal, {str(self.question.id): choice})
        words = f"By letter, says {person.pseudonym}."
        one = rules.suggest(person, self.proposal, "today", "", stance, words)
        if is_for:
            rules.support(a_person(), one)

    @property
    def values(self):
        """What every part of an address may be."""
        return {
            "council": self.council.slug,
            "proposal": self.proposal.slug,
            "comment_id": self.comment.id,
            "theme_id": self.theme.id,
            "question_id": self.asked.id,
            "section": SECTIONS[0].key,
            "step": STEPS[0].key,
            "check_id": next(iter(IDS)),
            "part_id": "today",
            "number": 1,
            "token": "nobody-holds-this",
            "name": "agreement",
            "way": "up",
        }

    def turn_round(self):
        """Let everybody think the opposite; how many took part and what they wrote stays."""
        for table, column in (
            (Vote, Vote.stance),
            (Comment, Comment.stance),
            (ItemView, ItemView.view),
        ):
            _swap(table, column)
        for table, column in (
            (Tally, Tally.stance),
            (CommentTally, CommentTally.stance),
            (ItemTally, ItemTally.view),
            (AnswerTally, AnswerTally.cell),
        ):
            _swap_keys(table, column)
        most = db.session.scalar(select(func.max(Suggestion.supporters)))
        db.session.execute(update(Suggestion).values(supporters=most - Suggestion.supporters))
        db.session.commit()


def _swap(table, column):
    for row in db.session.scalars(select(table)):
        setattr(row, column.key, TURNED.get(getattr(row, column.key), getattr(row, column.key)))
    db.session.flush()


def _swap_keys(table, column):
    """The same for a column under which each value stands once: let the numbers change places."""
    counter = next(name for name in ("votes", "comments", "people") if hasattr(table, name))
    rows = list(db.session.scalars(select(table)))
    names = [each.name for each in table.__table__.columns if each.name not in ("id", "created_at")]
    rest = [name for name in names if name not in (column.key, counter)]
    found = {
        (getattr(row, column.key), *(getattr(row, name) for name in rest)): row for row in rows
    }
    was = {key: getattr(row, counter) for key, row in found.items()}
    for (value, *others), row in found.items():
        if value in TURNED:
            setattr(row, counter, was.get((TURNED[value], *others), 0))
    db.session.flush()


def _beginnings(app, world):
    adapter, values = app.url_map.bind("localhost"), world.values
    for rule in app.url_map.iter_rules():
        if "GET" in rule.methods and rule.endpoint != "static":
            given = {name: values.get(name, UNKNOWN) for name in rule.arguments}
            if rule.endpoint == "proposals.agreement":
                given["step"] = AGREEING[0].key
            yield adapter.build(rule.endpoint, given)
    for room in CHOSEN:
        yield f"/councils/{values['council']}/proposals/{values['proposal']}{room}"


def _crawl(app, world, browser):
    """What every address says, from those that there are and whatever these lead to."""
    said, waiting = {}, sorted(set(_beginnings(app, world)))
    while waiting and len(said) < MOST:
        address = waiting.pop(0)
        if address in said or address.startswith("/static"):
            continue
        answer = browser.client.get(address, base_url="http://localhost")
        text = answer.get_data(as_text=True)
        said[address] = (answer.status_code, answer.headers.get("ETag"), text)
        if answer.status_code == 200 and world.proposal.slug in address:
            links = [urldefrag(link.replace("&amp;", "&")).url for link in LINK.findall(text)]
            waiting += sorted({link for link in links if world.proposal.slug in link} - set(said))
    assert not waiting, "there is more than this crawl asked for"
    return said


def _readers(world, another_browser):
    yield "visitor", another_browser()
    yield "resident", another_browser().sign_in(a_person())
    yield "everything", another_browser().sign_in(a_member(world.council, *Role))


def _differing(app, world, readers):
    db.session.commit()
    before = {name: _crawl(app, world, reader) for name, reader in readers.items()}
    world.turn_round()
    after = {name: _crawl(app, world, reader) for name, reader in readers.items()}
    return before, {
        (name, address)
        for name, said in before.items()
        for address in said.keys() | after[name].keys()
        if said.get(address) != after[name].get(address)
    }


def test_no_address_in_any_format_tells_any_role_how_views_divide(app, another_browser, clock):
    world = World(hides_results=True)

    before, differing = _differing(app, world, dict(_readers(world, another_browser)))

    assert differing == set()
    assert sum(status == 200 for status, *_rest in before["everything"].values()) > 100


def test_the_crawl_would_see_it(app, another_browser, clock):
    world = World(hides_results=False)
    here = f"/councils/{world.council.slug}/proposals/{world.proposal.slug}"

    _before, differing = _differing(app, world, {"visitor": another_browser()})

    rooms = {f"{here}/results", f"{here}/items", f"{here}/comments?stance=oppose"}
    assert rooms <= {address for _name, address in differing}
