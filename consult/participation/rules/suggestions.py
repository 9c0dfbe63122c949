"""Suggesting other words for a place in the text, and supporting what others suggest."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete

from consult.accounts.models import Person
from consult.core import _, _l
from consult.core.db import db, insert_into
from consult.core.errors import Invalid, NotFound, Refused
from consult.participation import queries
from consult.participation.carrying import Pin
from consult.participation.counters import move_supporters
from consult.participation.models import (
    Answer,
    Comment,
    HeldFor,
    Pending,
    Stance,
    Suggestion,
    Support,
)
from consult.participation.rules.asides import COUNTS
from consult.participation.rules.holding import hold_suggestion_row
from consult.participation.rules.kinds import KINDS, Kind, Payload
from consult.participation.rules.limits import hold_if_limited
from consult.participation.rules.openness import check_open
from consult.participation.rules.parts import pin
from consult.participation.rules.pending import hold_for
from consult.participation.rules.saying import LONGEST, say
from consult.participation.rules.screening import held_for, refuse_private
from consult.participation.texts import tidy
from consult.proposals import queries as proposals
from consult.proposals.models import Proposal
from consult.proposals.rewording import Unfit, Wording, fitted, wording


def suggest(
    author: Person,
    proposal: Proposal,
    part_id: str,
    column: str,
    stance: Stance,
    words: str,
    *,
    read: int | None = None,
    wants_credit: bool = False,
) -> Suggestion:
    """Publish other words for one place; suggesting the same words again changes nothing.

    They are meant for the version that their author read, which is the current one unless named.
    """
    hold_if_limited(author, proposal.council)
    check_open(proposal)
    about, place = _place(proposal, part_id, column, read)
    words = _fit(proposal, place, words)
    comment = say(
        author, proposal, stance, words, about, replaces=place.text, place=f"instead/{column}"
    )
    made = insert_into(Suggestion).values(
        comment_id=comment.id,
        proposal_id=proposal.id,
        part_id=part_id,
        column_key=column,
        wants_credit=wants_credit,
    )
    db.session.execute(made.on_conflict_do_nothing(index_elements=["comment_id"]))
    return queries.suggestion(proposal, comment.id)


def hold_suggestion(
    email: str,
    proposal: Proposal,
    part_id: str,
    column: str,
    stance: Stance,
    words: str,
    *,
    read: int | None = None,
    wants_credit: bool = False,
) -> Pending:
    """Keep a visitor's words until they confirm; nobody reads them before."""
    check_open(proposal)
    about, place = _place(proposal, part_id, column, read)
    words = _fit(proposal, place, words)
    payload = {
        "part": part_id,
        "column": column,
        "stance": stance.value,
        "words": words,
        "read": about.version_number,
        "credit": wants_credit,
        "danger": held_for(proposal.council, words) is HeldFor.DANGER,
    }
    return hold_for(email, proposal, "suggestion", payload)


def support(person: Person, suggestion: Suggestion) -> None:
    """Count one person's support; supporting twice counts once."""
    check_open(suggestion.proposal)
    hold_suggestion_row(suggestion)
    check_supportable(suggestion)
    if suggestion.comment.author_id == person.id:
        raise Refused(_("This is your own suggestion. Others can support it."))
    made = insert_into(Support).values(suggestion_id=suggestion.id, person_id=person.id)
    made = made.on_conflict_do_nothing(index_elements=["suggestion_id", "person_id"])
    if db.session.execute(made.returning(Support.id)).scalar() is not None:
        _move(person, suggestion, 1)


def unsupport(person: Person, suggestion: Suggestion) -> None:
    """Take support back; where there is none nothing happens."""
    check_open(suggestion.proposal)
    gone = delete(Support).filter_by(suggestion_id=suggestion.id, person_id=person.id)
    if db.session.execute(gone.returning(Support.id)).scalar() is not None:
        _move(person, suggestion, -1)


def count_support(proposal: Proposal, people: Collection[UUID], aside: bool) -> None:
    """Set these people's support of suggested words aside, or let it count again."""
    for suggestion, supporters in queries.support_by(proposal, people):
        move_supporters(suggestion, -supporters if aside else supporters)


def hold_support(email: str, suggestion: Suggestion) -> Pending:
    """Keep a visitor's support until they confirm."""
    check_open(suggestion.proposal)
    check_supportable(suggestion)
    payload = {"suggestion": str(suggestion.comment_id)}
    return hold_for(email, suggestion.proposal, "support", payload)


def check_supportable(suggestion: Suggestion) -> None:
    """Only words that can be read, and that wait for an answer, can be supported."""
    if not suggestion.comment.is_readable:
        raise Refused(_("This suggestion is no longer shown, so it cannot be supported."))
    if suggestion.answer is not Answer.OPEN:
        raise Refused(_("The council has answered this suggestion already."))


def _move(person: Person, suggestion: Suggestion, by: int) -> None:
    if not queries.is_aside(person, suggestion.proposal):
        move_supporters(suggestion, by)


def _place(proposal: Proposal, part_id: str, column: str, read: int | None) -> tuple[Pin, Wording]:
    """What is read there, and which words of it would be replaced."""
    about = pin(proposal, part_id, None, read)
    content = proposals.version(proposal, about.version_number).content
    place = wording(content, part_id, column)
    if place is None:
        raise NotFound(_("There are no such words in this text."))
    return about, place


def _fit(proposal: Proposal, place: Wording, words: str) -> str:
    try:
        words = fitted(place, tidy(words))
    except Unfit as error:
        raise Invalid("words", str(error)) from error
    if len(words) > LONGEST:
        raise Invalid("words", _("Your words must be 3,000 characters or fewer."))
    if words == place.text:
        raise Invalid("words", _("These are the words that stand there. Change them first."))
    refuse_private(proposal.council, "words", words, besides=place.text)
    return words


def _publish(person: Person, proposal: Proposal, payload: Payload) -> Comment:
    made = suggest(
        person,
        proposal,
        payload["part"],
        payload["column"],
        Stance(payload["stance"]),
        payload["words"],
        read=payload["read"],
        wants_credit=payload["credit"],
    )
    return made.comment


def _support(person: Person, proposal: Proposal, payload: Payload) -> Comment:
    found = queries.suggestion(proposal, UUID(payload["suggestion"]))
    support(person, found)
    return found.comment


KINDS["suggestion"] = Kind(
    count=_publish,
    subject=_l("Confirm your suggestion"),
    heading=_l("Publish your suggestion"),
    button=_l("Yes, publish my suggestion"),
    told=lambda proposal, _payload: _(
        "You suggested other words for “%(title)s”.", title=proposal.title
    ),
    effect=_l("It appears once you confirm it, unless a moderator has to look first."),
    room="site.comments",
)
KINDS["support"] = Kind(
    count=_support,
    subject=_l("Confirm that you support a suggestion"),
    heading=_l("Support these words"),
    button=_l("Yes, I support them"),
    told=lambda proposal, _payload: _(
        "You support words that somebody suggested for “%(title)s”.", title=proposal.title
    ),
    effect=_l("It counts as soon as you confirm it. Nobody sees who supports a suggestion."),
    room="site.comments",
)


COUNTS.append(count_support)
