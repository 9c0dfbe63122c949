"""Canaries: a word of its own in each place that is not for everybody."""

import re
from uuid import uuid4

from sqlalchemy import select

from consult.core import clock
from consult.core.db import db
from consult.councils.models import Council, Role
from consult.moderation import rules
from consult.moderation.models import ModerationAction, Original, Outcome, Reason
from consult.moderation.notices import Event
from consult.moderation.redaction import Detail, Span
from consult.notifications import rules as notifications
from consult.participation import rules as participation
from consult.participation.models import Comment, CommentEdit, Stance, Visibility
from consult.participation.rules import Private
from consult.proposals.models import Proposal
from tests.factories import a_member, a_person

NAME = re.compile(r"zqcanary\d{3}x")
BESIDE = "budgerigar"  # beside each canary: who searches for it must not find the canary
THREAT = "I know where you live"
COUNCIL, PROPOSAL = "kelderby", "safeguarding-hub-attendance"


class Aviary:
    """Where each canary was put."""

    def __init__(self):
        self.places: dict[str, str] = {}

    def put(self, place):
        """A new canary for a place."""
        name = f"zqcanary{len(self.places):03d}x"
        self.places[name] = place
        return name

    def heard(self, text):
        """The places whose canaries sing in a text."""
        return sorted({self.places[name] for name in NAME.findall(text) if name in self.places})


def plant():
    """Cover something of each kind, with canaries inside; tell where they are and who may know."""
    aviary = Aviary()
    council = db.session.scalars(select(Council).filter_by(slug=COUNCIL)).one()
    proposal = db.session.scalars(select(Proposal).filter_by(slug=PROPOSAL)).one()
    moderators = [a_member(council, Role.MODERATOR) for _ in range(2)]
    _in_what_the_demo_covered(aviary)
    _in_hidden(aviary, proposal, *moderators)
    _in_redacted(aviary, proposal, *moderators)
    _in_held(aviary, proposal)
    _in_deleted(aviary, proposal, moderators[0])
    _in_suggested(aviary, proposal, moderators[0])
    _in_legal(aviary, proposal, moderators[0])
    notifications.read_facts()
    return aviary


def _say(proposal, words, **given):
    return participation.post_comment(
        a_person(), proposal, Stance.OPPOSE, f"{words} {BESIDE}", private=Private.KEEP, **given
    )


def _in_what_the_demo_covered(aviary):
    for kept in db.session.scalars(select(Original)).all():
        kept.body += f" {aviary.put('an original of the demo')} {BESIDE}"
        earlier = {"id": str(uuid4()), "body": aviary.put("an earlier text of the demo")}
        kept.edits = [*kept.edits, earlier | {"at": clock.now().isoformat()}]
    for action in db.session.scalars(select(ModerationAction)):
        action.explanation = aviary.put("what an author of the demo is told")


def _had_said(comment, body):
    db.session.add(CommentEdit(comment_id=comment.id, body=body, html=f"<p>{body}</p>"))
    db.session.flush()


def _report(aviary, comment):
    words = aviary.put("the words of a report")
    rules.report(a_person(), comment, Reason.HATE, words, uuid4().hex * 2)


def _in_hidden(aviary, proposal, moderator, judge):
    above = _say(proposal, aviary.put("a hidden comment"))
    below = _say(proposal, aviary.put("a hidden reply"), parent=above)
    about = _say(proposal, aviary.put("a hidden comment on a part"), part_id="today")
    for comment in (above, below, about):
        _had_said(comment, aviary.put("the earlier text of a hidden comment"))
        _report(aviary, comment)
        rules.hide(moderator, comment, Reason.HATE, aviary.put("why it was hidden"))
    rules.make_appeal(above.author, above, aviary.put("the words of an open appeal"))
    rules.make_appeal(below.author, below, aviary.put("the words of a decided appeal"))
    answer = aviary.put("the answer to an appeal")
    rules.decide_appeal(judge, below, rules.Ruling(Outcome.UPHELD, answer))
    rules.read_original(moderator, about)


def _in_redacted(aviary, proposal, moderator, judge):
    for then in ("stays", "is hidden", "is less"):
        one, other = aviary.put("redacted words"), aviary.put("more redacted words")
        comment = _say(proposal, f"Ask **{one}** or {other} about it, said the")
        _had_said(comment, f"Do ask {one} and {other}")
        spans = [Span(one, Detail.NAME), Span(other, Detail.NAME)]
        rules.redact(moderator, comment, spans, Reason.PERSONAL_DATA, aviary.put("why redacted"))
        if then == "stays":
            _report(aviary, comment)
        elif then == "is hidden":
            rules.hide(judge, comment, Reason.HATE)
        else:
            rules.make_appeal(comment.author, comment, aviary.put("an appeal against redaction"))
            answer = aviary.put("the answer of who shows more")
            ruling = rules.Ruling(Outcome.UPHELD_IN_PART, answer, (spans[0],))
            del aviary.places[other]  # shown again
            rules.decide_appeal(judge, comment, ruling)


def _in_held(aviary, proposal):
    held = [
        _say(proposal, f"{THREAT}, {aviary.put('held words')}"),
        _say(proposal, f"{THREAT}, {aviary.put('held words that no job took in')}"),
    ]
    rules.take_in(held[0].id)
    changed = _say(proposal, "Nothing bad at all")
    participation.edit_comment(
        changed.author, changed, f"{THREAT}, {aviary.put('held after a change')}"
    )
    assert {one.visibility for one in (*held, changed)} == {Visibility.HELD}


def _in_deleted(aviary, proposal, moderator):
    plain = _say(proposal, aviary.put("a deleted comment"))
    held = _say(proposal, f"{THREAT}, {aviary.put('held, then deleted')}")
    hidden = _say(proposal, aviary.put("hidden, then deleted"))
    rules.hide(moderator, hidden, Reason.HATE)
    for comment in (plain, held, hidden):
        participation.delete_comment(comment.author, comment)


def _in_suggested(aviary, proposal, moderator):
    for then in ("hidden", "redacted", "held"):
        word = aviary.put(f"a suggestion that is {then}")
        words = f"{THREAT}, {word}" if then == "held" else f"By letter from {word} {BESIDE}."
        author = a_person()
        made = participation.suggest(author, proposal, "today", "", Stance.OPPOSE, words)
        if then == "hidden":
            rules.hide(moderator, made.comment, Reason.HATE)
        elif then == "redacted":
            spans = [Span(word, Detail.NAME)]
            rules.redact(moderator, made.comment, spans, Reason.PERSONAL_DATA)
        else:
            rules.take_in(made.comment.id)


def _in_legal(aviary, proposal, moderator):
    for agrees in (True, False):
        comment = _say(proposal, f"Words number {agrees:d} that somebody calls untrue,")
        notice = rules.give_notice(
            comment,
            rules.Particulars(
                name=aviary.put("the name of who gave notice"),
                email=f"{aviary.put('the address of who gave notice')}@example.org",
                said=f"Words {aviary.put('the words of a notice')}",
                meaning=aviary.put("the meaning of a notice"),
                wrong=aviary.put("what a notice calls untrue"),
                cannot_sue=True,
                may_share=False,
            ),
        )
        rules.take_step(moderator, notice, Event.CONTACT)
        if not agrees:
            who, where = aviary.put("an author’s name"), aviary.put("an author’s postal address")
            rules.answer_notice(comment.author, notice, rules.Reply(False, who, where))
    council, address = proposal.council, f"{aviary.put('who complains')}@example.org"
    rules.complain(council, aviary.put("their name"), address, aviary.put("their complaint"))


def covered():
    """Every comment that is not shown as it was written."""
    return db.session.scalars(
        select(Comment).where(Comment.visibility != Visibility.SHOWN).order_by(Comment.id)
    ).all()
