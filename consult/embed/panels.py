"""What stands inside a frame: one function for each view, named in one place."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from consult.accounts.models import Person as Person
from consult.changelog import queries as changelog
from consult.changelog import sentences
from consult.changelog.kinds import GROUPS
from consult.core.panels import Panel, Whole
from consult.embed import queries, tokens
from consult.embed.bilingual import apart, words_of
from consult.embed.forms import (
    Acting,
    AnswerForm,
    FramedButtonForm,
    FramedCommentForm,
    FramedItemsForm,
    FramedVoteForm,
)
from consult.embed.invitation import invitation_to
from consult.embed.looks import Look, View
from consult.participation import panels as grids
from consult.participation import queries as participation
from consult.participation.models import VOTES, Pending
from consult.participation.queries import Reading
from consult.proposals import answers
from consult.proposals import queries as proposals
from consult.proposals.control import control_sentence
from consult.proposals.models import Proposal
from consult.proposals.panels import head_context

SHOWN = 5
GROUPED = ("data_items", "parties")
NOT_CARRIED = {"email", "token", "person"}
Sent = Iterable[tuple[str, str]]
FACTS = (*GROUPS["proposals"], *GROUPS["decisions"])


def widget_panel(proposal: Proposal, look: Look) -> Panel:
    """Whichever view the address asks for."""
    return PANELS[look.view](proposal, look)


def card_panel(proposal: Proposal, look: Look) -> Panel:
    """What it is about, how long it is open, how many took part."""
    return _panel("card", proposal, look, **_numbers(proposal))


def vote_panel(
    proposal: Proposal,
    look: Look,
    form: FramedVoteForm | None = None,
    person: Person | None = None,
) -> Panel:
    """The question and its answers, and how others answered."""
    content = proposals.current_version(proposal).content
    return _panel(
        "vote",
        proposal,
        look,
        form=form or FramedVoteForm(formdata=None),
        person=person,
        facts=_facts(content),
        **_numbers(proposal),
    )


def items_panel(
    proposal: Proposal,
    look: Look,
    form: FramedItemsForm | None = None,
    person: Person | None = None,
) -> Panel:
    """What people would be comfortable with, item by item and recipient by recipient."""
    form = form or items_form(proposal, None)
    groups = [(key, [line for line in form.lines if line.asked.group == key]) for key in GROUPED]
    content = proposals.current_version(proposal).content
    return _panel(
        "items",
        proposal,
        look,
        form=form,
        groups=groups,
        person=person,
        are_safeguards_own=bool(answers.rows(content, "safeguards")),
    )


def items_form(
    proposal: Proposal, person: Person | None, *, is_sent: bool = False
) -> FramedItemsForm:
    """The grid as it was sent, or with somebody's own answers."""
    if is_sent:
        return cast("FramedItemsForm", grids.items_form(proposal, FramedItemsForm))
    return cast("FramedItemsForm", grids.empty_items_form(proposal, person, FramedItemsForm))


def comments_panel(
    proposal: Proposal,
    look: Look,
    form: FramedCommentForm | None = None,
    person: Person | None = None,
) -> Panel:
    """The newest and the most helpful comments, and the place to write one."""
    newest = participation.comments_page(proposal, Reading()).items[:SHOWN]
    helpful = participation.comments_page(proposal, Reading(sort="helpful")).items[:SHOWN]
    seen = {thread.comment.id for thread in newest}
    return _panel(
        "comments",
        proposal,
        look,
        form=form or FramedCommentForm(formdata=None),
        person=person,
        newest=[thread.comment for thread in newest],
        helpful=[
            thread.comment
            for thread in helpful
            if thread.comment.helpful and thread.comment.id not in seen
        ],
        comments=participation.comment_count(proposal),
    )


def results_panel(proposal: Proposal, look: Look) -> Panel:
    """How the views divide, or word that nobody sees it yet."""
    return _panel("results", proposal, look, **_numbers(proposal))


def changelog_panel(proposal: Proposal, look: Look) -> Panel:
    """The latest entries of the record about this proposal."""
    page = changelog.facts_page(FACTS, proposal_id=proposal.id, limit=SHOWN)
    told = [(fact.at, apart(sentences.sentence(fact), fact.fields)) for fact in page.items]
    return _panel("changelog", proposal, look, told=told)


def button_panel(proposal: Proposal, look: Look) -> Panel:
    """One link."""
    return _panel("button", proposal, look)


def form_panel(
    proposal: Proposal,
    look: Look,
    form: Acting,
    person: Person | None = None,
) -> Panel:
    """The view whose form this is, with what was typed."""
    if isinstance(form, FramedCommentForm):
        return comments_panel(proposal, look, form, person)
    if isinstance(form, FramedItemsForm):
        return items_panel(proposal, look, form, person)
    return vote_panel(proposal, look, form, person)


def fresh_panel(proposal: Proposal, look: Look, person: Person, token: str) -> Panel:
    """The view with a form for somebody whose pass the frame holds, and what they said before."""
    form: Acting
    if look.view is View.COMMENTS:
        form = FramedCommentForm(formdata=None)
    elif look.view is View.ITEMS:
        form = items_form(proposal, person)
    else:
        vote = participation.vote_of(person, proposal)
        held = {"stance": vote.stance.value, "reason": vote.reason} if vote else None
        form = FramedVoteForm(formdata=None, data=held)
    form.person.data = token
    return form_panel(proposal, look, form, person)


def email_panel(proposal: Proposal, look: Look, form: Acting, sent: Sent, token: str = "") -> Panel:
    """The second step of a visitor: an address to confirm. `sent` is carried on from the first."""
    form.token.data = token or form.token.data
    kept = [(name, value) for name, value in sent if name not in NOT_CARRIED]
    return _panel("email", proposal, look, form=form, sent=kept)


def yourself_panel(
    proposal: Proposal, look: Look, person: Person, token: str = "", *, is_early: bool = False
) -> Panel:
    """In a window of our own: may the frame act for this person? Then the pass for it."""
    asked = tokens.ask(proposal, look.host, person)
    return Whole(
        "embed/yourself.html",
        council=proposal.council,
        proposal=proposal,
        look=look,
        person=person,
        token=token,
        is_early=is_early,
        form=AnswerForm(formdata=None, data={"asked": asked}),
    )


def done_panel(
    proposal: Proposal, look: Look, person: Person, token: str, undo: str, held: str | None = None
) -> Panel:
    """What counts now, and for a minute the way to take it back."""
    form = FramedButtonForm(formdata=None, data={"token": undo, "person": token})
    is_aside = look.view is not View.COMMENTS and participation.is_aside(person, proposal)
    return _panel("done", proposal, look, person=person, form=form, held=held, is_aside=is_aside)


def sent_panel(proposal: Proposal, look: Look, held: Pending, address: str, is_new: bool) -> Panel:
    """What happens next, and for a minute the way to take it back.

    What was sent before, by whoever typed the same address, is not taken back; nor is it told.
    """
    about = {"pending": held.id.hex if is_new else ""}
    undo = tokens.give("undo", proposal, look.host, about, tokens.UNDO)
    form = FramedButtonForm(formdata=None, data={"token": undo})
    in_danger = bool(held.payload.get("danger"))
    return _panel(
        "sent", proposal, look, address=address, undo=undo, form=form, is_in_danger=in_danger
    )


def undone_panel(proposal: Proposal, look: Look) -> Panel:
    """Word that it was taken back."""
    return _panel("undone", proposal, look)


def _panel(name: str, proposal: Proposal, look: Look, **context: Any) -> Panel:
    version = proposals.current_version(proposal)
    return Whole(
        f"embed/{name}.html",
        council=proposal.council,
        proposal=proposal,
        look=look,
        title=words_of(version.content, "title", look.lang, proposal.title),
        lead=words_of(version.content, "plain_summary", look.lang),
        head=head_context(proposal, version),
        invitation=invitation_to(proposal),
        may_act=proposal.is_open and _may_act(proposal, look),
        **context,
    )


def _may_act(proposal: Proposal, look: Look) -> bool:
    return look.is_preview or queries.may_act(proposal.council, look.host)


def _numbers(proposal: Proposal) -> dict[str, Any]:
    by_level = participation.visible_tally(proposal)
    tally = {stance: sum(held.values()) for stance, held in (by_level or {}).items()}
    return {
        "is_shown": by_level is not None,
        "tally": tally,
        "total": sum(tally.values()),
        "verified": sum(
            n
            for held in (by_level or {}).values()
            for level, n in held.items()
            if level.is_verified
        ),
        "people": participation.vote_count(proposal) if by_level is None else sum(tally.values()),
        "comments": participation.comment_count(proposal),
        "stances": VOTES,
    }


def _facts(content: Mapping[str, Any]) -> dict[str, Any]:
    """Which information, with whom, and what people can do, each in a few words."""
    return {
        "items": [answers.text(row, "label") for row in answers.rows(content, "data_items")],
        "parties": [answers.text(row, "name") for row in answers.rows(content, "parties")],
        "control": control_sentence(content) if content.get("lawful_basis") else "",
    }


PANELS: Mapping[View, Callable[[Proposal, Look], Panel]] = {
    View.CARD: card_panel,
    View.VOTE: vote_panel,
    View.ITEMS: items_panel,
    View.COMMENTS: comments_panel,
    View.RESULTS: results_panel,
    View.CHANGELOG: changelog_panel,
    View.BUTTON: button_panel,
}
