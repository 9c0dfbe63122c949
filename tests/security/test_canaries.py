"""What moderators cover is in no answer, letter or log that reaches anybody else: canaries tell."""

import io
import re
from collections import Counter, deque
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
import structlog
from sqlalchemy import select

from consult.core.db import db, writing
from consult.councils.models import Council, Role, Staff
from consult.embed import pictures
from consult.embed.looks import View
from consult.jobs.models import Mail
from consult.moderation.models import LegalNotice
from consult.participation.models import Stance
from consult.proposals.models import Proposal
from tests.browser import HTMX, Browser
from tests.factories import a_council, a_member, a_person
from tests.security.canaries import BESIDE, COUNCIL, NAME, PROPOSAL, covered, plant
from tests.security.test_reads import things

# One process looks at everything, since the log is of all that was asked for.
pytestmark = [pytest.mark.rows, pytest.mark.either, pytest.mark.xdist_group("canaries")]
LINK = re.compile(r'(?:href|hx-get|src)="([^"]+)"')
ONE_OF_MANY = re.compile(r"[0-9a-f-]{36}|\d+|=[^&]*")
OF_EACH, ENOUGH, MOST = 1, 60, 120
NOT_OURS = ("/static/", "/demo", "/documents/", "/account/sign-in")


@pytest.fixture(scope="module")
def planted(databases):
    """The demo's stories with the canaries, the readers, and what the log says meanwhile."""
    before, log = structlog.get_config(), io.StringIO()
    app = databases.app(databases.told(), LOG_LEVEL="DEBUG")
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(log))
    with app.app_context():
        with app.test_request_context(), writing():
            aviary = plant()
        aviary.app, aviary.log, aviary.readers = app, log, _readers(app)
        db.session.remove()
    yield aviary
    structlog.configure(**before)
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def aviary(planted):
    with planted.app.app_context():
        yield planted
        db.session.remove()


def _readers(app):
    with writing():
        return {
            "a visitor": Browser(app),
            "a resident": Browser(app).sign_in(a_person()),
            "staff of another council": Browser(app).sign_in(a_member(a_council(), *Role)),
        }


def _by_rule(app):
    """One address for each rule; where it is about a comment, one for each way to be covered."""
    adapter, found = app.url_map.bind("localhost"), {}
    about = next(values for values in things() if values["proposal"] == PROPOSAL)
    comments = covered()
    kinds = {comment.visibility: comment for comment in comments}.values()
    for rule in app.url_map.iter_rules():
        if "GET" not in rule.methods or rule.endpoint == "embed.answer":
            continue
        every = comments if rule.endpoint == "site.comment" else kinds
        for one in every if "comment_id" in rule.arguments else [None]:
            values = about | ({"comment_id": one.id} if one else {})
            given = {name: values[name] for name in rule.arguments}
            found[adapter.build(rule.endpoint, given)] = rule.endpoint
    return [address for address in found if not address.startswith(NOT_OURS)]


def _asked():
    """Other ways to ask for the same: sorted, sifted, searched, in frames."""
    here = f"/councils/{COUNCIL}/proposals/{PROPOSAL}"
    return [
        *(f"{here}/comments?sort={sort}" for sort in ("oldest", "helpful")),
        *(f"{here}/comments?stance={stance}" for stance in (Stance.OPPOSE, Stance.QUESTION)),
        f"{here}/comments?q={BESIDE}",
        f"/search?q={BESIDE}",
        *(f"/embed/{COUNCIL}/{PROPOSAL}?view={view}" for view in View),
        *(f"/oembed?format={kind}&url=http://localhost{here}" for kind in ("json", "xml")),
    ]


def _ask(browser, address, **headers):
    db.session.rollback()
    return browser.client.get(address, base_url="http://localhost", headers=headers)


def _crawl(browser, first):
    """Every answer to these addresses and to what they link to, of each shape a few."""
    waiting, seen, shapes = deque(first), set(first), Counter()
    while waiting and len(seen) - len(waiting) < MOST:
        address = waiting.popleft()
        answer = _ask(browser, address)
        yield address, answer
        if answer.mimetype != "text/html":
            continue
        for href in LINK.findall(answer.get_data(as_text=True)):
            target = urlsplit(urljoin(f"http://localhost{address}", href.replace("&amp;", "&")))
            path = urldefrag(target._replace(scheme="", netloc="").geturl()).url
            if target.netloc != "localhost" or path.startswith(NOT_OURS) or path in seen:
                continue
            shape = ONE_OF_MANY.sub("*", path)
            shapes[shape] += 1
            if shapes[shape] <= OF_EACH:
                seen.add(path)
                waiting.append(path)


def _escaped(aviary, answers):
    statuses, escaped = Counter(), {}
    for address, answer in answers:
        assert answer.status_code < 500, address
        statuses[answer.status_code] += 1
        if found := aviary.heard(answer.get_data().decode(errors="ignore")):
            escaped[address] = found
    assert statuses[200] > ENOUGH
    return escaped


def test_a_visitor_who_follows_every_link_finds_no_canary(aviary):
    first = ["/", *_asked()]

    assert _escaped(aviary, _crawl(aviary.readers["a visitor"], first)) == {}


@pytest.mark.parametrize("reader", ["a resident", "staff of another council"])
def test_nobody_else_who_is_signed_in_finds_one(aviary, reader):
    browser = aviary.readers[reader]
    answers = ((one, _ask(browser, one)) for one in _by_rule(aviary.app))

    assert _escaped(aviary, answers) == {}


def test_no_fragment_holds_one(aviary):
    browser = aviary.readers["a visitor"]
    first = [*_by_rule(aviary.app), *_asked()]
    answers = ((one, _ask(browser, one, **HTMX)) for one in first if not one.startswith("/desk"))

    assert _escaped(aviary, answers) == {}


def test_where_somebody_may_read_them_the_canaries_sing(aviary):
    with writing():
        council = db.session.scalars(select(Council).filter_by(slug=COUNCIL)).one()
        moderator = Browser(aviary.app).sign_in(a_member(council, Role.MODERATOR))
    heard = set()

    for comment in covered():
        answer = _ask(moderator, f"/desk/{COUNCIL}/queue/{comment.id}")
        heard |= set(aviary.heard(answer.get_data(as_text=True)))

    assert heard >= {"the words of a report", "the words of an open appeal"}


def test_no_letter_to_anybody_else_has_one(aviary):
    concerned = {}
    for comment in covered():
        concerned.setdefault(comment.author.email, comment)
    for notice in db.session.scalars(select(LegalNotice)):
        concerned[notice.email] = concerned[notice.comment.author.email] = notice
    for staff in db.session.scalars(select(Staff)):
        concerned.pop(staff.person.email, None)

    for mail in db.session.scalars(select(Mail)):
        found = aviary.heard(mail.text + mail.subject)
        if mail.to not in concerned:
            assert found == [], mail.subject
        assert not set(found) & NEVER_SENT, mail.subject


NEVER_SENT = {
    "a hidden comment",
    "a hidden reply",
    "a hidden comment on a part",
    "redacted words",
    "more redacted words",
    "held words",
    "held after a change",
    "the words of a report",
    "the name of who gave notice",
    "an author’s name",
    "an author’s postal address",
    "an original of the demo",
    "an earlier text of the demo",
}


def test_no_picture_draws_one(aviary):
    for proposal in db.session.scalars(select(Proposal)):
        assert NAME.findall(repr(pictures.words_of(proposal))) == []


def test_no_line_of_the_log_has_one(aviary):
    lines = aviary.log.getvalue()

    assert lines.count('"event": "request"') > 300
    assert NAME.findall(lines) == []
