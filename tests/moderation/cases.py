from consult.changelog import queries as changelog
from consult.changelog.models import Fact
from consult.core.db import db
from consult.councils.models import Role
from consult.jobs.models import Mail
from consult.moderation import queries, rules
from consult.moderation.models import (
    Reason,
)
from consult.moderation.redaction import Detail, Span
from consult.participation.models import CommentEdit
from tests.factories import a_comment, a_member, a_proposal

BODY = "Ring me on 01632 960417 or write to 14 Tallow Lane."
PHONE = Span("01632 960417", Detail.PHONE)
ADDRESS = Span("14 Tallow Lane", Detail.ADDRESS)


def a_case(body=BODY, **given):
    comment = a_comment(a_proposal(), body=body, **given)
    return a_member(comment.proposal.council, Role.MODERATOR), comment


def a_report(comment, reporter=None, key="k" * 64, reason=Reason.PERSONAL_DATA):
    return rules.report(reporter, comment, reason, None, key)


def an_edit(comment, body):
    edit = CommentEdit(comment_id=comment.id, body=body, html=f"<p>{body}</p>")
    db.session.add(edit)
    db.session.flush()
    return edit


def mails():
    return db.session.query(Mail).order_by(Mail.queued_at, Mail.id).all()


def facts():
    return changelog.entries_after(0, [Fact.MODERATION_ACTION])


def everything_public(comment):
    edits = queries.edits_of(comment)
    return "\n".join([comment.body, comment.html, *(f"{one.body}\n{one.html}" for one in edits)])
