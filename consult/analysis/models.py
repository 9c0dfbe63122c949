"""Themes made from comments, and the outcome of a comment of its own."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core import _l
from consult.core.db import Model
from consult.participation.models import Comment
from consult.proposals.models import Proposal


class Disposition(StrEnum):
    """What the council does about a theme or a comment."""

    AGREED = "agreed"
    CHANGED = "changed"
    PARTLY_CHANGED = "partly_changed"
    ALREADY_IN_PLACE = "already_in_place"
    NOT_CHANGED = "not_changed"
    OUT_OF_SCOPE = "out_of_scope"
    MORE_WORK_NEEDED = "more_work_needed"

    @property
    def label(self) -> str:
        """What residents read."""
        return str(DISPOSITIONS[self])

    @property
    def tone(self) -> str:
        """Which tag shows it: yes, part or no."""
        if self in (Disposition.AGREED, Disposition.CHANGED, Disposition.ALREADY_IN_PLACE):
            return "yes"
        if self in (Disposition.PARTLY_CHANGED, Disposition.MORE_WORK_NEEDED):
            return "part"
        return "no"


DISPOSITIONS = {
    Disposition.AGREED: _l("Agreed"),
    Disposition.CHANGED: _l("Changed"),
    Disposition.PARTLY_CHANGED: _l("Partly changed"),
    Disposition.ALREADY_IN_PLACE: _l("Already in place"),
    Disposition.NOT_CHANGED: _l("Not changed"),
    Disposition.OUT_OF_SCOPE: _l("Outside this proposal"),
    Disposition.MORE_WORK_NEEDED: _l("More work needed"),
}


class Theme(Model):
    """Comments that say one thing, named by a moderator."""

    __tablename__ = "theme"
    __table_args__ = (UniqueConstraint("proposal_id", "label"),)

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"), index=True)
    position: Mapped[int]
    label: Mapped[str] = mapped_column(String(120))
    summary: Mapped[str] = mapped_column(Text)
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))

    proposal: Mapped[Proposal] = relationship()


class ThemeComment(Model):
    """A comment under a theme; a quote stands for the theme in the report."""

    __tablename__ = "theme_comment"
    __table_args__ = (UniqueConstraint("theme_id", "comment_id"),)

    theme_id: Mapped[UUID] = mapped_column(ForeignKey("theme.id", ondelete="CASCADE"))
    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"), index=True)
    put_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    is_quote: Mapped[bool] = mapped_column(default=False)

    theme: Mapped[Theme] = relationship()
    comment: Mapped[Comment] = relationship()


class Outcome(Model):
    """What came of one comment by itself, where no theme answers it."""

    __tablename__ = "outcome"
    __table_args__ = (UniqueConstraint("comment_id"),)

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"))
    disposition: Mapped[Disposition]
    reason: Mapped[str | None] = mapped_column(Text)
    by_when: Mapped[date | None]
    given_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))

    comment: Mapped[Comment] = relationship()
    given_by: Mapped[Person] = relationship()
