from datetime import timedelta

import pytest

from consult.core import clock as core_clock
from consult.core.db import db
from consult.councils.models import Role
from consult.embed import queries, rules
from consult.embed.looks import View
from consult.embed.models import Proof, Sighting
from consult.embed.troubles import Looked, Trouble
from consult.proposals.models import Status
from tests.browser import HTMX
from tests.embed.sites import HOST, a_site
from tests.factories import a_council, a_member, a_proposal


@pytest.fixture
def here(proposal):
    return f"/desk/{proposal.council.slug}/proposals/{proposal.slug}/embed"


@pytest.fixture
def desk(browser, proposal):
    """An officer's browser."""
    return browser.sign_in(a_member(proposal.council, Role.OFFICER))


def origins(proposal):
    return [site.origin for site in queries.sites(proposal.council)]


def test_the_page_offers_the_chosen_look_in_frames_of_three_widths(desk, here):
    page = desk.get(f"{here}?view=card&theme=dark&size=compact&kind=frame")

    frames = page.select("iframe")
    assert [frame["width"] for frame in frames] == ["320", "768", "1024"]
    assert all("view=card&theme=dark&size=compact" in frame["src"] for frame in frames)
    assert all("preview=yes" in frame["src"] and frame["loading"] == "lazy" for frame in frames)
    assert "view=card&theme=dark&size=compact" in page.one("#snippet").text.replace("&amp;", "&")
    assert page.one("#snippet").text.startswith("<iframe ")
    assert page.one("#view-card").get("checked") is not None


@pytest.mark.parametrize("view", View)
def test_a_preview_has_a_height_of_its_view_and_width_until_it_says_one(desk, here, view):
    frames = desk.get(f"{here}?view={view.value}").select("iframe[data-preview]")

    heights = [int(frame["height"]) for frame in frames]
    assert heights == [view.height_at(320), view.height, view.height]
    assert [frame["name"] for frame in frames] == ["preview-320", "preview-768", "preview-1024"]


def test_only_a_preview_tells_the_desk_how_high_it_is(browser, proposal):
    there = f"/embed/{proposal.council.slug}/{proposal.slug}?view=card"

    assert browser.get(f"{there}&preview=yes").select("body[data-preview]")
    assert browser.get(f"{there}&preview=yes").select("[data-host], [data-seen]") == []
    assert browser.get(f"{there}&host={HOST}").select("body[data-preview]") == []


@pytest.mark.parametrize(
    ("kind", "has_script"), [("script", True), ("pinned", True), ("frame", False), ("link", False)]
)
def test_the_web_team_reads_the_policy_that_this_snippet_needs(desk, here, kind, has_script):
    page = desk.get(f"{here}?kind={kind}")

    assert "frame-src http" in page.words
    assert ("script-src http" in page.words) is has_script


def test_what_nobody_knows_becomes_the_usual_look(desk, here):
    page = desk.get(f"{here}?view=%22%3E&theme=x&size=9&kind=z&lang=xx")

    assert 'data-view="card" data-theme="council"' in page.one("#snippet").text
    assert "<script async" in page.one("#snippet").text


def test_this_page_alone_may_hold_frames_of_ours_and_may_itself_stand_in_none(desk, here):
    page = desk.get(here)

    policy = page.headers["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors 'none'; frame-src 'self'")
    assert page.headers["X-Frame-Options"] == "DENY"
    assert "frame-src" not in desk.get(here + "/poster").headers["Content-Security-Policy"]


def test_a_title_cannot_break_out_of_what_is_copied(browser):
    proposal = a_proposal(title='Warm "homes" </a><script>alert(1)</script>')
    desk = browser.sign_in(a_member(proposal.council, Role.OFFICER))

    page = desk.get(f"/desk/{proposal.council.slug}/proposals/{proposal.slug}/embed")

    snippet = page.one("#snippet").text
    assert snippet.count("<script") == 1
    assert "&lt;script&gt;" in snippet


def test_the_tab_leads_there_once_residents_can_see_the_proposal(browser):
    council = a_council()
    desk = browser.sign_in(a_member(council, Role.OFFICER))
    shown, hidden = a_proposal(council=council), a_proposal(Status.DRAFT, council=council)

    tabs = {
        each: desk.get(f"/desk/{council.slug}/proposals/{each.slug}").select(".desk-tabs a")
        for each in (shown, hidden)
    }

    assert [tab["href"] for tab in tabs[shown] if tab.text == "Share and embed"] == [
        f"/desk/{council.slug}/proposals/{shown.slug}/embed"
    ]
    assert "Share and embed" not in [tab.text for tab in tabs[hidden]]
    draft = f"/desk/{council.slug}/proposals/{hidden.slug}/embed"
    assert desk.get(draft).status_code == desk.get(f"{draft}/poster").status_code == 404


def test_an_added_site_waits_with_the_line_to_place(desk, here, proposal):
    page = desk.post(f"{here}/sites", {"origin": "https://New.example/"})
    assert page.status_code == 303

    page = desk.follow(page)

    site = next(each for each in queries.sites(proposal.council) if each.origin != HOST)
    shown = page.one(f"#site-{site.id}")
    assert "https://new.example" in shown.text
    assert "Waiting" in shown.text
    assert site.line in shown.text
    assert "_consult-embed.new.example" in shown.text
    assert site.line not in page.one("#snippet").text


@pytest.mark.parametrize(
    "typed", ["", "https://*.example", "http://www.example", "https://a.example/b", HOST]
)
def test_an_address_that_cannot_be_taken_is_handed_back_beside_the_field(
    typed, desk, here, proposal
):
    page = desk.post(f"{here}/sites", {"origin": typed})

    assert page.status_code == 422
    assert page.one("#origin")["value"] == typed
    assert page.one("#origin-error").text.startswith("Error:")
    assert origins(proposal) == [HOST]
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]


def test_a_check_is_asked_for_and_the_page_looks_again_until_it_came(
    desk, here, proposal, run_jobs, monkeypatch
):
    site = a_site(proposal.council, "https://new.example", is_proved=False)
    monkeypatch.setattr(
        "consult.embed.proof.look", lambda *_given, **_more: Looked(found_by=Proof.DNS)
    )

    panel = desk.post(f"{here}/sites/{site.id}/check", headers=HTMX)

    assert "Checking…" in panel.text
    assert panel.one(f"#site-{site.id}")["hx-get"] == f"{here}/sites/{site.id}"
    assert panel.one(f"a[href='{here}/sites/{site.id}']").text == "Look again"

    run_jobs()
    panel = desk.get(f"{here}/sites/{site.id}", headers=HTMX)

    assert "Proved" in panel.text
    assert "By DNS record" in panel.text
    assert panel.one(f"#site-{site.id}").get("hx-get") is None


def test_without_script_a_check_leads_back_to_the_site(desk, here, proposal):
    site = a_site(proposal.council, "https://new.example", is_proved=False)

    page = desk.post(f"{here}/sites/{site.id}/check")

    assert page.location == f"{here}#site-{site.id}"
    assert "Checking…" in desk.follow(page).one(f"#site-{site.id}").text


def test_what_stood_in_the_way_is_told_in_plain_words(desk, here, proposal):
    site = a_site(proposal.council, "https://new.example", is_proved=False)
    rules.note_check(site.id, Looked(by_file=Trouble.MOVED))
    proved = next(each for each in queries.sites(proposal.council) if each.is_proved)
    rules.note_check(proved.id, Looked(by_file=Trouble.SLOW))

    page = desk.get(here)

    assert "sent us on to another address" in page.one(f"#site-{site.id}").text
    assert "did not answer" in page.one(f"#site-{proved.id}").text
    assert "stays proved for now" in page.one(f"#site-{proved.id}").text


def test_a_site_is_removed_after_a_question(desk, here, proposal):
    [site] = queries.sites(proposal.council)

    page = desk.get(f"{here}/sites/{site.id}/remove")
    assert f"Remove {HOST}?" in page.words
    page = desk.post(f"{here}/sites/{site.id}/remove")

    assert page.location == f"{here}#sites"
    assert origins(proposal) == []
    assert "No site is on the list" in desk.follow(page).words


def test_every_site_is_let_in_to_read_and_shut_out_again(desk, here, proposal):
    assert "Only proved sites" in desk.get(here).words

    assert desk.post(f"{here}/everywhere/open").status_code == 303
    assert queries.is_open_to_all(proposal.council)
    assert "Any site may show it, to read only" in desk.get(here).words

    assert desk.post(f"{here}/everywhere/close").status_code == 303
    assert not queries.is_open_to_all(proposal.council)
    assert desk.post(f"{here}/everywhere/ajar").status_code == 404


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.ANALYST])
def test_other_staff_copy_but_do_not_decide(role, browser, here, proposal):
    page = browser.sign_in(a_member(proposal.council, role)).get(here)

    assert page.one("#snippet")
    assert [form["action"] for form in page.select("form[method=post]")] == [f"{here}/check"]
    assert "Officers and owners can change this" in page.words


def test_a_council_may_not_touch_another_councils_site(desk, here, proposal):
    theirs = a_site(a_council(), "https://theirs.example", is_proved=False)

    for answer in (
        desk.get(f"{here}/sites/{theirs.id}"),
        desk.post(f"{here}/sites/{theirs.id}/check"),
        desk.get(f"{here}/sites/{theirs.id}/remove"),
        desk.post(f"{here}/sites/{theirs.id}/remove"),
    ):
        assert answer.status_code == 404
        assert "desk-bar" in answer.text or "Page not found" in answer.text


def test_the_page_says_which_sites_browsers_let_in(desk, here, proposal):
    a_site(proposal.council, "https://waiting.example", is_proved=False)

    said = desk.get(here).one("details pre").text

    assert said == f"frame-ancestors 'self' {HOST}"


def test_sightings_are_shown_by_site_and_nothing_else(desk, here, proposal):
    assert "Nobody has seen it" in desk.get(here).words
    today = core_clock.local(core_clock.now()).date()
    for days, seen in ((0, 412), (20, 2555)):
        day = today - timedelta(days=days)
        db.session.add(
            Sighting(proposal_id=proposal.id, origin=HOST, view="vote", day=day, seen=seen, used=3)
        )

    page = desk.get(here)

    assert [cell.text for cell in page.select("tbody td")] == ["412", "2,967", "6"]
    assert "Seen on 1 site" in page.words


def test_the_poster_has_the_address_in_a_code_and_in_words(desk, here, proposal, app):
    page = desk.get(f"{here}/poster")

    assert page.one("svg.qr")
    base = app.config["BASE_URL"].partition("://")[2]
    where = f"{base}/councils/{proposal.council.slug}/proposals/{proposal.slug}"
    assert page.one(".poster__address").text == where
    assert proposal.title in page.words


def test_however_many_sites_and_sightings_the_page_asks_little(desk, here, proposal, at_most):
    today = core_clock.local(core_clock.now()).date()
    for number in range(40):
        origin = f"https://s{number}.example"
        a_site(proposal.council, origin, is_proved=number % 2 == 0)
        db.session.add(
            Sighting(proposal_id=proposal.id, origin=origin, view="vote", day=today, seen=1, used=0)
        )

    with at_most(12):
        page = desk.get(here)

    assert len(page.select(".d-hosts > li")) == 41
    assert len(page.select("tbody tr")) == 20
