"""An officer gets a working widget onto the council's own site."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.hosts import Host, host
from tests.journeys.visit import PATIENCE, Visit

PROPOSAL = "/desk/thornmere/proposals/warm-homes-finder"
FILE = "/.well-known/consult-embed.txt"


@pytest.fixture
def council_site() -> Iterator[Host]:
    """The council's own site, not on its list yet."""
    with host() as site:
        yield site


def until_proved(visit: Visit, origin: str) -> None:
    """Wait for the worker: by itself with script, by the link without."""
    shown = visit.page.locator(".d-host").filter(has_text=origin)
    for _look in range(int(PATIENCE)):
        if shown.get_by_text("Proved", exact=True).count():
            return
        if not visit.script and shown.get_by_role("link", name="Look again").count():
            visit.press(shown.get_by_role("link", name="Look again"))
        visit.page.wait_for_timeout(1000)
    pytest.fail(f"{origin} was never proved: {shown.inner_text()}")


def choose(visit: Visit, label: str) -> None:
    """Choose a view: at once with script, by the button without."""
    if visit.script:
        visit.press(visit.page.get_by_label(label, exact=True))
    else:
        visit.choose(label)
        visit.click("Show it")


def copied(visit: Visit) -> str:
    """What the button copies, or somebody would select without it."""
    lines = visit.page.locator("#snippet").inner_text()
    button = visit.page.get_by_role("button", name="Copy snippet")
    if not visit.script:
        expect(button).to_be_hidden()
        return lines
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button.click()
    visit.sees("Copied.")
    assert visit.page.evaluate("navigator.clipboard.readText()") == lines
    return lines


def test_a_site_is_named_and_proved_and_shows_what_was_copied(
    visit: Visit, script: bool, width: int, council_site: Host
) -> None:
    visit.play("Helen Varley")
    visit.goto(PROPOSAL)
    visit.follow("Share and embed")

    choose(visit, "Card")
    if not script:
        visit.follow("Plain frame, no script")
    lines = copied(visit)

    assert re.search(r"view[\"=]+card", lines)
    for frame in visit.page.locator("iframe").all():
        expect(frame).to_have_attribute("src", re.compile("view=card.*preview=yes|preview=yes.*"))

    visit.fill("Add a site", "https://www.example.gov.uk/a-page")
    visit.click("Add site")
    visit.sees("Enter the start of the address only")
    visit.fill("Add a site", council_site.origin)
    visit.click("Add site")
    shown = visit.page.locator(".d-host").filter(has_text=council_site.origin)
    expect(shown).to_contain_text("Waiting")
    line = shown.locator(".d-snip").inner_text()
    visitor = visit.page.context.new_page()
    visitor.goto(council_site.page("/", lines))
    expect(visitor.get_by_role("link", name="Read the decision")).to_be_visible()
    visitor.close()

    council_site.page(FILE, f"\n{line}\n", Content_Type="text/plain")
    visit.press(shown.get_by_role("button", name="Check now"))
    until_proved(visit, council_site.origin)
    if not script:
        visit.follow("Back to share and embed")

    reader = visit.page.context.new_page()
    reader.goto(council_site.page("/", lines))
    expect(reader.frame_locator("iframe").get_by_text("Finding cold homes").first).to_be_visible()
    reader.close()

    visit.press(shown.get_by_role("link", name="Remove"))
    visit.click("Remove the site")
    expect(visit.page.locator(".d-host").filter(has_text=council_site.origin)).to_have_count(0)


def test_a_poster_is_one_sheet_with_a_code(visit: Visit, script: bool, width: int) -> None:
    visit.play("Helen Varley")
    visit.goto(f"{PROPOSAL}/embed")

    visit.follow("Poster, A4")

    expect(visit.page.get_by_role("img", name="QR code")).to_be_visible()
    visit.sees("/councils/thornmere/proposals/warm-homes-finder")
    if script:
        pages = visit.page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
        assert pages == 1


def test_an_officer_reads_why_a_page_does_not_show_it(
    visit: Visit, script: bool, width: int
) -> None:
    site = f"https://{'with' if script else 'without'}{width}.example"
    visit.play("Helen Varley")
    visit.goto(f"{PROPOSAL}/embed")

    visit.fill("Address of the page", "our home page")
    visit.click("Say why")
    visit.sees("Enter an address like https://www.example.gov.uk.")
    expect(visit.page.get_by_label("Address of the page")).to_have_value("our home page")
    visit.fill("Address of the page", f"{site}/libraries?tab=2")
    visit.click("Say why")
    visit.sees("This site is not on your list.")
    visit.click("Add this site to your list")
    visit.fill("Address of the page", f"{site}/libraries?tab=2")
    visit.click("Say why")
    visit.sees("This site is on your list, but it is not proved yet.")
    visit.named("See its line, and have us look again", role="link").click()

    shown = visit.page.locator(".d-host").filter(has_text=site)
    expect(shown).to_contain_text("Waiting")
    visit.press(shown.get_by_role("link", name="Remove"))
    visit.click("Remove the site")


@pytest.mark.parametrize("width", [1280, 320])
def test_previews_are_as_high_as_what_they_show(visitor: Callable[..., Visit], width: int) -> None:
    visit = visitor(script=True, width=width)
    visit.play("Helen Varley")
    visit.goto(f"{PROPOSAL}/embed?view=vote")

    for label in ("Button", "Card", "Changelog"):
        visit.press(visit.page.get_by_label(label, exact=True))
        for wide in (320, 768, 1024):
            preview = visit.page.locator(f"iframe[name=preview-{wide}]")
            preview.scroll_into_view_if_needed()
            inside = visit.page.frame_locator(f"iframe[name=preview-{wide}]").locator("main")
            high = inside.evaluate("each => Math.ceil(each.getBoundingClientRect().height)")
            expect(preview).to_have_attribute("height", str(max(high, 120)))
