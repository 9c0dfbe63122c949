"""What stands in a frame whose address asks for Welsh."""

from unittest.mock import patch

import pytest
from babel.support import Translations

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
from tests.embed.listening import WELSH, welsh_of
from tests.embed.sites import HOST, a_site
from tests.factories import a_comment, a_member, a_person, a_proposal


@pytest.fixture
def proposal(bilingual):
    return bilingual


def shown(browser, proposal, view, **args):
    query = "".join(f"&{name}={value}" for name, value in args.items())
    here = f"/embed/{proposal.council.slug}/{proposal.slug}?lang=cy&view={view.value}"
    return browser.get(here + query)


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


def test_no_other_page_speaks_welsh_yet(browser, proposal, missed):
    desk = browser.sign_in(a_member(proposal.council, Role.OFFICER))
    place = f"/councils/{proposal.council.slug}/proposals/{proposal.slug}"

    pages = [
        desk.get(f"{place}?lang=cy"),
        desk.get(f"/desk/{proposal.council.slug}/proposals/{proposal.slug}/embed?lang=cy"),
        desk.get(steps.address(proposal, "yourself") + "&lang=cy"),
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
