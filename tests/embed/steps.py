"""Taking part in a frame, step by step."""

from datetime import timedelta

from sqlalchemy import func, select

from consult.core import clock as moments
from consult.core.db import db
from consult.participation.models import Pending
from tests.embed.sites import HOST

FRAMED = {"Sec-Fetch-Dest": "iframe", "Sec-Fetch-Site": "same-origin"}
VOTE = {"stance": "support", "reason": ""}
COMMENT = {"stance": "oppose", "body": "Not with my doctor’s notes, please."}


def address(proposal, act, host=HOST):
    return f"/embed/{proposal.council.slug}/{proposal.slug}/{act}?host={host}"


def first_step(browser, proposal, act="vote", given=None, host=HOST):
    given = given or (VOTE if act == "vote" else COMMENT)
    page = browser.post(address(proposal, act, host), given, headers=FRAMED)
    assert page.status_code == 200, page.words
    return {name.get("name"): name.get("value") for name in page.select("input[type=hidden]")}


def second_step(browser, proposal, hidden, act="vote", email="ann@example.org", host=HOST):
    given = hidden | {"email": email}
    return browser.post(address(proposal, act, host), given, headers=FRAMED)


def waiting():
    return db.session.scalar(select(func.count()).select_from(Pending))


def press(browser, proposal, page, seconds=0.7, **changed):
    """Press the button of the window after looking at it for so long."""
    form = {each["name"]: each["value"] for each in page.select("form[action*='/yourself'] input")}
    with moments.at(moments.now() + timedelta(seconds=seconds)):
        return browser.post(address(proposal, "yourself"), form | changed)


def get_pass(browser, proposal, person):
    """What the window of ours hands the frame."""
    browser.sign_in(person)
    asked = browser.get(address(proposal, "yourself"))
    assert asked.status_code == 200
    page = press(browser, proposal, asked)
    return page.one("[data-pass]")["data-pass"]
