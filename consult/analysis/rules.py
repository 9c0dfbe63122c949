"""Making themes, putting comments under them, giving a comment an outcome of its own."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, func, select

from consult.accounts.models import Person
from consult.analysis import queries
from consult.analysis.models import Disposition, Outcome, Theme, ThemeComment
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.participation.models import Comment, Visibility
from consult.participation.texts import tidy
from consult.proposals import queries as held
from consult.proposals import rules as proposals
from consult.proposals.models import AFTER_CLOSE, Proposal, Status

LONGEST_LABEL = 120
LONGEST_TEXT = 2000


def create_theme(moderator: Person, proposal: Proposal, label: str, summary: str) -> Theme:
    """Name what several comments say; the same name is the same theme."""
    check_workable(moderator, proposal)
    label, summary = _label(label), _summary(summary)
    same = queries.theme_labelled(proposal, label)
    if same is not None:
        if same.summary == summary:
            return same
        raise Invalid("label", _("There is a theme of this name. Choose another name."))
    last = db.session.scalar(select(func.max(Theme.position)).filter_by(proposal_id=proposal.id))
    theme = Theme(
        proposal=proposal,
        position=(last or 0) + 1,
        label=label,
        summary=summary,
        made_by_id=moderator.id,
    )
    db.session.add(theme)
    db.session.flush()
    return theme


def edit_theme(moderator: Person, theme: Theme, label: str, summary: str) -> None:
    """Rename a theme, or say better what people mean."""
    check_workable(moderator, theme.proposal)
    label, summary = _label(label), _summary(summary)
    same = queries.theme_labelled(theme.proposal, label)
    if same is not None and same.id != theme.id:
        raise Invalid("label", _("There is a theme of this name. Choose another name."))
    theme.label, theme.summary = label, summary
    db.session.flush()


def move_theme(moderator: Person, theme: Theme, up: bool, seen: int | None = None) -> None:
    """Exchange a theme's place with its neighbour's; not at the edge, nor if it moved meanwhile."""
    check_workable(moderator, theme.proposal)
    ours = list(queries.themes(theme.proposal))
    at = ours.index(theme)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(ours) or seen not in (None, theme.position):
        return
    ours[at], ours[to] = ours[to], ours[at]
    for position, one in enumerate(ours, 1):
        one.position = position
    db.session.flush()


def delete_theme(moderator: Person, theme: Theme) -> None:
    """Take a theme away; its comments stand without it."""
    check_workable(moderator, theme.proposal)
    db.session.execute(delete(ThemeComment).where(ThemeComment.theme_id == theme.id))
    db.session.delete(theme)
    db.session.flush()


def put_under(moderator: Person, theme: Theme, comments: Iterable[Comment]) -> None:
    """Put comments under a theme; those that are there stay."""
    check_workable(moderator, theme.proposal)
    there = set(
        db.session.scalars(select(ThemeComment.comment_id).where(ThemeComment.theme_id == theme.id))
    )
    for comment in comments:
        if comment.id not in there:
            db.session.add(ThemeComment(theme=theme, comment=comment, put_by_id=moderator.id))
    db.session.flush()


def take_out(moderator: Person, theme: Theme, comment: Comment) -> None:
    """Take a comment out of a theme."""
    check_workable(moderator, theme.proposal)
    placed = queries.place(theme, comment)
    if placed is not None:
        db.session.delete(placed)
        db.session.flush()


def quote(moderator: Person, theme: Theme, comment: Comment) -> None:
    """Let one readable comment speak for a theme in the report."""
    check_workable(moderator, theme.proposal)
    chosen = queries.place(theme, comment)
    if chosen is None or not comment.is_readable:
        raise Refused(_("Only a comment under this theme that everybody can read can be quoted."))
    for placed in db.session.scalars(select(ThemeComment).filter_by(theme_id=theme.id)):
        placed.is_quote = placed.id == chosen.id
    db.session.flush()


def give_outcome(
    moderator: Person,
    comment: Comment,
    disposition: Disposition,
    reason: str | None = None,
    by_when: date | None = None,
) -> Outcome:
    """Say what came of one comment by itself."""
    check_workable(moderator, comment.proposal)
    if comment.is_official or comment.visibility is Visibility.DELETED:
        raise Refused(_("Only what residents said needs an outcome."))
    reason, by_when = check_disposition(disposition, reason, by_when)
    outcome = queries.outcome_of(comment) or Outcome(comment=comment)
    outcome.disposition, outcome.reason, outcome.by_when = disposition, reason, by_when
    outcome.given_by_id = moderator.id
    db.session.add(outcome)
    db.session.flush()
    return outcome


def take_outcome(moderator: Person, comment: Comment) -> None:
    """Take an outcome back."""
    check_workable(moderator, comment.proposal)
    outcome = queries.outcome_of(comment)
    if outcome is not None:
        db.session.delete(outcome)
        db.session.flush()


def check_workable(person: Person, proposal: Proposal) -> None:
    """Refuse before the close and once a decision waits or stands; the first act starts it."""
    proposal = held.locked_proposal(proposal)
    status = proposal.status_now
    if proposal.is_decided:
        raise Refused(_("The decision is published, so this can no longer change."))
    if status is Status.DECISION_DRAFTED:
        raise Refused(_("The decision waits for a signature. Take it back before you change this."))
    if status not in AFTER_CLOSE:
        raise Refused(_("Comments are grouped and answered after the round has closed."))
    if status is Status.CLOSED:
        proposals.begin_considering(person, proposal)


def check_disposition(
    disposition: Disposition, reason: str | None, by_when: date | None
) -> tuple[str | None, date | None]:
    """Ask for what a disposition needs: why not, who can help, until when."""
    words = tidy(reason or "")
    if len(words) > LONGEST_TEXT:
        raise Invalid("reason", _("The reason must be 2,000 characters or fewer."))
    if disposition is Disposition.NOT_CHANGED and not words:
        raise Invalid("reason", _("Say why this was not changed."))
    if disposition is Disposition.OUT_OF_SCOPE and not words:
        raise Invalid("reason", _("Say who can help with this."))
    if disposition is Disposition.MORE_WORK_NEEDED and by_when is None:
        raise Invalid("by_when", _("Give the date by which the work will be done."))
    if by_when is not None and by_when < clock.local(clock.now()).date():
        raise Invalid("by_when", _("This day has passed. Give today or a later day."))
    return words or None, by_when


def _label(label: str) -> str:
    label = " ".join(tidy(label).split())
    if not label:
        raise Invalid("label", _("Name the theme."))
    if len(label) > LONGEST_LABEL:
        raise Invalid("label", _("The name must be 120 characters or fewer."))
    return label


def _summary(summary: str) -> str:
    summary = tidy(summary)
    if not summary:
        raise Invalid("summary", _("Say in a sentence what people mean."))
    if len(summary) > LONGEST_TEXT:
        raise Invalid("summary", _("This must be 2,000 characters or fewer."))
    return summary
