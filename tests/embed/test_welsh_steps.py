"""Taking part in a Welsh frame, and whatever goes wrong with it."""

import pytest

from consult.accounts import queries as accounts
from consult.accounts import rules as signing
from consult.embed.looks import View
from consult.proposals.models import Status
from tests.embed import steps
from tests.embed.sites import HOST, a_site
from tests.embed.steps import COMMENT, FRAMED, VOTE
from tests.factories import a_person, a_proposal
from tests.participation.grids import NAME
from tests.participation.letters import mails

LONG = "a" * 3001


@pytest.fixture
def proposal(bilingual):
    return bilingual


def address(proposal, act, host=HOST):
    return steps.address(proposal, act, host) + "&lang=cy"


def act(browser, proposal, which, given, host=HOST):
    return browser.post(address(proposal, which, host), given, headers=FRAMED)


def hidden(page, form="form"):
    return {each["name"]: each["value"] for each in page.select(f"{form} input[type=hidden]")}


@pytest.mark.parametrize("which", ["vote", "comment", "items"])
def test_each_step_to_take_part_is_in_welsh_and_so_is_the_mail(
    browser, proposal, in_welsh, missed, which
):
    given = {"vote": VOTE, "comment": COMMENT, "items": {f"view:{NAME}": "fine", "version": "1"}}

    first = in_welsh(act(browser, proposal, which, given[which]))
    for wrong in ("", "nobody", "a" * 255 + "@example.org"):
        in_welsh(act(browser, proposal, which, hidden(first) | {"email": wrong}), 422)
    kept = hidden(first)
    sent = in_welsh(act(browser, proposal, which, kept | {"email": "ann@example.org"}))
    in_welsh(act(browser, proposal, which, kept | {"email": "ann@example.org"}), 409)
    in_welsh(act(browser, proposal, "undo", {"token": sent.one("[name=token]")["value"]}))
    in_welsh(act(browser, proposal, "undo", {"token": sent.one("[name=token]")["value"]}), 409)

    mail = mails()[-1]
    assert mail.subject.startswith("Cadarnhewch eich")
    assert "Agorwch y ddolen hon" in mail.text
    assert [each for each in missed if " " in each and each in mail.subject + mail.text] == []


@pytest.mark.parametrize(
    ("which", "given"),
    [
        ("vote", {}),
        ("vote", {"stance": "maybe"}),
        ("vote", VOTE | {"reason": LONG}),
        ("vote", VOTE | {"reason": ["one", "two"]}),
        ("vote", VOTE | {"reason": "a\x00b"}),
        ("vote", VOTE | {"more": "than asked"}),
        ("comment", {}),
        ("comment", {"stance": "oppose"}),
        ("comment", {"stance": "oppose", "body": LONG * 3}),
        ("items", {"version": "1"}),
        ("items", {"version": "7", f"view:{NAME}": "fine"}),
        ("items", {"version": "1", f"view:{NAME}": "perhaps"}),
        ("items", {"version": "1", f"own:{NAME}": "Ask me"}),
        ("items", {"version": "1", f"view:{NAME}": "with_safeguards", f"own:{NAME}": LONG}),
        ("items", {"version": "1", f"view:{NAME}": "with_safeguards", f"safe:{NAME}": "none"}),
    ],
)
def test_what_is_wrong_with_a_form_is_said_in_welsh(browser, proposal, in_welsh, which, given):
    page = in_welsh(act(browser, proposal, which, given), 422)

    assert "Mae problem wedi codi" in page.words


def test_what_only_a_rule_notices_is_said_in_welsh(browser, proposal, in_welsh):
    page = act(browser, proposal, "comment", COMMENT | {"body": LONG})

    in_welsh(act(browser, proposal, "comment", hidden(page) | {"email": "a@example.org"}), 422)


@pytest.mark.parametrize("host", ["", "https://evil.example"])
def test_a_site_that_is_not_on_the_list_is_refused_in_welsh(browser, in_welsh, host):
    in_welsh(act(browser, a_proposal(), "vote", VOTE, host), 409)


@pytest.mark.parametrize(
    "status", [Status.PAUSED, Status.CLOSED, Status.WITHDRAWN, Status.CONSIDERING]
)
def test_a_round_that_is_not_open_says_so_in_welsh(browser, in_welsh, status):
    ours = a_proposal(status)
    a_site(ours.council)

    in_welsh(act(browser, ours, "vote", VOTE), 409)


@pytest.mark.parametrize("token", ["", "made.up"])
def test_a_pass_that_is_no_good_is_refused_in_welsh(browser, proposal, in_welsh, clock, token):
    in_welsh(act(browser, proposal, "vote", VOTE | {"email": "a@b.example", "token": token}), 409)
    first = hidden(act(browser, proposal, "vote", VOTE)) | {"email": "ann@example.org"}
    in_welsh(
        act(browser, proposal, "comment", COMMENT | {"email": "a@b.c"} | {"token": first["token"]}),
        409,
    )
    clock.forward(minutes=31)
    in_welsh(act(browser, proposal, "vote", first), 409)


def test_what_is_not_there_is_not_there_in_welsh(browser, proposal, in_welsh):
    in_welsh(browser.get(f"/embed/{proposal.council.slug}/nothing?lang=cy"), 404)
    in_welsh(browser.get("/embed/nobody/nothing?lang=cy"), 404)
    in_welsh(
        browser.post(address(proposal, "vote"), VOTE, headers={"Sec-Fetch-Site": "cross-site"}), 400
    )


@pytest.mark.usefixtures("limits")
def test_whoever_sends_too_often_is_told_so_in_welsh(browser, proposal, in_welsh):
    for _n in range(60):
        act(browser, proposal, "vote", VOTE)

    in_welsh(act(browser, proposal, "vote", VOTE), 429)


@pytest.fixture
def held(browser, proposal):
    """The pass of somebody signed in, who then acts from a frame without any cookie."""
    return steps.get_pass(browser, proposal, a_person("Ann Okafor"))


@pytest.mark.parametrize(
    ("which", "view", "given"),
    [
        ("vote", View.VOTE, VOTE),
        ("comment", View.COMMENTS, COMMENT),
        ("items", View.ITEMS, {f"view:{NAME}": "fine", "version": "1"}),
    ],
)
def test_somebody_signed_in_is_spoken_to_in_welsh(
    another_browser, proposal, in_welsh, held, which, view, given
):
    frame, mine = another_browser(), {"person": held}
    asked = f"&view={view.value}"

    in_welsh(frame.post(address(proposal, "as") + asked, mine, headers=FRAMED))
    in_welsh(act(frame, proposal, which, mine), 422)
    done = in_welsh(act(frame, proposal, which, given | mine))
    undo = hidden(done, "form[action*='/as/undo']")
    in_welsh(frame.post(address(proposal, "as/undo") + asked, undo, headers=FRAMED))
    in_welsh(frame.post(address(proposal, "as/undo") + asked, undo, headers=FRAMED), 409)


def test_undo_that_comes_too_late_is_refused_in_welsh(
    browser, another_browser, proposal, in_welsh, held
):
    frame, mine = another_browser(), {"person": held}
    done = act(frame, proposal, "vote", VOTE | mine)
    act(frame, proposal, "vote", {"stance": "oppose"} | mine)

    in_welsh(act(frame, proposal, "as/undo", hidden(done, "form[action*='/as/undo']")), 409)
    for session in accounts.live_sessions(browser.person):
        signing.end_session(session)
    in_welsh(act(frame, proposal, "vote", VOTE | mine), 409)


def test_what_no_frame_can_explain_is_explained_in_english_throughout(app, browser, proposal):
    big = {"stance": "support", "reason": "a" * (app.config["MAX_CONTENT_LENGTH"] + 1)}

    page = act(browser, proposal, "vote", big)

    assert page.status_code == 413
    assert page.one("html")["lang"] == "en-GB"
    assert "Ni anfonwyd" not in page.text
