"""Frames whose address asks for Welsh, at every step."""

from unittest.mock import patch

import pytest
from babel.support import Translations

from consult.accounts import queries as accounts
from consult.accounts import rules as signing
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import clock as moments
from consult.core.format import short_day
from consult.core.languages import Lang, speaking
from consult.councils.models import Role
from consult.embed.looks import View
from consult.participation import rules
from consult.participation.models import Stance, Visibility
from consult.proposals.models import Status
from tests.embed import steps
from tests.embed.listening import english_in, listening, welsh_of
from tests.embed.sites import HOST, a_site
from tests.embed.steps import COMMENT, FRAMED, VOTE
from tests.factories import a_comment, a_council, a_member, a_person, a_proposal
from tests.participation.grids import NAME, a_grid, asking
from tests.participation.letters import mails

WELSH = {
    "welsh_title": "Dod o hyd i gartrefi oer yn gynt",
    "welsh_plain_summary": "Crynodeb byr.",
}
LAWFUL = {"lawful_basis": [{"party": "p2", "article6": "public_task"}]}


@pytest.fixture
def proposal(app):
    """An open proposal with items, of a council that writes in Welsh, too, with a proved site."""
    ours = asking(content=a_grid(**WELSH, **LAWFUL), council=a_council(languages=["en", "cy"]))
    a_site(ours.council)
    return ours


@pytest.fixture
def missed(app):
    """Sentences of ours that were asked for in Welsh and are not in the catalogue."""
    with listening(app) as found:
        yield found


@pytest.fixture
def in_welsh(missed):
    """Check what an answer says, and hand it on."""

    def check(page, status=200):
        assert page.status_code == status, page.words
        assert page.one("html")["lang"] == "cy"
        assert english_in(page, missed) == []
        for each in page.select("form[target=_self], a[target=_self][href^='/']"):
            assert "lang=cy" in (each.get("action") or each["href"])
        return page

    return check


def shown(browser, proposal, view, **args):
    query = "".join(f"&{name}={value}" for name, value in args.items())
    here = f"/embed/{proposal.council.slug}/{proposal.slug}?lang=cy&view={view.value}"
    return browser.get(here + query)


def address(proposal, act, host=HOST):
    return steps.address(proposal, act, host) + "&lang=cy"


def act(browser, proposal, which, given, host=HOST):
    return browser.post(address(proposal, which, host), given, headers=FRAMED)


def hidden(page, form="form"):
    return {each["name"]: each["value"] for each in page.select(f"{form} input[type=hidden]")}


def talked_about(proposal):
    """Comments of every kind, and views."""
    a_comment(proposal, body="Sensible to me", helpful=3)
    a_comment(proposal, body="What about the cost?", stance=Stance.QUESTION)
    a_comment(proposal, body="Never mind", visibility=Visibility.HIDDEN)
    a_comment(proposal, body="We answer soon", is_official=True, pinned_at=moments.now())
    for stance in (Stance.SUPPORT, Stance.OPPOSE, Stance.UNSURE):
        rules.cast_vote(a_person(), proposal, stance)


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize(
    "args",
    [{}, {"host": HOST}, {"host": HOST, "size": "compact"}, {"preview": "yes"}],
    ids=lambda args: "-".join(args) or "plain",
)
def test_every_view_says_all_of_its_own_in_welsh(browser, proposal, in_welsh, view, args):
    talked_about(proposal)

    in_welsh(shown(browser, proposal, view, **args))


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("hides", [True, False])
@pytest.mark.parametrize(
    "status",
    [
        *(Status.OPEN, Status.PAUSED, Status.CLOSED, Status.CONSIDERING, Status.CO_DESIGN),
        *(Status.DECISION_DRAFTED, Status.DECIDED, Status.WITHDRAWN, Status.LIVE, Status.ENDED),
    ],
)
def test_every_state_is_told_in_welsh(browser, in_welsh, status, hides, view):
    reason = "A mistake was found in it." if status in (Status.PAUSED, Status.WITHDRAWN) else None
    ours = a_proposal(status, status_reason=reason, hides_results=hides)
    a_site(ours.council)

    in_welsh(shown(browser, ours, view, host=HOST))


def test_what_happened_lately_is_told_in_welsh(browser, proposal, in_welsh):
    about = {"council": proposal.council, "proposal": proposal, "by": "officer"}
    for now in ("paused", "open", "closed"):
        record(Fact.PHASE_CHANGED, was="open", now=now, reason="", **about)
    note, reason = "We corrected the dates.", "You asked for more time."
    record(Fact.PROPOSAL_EDITED, version=2, material=True, note=note, content_hash="", **about)
    record(Fact.DEADLINE_EXTENDED, was=moments.now(), now=moments.now(), reason=reason, **about)

    page = in_welsh(shown(browser, proposal, View.CHANGELOG))

    assert len(page.select(".told li")) == 5
    assert [each.text for each in page.select(".told [lang=en]")] == [reason, note]
    with speaking(Lang.CY):
        assert page.select(".told time")[0].text == short_day(moments.now())


def test_the_councils_words_are_welsh_where_it_wrote_them_and_marked_where_it_did_not(
    browser, proposal, in_welsh
):
    ours = a_proposal(content={"title": "Warm homes", "plain_summary": "A short summary."})
    a_site(ours.council)

    both = in_welsh(shown(browser, proposal, View.VOTE, host=HOST))
    english = in_welsh(shown(browser, ours, View.VOTE, host=HOST))

    assert both.one("h2").text == WELSH["welsh_title"]
    assert WELSH["welsh_plain_summary"] in welsh_of(both)
    assert both.one("title").text == f"Ymgynghoriad: {WELSH['welsh_title']}"
    assert english.one("h2 span[lang=en]").text == ours.title
    assert "A short summary." not in welsh_of(english)
    assert proposal.council.name not in welsh_of(both)


def test_a_comment_is_in_whatever_language_its_author_wrote(browser, proposal, in_welsh):
    a_comment(proposal, body="Please share less.")

    page = in_welsh(shown(browser, proposal, View.COMMENTS))

    assert page.one(".said__text")["lang"] == ""


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


LONG = "a" * 3001


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
    page = browser.sign_in(a_person("Ann Okafor")).post(address(proposal, "yourself"))
    return page.one("[data-pass]")["data-pass"]


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


def test_no_other_page_speaks_welsh_yet(browser, proposal, missed):
    desk = browser.sign_in(a_member(proposal.council, Role.OFFICER))
    place = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}"

    pages = [
        desk.get(f"{place}?lang=cy"),
        desk.get(f"/desk/{proposal.council.slug}/proposals/{proposal.slug}/embed?lang=cy"),
        desk.get(address(proposal, "yourself")),
        desk.get(f"/embed/{proposal.council.slug}/{proposal.slug}?lang=fr"),
    ]

    assert [page.one("html")["lang"] for page in pages] == ["en-GB"] * 4
    assert missed == set()


def test_the_catalogue_is_read_once(app, browser, proposal):
    domain = app.extensions["babel"].instance.domain_instance
    domain.cache.clear()

    with patch.object(Translations, "load", side_effect=Translations.load) as load:
        for view in View:
            shown(browser, proposal, view)

    ours = [call.args[1] for call in load.call_args_list if domain.domain[0] in call.args]
    assert [str(locale) for (locale,) in ours] == ["cy"]


def test_a_welsh_frame_asks_for_no_more_than_an_english_one(browser, proposal, at_most):
    talked_about(proposal)
    for view in View:
        with at_most(12):
            assert shown(browser, proposal, view, host=HOST).status_code == 200
