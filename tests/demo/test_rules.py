import html
import re
from collections import Counter
from urllib.parse import urldefrag, urlsplit

import pytest
from sqlalchemy import func, select

from consult.analysis import queries as analysis
from consult.changelog import audit
from consult.changelog.models import Entry
from consult.core import clock
from consult.core.db import db, writing
from consult.councils import queries as councils
from consult.councils.models import Role
from consult.demo import opened, scripts
from consult.demo.rules import load_once
from consult.jobs.models import Job, Mail
from consult.moderation import queries as moderation
from consult.participation import queries as participation
from consult.participation.carrying import Fate, Pin, by_id, carried
from consult.participation.models import Comment, Visibility, Vote
from consult.proposals.models import Proposal, Status, Version
from consult.proposals.parts import parts_of
from consult.proposals.queries import current_version

pytestmark = pytest.mark.rows
LINK = re.compile(r'href="(/[^"]*)"')
STORIES = scripts.read(clock.now())


@pytest.fixture
def stories(told):
    with told.app_context():
        yield
        db.session.remove()


def test_each_story_stands_where_it_should(stories):
    standing = dict(db.session.execute(select(Proposal.slug, Proposal.status)).all())

    assert standing == {
        "warm-homes-finder": Status.DECIDED,
        "safeguarding-hub-attendance": Status.OPEN,
        "one-resident-account": Status.CONSIDERING,
    }


def test_the_open_story_closes_in_twelve_days_a_minute_before_midnight(stories):
    proposal = db.session.scalars(
        select(Proposal).filter_by(slug="safeguarding-hub-attendance")
    ).one()

    assert proposal.is_open
    closes = clock.local(proposal.closes_at)
    assert (closes.date() - clock.local(clock.now()).date()).days in (11, 12)
    assert (closes.hour, closes.minute) == (23, 59)


def test_comments_are_about_the_parts_they_speak_of(stories):
    about = db.session.scalars(select(Comment).where(Comment.part_id.is_not(None))).all()
    told = [carried(Pin(1, one.part_id, one.quote), _parts(one.proposal)) for one in about]

    assert len(told) > 15
    assert all(one.quote for one in about)
    assert {one.fate for one in told} == {Fate.UNCHANGED, Fate.EARLIER}
    assert {one.part.kind for one in told} == {"field", "row", "paragraph"}


def test_the_open_story_has_a_pinned_comment_that_the_council_replied_to(stories):
    proposal = db.session.scalars(
        select(Proposal).filter_by(slug="safeguarding-hub-attendance")
    ).one()

    pinned = participation.pinned_comment(proposal)

    assert pinned is not None
    replies = select(Comment.is_official).filter_by(parent_id=pinned.id)
    assert True in db.session.scalars(replies).all()


def _parts(proposal):
    return by_id(parts_of(current_version(proposal).content))


def test_counters_equal_a_recount(stories):
    assert list(participation.recount()) == []


def test_the_record_agrees_with_itself_and_with_the_clock(stories):
    moments = db.session.scalars(select(Entry.at).order_by(Entry.seq)).all()

    assert list(audit.differences()) == []
    assert moments == sorted(moments)
    assert moments[-1] < clock.now()


def test_nothing_in_a_story_lies_in_the_future(stories):
    for table, column in (
        (Comment, Comment.created_at), (Vote, Vote.changed_at), (Mail, Mail.queued_at),
        (Version, Version.published_at),
    ):  # fmt: skip
        assert db.session.scalar(select(func.max(column))) < clock.now(), table


def test_telling_the_stories_again_adds_nothing(told):
    def rows():
        return {name: db.session.scalar(select(func.count()).select_from(table))
                for name, table in db.metadata.tables.items()}  # fmt: skip

    with told.app_context():
        before = rows()
        db.session.remove()
        with writing():
            assert not load_once()

        assert rows() == before


def test_every_council_has_somebody_for_each_role(stories):
    for council in councils.councils():
        assert all(councils.staff_with(council, role) for role in Role)


def test_later_versions_are_published_as_the_stories_tell(stories):
    numbers = dict(db.session.execute(select(Proposal.slug, Proposal.version_number)).all())

    assert numbers == {
        "warm-homes-finder": 3,
        "safeguarding-hub-attendance": 2,
        "one-resident-account": 2,
    }


def test_hidden_and_redacted_comments_are_as_the_stories_tell(stories):
    seen = Counter(db.session.scalars(select(Comment.visibility)))
    texts = set(db.session.scalars(select(Comment.body)))

    assert seen[Visibility.HIDDEN] == 3
    assert seen[Visibility.REDACTED] == 4
    assert all(not found for found in (secret in text for secret in secrets() for text in texts))


def test_reports_wait_for_the_moderators_of_the_open_story(stories):
    assert moderation.queue_count(councils.council("kelderby")) > 0


def test_the_decided_story_leaves_no_comment_without_an_outcome(stories):
    proposal = db.session.scalars(select(Proposal).filter_by(slug="warm-homes-finder")).one()
    waiting = analysis.without_outcome(proposal)

    assert not waiting
    assert len(analysis.themes(proposal)) == 7


def test_all_mail_of_the_stories_has_been_delivered_on_its_day(stories):
    assert db.session.scalar(select(func.count()).select_from(Mail).filter_by(sent_at=None)) == 0
    assert not db.session.scalars(
        select(Job).where(Job.done_at.is_(None), Job.run_after <= clock.now())
    ).all()
    assert db.session.scalar(select(func.count()).select_from(Job)) < 1000


def secrets():
    """Whatever must be nowhere that the public can reach."""
    for script in STORIES:
        for told in script.doc["comments"]:
            if told["status"] == "published_redacted":
                yield from (span.words for span in opened.spans(told))
            elif told["status"] == "hidden":
                yield from re.split(r"(?<=[.!]) ", told["original_text"])


@pytest.mark.either
def test_what_was_hidden_or_redacted_stands_on_no_page_feed_or_mail(told):
    browser = told.test_client()
    waiting, seen = ["/", "/demo", "/demo/mail"], {}
    while waiting and len(seen) < 900:
        address = waiting.pop(0)
        if address in seen or urlsplit(address).path.startswith(("/static", "/desk")):
            continue
        answer = browser.get(address, base_url="http://localhost")
        seen[address] = html.unescape(answer.get_data(as_text=True))
        assert answer.status_code < 400, address
        if answer.mimetype == "text/html":
            found = (urldefrag(html.unescape(link)).url for link in LINK.findall(answer.text))
            waiting.extend(link for link in found if link not in seen)

    assert len(seen) > 150
    for secret in secrets():
        showing = [
            address for address, text in seen.items() if secret.casefold() in text.casefold()
        ]
        assert showing == [], secret


def test_the_decision_page_shows_every_theme(told):
    page = told.test_client().get("/councils/thornmere/proposals/warm-homes-finder/decision")
    shown = html.unescape(page.text)

    assert page.status_code == 200
    for theme in STORIES[0].doc["themes"]:
        assert theme["label"] in shown
