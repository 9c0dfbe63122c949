"""People, the ways in, and the sessions they hold."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from consult.accounts.addresses import masked
from consult.core import _l, clock
from consult.core.db import Model

TRIES = 5


class Verification(StrEnum):
    """How surely a person is one person of this area, the least sure first."""

    GUEST_UNVERIFIED = "guest_unverified"
    EMAIL_VERIFIED = "email_verified"
    ADDRESS_CLAIMED = "address_claimed"
    ADDRESS_VERIFIED = "address_verified"
    ORGANISATION = "organisation"

    @property
    def label(self) -> str:
        """What residents read."""
        return str(LEVELS[self])

    @property
    def is_verified(self) -> bool:
        """Somebody checked it: a letter arrived, or an organisation was looked at."""
        return self in (Verification.ADDRESS_VERIFIED, Verification.ORGANISATION)


LEVELS = {
    Verification.GUEST_UNVERIFIED: _l("On paper, by phone or at an event"),
    Verification.EMAIL_VERIFIED: _l("E-mail confirmed"),
    Verification.ADDRESS_CLAIMED: _l("Said where they live"),
    Verification.ADDRESS_VERIFIED: _l("Address checked"),
    Verification.ORGANISATION: _l("Organisation"),
}


class Channel(StrEnum):
    """How somebody’s words reached the council, where that was not here."""

    PAPER = "paper"
    PHONE = "phone"
    EVENT = "event"
    EASY_READ = "easy_read"

    @property
    def label(self) -> str:
        """What everybody reads beside the words."""
        return str(CHANNELS[self][0])

    @property
    def one(self) -> str:
        """What stands where others have a name."""
        return str(CHANNELS[self][1])


CHANNELS = {
    Channel.PAPER: (_l("On paper"), _l("Paper response")),
    Channel.PHONE: (_l("By phone"), _l("Phone response")),
    Channel.EVENT: (_l("At an event"), _l("Response at an event")),
    Channel.EASY_READ: (_l("Easy Read form"), _l("Easy Read response")),
}


class Person(Model):
    """Somebody who takes part; the address is theirs, the public name is what others see.

    Whoever took part on paper, by phone or at an event has a channel instead of an address.
    """

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("email = lower(email)", name="email_lower"),
        CheckConstraint("(email IS NULL) <> (channel IS NULL)", name="address_or_channel"),
    )

    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    channel: Mapped[Channel | None]
    real_name: Mapped[str | None] = mapped_column(String(80))
    pseudonym: Mapped[str] = mapped_column(String(100))
    shows_real_name: Mapped[bool] = mapped_column(default=False)
    place: Mapped[str | None] = mapped_column(String(60))
    name_chosen_at: Mapped[datetime | None]
    pseudonym_renewed_at: Mapped[datetime | None]
    verification: Mapped[Verification] = mapped_column(default=Verification.EMAIL_VERIFIED)
    disabled_at: Mapped[datetime | None]

    @property
    def public_name(self) -> str:
        """The name others see: the real one only by choice."""
        if self.shows_real_name and self.real_name:
            return self.real_name
        return self.pseudonym

    @property
    def may_renew_pseudonym(self) -> bool:
        """A given name can be exchanged once."""
        return self.pseudonym_renewed_at is None


class CoveredName(Model):
    """A name that somebody chose and that moderators of a council covered; until it ends, nobody
    who is this person can choose it again, however it is spelt.
    """

    __tablename__ = "covered_name"
    __table_args__ = (
        Index(
            "uq_covered_name",
            "person_id",
            "plain",
            "covered_by",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    plain: Mapped[str] = mapped_column(String(120))
    covered_by: Mapped[UUID]  # a council
    ended_at: Mapped[datetime | None]


class SignIn(Model):
    """One way in, by link or by code: one use, ten minutes."""

    __tablename__ = "sign_in"

    email: Mapped[str] = mapped_column(String(254), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    next_url: Mapped[str | None] = mapped_column(String(500))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)

    @property
    def masked_email(self) -> str:
        """Enough of the address for its owner to know it by."""
        return masked(self.email)

    @property
    def is_open(self) -> bool:
        """Still lets its holder in: not used, not late, not guessed at too often."""
        return self.used_at is None and self.expires_at > clock.now() and self.tries < TRIES

    @property
    def tries_left(self) -> int:
        """How many more codes may be typed."""
        return max(TRIES - self.tries, 0)


class Session(Model):
    """A browser in which somebody is signed in; it can be ended from anywhere."""

    __tablename__ = "session"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    browser: Mapped[str] = mapped_column(String(80))
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)

    @property
    def is_live(self) -> bool:
        """Still lets its holder in."""
        return (
            self.ended_at is None
            and self.expires_at > clock.now()
            and self.person.disabled_at is None
        )
