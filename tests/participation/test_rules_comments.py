from datetime import timedelta

import pytest

from consult.core.db import db
from consult.core.errors import Forbidden, Invalid, Refused
from consult.participation import queries, rules
from consult.participation.models import Comment, Stance, Visibility
from consult.proposals.models import Status
from tests.factories import a_person, a_proposal


def said(proposal, author=None, body="Please share less.", **given):
    return rules.post_comment(author or a_person(), proposal, Stance.OPPOSE, body, **given)


def test_the_same_words_in_the_same_place_are_one_comment():
    proposal, author = a_proposal(), a_person()

    assert said(proposal, author).id == said(proposal, author, " Please share less.\r\n").id
    assert queries.comment_count(proposal) == 1
    assert queries.recount() == []


def test_a_reply_cannot_be_replied_to():
    proposal = a_proposal()
    parent = said(proposal)
    reply = said(proposal, parent=parent)

    with pytest.raises(Refused):
        said(proposal, parent=reply)
    assert parent.replies == 1
    assert queries.recount() == []


def test_3000_characters_fit_and_a_line_end_is_one():
    proposal = a_proposal()
    body = "x" * 1499 + "\r\n" + "y" * 1500

    assert len(said(proposal, body=body).body) == 3000
    with pytest.raises(Invalid, match="3,000"):
        said(proposal, body=body + "z")


@pytest.mark.parametrize("body", ["", "  \n ", "\u200b", "\u202e\x07"])
def test_nothing_at_all_is_no_comment(body):
    with pytest.raises(Invalid):
        said(a_proposal(), body=body)
    assert db.session.query(Comment).count() == 0


def test_an_edit_within_fifteen_minutes_is_silent_and_a_later_one_keeps_what_was(clock):
    proposal, author = a_proposal(), a_person()
    comment = said(proposal, author, "One")
    clock.at(comment.created_at + timedelta(minutes=15))
    rules.edit_comment(author, comment, "Two")
    assert comment.edited_at is None
    assert queries.edits_of(comment) == []
    clock.forward(seconds=1)

    rules.edit_comment(author, comment, "Three")

    assert [edit.body for edit in queries.edits_of(comment)] == ["Two"]
    assert comment.body == "Three"


def test_an_edit_into_ones_other_comment_is_refused_kindly():
    proposal, author = a_proposal(), a_person()
    said(proposal, author, "One")
    second = said(proposal, author, "Two")

    with pytest.raises(Invalid, match="already said"):
        rules.edit_comment(author, second, "One")
    assert second.body == "Two"


def test_others_neither_edit_nor_delete():
    comment = said(a_proposal())

    with pytest.raises(Forbidden):
        rules.edit_comment(a_person(), comment, "Mine now")
    with pytest.raises(Forbidden):
        rules.delete_comment(a_person(), comment)


def test_a_deleted_comment_vanishes_unless_replies_need_its_place():
    proposal, author = a_proposal(), a_person()
    alone, parent = said(proposal, author, "Alone"), said(proposal, author, "Parent")
    said(proposal, parent=parent)
    for comment in (alone, parent):
        rules.delete_comment(author, comment)
        rules.delete_comment(author, comment)

    (thread,) = queries.comments_page(proposal, queries.Reading()).items
    assert thread.comment is parent
    assert parent.visibility is Visibility.DELETED
    assert parent.body == parent.html == ""
    assert queries.comment_count(proposal) == 1
    assert queries.recount() == []


@pytest.mark.parametrize("status", [Status.PAUSED, Status.CONSIDERING, Status.WITHDRAWN])
def test_nobody_comments_when_it_is_not_open(status):
    with pytest.raises(Refused):
        said(a_proposal(status=status))
