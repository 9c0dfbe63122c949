"""Reading writes nothing: every address that answers a GET, asked by everybody who works there."""

from hashlib import sha256

import pytest
from sqlalchemy import select

from consult.accounts.models import Person
from consult.analysis.models import Theme
from consult.core import clock
from consult.core.db import db, writing
from consult.councils.models import Council, Invitation, Role, Staff
from consult.decisions.models import Change
from consult.embed.models import Site
from consult.moderation.quarters import quarter_of
from consult.participation.models import Comment, Visibility
from consult.proposals.fields import SECTIONS
from consult.proposals.models import Proposal
from consult.proposals.readiness import IDS
from consult.proposals.steps import AGREEING, STEPS
from consult.questionnaire.kinds import Kind
from consult.questionnaire.models import Question
from tests.browser import Browser
from tests.embed.sites import a_site

pytestmark = pytest.mark.rows
UNKNOWN = "00000000-0000-0000-0000-000000000000"
TEXT = Kind.LONG_TEXT
FIXED = {
    "number": 1,
    "quarter": quarter_of(clock.now()).name,
    "section": SECTIONS[0].key,
    "step": STEPS[0].key,
    "check_id": next(iter(IDS)),
    "token": "nobody-holds-this",
    "name": "agreement",
    "sign_in_id": UNKNOWN,
    "pending_id": UNKNOWN,
    "response_id": UNKNOWN,
    "part_id": "title",
    "kind": "fraud",
    "notice_id": UNKNOWN,
    "aside_id": UNKNOWN,
    "complaint_id": UNKNOWN,
    "key": "0" * 32,
}


@pytest.fixture(scope="module")
def told(databases):
    """An application on a database in which the demo's stories have been told."""
    app = databases.app(databases.told())
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def stories(told):
    with told.app_context():
        yield told
        db.session.remove()


def test_reading_everything_leaves_every_table_as_it_was(stories):
    browsers = _signed_in(stories)
    addresses = _addresses(stories)
    before = _hashes()
    answers = {}

    for name, browser in browsers.items():
        for endpoint, address in addresses:
            db.session.rollback()
            answer = browser.client.get(address, base_url="http://localhost")
            assert answer.status_code < 500, f"{name}: {address}"
            answers.setdefault(endpoint, set()).add(answer.status_code)

    assert _hashes() == before
    unread = {endpoint for endpoint, statuses in answers.items() if not statuses & {200, 303, 410}}
    assert unread <= MAY_BE_MISSING, "no address of these answered: tell the crawl what to ask"


MAY_BE_MISSING = {
    "embed.picture",
    "notifications.stop",
    "accounts.code",
    "participation.ask_support",
    "participation.code",
    "participation.link",
    "councils.invitation",
    "decisions.change",
    "decisions.answer",
    "analysis.edit_theme",
    "analysis.confirm_delete",
    "analysis.outcome",
    "councils.logo",
    "councils.take_away",
    "participation.edit_comment",
    "participation.confirm_delete",
    "proposals.step",
    "proposals.agreement",
    "proposals.reason",
    "demo.document",
    "questionnaire.receipt",
    "moderation.reply",
    "moderation.steps",
    "moderation.complaint",
}


def _signed_in(app):
    """A visitor, and one person of each role, signed in for good before anything is compared.

    Each council names a site, too, which no story does.
    """
    found = {"visitor": Browser(app)}
    with writing():
        for council in db.session.scalars(select(Council)).all():
            a_site(council)
        for role in Role:
            staff = db.session.scalars(select(Staff).filter_by(role=role).limit(1)).first()
            if staff is not None:
                person = db.session.get(Person, staff.person_id)
                found[role.value] = Browser(app).sign_in(person)
    assert len(found) > 4
    return found


def _addresses(app):
    """One address for each route and each thing that it may be about."""
    adapter = app.url_map.bind("localhost")
    found = []
    for rule in app.url_map.iter_rules():
        if "GET" not in rule.methods:
            continue
        for values in things():
            missing = set(rule.arguments) - set(values)
            assert not missing, f"tell the crawl what {missing} may be"
            given = {name: values[name] for name in rule.arguments}
            if rule.endpoint == "proposals.agreement":
                given["step"] = AGREEING[0].key
            if rule.endpoint == "embed.answer":
                page = {name: values[name] for name in ("council", "proposal")}
                given["url"] = app.config["BASE_URL"] + adapter.build("site.proposal", page)
            found.append((rule.endpoint, adapter.build(rule.endpoint, given)))
    return sorted(set(found))


def things():
    for proposal in db.session.scalars(select(Proposal)):
        council = db.session.get(Council, proposal.council_id)

        def first(table, **given):
            asked = select(table).filter_by(**given).order_by(table.created_at, table.id)
            row = db.session.scalars(asked.limit(1)).first()
            return row.id if row is not None else UNKNOWN

        about = {"proposal_id": proposal.id}
        yield FIXED | {
            "council": council.slug,
            "proposal": proposal.slug,
            "comment_id": first(Comment, visibility=Visibility.SHOWN, parent_id=None, **about),
            "theme_id": first(Theme, **about),
            "change_id": first(Change),
            "question_id": first(Question, kind=TEXT, **about),
            "staff_id": first(Staff, council_id=council.id),
            "invitation_id": first(Invitation, council_id=council.id),
            "site_id": first(Site, council_id=council.id),
        }


def _hashes():
    db.session.rollback()
    found = {}
    for name, table in db.metadata.tables.items():
        rows = sorted(repr(tuple(row)) for row in db.session.execute(select(table)))
        found[name] = sha256("\n".join(rows).encode()).hexdigest()
    db.session.rollback()
    return found
