"""One person's browser in a story, which complains about whatever a careful reviewer would."""

import re
import time
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Error, Locator, Page, Request, Response

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
POLICY = "Content Security Policy"
PATIENCE = 20.0
# Before pressing something: tell this document from the next, and the page as it is from a swap.
MARK = """() => {
  window.__before = true;
  document.addEventListener("htmx:afterSettle", () => { window.__before = false; }, {once: true});
}"""
SETTLED = "() => !window.__before && document.readyState === 'complete'"
TWICE = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  return ids.filter((id, place) => ids.indexOf(id) !== place);
}"""
# What a page is built of, without its words: the same parts in another number are the same page.
BUILT = """() => {
  const words = /^(id|for|href|src|value|name|content|title|datetime|action)$|^(hx|data)-/;
  const names = /^aria-(label|labelledby|describedby|controls|owns|details)$/;
  const built = (one) => {
    const kept = [...one.attributes].filter(({name}) => !words.test(name)).map(({name, value}) =>
      names.test(name) ? name + (value.trim() ? "" : "?") : `${name}=${value}`);
    const says = [...one.childNodes].some((each) => each.nodeType === 3 && each.data.trim());
    const below = new Set([...one.children].map(built));
    return `${one.localName}[${kept.sort()}]${says ? "!" : ""}(${[...below]})`;
  };
  const sheets = [...document.styleSheets].map((sheet) => sheet.href);
  return JSON.stringify([innerWidth, sheets, built(document.documentElement)]);
}"""
WIDER = "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"


looked_at: set[str] = set()


class Visit:
    """A page of the site, checked each time it is arrived at."""

    def __init__(self, page: Page, address: str, *, script: bool) -> None:
        self.page = page
        self.address = address
        self.script = script
        self.complaints: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(f"script error: {error}"))
        page.on("request", self._asked)
        page.on("response", self._answered)

    def goto(self, path: str, *, status: int = 200) -> Response:
        """Go to a page of the site and look it over."""
        response = self.page.goto(path, wait_until="load")
        assert response is not None, path
        assert response.status == status, f"{path} answered {response.status}"
        self.check()
        return response

    def click(self, what: str, *, role: str = "button", exact: bool = False) -> None:
        """Press a button (or follow a link: role="link") by its name and look at what comes."""
        self.press(self.named(what, role=role, exact=exact))

    def press(self, control: Locator) -> None:
        """Press a control that asks the server for something, and look at what comes."""
        control.scroll_into_view_if_needed()
        self.page.evaluate(MARK)
        control.click()
        self.settle()
        self.check()

    def follow(self, what: str, *, exact: bool = False) -> None:
        """Follow a link by its name."""
        self.click(what, role="link", exact=exact)

    def play(self, name: str) -> None:
        """Sign in as somebody of the demo, whose page this arrives at."""
        self.page.goto("/demo")
        whole = re.compile(f"^{re.escape(name)}$")
        card = self.page.locator(".cast__one").filter(
            has=self.page.locator("strong", has_text=whole)
        )
        button = card.first.locator("button")
        if not button.is_visible():
            card.first.locator("xpath=ancestor::details/summary").click()
        self.press(button)

    def letter(self, to: str, about: str) -> Locator:
        """The newest mail to an address, once the worker has sent it."""
        until = time.monotonic() + PATIENCE
        while True:
            self.page.goto("/demo/mail")
            letters = self.page.locator(".letter").filter(has_text=f"To {to}")
            found = letters.filter(has_text=about).filter(has_not_text="waiting to be sent")
            if found.count():
                return found.first
            assert time.monotonic() < until, f"No mail to {to} about {about}"
            self.page.wait_for_timeout(200)

    def named(self, what: str, *, role: str = "button", exact: bool = False) -> Locator:
        """The first control of this name."""
        given: dict[str, Any] = {"name": what, "exact": exact}
        return self.page.get_by_role(role, **given).first  # type: ignore[arg-type]

    def fill(self, label: str, text: str) -> None:
        """Type into a field."""
        self.page.get_by_label(label).first.fill(text)

    def choose(self, label: str) -> None:
        """Choose a radio or tick a box, by the name that is read out or by its label."""
        read_out = self.page.get_by_role("radio", name=label, exact=True)
        read_out.or_(self.page.get_by_label(label, exact=True)).first.check()

    def sees(self, text: str) -> None:
        """Fail unless these words can be read on the page."""
        self.page.get_by_text(text).filter(visible=True).first.wait_for(state="visible")

    def does_not_see(self, text: str) -> None:
        """Fail if these words are anywhere in the page."""
        assert text not in self.page.content(), f"{self.page.url} shows {text!r}"

    def settle(self) -> None:
        """Wait until what was pressed has led to another document or a swap by htmx."""
        until = time.monotonic() + PATIENCE
        while not self._is_settled():
            assert time.monotonic() < until, f"{self.page.url}: nothing came"
            self.page.wait_for_timeout(20)

    def _is_settled(self) -> bool:
        try:
            return bool(self.page.evaluate(SETTLED))
        except Error:  # the document went away while it was asked
            return False

    def check(self) -> None:
        """Nothing said on the console, nothing too wide, nothing that axe would name."""
        self.check_quiet()
        where = self.page.url
        assert self.page.title(), f"{where} has no title"
        wider = self.page.evaluate(WIDER)
        assert wider <= 0, f"{where} is {wider} pixels wider than the window"
        twice = self.page.evaluate(TWICE)
        assert twice == [], f"{where} has ids that stand twice: {twice}"
        if self.script:  # without scripts axe cannot look for itself; the markup is the same
            self._check_access(where)

    def check_quiet(self) -> None:
        """Fail on whatever was overheard since the last look."""
        said, self.complaints = self.complaints, []
        assert said == [], f"{self.page.url}: {said}"

    def _check_access(self, where: str) -> None:
        built = self.page.evaluate(BUILT)
        if built in looked_at:
            return
        results = Axe().run(self.page, options={"runOnly": RULES, "resultTypes": ["violations"]})
        found = [
            f"{broken['id']}: {broken['help']} {[node['target'] for node in broken['nodes']][:5]}"
            for broken in results.response["violations"]
        ]
        assert found == [], f"{where}: " + "\n".join(found)
        looked_at.add(built)

    def _heard(self, message: ConsoleMessage) -> None:
        refused = "Failed to load resource" in message.text and "status of 4" in message.text
        if message.type in {"error", "warning"} and (POLICY in message.text or not refused):
            at = message.location.get("url", "")
            self.complaints.append(f"{message.type}: {message.text} {at}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:", "about:")):
            self.complaints.append(f"left the site: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(f"{response.status} from {response.url}")
        page = response.request.resource_type == "document"
        if response.status == 404 and not page:
            self.complaints.append(f"missing: {response.url}")
