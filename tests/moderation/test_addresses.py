from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.moderation.addresses import Named, comment_named

ID = UUID("018f2b6c-0d5e-7c11-9a0b-3f5d2c1a7e90")
REPLY = UUID("018f2b6c-0d5e-7c11-9a0b-3f5d2c1a7e91")
THERE = f"/councils/kelderby/proposals/hub/comments/{ID}"
HOST = "consult.example"


@pytest.mark.parametrize(
    "typed",
    [
        THERE,
        f"  https://{HOST}{THERE} ",
        f"{HOST}{THERE}/",
        f"http://{HOST}{THERE}?after=x#reply",
        f"https://{HOST}/councils/kelderby/proposals/hub#comment-{ID}",
        f"https://{HOST}/councils/kelderby/proposals/hub/comments#comment-{ID}",
        f"{THERE}/report",
        THERE.replace("018f", "018F"),
    ],
)
def test_an_address_of_a_comment_is_read_however_it_was_copied(typed):
    assert comment_named(typed, HOST) == Named("kelderby", "hub", ID)


def test_a_reply_on_the_page_of_another_comment_is_named_by_its_fragment():
    assert comment_named(f"{THERE}#comment-{REPLY}", HOST).comment_id == REPLY


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "the one by Ann",
        f"https://elsewhere.example{THERE}",
        f"//elsewhere.example{THERE}",
        f"https://{HOST}@elsewhere.example{THERE}",
        f"javascript://{HOST}{THERE}",
        f"https://{HOST}/councils/kelderby/proposals/hub",
        f"https://{HOST}/councils/kelderby/proposals/hub/comments/{ID}x".replace("-", ""),
        f"https://{HOST}/councils/../proposals/hub/comments/{ID}",
        "https://[::1" + THERE,
        THERE + "?" + "a" * 500,
    ],
)
def test_anything_else_names_no_comment(typed):
    assert comment_named(typed, HOST) is None


@given(st.text(max_size=300))
def test_no_text_makes_it_fail(typed):
    comment_named(typed, HOST)


def test_ids_are_whole():
    assert comment_named(f"{THERE[:-1]}", HOST) is None
    assert comment_named(THERE.replace(str(ID), str(uuid4())), HOST) is not None
