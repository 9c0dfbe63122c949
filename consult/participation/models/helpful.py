"""Marks that say: this comment helped me."""

from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.models import Person
from consult.core.db import Model
from consult.participation.models.comments import Comment


class Helpful(Model):
    """One person found one comment helpful; `Comment.helpful` counts them."""

    __tablename__ = "helpful"
    __table_args__ = (UniqueConstraint("comment_id", "person_id"),)

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)

    comment: Mapped[Comment] = relationship()
    person: Mapped[Person] = relationship()
