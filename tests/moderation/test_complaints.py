"""Complaints about personal data: a form, an answer at once, a register, an end."""

from datetime import timedelta

import pytest

from consult.core.db import db
from consult.core.errors import Refused
from consult.councils.models import Role
from consult.moderation import queries, rules
from consult.moderation.models import DataComplaint
from tests.factories import a_council, a_member
from tests.moderation.cases import mails

WORDS = "You sent my file to a neighbour."


def a_complaint(council=None, **given):
    return rules.complain(council or a_council(), "", "bo@example.org", WORDS, **given)


def test_a_complaint_is_acknowledged_at_once(browser):
    council = a_council()
    here = f"/councils/{council.slug}/complain"

    page = browser.post(here, data={"words": WORDS, "name": "", "email": "Bo@Example.org"})

    complaint = db.session.query(DataComplaint).one()
    assert page.location == f"{here}/thanks"
    assert "30 days" in browser.get(page.location).words
    assert [mail.to for mail in mails()] == ["bo@example.org"]
    assert complaint.reference in mails()[0].text
    assert WORDS not in mails()[0].text
    assert complaint.due_at - complaint.created_at == timedelta(days=30)


def test_sent_twice_it_is_one():
    council = a_council()

    assert a_complaint(council) is a_complaint(council)
    assert len(mails()) == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"words": ""}, "Say what went wrong"),
        ({"email": ""}, "so that we can answer"),
        ({"email": "nobody"}, "e-mail address"),
        ({"words": "x" * 5001}, "5,000 characters"),
    ],
)
def test_what_cannot_be_taken_is_explained_and_kept(browser, given, said):
    typed = {"words": WORDS, "name": "Bo Finch", "email": "bo@example.org"} | given

    page = browser.post(f"/councils/{a_council().slug}/complain", data=typed)

    assert page.status_code == 422
    assert said in page.words
    assert "Bo Finch" in page.text
    assert db.session.query(DataComplaint).count() == 0


def test_an_owner_tells_news_and_then_the_outcome(browser, clock):
    complaint = a_complaint()
    browser.sign_in(a_member(complaint.council, Role.OWNER))
    here = f"/desk/{complaint.council.slug}/legal/complaints"
    there = f"{here}/{complaint.id}"
    clock.forward(days=20)

    assert complaint.reference in browser.get(here).words
    assert browser.post(there, data={"words": "We are looking."}).status_code == 303
    assert complaint.due_at > complaint.created_at + timedelta(days=49)
    assert browser.post(there, data={"words": "We erred.", "is_outcome": "y"}).status_code == 303

    assert "We erred." in browser.get(there).words
    assert any("We erred." in mail.text for mail in mails())
    assert complaint.closed_at is not None
    assert queries.complaints_due(complaint.council) == (0, None)


def test_the_same_news_twice_is_told_once_and_none_after_the_outcome():
    complaint = a_complaint()
    owner = a_member(complaint.council, Role.OWNER)

    rules.tell(owner, complaint, "We erred.", True)
    rules.tell(owner, complaint, "We erred.", True)
    with pytest.raises(Refused):
        rules.tell(owner, complaint, "And more.", False)

    assert len(mails()) == 2


def test_it_is_forgotten_a_year_after_the_outcome(clock):
    complaint = a_complaint()
    rules.tell(a_member(complaint.council, Role.OWNER), complaint, "We erred, Bo.", True)

    clock.forward(days=364)
    assert rules.forget_complaints() == 0
    clock.forward(days=1)
    assert rules.forget_complaints() == 1

    assert (complaint.name, complaint.email, complaint.words) == ("", "", "")
    assert [note.words for note in queries.complaint_notes(complaint)] == [""]


def test_the_form_is_limited(browser, limits):
    here = f"/councils/{a_council().slug}/complain"

    statuses = [browser.post(here, data={"words": ""}).status_code for _n in range(11)]

    assert statuses == [422] * 10 + [429]


def test_the_register_is_paged(browser, at_most):
    council = a_council()
    for n in range(22):
        rules.complain(council, "", f"bo{n}@example.org", WORDS)
    browser.sign_in(a_member(council, Role.OWNER))

    with at_most(12):
        page = browser.get(f"/desk/{council.slug}/legal/complaints")

    assert len(page.select(".d-q__item")) == 20
    assert len(browser.get(page.one(".more a")["href"]).select(".d-q__item")) == 2
