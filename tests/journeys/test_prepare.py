"""An officer begins a proposal, section by section, and sees what is still in the way."""

import re
from collections.abc import Callable

import pytest

from tests.journeys.visit import Visit


@pytest.mark.usefixtures("script", "width")
def test_an_officer_drafts(visit: Visit, request: pytest.FixtureRequest) -> None:
    told = request.node.callspec.params
    title = f"Tell carers sooner {'with' if told['script'] else 'without'} {told['width']}"
    visit.play("Sadia Rahman")
    visit.goto("/desk/kelderby/proposals")
    visit.follow("Begin a proposal")
    visit.click("Begin", exact=True)
    visit.sees("Give it a title. You can change it later.")
    visit.fill("What would happen, in a few words", title)
    visit.click("Begin", exact=True)

    overview = _overview(visit)
    visit.goto(overview)
    visit.sees("Ready to publish?")
    visit.sees("You can send it for agreement once nothing is missing, nothing blocks and each")
    assert "0 of" in visit.page.locator("#done-h").inner_text()

    visit.follow("Title and short summary")
    visit.fill("Title", title)
    summary = "We want to tell young carers about help, with their name and school. " * 6
    visit.fill("Summary in 50 words or fewer", summary)
    visit.fill("E-mail address for questions", "nobody at all")
    visit.click("Save", exact=True)
    visit.sees("There is a problem")
    assert visit.page.locator("#plain_summary-error").is_visible()
    assert visit.page.locator("#contact_email-error").is_visible()
    assert visit.page.get_by_label("E-mail address for questions").input_value() == "nobody at all"
    assert visit.page.locator("#plain_summary").input_value().strip() == summary.strip()

    visit.fill("Summary in 50 words or fewer", "We want to tell young carers about help sooner.")
    visit.fill("E-mail address for questions", "data@kelderby.example")
    visit.click("Save", exact=True)
    visit.goto(f"{overview}/preview")
    visit.sees("This is how residents would see the draft.")
    visit.sees("We want to tell young carers about help sooner.")

    visit.goto(f"{overview}/sections/title")
    assert visit.page.get_by_label("E-mail address for questions").input_value() == (
        "data@kelderby.example"
    )


def _overview(visit: Visit) -> str:
    found = re.search(r"/desk/kelderby/proposals/[^/?#]+", visit.page.url)
    assert found is not None, visit.page.url
    return found.group()


def test_nobody_outside_the_council_sees_a_draft(visitor: Callable[..., Visit]) -> None:
    officer, stranger, public = (visitor() for _ in range(3))
    officer.play("Colin Brathwaite")
    officer.goto("/desk/kelderby/proposals/start")
    officer.fill("What would happen, in a few words", "Keep this one quiet")
    officer.click("Begin", exact=True)
    overview = _overview(officer)
    stranger.play("Helen Varley")
    stranger.goto(overview, status=404)
    public.goto(
        overview.removeprefix("/desk").replace("/kelderby", "/councils/kelderby"), status=404
    )
    public.goto("/councils/kelderby")
    public.does_not_see("Keep this one quiet")
