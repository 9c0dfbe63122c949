"""How far the readers of the changelog have come."""

from sqlalchemy import BigInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from consult.core.db import Base


class Cursor(Base):
    """The next entry that one reader has not read."""

    __tablename__ = "cursor"

    reader: Mapped[str] = mapped_column(String(40), primary_key=True)
    next_seq: Mapped[int] = mapped_column(BigInteger, default=0)
