"""The base of every closed list: a key that is stored and words that are shown."""

from enum import StrEnum
from typing import Self

from flask_babel.speaklater import LazyString


class Keyed(StrEnum):
    """A key with a label for residents, and a Data Privacy Vocabulary term if there is one."""

    label: LazyString
    dpv: str | None

    def __new__(cls, key: str, label: LazyString, dpv: str | None = None) -> Self:
        member = str.__new__(cls, key)
        member._value_ = key
        member.label = label
        member.dpv = dpv
        return member

    @classmethod
    def of(cls, key: object) -> Self | None:
        """Find the member with a stored key, None for a key that is unknown or empty."""
        return next((member for member in cls if member.value == key), None)
