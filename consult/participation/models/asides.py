"""Whose votes and answers on a proposal do not count."""

from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, ScalarSelect, UniqueConstraint, exists, select
from sqlalchemy.orm import Mapped, mapped_column

from consult.core.db import Model


class SetAside(Model):
    """What this person gives on this proposal counts for nothing while this stands."""

    __tablename__ = "set_aside"
    __table_args__ = (UniqueConstraint("proposal_id", "person_id"),)

    proposal_id: Mapped[UUID] = mapped_column(ForeignKey("proposal.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)


def is_set_aside(proposal_id: object, person_id: object) -> ColumnElement[bool]:
    """Tell, within a statement, whether what somebody gives on a proposal is set aside."""
    return exists().where(SetAside.proposal_id == proposal_id, SetAside.person_id == person_id)


def mark_of(proposal_id: UUID, person_id: UUID) -> ScalarSelect[bool]:
    """The mark with which a new row of somebody's begins."""
    return select(is_set_aside(proposal_id, person_id)).scalar_subquery()
