"""What is found before words are public: asked of their author, covered, or held."""

import pytest

from consult.core.db import db
from consult.core.errors import Invalid
from consult.councils import rules as councils
from consult.councils.models import Checks, Role
from consult.councils.rules import CheckSettings
from consult.participation import queries, rules
from consult.participation.models import Comment, Held, HeldFor, Pending, Stance, Visibility
from consult.participation.rules import Private
from tests.browser import HTMX
from tests.factories import a_comment, a_member, a_person, a_proposal

PHONE = "Ring me on 01632 960417 about the boiler."
COVERED = "Ring me on [phone number removed] about the boiler."
THREAT = "I know where you live."
DESPAIR = "I am going to kill myself if this goes on."


def said(proposal, body, private=None, author=None):
    return rules.post_comment(author or a_person(), proposal, Stance.OPPOSE, body, private=private)


def address(proposal):
    return f"/councils/{proposal.council.slug}/proposals/{proposal.slug}"


def held():
    return db.session.query(Held).all()


# Rules


def test_private_details_are_asked_about_first():
    with pytest.raises(Invalid) as refused:
        said(a_proposal(), PHONE)

    assert refused.value.field == "private"
    assert "“01632 960417” (phone number)" in refused.value.message
    assert db.session.query(Comment).count() == 0


def test_what_the_author_removes_is_nowhere():
    comment = said(a_proposal(), PHONE, Private.REMOVE)

    assert (comment.body, comment.visibility) == (COVERED, Visibility.SHOWN)
    assert held() == []


def test_what_the_author_keeps_is_covered_until_a_moderator_has_looked():
    comment = said(a_proposal(), PHONE, Private.KEEP)

    assert (comment.body, comment.visibility) == (COVERED, Visibility.REDACTED)
    assert "960417" not in comment.html
    assert [(one.why, one.words) for one in held()] == [(HeldFor.PRIVATE, PHONE)]


def test_what_is_only_likely_to_be_private_is_shown_if_its_author_says_so():
    words = "The office at 14 Tallow Lane was shut."

    comment = said(a_proposal(), words, Private.KEEP)

    assert (comment.body, comment.visibility) == (words, Visibility.SHOWN)
    assert held() == []


@pytest.mark.parametrize(("words", "why"), [(THREAT, HeldFor.THREAT), (DESPAIR, HeldFor.DANGER)])
def test_threats_and_signs_of_harm_wait_for_a_moderator_and_are_counted(words, why):
    proposal = a_proposal()

    comment = said(proposal, words)

    assert (comment.body, comment.html, comment.visibility) == ("", "", Visibility.HELD)
    assert [(one.why, one.words) for one in held()] == [(why, words)]
    assert queries.comment_count(proposal) == 1
    assert queries.recount() == []


def test_the_same_held_words_sent_twice_are_one_comment():
    proposal, author = a_proposal(), a_person()

    first = said(proposal, PHONE, Private.KEEP, author)

    assert said(proposal, PHONE, Private.KEEP, author).id == first.id
    assert len(held()) == 1


def test_deleting_a_held_comment_leaves_none_of_its_words():
    comment = said(a_proposal(), THREAT)

    rules.delete_comment(comment.author, comment)

    assert held() == []
    assert comment.visibility is Visibility.DELETED


def test_an_edit_is_looked_at_as_the_first_words_were():
    comment = said(a_proposal(), "Please share less.")

    with pytest.raises(Invalid):
        rules.edit_comment(comment.author, comment, PHONE)
    rules.edit_comment(comment.author, comment, PHONE, Private.KEEP)

    assert (comment.body, comment.visibility) == (COVERED, Visibility.REDACTED)
    assert len(held()) == 1


def test_the_council_and_its_office_holders_are_nobodys_secret():
    proposal = a_proposal()
    owner = a_member(proposal.council, Role.OWNER)
    chosen = CheckSettings(phones=["01632 960417"], names=["Cllr Dr Amir Shah"])
    councils.set_checks(owner, proposal.council, chosen)
    words = "Dr Amir Shah said to ring (01632) 960417."

    assert said(proposal, words).body == words


def test_a_council_adds_and_removes_words_to_hold_for():
    proposal = a_proposal()
    owner = a_member(proposal.council, Role.OWNER)
    chosen = CheckSettings(cues_added=["burn it down"], cues_removed=["i know where you live"])
    councils.set_checks(owner, proposal.council, chosen)

    assert said(proposal, "We should burn it down").visibility is Visibility.HELD
    assert said(proposal, THREAT).visibility is Visibility.SHOWN


def test_what_a_council_replies_is_not_held_back():
    proposal = a_proposal()
    officer, question = a_member(proposal.council, Role.OFFICER), a_comment(proposal)

    reply = rules.post_comment(
        officer, proposal, Stance.UNSURE, PHONE, parent=question, is_official=True
    )

    assert (reply.body, reply.visibility) == (PHONE, Visibility.SHOWN)


# Pages


def test_the_author_sees_the_exact_words_marked_and_keeps_what_they_typed(browser):
    proposal = a_proposal()
    browser.sign_in(a_person())

    page = browser.post(f"{address(proposal)}/comments", {"stance": "oppose", "body": PHONE})

    assert page.status_code == 422
    assert page.one(".private mark").text == "01632 960417"
    assert page.one("#comment-body").text.strip() == PHONE
    assert [one["value"] for one in page.select(".private button")] == ["remove", "keep"]
    assert db.session.query(Comment).count() == 0


@pytest.mark.parametrize(("pressed", "shown"), [("remove", 0), ("keep", 1)])
def test_one_press_removes_it_or_keeps_it_covered(browser, pressed, shown):
    proposal = a_proposal()
    browser.sign_in(a_person())
    sent = {"stance": "oppose", "body": PHONE, "private": pressed}

    page = browser.follow(browser.post(f"{address(proposal)}/comments", sent))

    assert "phone number removed" in page.words
    assert len(held()) == shown


@pytest.mark.parametrize("forged", ["all", "KEEP", "keep,remove"])
def test_a_forged_choice_is_refused(browser, forged):
    proposal = a_proposal()
    browser.sign_in(a_person())
    sent = {"stance": "oppose", "body": PHONE, "private": forged}

    assert browser.post(f"{address(proposal)}/comments", sent).status_code == 422
    assert db.session.query(Comment).count() == 0


def test_a_visitor_is_asked_before_a_mail_is_sent_and_not_again(browser):
    proposal = a_proposal()
    sent = {"stance": "oppose", "body": PHONE, "email": "ann@example.org"}

    asked = browser.post(f"{address(proposal)}/comments", sent)
    browser.post(f"{address(proposal)}/comments", sent | {"private": "remove"})

    assert asked.status_code == 422
    assert db.session.query(Pending).one().payload["body"] == COVERED


def test_whoever_may_be_in_danger_reads_where_help_is_at_once(browser):
    proposal = a_proposal()
    sent = {"stance": "oppose", "body": DESPAIR, "email": "ann@example.org"}

    page = browser.follow(browser.post(f"{address(proposal)}/comments", sent))

    assert "116 123" in page.one(".help-now").text


def test_words_on_a_part_are_looked_at_too(browser):
    proposal = a_proposal()
    browser.sign_in(a_person())
    where = f"{address(proposal)}/parts/purpose"

    page = browser.post(where, {"stance": "oppose", "body": PHONE}, headers=HTMX)

    assert page.status_code in (404, 422)
    assert db.session.query(Comment).count() == 0


def test_a_held_comment_shows_its_place_and_nothing_of_its_words(browser):
    proposal = a_proposal()
    comment = said(proposal, THREAT)

    for room in ("", "/comments", f"/comments/{comment.id}"):
        page = browser.get(f"{address(proposal)}{room}")
        assert THREAT not in page.text
    assert "A moderator looks at this comment before it is shown" in page.words


# The owners' page


def test_only_owners_choose_what_is_checked(browser, another_browser):
    council = a_proposal().council
    where = f"/desk/{council.slug}/checks"
    typed = {"phones": "01632 960417\n\n 01632 960999", "duty_email": "Duty@Example.org"}

    page = browser.sign_in(a_member(council, Role.OWNER)).post(where, typed)
    refused = another_browser().sign_in(a_member(council, Role.MODERATOR)).post(where, typed)

    checks = db.session.get(Checks, council.id)
    assert (page.status_code, refused.status_code) == (303, 403)
    assert checks.phones == ["01632 960417", "01632 960999"]
    assert checks.duty_email == "duty@example.org"


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("duty_email", "nobody"),
        ("phones", "\n".join(map(str, range(201)))),
        ("names", "x" * 121),
        ("cues_added", "ab"),
    ],
)
def test_what_cannot_be_used_is_refused_beside_its_field(browser, field, typed):
    council = a_proposal().council
    browser.sign_in(a_member(council, Role.OWNER))

    page = browser.post(f"/desk/{council.slug}/checks", {field: typed})

    assert page.status_code == 422
    assert page.one(f"#{field}-error")
    assert db.session.get(Checks, council.id) is None


def test_beside_what_is_beyond_doubt_all_that_was_marked_is_covered():
    comment = said(a_proposal(), "Ring 01632 960417 or come to 14 Tallow Lane.", Private.KEEP)

    assert comment.body == "Ring [phone number removed] or come to [address removed]."


# What is read is not always what was typed


@pytest.mark.parametrize(
    "words",
    [
        "mail jane.doe\\@gmail.com",
        "Ring 01632&#32;960417 tonight",
        "Ring 01632 **960417** tonight",
    ],
)
def test_what_only_readers_would_see_is_asked_about_and_then_held_whole(words):
    proposal = a_proposal()
    with pytest.raises(Invalid) as asked:
        said(proposal, words)
    with pytest.raises(Invalid) as removing:
        said(proposal, words, Private.REMOVE)

    comment = said(proposal, words, Private.KEEP)

    assert (asked.value.field, removing.value.field) == ("private", "body")
    assert (comment.body, comment.visibility) == ("", Visibility.HELD)


@pytest.mark.parametrize("words", ["I know **where** you live.", "I know\n\nwhere you live"])
def test_threats_are_seen_through_markup(words):
    assert said(a_proposal(), words).visibility is Visibility.HELD


def test_formatting_alone_is_no_reason_to_ask():
    assert said(a_proposal(), "Please **share** [less](https://example.org).").body
