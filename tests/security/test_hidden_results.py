"""Where a round hides what people think until it closes, no page tells it, not even to staff."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from consult.accounts.models import Verification
from consult.core import clock
from consult.core.db import db
from consult.councils.models import Role
from consult.decisions.models import Decision, Verdict
from consult.moderation import rules as moderation
from consult.participation import queries, rules
from consult.participation.models import Comment, Stance, Tally
from consult.proposals.models import Status
from tests.factories import a_comment, a_council, a_member, a_person, a_proposal, a_theme
from tests.moderation.asides import one_person_thrice, proposed
from tests.participation.grids import ADDRESS, NAME, NO, asking, depends

pytestmark = pytest.mark.either
ROOMS = (
    "",
    "/comments",
    "/results",
    "/timeline",
    "/comments/{comment}",
    "/comments/{comment}/helpful",
    "/parts",
    "/parts/today",
    "/items",
    "/questions",
)
ROOMS += ("/comments?stance=oppose", "/comments?sort=unlike&unlike=support", "/comments?q=words")
ROOMS += ("/comments?sort=helpful", "/comments?mine=yes")
ROOMS += ("/comments/{comment}/claim", "/comments/{comment}/report")
DESK = (
    "/desk/{council}/queue/people",
    "/desk/{council}/queue/people/on/{proposal}",
    "/desk/{council}/legal",
    "/desk/{council}/legal/complaints",
    "/desk/{council}/queue",
    "/desk/{council}",
    "/desk/{council}/questions",
    "/desk/{council}/questions?show=overdue",
    "/desk/{council}/questions/{question}",
    "/desk/{council}/queue/newest",
    "/desk/{council}/queue/{comment}",
    "/desk/{council}/proposals",
    "/desk/{council}/proposals/{proposal}",
    "/desk/{council}/proposals/{proposal}/words",
    "/desk/{council}/proposals/{proposal}/themes?show=all",
    "/desk/{council}/proposals/{proposal}/themes?show=all&stance=oppose",
    "/desk/{council}/proposals/{proposal}/themes/comments/{comment}/outcome",
    "/desk/{council}/proposals/{proposal}/decision",
    "/desk/{council}/proposals/{proposal}/decision/report",
    "/desk/{council}/proposals/{proposal}/suggestions?show=all",
    "/desk/{council}/proposals/{proposal}/suggestions/{suggestion}",
    "/desk/{council}/proposals/{proposal}/questionnaire",
    "/desk/{council}/proposals/{proposal}/questionnaire/preview",
)


@pytest.fixture
def council():
    return a_council()


def _asked(council, **given):
    """A proposal with one comment in favour, one against, a theme, an earlier draft."""
    content = {"title": "Asked", "plain_summary": "In short.", "today": "By phone."}
    proposal = a_proposal(Status.OPEN, council=council, content=content, **given)
    author = proposal.author
    said = a_comment(
        proposal, stance=Stance.OPPOSE, body="My words about the pumps.", part_id="today"
    )
    a_comment(proposal, stance=Stance.SUPPORT, body="Other words about the boilers.")
    a_comment(
        proposal,
        stance=Stance.QUESTION,
        body="Who reads my meter?",
        answer_due_on=clock.now().date() - timedelta(days=3),
    )
    a_theme(proposal)
    rules.suggest(a_person(), proposal, "today", "", Stance.OPPOSE, "By letter.")
    db.session.add_all(
        [
            Tally(
                proposal_id=proposal.id,
                stance=Stance.OPPOSE,
                level=Verification.EMAIL_VERIFIED,
                votes=7,
            ),
            Decision(
                proposal=proposal,
                verdict=Verdict.DEFERRED,
                headline="We wait",
                drafted_by=author,
                drafted_at=clock.now(),
                editors=[str(author.id)],
            ),
        ]
    )
    db.session.flush()
    return proposal, said


def _addresses(council, proposal, comment, patterns):
    asked = select(Comment).filter_by(proposal_id=proposal.id, stance=Stance.QUESTION)
    question = db.session.scalars(asked).one()
    names = {"council": council.slug, "proposal": proposal.slug, "comment": comment.id}
    names["question"] = question.id
    names["suggestion"] = queries.suggestions_page(proposal).items[0].comment_id
    return [pattern.format(**names) for pattern in patterns]


def _labels_beside_words(page):
    """Every stance that a page names, but where it asks for one."""
    for field in page.select("label, option"):
        field.element.clear()
    names = {stance.label for stance in Stance}
    tags = {found.text for found in page.select(".stance-tag")}
    return tags | {name for name in names if any(one.text == name for one in page.select("*"))}


def test_every_role_reads_the_desk_without_what_people_think(council, another_browser):
    proposal, comment = _asked(council, hides_results=True)
    everything = another_browser().sign_in(a_member(council, *Role))

    for address in _addresses(council, proposal, comment, DESK):
        page = everything.get(address)
        assert page.status_code == 200, address
        assert _labels_beside_words(page) == set(), address


def test_a_filter_tells_nothing_by_what_it_leaves_out(council, browser):
    proposal, _comment = _asked(council, hides_results=True)
    browser.sign_in(a_member(council, Role.ANALYST))
    address = f"/desk/{council.slug}/proposals/{proposal.slug}/themes?show=all&stance=oppose"

    page = browser.get(address)

    assert "about the pumps" in page.text
    assert "about the boilers" in page.text


@pytest.mark.parametrize("person", [None, "resident"])
def test_residents_read_no_stance_either(council, browser, person):
    proposal, comment = _asked(council, hides_results=True)
    if person:
        browser.sign_in(a_person())
    rooms = [f"/councils/{{council}}/proposals/{{proposal}}{end}" for end in ROOMS]

    for address in _addresses(council, proposal, comment, rooms):
        page = browser.get(address)
        assert page.status_code in (200, 303), address  # who is signed in needs no address
        assert _labels_beside_words(page) == set(), address


def test_questions_are_listed_without_a_word_about_anybodys_view(council, browser):
    """A question is no view: who asks says nothing of how views divide, and no view is beside."""
    proposal, _comment = _asked(council, hides_results=True)

    page = browser.get(f"/councils/{council.slug}/proposals/{proposal.slug}/questions")

    assert "Who reads my meter?" in page.text
    assert "about the pumps" not in page.text
    assert "about the boilers" not in page.text
    assert page.one(".filters").text.replace(" ", "") == "ShowAll1Waiting0Overdue1Answered0"


def test_the_desk_shows_them_where_nothing_is_hidden(council, browser):
    proposal, _comment = _asked(council, hides_results=False)
    browser.sign_in(a_member(council, Role.ANALYST))

    page = browser.get(f"/desk/{council.slug}/proposals/{proposal.slug}/themes?show=all")

    assert Stance.OPPOSE.label in _labels_beside_words(page)


def test_nobody_learns_how_views_on_items_divide(council, another_browser):
    proposal = asking(council=council, hides_results=True)
    for n in range(4):
        rules.give_views(
            a_person(), proposal, {NAME: NO} if n else {ADDRESS: depends("family_told")}
        )
    readers = [another_browser(), another_browser().sign_in(a_person())]
    readers += [another_browser().sign_in(a_member(council, role)) for role in Role]
    here = f"/councils/{council.slug}/proposals/{proposal.slug}"

    for reader in readers:
        for room in ("/items", "/items?who=verified", "/results", "/results?who=all"):
            page = reader.get(f"{here}{room}")
            assert "4 people have answered" in page.one("#items-results").text
            assert "%" not in page.one("#items-results").text
            assert not page.select("#items-results :is(table, svg, a)")


def test_the_order_of_the_items_tells_nothing_while_results_are_hidden(council, browser):
    proposal = asking(council=council, hides_results=True)
    room = f"/councils/{council.slug}/proposals/{proposal.slug}/items"
    before = browser.get(room).one("#items").text

    for _ in range(3):
        rules.give_views(a_person(), proposal, {NAME: NO})

    assert browser.get(room).one("#items").text == before


def test_setting_votes_aside_tells_nobody_how_they_divide(council, another_browser):
    proposal, people = one_person_thrice(asking(council=council, hides_results=True))
    waits = proposed(proposal, people[:2])
    moderator = another_browser().sign_in(a_member(council, Role.MODERATOR))
    desk = f"/desk/{council.slug}/queue/people"
    here = f"/councils/{council.slug}"

    before = moderator.get(f"{desk}/votes/{waits.id}")
    moderation.agree_aside(a_member(council, Role.MODERATOR), waits)

    pages = [
        before,
        moderator.get(f"{desk}/on/{proposal.slug}?who={people[2].id}"),
        moderator.get(f"{desk}/votes/{waits.id}"),
        *(
            another_browser().get(f"{here}{room}")
            for room in (
                "/moderation",
                "/changelog",
                f"/proposals/{proposal.slug}/timeline",
            )
        ),
    ]
    for page in pages:
        assert page.status_code == 200
        assert _labels_beside_words(page) == set()
    assert "oppose" not in another_browser().get(f"{here}/changelog.json").text.lower()
