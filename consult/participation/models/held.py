"""Words that a check holds back until a moderator has looked."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.core.db import Model
from consult.participation.models.comments import Comment


class HeldFor(StrEnum):
    """Why a check holds words back; never for what somebody thinks."""

    PRIVATE = "private"
    ABUSE = "abuse"
    THREAT = "threat"
    DANGER = "danger"


class Held(Model):
    """What somebody wrote, until the moderators take it into their own keeping."""

    __tablename__ = "comment_held"

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id"), unique=True)
    why: Mapped[HeldFor]
    words: Mapped[str] = mapped_column(Text)

    comment: Mapped[Comment] = relationship()
