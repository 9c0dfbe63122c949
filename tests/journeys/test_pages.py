"""Every page, at both widths and without scripts: nothing broken, too wide or foreign."""

from collections.abc import Callable, Iterator

import pytest

from tests.journeys.visit import Visit

OPEN = "/councils/kelderby/proposals/safeguarding-hub-attendance"
CLOSED = "/councils/dyffryn-arwen/proposals/one-resident-account"
DECIDED = "/councils/thornmere/proposals/warm-homes-finder"
DESK = "/desk/dyffryn-arwen"
AT_WORK = f"{DESK}/proposals/one-resident-account"

PUBLIC = [
    "/",
    "/councils/kelderby",
    "/councils/thornmere",
    OPEN,
    f"{OPEN}/comments",
    f"{OPEN}/comments?sort=discussed",
    f"{OPEN}/results",
    f"{OPEN}/results?who=verified",
    f"{OPEN}/versions",
    f"{OPEN}/preparation",
    f"{OPEN}/timeline",
    CLOSED,
    f"{CLOSED}/results",
    DECIDED,
    f"{DECIDED}/comments",
    f"{DECIDED}/results",
    f"{DECIDED}/versions",
    f"{DECIDED}/versions/2",
    f"{DECIDED}/decision",
    f"{DECIDED}/timeline",
    "/changelog",
    "/councils/kelderby/changelog",
    "/councils/kelderby/moderation",
    "/rules",
    "/privacy",
    "/accessibility",
    "/account/sign-in",
    "/demo",
    "/demo/mail",
]
# What is only linked to, by the page that links there: its address holds an id.
LINKED = [
    (f"{OPEN}/comments", f"a[href^='{OPEN}/comments/'][href$='/report']"),
    (f"{OPEN}/comments", ".comment__foot a:has-text('Link')"),
    (f"{DECIDED}/comments", ".comment__foot a:has-text('What came of it')"),
]
RESIDENT = ["/account", "/account/name", "/account/contributions", OPEN]
RESIDENT += ["/councils/kelderby/about-you", f"{OPEN}/about-you"]
OFFICER = [
    DESK,
    f"{DESK}/proposals",
    f"{DESK}/proposals/start",
    AT_WORK,
    f"{AT_WORK}/sections/title",
    f"{AT_WORK}/sections/parties",
    f"{AT_WORK}/sections/data",
    f"{AT_WORK}/sections/law",
    f"{AT_WORK}/preview",
    f"{AT_WORK}/themes",
    f"{AT_WORK}/decision",
    f"{AT_WORK}/decision/statement",
    f"{AT_WORK}/decision/changes/new",
    f"{AT_WORK}/decision/ending",
    f"{AT_WORK}/decision/report",
]
OFFICER_LINKED = [(f"{AT_WORK}/decision", f"a[href*='{AT_WORK}/decision/answers/']")]
MODERATOR = [
    "/desk/kelderby",
    "/desk/kelderby/queue",
    "/desk/kelderby/queue/newest",
    "/desk/kelderby/queue/decided",
]
MODERATOR_LINKED = [("/desk/kelderby/queue", ".d-q__item")]
THEMER = [f"{AT_WORK}/themes", f"{AT_WORK}/themes/new", f"{AT_WORK}/themes?show=all"]
THEMER_LINKED = [
    (f"{AT_WORK}/themes", f"a[href^='{AT_WORK}/themes/comments/']"),
    (f"{AT_WORK}/themes", f"a[href^='{AT_WORK}/themes/'][href$='/edit']"),
    (f"{AT_WORK}/themes", f"a[href^='{AT_WORK}/themes/'][href$='/delete']"),
]
OWNER = [DESK, f"{DESK}/team", f"{DESK}/team/invite", f"{DESK}/branding"]

WALKS: dict[str, tuple[str | None, list[str], list[tuple[str, str]]]] = {
    "everybody": (None, PUBLIC, LINKED),
    "resident": ("Aunty Bev", RESIDENT, []),
    "officer": ("Carys Beynon", OFFICER, OFFICER_LINKED),
    "moderator": ("Niamh Farrell", MODERATOR, MODERATOR_LINKED),
    "themes": ("Elin Mostyn", THEMER, THEMER_LINKED),
    "owner": ("Rhys Llewelyn", OWNER, []),
}


@pytest.fixture(params=[(True, 1280), (True, 320), (False, 320)], ids=["wide", "narrow", "plain"])
def window(request: pytest.FixtureRequest, visitor: Callable[..., Visit]) -> Visit:
    script, width = request.param
    return visitor(script=script, width=width)


@pytest.mark.parametrize("walk", WALKS)
def test_every_page_can_be_read_by_everybody(window: Visit, walk: str) -> None:
    name, pages, linked = WALKS[walk]
    if name is not None:
        window.play(name)
    faults = [*_faults(window, pages, 200), *_faults_behind(window, linked)]
    if name is None:
        faults += _faults(
            window,
            ["/nowhere", f"{OPEN}/versions/99", f"{OPEN}/decision", "/councils/nowhere"],
            404,
        )
    assert not faults, "\n".join(faults)


def _faults(window: Visit, pages: list[str], status: int) -> Iterator[str]:
    for path in pages:
        try:
            window.goto(path, status=status)
        except AssertionError as fault:
            yield str(fault)


def _faults_behind(window: Visit, linked: list[tuple[str, str]]) -> Iterator[str]:
    for path, link in linked:
        window.page.goto(path)
        there = window.page.locator(link).first.get_attribute("href")
        assert there is not None
        yield from _faults(window, [there], 200)


def test_visiting_sets_no_cookie(visitor: Callable[..., Visit]) -> None:
    visit = visitor()
    for path in ("/", OPEN, f"{DECIDED}/decision", "/changelog"):
        visit.page.goto(path)
    assert visit.page.context.cookies() == []
