"""A suggestion is a comment whose words would stand in the text: every act holds for it, too."""

import pytest

from consult.core.errors import Refused
from consult.councils.models import Role
from consult.moderation import rules
from consult.moderation.models import Act, Outcome, Reason
from consult.moderation.redaction import Detail, Span
from consult.moderation.rules import Order
from consult.participation import rules as participation
from consult.participation.models import Stance
from consult.proposals.parts import parts_of
from consult.proposals.queries import current_version
from tests.factories import a_member, a_person
from tests.moderation.cases import mails
from tests.participation.test_parts_views import address
from tests.participation.test_rules_parts import a_text
from tests.participation.test_views_suggestions import suggested

PRIVATE = "ring Mabel Ockendon"
WORDS = f"By phone: {PRIVATE}."
ORDERS = {
    "hide": Order(Act.HIDE, Reason.PERSONAL_DATA),
    "redact": Order(Act.REDACT, Reason.PERSONAL_DATA, (Span(PRIVATE, Detail.NAME),)),
}


@pytest.fixture
def one():
    return suggested(a_text(), WORDS)


def a_moderator(one):
    return a_member(one.comment.proposal.council, Role.MODERATOR)


def everywhere(browser, one):
    """What every page says on which suggested words stand, to a visitor and to an officer."""
    proposal = one.comment.proposal
    desk = f"/desk/{proposal.council.slug}/proposals/{proposal.slug}"
    public = ["", "/parts", "/parts/today", "/suggestions", f"/comments/{one.comment_id}"]
    said = [browser.get(address(proposal, where)).text for where in public]
    officer = a_member(proposal.council, Role.OFFICER, Role.MODERATOR)
    browser.sign_in(officer)
    inside = [f"{desk}/suggestions", f"{desk}/suggestions/{one.comment_id}"]
    inside.append(f"/desk/{proposal.council.slug}/queue/{one.comment_id}")
    pages = [browser.get(where) for where in inside]
    assert [page.status_code for page in pages] == [200] * 3
    return " ".join([*said, *(page.text for page in pages)])


@pytest.mark.parametrize("act", ORDERS)
def test_what_is_covered_stands_on_no_page_and_in_no_letter(browser, one, act):
    assert PRIVATE in everywhere(browser, one)

    rules.act(a_moderator(one), one.comment, ORDERS[act])

    browser.sign_out()
    assert PRIVATE not in everywhere(browser, one)
    assert all(PRIVATE not in mail.text for mail in mails())


@pytest.mark.parametrize("act", ORDERS)
def test_what_is_shown_again_can_be_read_again(browser, one, act):
    moderator = a_moderator(one)
    rules.act(moderator, one.comment, ORDERS[act])

    rules.act(moderator, one.comment, Order(Act.RESTORE))

    assert PRIVATE in everywhere(browser, one)


def test_its_author_appeals_and_somebody_else_shows_it_again(one):
    rules.act(a_moderator(one), one.comment, ORDERS["hide"])
    rules.make_appeal(one.comment.author, one.comment, "She is a made-up person.")

    rules.decide_appeal(a_moderator(one), one.comment, rules.Ruling(Outcome.OVERTURNED))

    assert one.comment.is_readable
    assert one.comment.is_shown_again


def test_a_suggestion_keeps_its_place_whatever_anybody_chooses(one):
    part = parts_of(current_version(one.comment.proposal).content)[0].id
    moderator = a_moderator(one)
    with pytest.raises(Refused, match="stays where it is"):
        rules.act(moderator, one.comment, Order(Act.MOVE, part_id=part))
    with pytest.raises(Refused, match="stays where it is"):
        rules.group(moderator, one.comment, [suggested(one.comment.proposal, WORDS).comment])


def test_a_closed_thread_below_a_suggestion_takes_no_replies(one):
    rules.act(a_moderator(one), one.comment, Order(Act.LOCK, Reason.OFF_TOPIC))

    with pytest.raises(Refused, match="closed this thread"):
        participation.post_comment(
            a_person(), one.comment.proposal, Stance.UNSURE, "Yes.", one.comment
        )
