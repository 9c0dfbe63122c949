"""A resident reads, votes and comments on the council's own page, which is another site."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.hosts import COUNCIL, OPEN, OURS, Host, frame, plain, snippet
from tests.journeys.visit import Visit
from tests.server import Server


def letter_link(visit: Visit, to: str, about: str, button: str) -> None:
    letter = visit.letter(to, about)
    visit.press(letter.locator("a[href*='/confirm/link/']"))
    visit.click(button)


def let_it(window: Page) -> None:
    """Say yes in the window, once it takes an answer."""
    window.wait_for_load_state()
    button = window.get_by_role("button", name="Yes, continue as myself")
    expect(button).to_be_enabled()
    button.click()


@pytest.mark.parametrize("width", [1280, 320])
def test_a_stranger_votes_on_the_councils_page(
    server: Server, council_site: Host, reader: Callable[..., Page], visit: Visit, width: int
) -> None:
    email = f"framed{width}@example.org"
    page = reader(council_site.page("/", snippet(server)), width=width)
    inside = frame(page)

    inside.get_by_role("button", name="Send my view").click()
    inside.get_by_text("There is a problem").wait_for()
    inside.get_by_role("radio", name="Oppose").check()
    inside.get_by_role("button", name="Send my view").click()
    inside.get_by_label("Your e-mail address").fill(email)
    inside.get_by_role("button", name="Send me the e-mail").click()
    inside.get_by_text("Check your e-mail").wait_for()

    assert page.context.cookies() == []
    letter_link(visit, email, "Confirm your view", "Yes, count my view")
    visit.sees("Oppose")


def test_a_stranger_comments_and_takes_another_back(
    server: Server, council_site: Host, reader: Callable[..., Page], visit: Visit
) -> None:
    page = reader(council_site.page("/", snippet(server, "comments")))
    inside = frame(page)

    for email in ("kept@example.org", "undone@example.org"):
        inside.get_by_text("Write a comment").click()
        inside.get_by_label("Support", exact=True).check()
        inside.get_by_label("Your comment").fill(f"From our own library page, {email[:4]}.")
        inside.get_by_role("button", name="Send my comment").click()
        inside.get_by_label("Your e-mail address").fill(email)
        inside.get_by_role("button", name="Send me the e-mail").click()
        inside.get_by_text("Check your e-mail").wait_for()
        if email.startswith("undone"):
            inside.get_by_role("button", name="Undo").click()
            inside.get_by_text("Taken back").wait_for()
        else:
            inside.get_by_role("link", name="Back").click()

    letter_link(visit, "kept@example.org", "Confirm your comment", "Yes, publish my comment")
    visit.sees("From our own library page, kept.")


def test_somebody_signed_in_votes_and_comments_on_the_councils_page(
    server: Server, council_site: Host, reader: Callable[..., Page]
) -> None:
    page = reader(f"{server.address}/demo")
    Visit(page, server.address, script=True).play("Wendy Askew")
    page.goto(council_site.page("/", snippet(server) + snippet(server, "comments")))
    inside, said = frame(page, 0), frame(page, 1)
    assert inside.get_by_text("You take part as").count() == 0

    with page.context.expect_page() as opened:
        inside.get_by_role("link", name="Continue as yourself").click()
    let_it(opened.value)
    inside.get_by_text("You take part as").wait_for()
    inside.get_by_role("radio", name="Not sure").check()
    inside.get_by_role("button", name="Send my view").click()
    inside.get_by_text("Your view counts").wait_for()
    inside.get_by_role("button", name="Undo").click()
    inside.get_by_text("You take part as").wait_for()

    said.get_by_text("Write a comment").click()
    with page.context.expect_page() as opened:
        said.get_by_role("link", name="Continue as yourself").click()
    let_it(opened.value)
    said.get_by_text("You take part as").wait_for()
    said.get_by_role("radio", name="Oppose").check()
    said.get_by_label("Your comment").fill("Said from the library’s own page.")
    said.get_by_role("button", name="Send my comment").click()
    said.get_by_text("Your comment is published").wait_for()
    said.get_by_role("button", name="Undo").click()
    said.get_by_text("You take part as").wait_for()


# Two clicks, of which the first closed what lay over this window, and a pointer that was put down
# while it still lay there.
DOUBLE = """() => {
  window.dispatchEvent(new Event("focus"));
  const button = document.querySelector("[data-steady]");
  button.click();
  button.dispatchEvent(new PointerEvent("pointerdown"));
}"""
LIFTED = """() => document.querySelector("[data-steady]").dispatchEvent(
  new MouseEvent("click", {bubbles: true, cancelable: true, detail: 2}))"""


def test_a_double_click_on_what_lay_over_the_window_lets_nobody_act(
    server: Server, council_site: Host, reader: Callable[..., Page]
) -> None:
    page = reader(f"{server.address}/demo")
    Visit(page, server.address, script=True).play("Wendy Askew")
    page.goto(council_site.page("/", snippet(server)))
    with page.context.expect_page() as opened:
        frame(page).get_by_role("link", name="Continue as yourself").click()
    window = opened.value
    window.wait_for_load_state()
    button = window.get_by_role("button", name="Yes, continue as myself")

    window.evaluate(DOUBLE)
    expect(button).to_be_disabled()
    expect(window.get_by_role("status")).to_contain_text("Please press once more")
    expect(button).to_be_enabled()
    window.evaluate(LIFTED)
    window.wait_for_timeout(300)

    assert not window.is_closed()
    assert frame(page).get_by_text("You take part as").count() == 0
    button.click()
    frame(page).get_by_text("You take part as").wait_for()


def test_a_double_click_without_script_is_asked_for_once_more(
    server: Server, council_site: Host, visitor: Callable[..., Visit]
) -> None:
    visit = visitor(script=False, width=320)
    visit.play("Wendy Askew")
    button = visit.named("Yes, continue as myself")
    window = f"/embed/{COUNCIL}/{OPEN}/yourself?view=vote&host={council_site.origin}"

    for _try in range(5):  # a busy machine may take longer than the second click of a person
        visit.page.goto(window, wait_until="commit")
        button.dblclick(no_wait_after=True)  # the second click may call off what the first began
        visit.page.get_by_text(re.compile("Please press once more|You can go back now")).wait_for()
        if visit.page.get_by_text("Please press once more").count():
            break

    visit.sees("Please press once more")
    assert visit.page.locator("[data-pass]").count() == 0
    visit.check()
    visit.page.wait_for_timeout(800)
    visit.press(button)
    visit.sees("You can go back now")


def test_without_script_the_link_is_there_and_the_plain_frame_works(
    server: Server, council_site: Host, reader: Callable[..., Page]
) -> None:
    page = reader(council_site.page("/", snippet(server)), script=False)
    assert page.locator("iframe").count() == 0
    assert page.get_by_role("link", name="Give your view").get_attribute("href") == (
        server.address + OURS
    )

    page.goto(council_site.page("/plain", plain(server)))
    inside = frame(page)
    inside.get_by_label("Support", exact=True).check()
    inside.get_by_role("button", name="Send my view").click()

    inside.get_by_text("One more step").wait_for()


def test_the_keyboard_goes_through_the_frame_and_out_of_it(
    server: Server, council_site: Host, reader: Callable[..., Page]
) -> None:
    page = reader(council_site.page("/", snippet(server)))
    frame(page).get_by_role("button", name="Send my view").wait_for()

    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Skip this consultation"
    seen = []
    for _step in range(30):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("() => document.activeElement.tagName + document.activeElement.id")
        )
        if seen[-1] == "Aend":
            break

    assert "IFRAME" in seen[0]
    assert seen[-1] == "Aend"
