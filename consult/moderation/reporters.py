"""Keys by which a second report of one person is known, without keeping who they are."""

import hashlib
import hmac
from datetime import date
from uuid import UUID


def key_of_person(secret: str, comment_id: UUID, person_id: UUID) -> str:
    """One person, one comment, for ever."""
    return _key(secret, "person", str(comment_id), str(person_id))


def key_of_network(secret: str, comment_id: UUID, day: date, network: str) -> str:
    """One line's users, one comment, one day: the address itself is kept nowhere."""
    return _key(secret, "network", str(comment_id), day.isoformat(), network)


def _key(secret: str, *parts: str) -> str:
    said = "\x1f".join(("consult report", *parts)).encode()
    return hmac.new(secret.encode(), said, hashlib.sha256).hexdigest()
