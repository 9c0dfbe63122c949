"""At the desk: accepting suggested words, in part or whole, and declining them."""

import pytest

from consult.core.db import db
from consult.councils.models import Role
from consult.participation import rules
from consult.participation.models import Answer
from consult.proposals.parts import with_ids
from tests.factories import a_member, a_proposal
from tests.participation.letters import mails
from tests.participation.test_rules_suggestions import BODY, a_text, suggested

pytestmark = pytest.mark.either
WORDS = "We share first names only."
STANDING = "We share names."


def desk(proposal, end=""):
    return f"/desk/{proposal.council.slug}/proposals/{proposal.slug}/suggestions{end}"


def page_of(one, end=""):
    return desk(one.proposal, f"/{one.comment_id}{end}")


def answered(answer="accepted", words=WORDS, reason="", seen=STANDING):
    return {"answer": answer, "words": words, "reason": reason, "seen": seen}


@pytest.fixture
def proposal():
    return a_text()


@pytest.fixture
def officer(proposal):
    return a_member(proposal.council, Role.OFFICER)


def test_accepted_words_stand_in_the_draft_and_the_list_says_what_comes_next(
    browser, officer, proposal
):
    one = suggested(proposal)
    browser.sign_in(officer)

    sent = browser.post(page_of(one), answered())
    page = browser.get(sent.location)

    assert sent.status_code == 303
    assert proposal.draft["body"] == BODY.replace(STANDING, WORDS)
    banner = page.one(".govuk-notification-banner--success")
    assert "They go out with version 2." in banner.text
    assert "Open the draft" in banner.text
    assert browser.get(page.one(".govuk-notification-banner__link")["href"]).status_code == 200
    assert len(mails()) == 1


def test_the_same_form_twice_has_one_effect_and_one_answer(browser, officer, proposal):
    one, two = suggested(proposal), suggested(proposal, "For two years.", number=2)
    browser.sign_in(officer)

    for found, form in ((one, answered()), (two, answered("declined", "For two years.", "No."))):
        first, again = browser.post(page_of(found), form), browser.post(page_of(found), form)
        assert (first.status_code, first.location) == (again.status_code, again.location)

    assert (one.answer, two.answer) == (Answer.ACCEPTED, Answer.DECLINED)
    assert len(mails()) == 2


def test_a_part_of_the_words_needs_a_reason_and_keeps_what_was_typed(browser, officer, proposal):
    one = suggested(proposal)
    browser.sign_in(officer)
    some = answered("accepted_in_part", "We share first names.")

    without = browser.post(page_of(one), some)
    browser.post(page_of(one), {**some, "reason": "“Only” says it twice."})

    assert without.status_code == 422
    assert without.one("#reason-error").text.endswith("why not all of it.")
    assert without.one("textarea[name=words]").text == "We share first names."
    assert one.answer is Answer.ACCEPTED_IN_PART
    assert proposal.draft["body"].startswith("We share first names.\n")


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"reason": "Typed."}, "answer"),
        ({"answer": "perhaps", "reason": "Typed."}, "answer"),
        (answered(words="Others.", reason="Typed."), "answer"),
        (answered("accepted_in_part", reason="Typed."), "words"),
        (answered("accepted_in_part", " ", reason="Typed."), "words"),
        (answered("declined"), "reason"),
        (answered("declined", reason="Typed. " + "a" * 2001), "reason"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_its_field(browser, officer, proposal, form, field):
    one = suggested(proposal)

    page = browser.sign_in(officer).post(page_of(one), form)

    assert page.status_code == 422
    assert page.one(f"#{field}-error")
    assert page.one("textarea[name=reason]").text.startswith(form["reason"][:6])
    assert (one.answer, proposal.draft["body"], mails()) == (Answer.OPEN, BODY, [])


def test_declined_words_leave_the_draft_alone_and_their_author_learns_why(
    browser, officer, proposal
):
    one = suggested(proposal)
    browser.sign_in(officer)

    sent = browser.post(page_of(one), answered("declined", reason="The law asks for names."))

    assert "Declined. The draft stays as it is." in browser.get(sent.location).words
    assert "The law asks for names." in mails()[-1].text
    assert "The law asks for names." in browser.get(page_of(one)).words
    assert proposal.draft["body"] == BODY


def test_words_changed_meanwhile_are_shown_and_nothing_typed_is_lost(browser, officer, proposal):
    one, two = suggested(proposal), suggested(proposal, "We share initials.")
    rules.accept(officer, one, WORDS, seen=STANDING)
    browser.sign_in(officer)
    form = answered("accepted_in_part", "We share an initial.", "Typed.")

    page = browser.post(page_of(two), form)

    assert page.status_code == 409
    assert "Somebody changed these words in the draft" in page.words
    assert page.one("input[name=seen]")["value"] == WORDS
    assert page.one("textarea[name=words]").text == "We share an initial."
    assert page.one("textarea[name=reason]").text == "Typed."
    assert "The draft says something else by now:" in page.words
    again = browser.post(page_of(two), {**form, "seen": WORDS})
    assert again.status_code == 303
    assert "We share an initial." in proposal.draft["body"]


def test_line_ends_of_browsers_are_no_change_of_the_draft(browser):
    lines = "One line\nand another."
    proposal = a_proposal(content=with_ids({}, {"title": "A text", "body": lines}))
    one = suggested(proposal, "One\nline only.")
    browser.sign_in(a_member(proposal.council, Role.OFFICER))

    sent = browser.post(
        page_of(one), answered(words="One\r\nline only.", seen=lines.replace("\n", "\r\n"))
    )

    assert sent.status_code == 303
    assert proposal.draft["body"] == "One\nline only."


def test_words_that_left_the_draft_can_only_be_declined(browser, officer, proposal):
    one = suggested(proposal)
    proposal.draft = {"title": "A text"}
    db.session.flush()
    browser.sign_in(officer)

    page = browser.get(page_of(one))
    forced = browser.post(page_of(one), answered(reason="Typed."))
    sent = browser.post(
        page_of(one), {"answer": "declined", "reason": "We took it out.", "seen": ""}
    )

    assert (
        "These words are no longer in the draft, so others cannot take their place." in page.words
    )
    assert not page.select("input[type=radio]")
    assert forced.status_code == 409
    assert sent.status_code == 303
    assert one.answer is Answer.DECLINED


def test_words_with_a_gap_can_be_taken_in_part_only(browser, officer, proposal):
    one = suggested(proposal, "We share what Ann [name removed] says.")
    rules.redact(one.comment, "We share what [name removed] says.")
    browser.sign_in(officer)

    page = browser.get(page_of(one))
    forced = browser.post(page_of(one), answered(words=one.comment.body))

    assert [each["value"] for each in page.select("input[type=radio]")] == [
        "accepted_in_part",
        "declined",
    ]
    assert forced.status_code == 409
    assert proposal.draft["body"] == BODY


def test_the_words_of_one_suggestion_are_not_written_over_by_those_of_another(
    browser, officer, proposal
):
    one, two = suggested(proposal), suggested(proposal, "We share initials.")
    rules.accept(officer, one, WORDS, seen=STANDING)
    browser.sign_in(officer)

    page = browser.get(page_of(two))
    forced = browser.post(page_of(two), answered(words="We share initials.", seen=WORDS))
    joined = answered("accepted_in_part", "First names or initials.", "Both.", WORDS)
    sent = browser.post(page_of(two), joined)

    assert "Words of another suggestion stand in the draft already" in page.words
    assert forced.status_code == 409
    assert sent.status_code == 303
    assert "First names or initials." in proposal.draft["body"]


def test_words_redacted_meanwhile_are_not_kept_in_the_form(browser, proposal, officer):
    one = suggested(proposal, "We share names. Ring 4711 0815.")
    browser.sign_in(officer)
    shown = browser.get(page_of(one))
    rules.redact(one.comment, "We share names. Ring [phone number removed].")
    sent = {
        "answer": "accepted_in_part",
        "words": "Ring 4711 0815 and ask.",
        "reason": "Some.",
        "seen": shown.one("input[name=seen]")["value"],
        "mark": shown.one("input[name=mark]")["value"],
    }

    page = browser.post(page_of(one), sent)

    assert page.status_code == 409
    assert "4711 0815" not in page.text
    assert proposal.draft["body"].startswith("We share names.")
