from contextlib import suppress
from contextvars import copy_context
from threading import Barrier, BrokenBarrierError, Thread

from consult.accounts.models import Person
from consult.core.db import commit, db, writing
from consult.core.errors import Refused
from consult.participation import queries, rules
from consult.participation.models import Comment, CommentEdit, Stance, Visibility
from tests.factories import a_person, a_proposal

SECRET = "4711 0815"


class Meeting:
    """Lets two transactions read before either writes, where the database allows that at all."""

    def __init__(self):
        self.barrier = Barrier(2)

    def wait(self):
        with suppress(BrokenBarrierError):  # one writer at a time: the other has not even begun
            self.barrier.wait(1)


def together(app, *deeds):
    """Do these at once, each in a transaction of its own; tell what was refused."""
    refused = []

    def run(deed):
        with app.app_context():
            try:
                with writing():
                    deed()
            except Refused as refusal:
                refused.append(str(refusal.message))
            finally:
                db.session.remove()

    threads = [Thread(target=copy_context().run, args=(run, deed)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
        assert not thread.is_alive()
    return refused


def a_said_comment(app, body):
    with app.app_context(), writing():
        author = a_person()
        comment = rules.post_comment(author, a_proposal(), Stance.OPPOSE, body)
        return author.id, comment.id


def test_deleting_a_comment_twice_at_once_counts_once(rows):
    author_id, comment_id = a_said_comment(rows, "One")
    with rows.app_context(), writing():
        proposal = db.session.get(Comment, comment_id).proposal
        rules.post_comment(a_person(), proposal, Stance.OPPOSE, "Another of the same stance")
    meeting = Meeting()

    def delete():
        author, comment = db.session.get(Person, author_id), db.session.get(Comment, comment_id)
        meeting.wait()
        rules.delete_comment(author, comment)

    assert together(rows, delete, delete) == []
    with rows.app_context():
        assert queries.recount() == []


def test_an_edit_never_brings_back_what_a_moderator_removed_meanwhile(rows):
    author_id, comment_id = a_said_comment(rows, f"Ring {SECRET}")
    meeting = Meeting()

    def edit():
        author, comment = db.session.get(Person, author_id), db.session.get(Comment, comment_id)
        meeting.wait()
        meeting.wait()
        rules.edit_comment(author, comment, f"Please ring {SECRET}")

    def redact():
        comment = db.session.get(Comment, comment_id)
        meeting.wait()
        rules.redact(comment, "Ring [phone number removed]")
        commit()
        meeting.wait()

    refused = together(rows, edit, redact)

    with rows.app_context():
        comment = db.session.get(Comment, comment_id)
        assert comment.visibility is Visibility.REDACTED
        assert SECRET not in comment.body + comment.html
        assert not any(SECRET in edit.body for edit in db.session.query(CommentEdit))
    assert len(refused) <= 1
