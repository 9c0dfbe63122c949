"""What a moderator took away is nowhere that anybody but its author and moderators can look."""

import re
from collections import deque
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from consult.core.db import db
from consult.councils.models import Role
from consult.jobs.models import Mail
from consult.moderation import rules
from consult.moderation.models import Outcome, Reason
from consult.moderation.redaction import Detail, Span
from consult.moderation.rules import Ruling
from consult.notifications import rules as notifications
from consult.participation.models import CommentEdit
from consult.participation.panels import comment_panel, comments_panel
from consult.participation.queries import Reading
from tests.browser import HTMX
from tests.factories import a_comment, a_member, a_proposal

HIDDEN, REDACTED = "canaryhidden4711", "canaryredacted0815"
PAGES = 80
ELSEWHERE = ("/static/", "/desk", "/account")


def an_edit(comment, body):
    db.session.add(CommentEdit(comment_id=comment.id, body=body, html=f"<p>{body}</p>"))
    db.session.flush()


def planted():
    """A proposal with a hidden comment, a redacted one, and a redacted reply, all with history."""
    proposal = a_proposal()
    moderator = a_member(proposal.council, Role.MODERATOR)
    hidden = a_comment(proposal, body=f"You are {HIDDEN}, all of you")
    an_edit(hidden, f"You were {HIDDEN} before")
    redacted = a_comment(proposal, body=f"Ring **{REDACTED}** tonight")
    an_edit(redacted, f"Ring {REDACTED} tomorrow")
    reply = a_comment(proposal, body=f"{REDACTED} is my number too", parent=redacted)
    a_comment(proposal, body="I agree with that", parent=hidden)
    spans = [Span(REDACTED, Detail.PHONE)]
    rules.hide(moderator, hidden, Reason.ABUSE_OR_THREAT, "No insults, please.")
    rules.redact(moderator, redacted, spans, Reason.PERSONAL_DATA)
    rules.redact(moderator, reply, spans, Reason.PERSONAL_DATA)
    rules.make_appeal(hidden.author, hidden, f"I may say {HIDDEN}")
    rules.make_appeal(redacted.author, redacted, f"I may say {REDACTED}")
    part = Ruling(
        Outcome.UPHELD_IN_PART, "Only the number goes.", (Span(f"**{REDACTED}**", Detail.PHONE),)
    )
    rules.decide_appeal(a_member(proposal.council, Role.MODERATOR), redacted, part)
    notifications.read_facts()
    return proposal, hidden, redacted, reply


def starts(proposal, *comments):
    council = f"/councils/{proposal.council.slug}"
    here = f"{council}/proposals/{proposal.slug}"
    rooms = ["", "/comments", "/results", "/versions", "/timeline", "/preparation"]
    return [
        "/",
        "/changelog",
        "/changelog.atom",
        "/changelog.json",
        council,
        f"{council}/changelog",
        f"{council}/changelog.atom",
        f"{council}/changelog.json",
        f"{council}/moderation",
        *(here + room for room in rooms),
        *(f"{here}/comments?sort={sort}" for sort in ("newest", "oldest", "discussed")),
        *(f"{here}/comments/{comment.id}" for comment in comments),
        *(f"{here}/comments/{comment.id}/report" for comment in comments),
    ]


def crawl(browser, first, headers=None):
    """Every answer that can be reached by following links."""
    waiting, seen = deque(first), set()
    while waiting and len(seen) < PAGES:
        path = waiting.popleft()
        if path in seen:
            continue
        seen.add(path)
        page = browser.get(path, headers=headers or {})
        yield path, page
        for href in re.findall(r'(?:href|hx-get)="([^"]+)"', page.text):
            target = urlsplit(urljoin(page.address, urldefrag(href.replace("&amp;", "&")).url))
            if target.netloc == "localhost" and not target.path.startswith(ELSEWHERE):
                waiting.append(target.path + (f"?{target.query}" if target.query else ""))


def test_no_stranger_finds_what_was_hidden_or_removed(browser):
    proposal, hidden, redacted, reply = planted()

    answers = dict(crawl(browser, starts(proposal, hidden, redacted, reply)))

    assert len(answers) > 20
    found = [path for path, page in answers.items() if HIDDEN in page.text or REDACTED in page.text]
    assert found == []
    comments = answers[f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/comments"]
    assert "phone number removed" in comments.words
    assert Reason.ABUSE_OR_THREAT.label in comments.words


def test_no_fragment_holds_what_was_hidden_or_removed(browser):
    proposal, *comments = planted()

    for path, page in crawl(browser, starts(proposal, *comments), HTMX):
        assert HIDDEN not in page.text, path
        assert REDACTED not in page.text, path


@pytest.mark.parametrize("sort", ["newest", "oldest", "discussed"])
def test_the_comments_of_a_proposal_show_marks_and_reasons_instead(app, sort):
    proposal, *comments = planted()

    with app.test_request_context():
        shown = comments_panel(proposal, None, Reading(sort=sort)).__html__()
        shown += "".join(comment_panel(comment, None).__html__() for comment in comments)

    assert HIDDEN not in shown
    assert REDACTED not in shown
    assert "phone number removed" in shown
    assert Reason.ABUSE_OR_THREAT.label in shown


def test_nobody_else_who_is_signed_in_finds_it_either(browser):
    proposal, hidden, redacted, _ = planted()
    browser.sign_in(redacted.author)

    for path, page in crawl(browser, starts(proposal, hidden)):
        assert HIDDEN not in page.text, path


def test_the_author_alone_reads_their_own_words_on_their_comments_page(browser):
    proposal, hidden, _, _ = planted()
    browser.sign_in(hidden.author)

    page = browser.get(
        f"/councils/{proposal.council.slug}/proposals/{proposal.slug}/comments/{hidden.id}"
    )

    assert HIDDEN in page.text
    assert "No threats or personal abuse" in page.words
    assert "No insults, please." in page.words


def test_no_mail_repeats_what_was_hidden_or_removed():
    planted()

    mails = db.session.query(Mail).all()

    assert len(mails) == 4
    assert not any(HIDDEN in mail.text or REDACTED in mail.text for mail in mails)
