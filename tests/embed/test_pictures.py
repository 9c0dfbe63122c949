"""The picture that stands for a proposal where its address is shared."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from consult.core.db import db
from consult.embed import queries, rules
from consult.embed.models import Picture
from consult.embed.picture import HEIGHT, WIDTH, Words, draw
from consult.embed.pictures import words_of
from consult.proposals.models import Status
from tests.decisions.stories import a_decided_story
from tests.factories import a_proposal

HARD = [
    "x" * 200,
    "Un cyfrif i breswylwyr, ŵ â ŷ î",
    "عنوان من اليمين إلى اليسار",
    "日本語の題名",
    "a\u0301\u0302" * 60,
    "Two\nlines\tand tabs",
    "🙂" * 30,
    "",
]


def words(**given):
    usual = {
        "council": "Kelderby",
        "colour": "#1d4f5c",
        "title": "Warm homes",
        "state": "Open for your views",
        "when": "until 5 December 2026",
        "call": "Have your say",
    }
    return Words(**usual | given)


def size_of(png):
    with Image.open(BytesIO(png)) as image:
        image.load()
        return image.format, image.size


def page_of(proposal):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}"


def said(page, name):
    return page.one(f'meta[property="{name}"]')["content"]


def here(app, address):
    assert address.startswith(app.config["BASE_URL"])
    return address.removeprefix(app.config["BASE_URL"])


def drawn(run_jobs):
    rules.ask_for_pictures()
    run_jobs()


@pytest.mark.parametrize("title", HARD)
def test_any_title_is_drawn_in_the_stated_size(title):
    png = draw(words(title=title, council=title, when=title))

    assert size_of(png) == ("PNG", (WIDTH, HEIGHT))
    assert len(png) < 100_000


@given(st.text(max_size=120), st.text(max_size=120))
@settings(max_examples=25, deadline=None)
def test_nothing_that_can_be_typed_stops_the_drawing(title, council):
    assert draw(words(title=title, council=council))


def test_the_same_words_make_the_same_picture_and_other_words_another_key():
    assert draw(words()) == draw(words())
    assert words().key == words().key
    assert words().key != words(state="Decided").key


def test_the_worker_draws_what_residents_can_see_and_nothing_else(run_jobs):
    proposal = a_proposal()
    a_proposal(status=Status.DRAFT)

    drawn(run_jobs)

    (kept,) = db.session.query(Picture).all()
    assert (kept.proposal_id, kept.key) == (proposal.id, words_of(proposal).key)
    assert size_of(kept.png) == ("PNG", (WIDTH, HEIGHT))


def test_it_is_drawn_again_only_when_it_says_something_else(run_jobs, clock):
    proposal = a_proposal()
    drawn(run_jobs)
    assert rules.ask_for_pictures() == 0
    before = queries.picture_of(proposal).key

    proposal.title = "Another title"
    drawn(run_jobs)
    renamed = queries.picture_of(proposal).key
    clock.forward(days=400)

    assert renamed != before
    assert rules.ask_for_pictures() == 1, "the round has closed"


def test_asking_twice_draws_once(run_jobs):
    a_proposal()

    rules.ask_for_pictures()
    rules.ask_for_pictures()
    run_jobs()

    assert db.session.query(Picture).count() == 1
    assert rules.ask_for_pictures() == 0


def test_a_few_are_asked_for_at_once(at_most):
    for _ in range(25):
        a_proposal()

    with at_most(24):
        assert rules.ask_for_pictures() == 20


def test_the_page_names_its_picture_and_its_size(app, browser, run_jobs):
    proposal = a_proposal()
    drawn(run_jobs)

    page = browser.get(page_of(proposal))
    picture = browser.get(here(app, said(page, "og:image")))

    assert (said(page, "og:image:width"), said(page, "og:image:height")) == ("1200", "630")
    assert proposal.title in said(page, "og:image:alt")
    assert size_of(picture.response.data) == ("PNG", (1200, 630))
    assert picture.headers["Content-Type"] == "image/png"
    assert "immutable" in picture.headers["Cache-Control"]
    assert "Set-Cookie" not in picture.headers


def test_an_older_address_leads_to_the_picture_that_holds(browser, run_jobs):
    proposal = a_proposal()
    drawn(run_jobs)
    key = queries.picture_of(proposal).key

    old = browser.get(f"{page_of(proposal)}/picture/{'0' * 32}.png")

    assert (old.status_code, old.location) == (302, f"{page_of(proposal)}/picture/{key}.png")


def test_before_it_is_drawn_the_common_picture_stands_for_it(app, browser):
    proposal = a_proposal()

    page = browser.get(page_of(proposal))
    answer = browser.get(here(app, said(page, "og:image")))

    assert answer.status_code == 302
    assert "/static/" in answer.location


def test_what_residents_cannot_see_has_none(browser):
    draft = a_proposal(status=Status.DRAFT)

    assert browser.get(f"{page_of(draft)}/picture/{'0' * 32}.png").status_code == 404


def test_content_systems_are_told_of_it(app, browser, run_jobs):
    proposal = a_proposal()
    drawn(run_jobs)

    answer = browser.get(f"/oembed?url={app.config['BASE_URL']}{page_of(proposal)}").json

    assert answer["thumbnail_url"].endswith(".png")
    assert (answer["thumbnail_width"], answer["thumbnail_height"]) == (1200, 630)


@pytest.mark.parametrize("room", ["home", "council", "decision"])
def test_every_page_that_people_share_says_what_it_is(app, browser, room):
    proposal = a_decided_story().proposal
    council = f"/councils/{proposal.council.slug}"
    address = {"home": "/", "council": council, "decision": f"{page_of(proposal)}/decision"}[room]

    page = browser.get(address)

    assert page.one('link[rel="canonical"]')["href"] == f"{app.config['BASE_URL']}{address}"
    assert said(page, "og:title")
    assert said(page, "og:description") == page.one('meta[name="description"]')["content"]
    assert said(page, "og:image").endswith(".png")


def test_letters_that_the_font_lacks_are_left_out_and_not_drawn_as_boxes():
    assert draw(words(title="Warm homes 🙂")) == draw(words(title="Warm homes"))
    assert draw(words(title="日本語の題名")) == draw(words(title=""))
    assert draw(words(title="Un cyfrif, ŵ â ŷ")) != draw(words(title="Un cyfrif,  â "))
