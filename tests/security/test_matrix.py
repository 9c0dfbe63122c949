"""Every desk route, generated from the routes themselves: who may knock, and whose things."""

from hashlib import sha256
from types import SimpleNamespace
from uuid import uuid4

import pytest
from sqlalchemy import select

from consult import create_app
from consult.accounts.models import Channel
from consult.accounts.tokens import token_hash
from consult.core import clock
from consult.core.db import db
from consult.councils.models import Invitation, Role, Staff
from consult.decisions.models import Change, Decision
from consult.moderation import rules as moderation
from consult.moderation.models import (
    Act,
    ModerationAction,
    Pattern,
    QueueView,
    Signal,
    VotesAside,
)
from consult.participation.models import Batch, OfflineResponse, Stance, Suggestion
from consult.proposals.fields import SECTIONS
from consult.proposals.models import Status
from consult.proposals.readiness import IDS
from consult.proposals.steps import AGREEING, STEPS
from consult.questionnaire.kinds import Kind
from consult.questionnaire.models import Question
from tests.embed.sites import a_site
from tests.factories import a_comment, a_council, a_member, a_person, a_proposal, a_theme

pytestmark = pytest.mark.either
DESK = "/desk/<council>"
ROLES = [role.value for role in Role]
OUTSIDERS = ["anonymous", "resident", "officer elsewhere"]


def _routes():
    """Every way into a desk; made once, from what the application registers."""
    app = create_app({"TESTING": True, "DEMO": False, "PAGES_KEPT": False})
    return sorted(
        (rule.rule, method, rule.endpoint, tuple(sorted(rule.arguments)))
        for rule in app.url_map.iter_rules()
        if rule.rule == DESK or rule.rule.startswith(f"{DESK}/")
        for method in rule.methods - {"HEAD", "OPTIONS"}
    )


ROUTES = _routes()
NAMES = [f"{method} {rule}" for rule, method, *_ in ROUTES]
WITH_THINGS = [route for route in ROUTES if set(route[3]) & {"proposal"} or "_id" in str(route[3])]


@pytest.fixture
def one():
    """A council with one of everything."""
    return _a_world()


@pytest.fixture
def other():
    """Another council with one of everything."""
    return _a_world()


def _a_world():
    council = a_council()
    officer = a_member(council, Role.OFFICER)
    proposal = a_proposal(Status.CONSIDERING, council=council, author=officer)
    decision = Decision(
        proposal=proposal, drafted_by=officer, drafted_at=clock.now(), editors=[str(officer.id)]
    )
    change = Change(decision=decision, position=1, title="Less", before="All", after="Some")
    invitation = Invitation(
        council=council,
        email=f"new@{council.slug}.example",
        role=Role.ANALYST,
        token_hash=token_hash(council.slug),
        expires_at=clock.now().replace(year=clock.now().year + 1),
    )
    batch = Batch(
        proposal=proposal,
        number=sum(map(ord, council.slug)) + 7,
        channel=Channel.PAPER,
        source="Box",
        received_on=clock.now().date(),
        typed_by=officer,
    )
    response = OfflineResponse(
        batch=batch, reference="1", stance=Stance.SUPPORT, receipt_hash=token_hash(council.slug)
    )
    db.session.add_all([decision, change, invitation, batch, response])
    staff = db.session.scalars(select(Staff).filter_by(person_id=officer.id)).one()
    comment, theme = a_comment(proposal), a_theme(proposal)
    db.session.add(Suggestion(comment=comment, proposal=proposal, part_id="plain_summary"))
    question = Question(proposal=proposal, position=1, kind=Kind.LONG_TEXT, words="And why?")
    db.session.add(question)
    db.session.flush()
    site = a_site(council)
    notice, complaint = _legal(comment)
    action = ModerationAction(
        comment=comment,
        moderator=officer,
        council_id=council.id,
        act=Act.KEEP,
        batch_id=uuid4(),
    )
    view = QueueView(person_id=officer.id, council_id=council.id, name="Late", asked={})
    signal = Signal(
        council_id=council.id,
        proposal=proposal,
        pattern=Pattern.VOTES,
        people=20,
        usual=1,
        first_at=clock.now(),
        last_at=clock.now(),
    )
    aside = VotesAside(proposal=proposal, why="Why", proposed_by_id=officer.id)
    db.session.add_all([action, view, signal, aside])
    db.session.flush()
    return SimpleNamespace(
        home=council,
        officer=officer,
        council=council.slug,
        proposal=proposal.slug,
        comment_id=comment.id,
        theme_id=theme.id,
        question_id=question.id,
        change_id=change.id,
        invitation_id=invitation.id,
        staff_id=staff.id,
        section=SECTIONS[0].key,
        step=STEPS[0].key,
        check_id=next(iter(IDS)),
        site_id=site.id,
        way="up",
        notice_id=notice.id,
        complaint_id=complaint.id,
        action_id=action.id,
        batch_id=action.batch_id,
        view_id=view.id,
        signal_id=signal.id,
        aside_id=aside.id,
        wish="on",
        kind="fraud",
        number=batch.number,
        response_id=response.id,
    )


def _legal(comment):
    """A notice of a comment, and a complaint to its council."""
    said = ("Ada Quill", "ada@example.org", "Words", "Harm", "Untrue")
    notice = moderation.give_notice(comment, moderation.Particulars(*said, True, False))
    complaint = moderation.complain(comment.proposal.council, "", "bo@example.org", "A leak")
    return notice, complaint


def _address(app, endpoint, method, values):
    adapter = app.url_map.bind("localhost")
    return adapter.build(endpoint, values, method=method)


def _values(world, names, endpoint):
    missing = [name for name in names if not hasattr(world, name)]
    assert not missing, f"tell `_a_world` what {missing} may be, so that {endpoint} is covered"
    values = {name: getattr(world, name) for name in names}
    if endpoint == "proposals.agreement":
        values["step"] = AGREEING[0].key
    if endpoint == "embed.everywhere":
        values["way"] = "open"
    return values


def _ask(browser, method, address):
    return browser.get(address) if method == "GET" else browser.post(address)


@pytest.fixture
def only_the_mark(app, monkeypatch):
    """Let a view answer 204 instead of working, behind its own mark."""

    def replace(endpoint):
        view = app.view_functions[endpoint]

        def answered(**_given):
            return "", 204

        answered.access = view.access
        answered.check_access = view.check_access
        answered.checks_own_token = getattr(view, "checks_own_token", False)
        monkeypatch.setitem(app.view_functions, endpoint, answered)
        return answered

    return replace


def test_there_are_desks_to_guard():
    assert len(ROUTES) > 40
    assert len(WITH_THINGS) > 25


@pytest.mark.parametrize("route", ROUTES, ids=NAMES)
def test_each_role_gets_in_where_the_mark_says_so_and_nowhere_else(
    route, app, one, other, another_browser, only_the_mark
):
    _rule, method, endpoint, names = route
    view = only_the_mark(endpoint)
    assert view.access.startswith("staff:"), f"{endpoint} lets in others than staff"
    allowed = view.access.removeprefix("staff:").split(",")
    people = {role: a_member(one.home, Role(role)) for role in ROLES}
    people |= {"anonymous": None, "resident": a_person(), "officer elsewhere": other.officer}
    address = _address(app, endpoint, method, _values(one, names, endpoint))
    assert set(people) == {*ROLES, *OUTSIDERS}

    for name, person in people.items():
        browser = another_browser()
        if person is not None:
            browser.sign_in(person)

        answer = _ask(browser, method, address)

        if name == "anonymous" and method == "POST" and view.checks_own_token:
            assert answer.status_code == 403, name  # hands back what was typed
        elif name == "anonymous":
            assert answer.status_code == 303, name
            assert answer.location.startswith("/account/sign-in"), name
        elif name in OUTSIDERS:
            assert answer.status_code == 404, name
        elif allowed == ["any"] or name in allowed:
            assert answer.status_code == 204, name
        else:
            assert answer.status_code == 403, name


@pytest.mark.parametrize(
    "route", WITH_THINGS, ids=[f"{method} {rule}" for rule, method, *_ in WITH_THINGS]
)
def test_another_councils_things_are_not_found_from_ones_own_desk(
    route, app, one, other, another_browser
):
    """Whoever holds every role here still reaches nothing there, whichever id they exchange."""
    _rule, method, endpoint, names = route
    browser = another_browser().sign_in(a_member(one.home, *Role))
    own = _values(one, names, endpoint)
    things = [name for name in names if name == "proposal" or name.endswith("_id")]
    things = [name for name in things if name != "check_id"]

    for exchanged in things:
        address = _address(app, endpoint, method, own | {exchanged: getattr(other, exchanged)})
        before = hashes()

        answer = _ask(browser, method, address)

        assert answer.status_code == 404, exchanged
        assert hashes() == before, exchanged


def hashes():
    """One hash a table, of all its rows."""
    db.session.commit()
    found = {}
    for name, table in db.metadata.tables.items():
        rows = sorted(repr(tuple(row)) for row in db.session.execute(select(table)))
        found[name] = sha256("\n".join(rows).encode()).hexdigest()
    return found
