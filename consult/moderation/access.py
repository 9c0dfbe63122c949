"""Who may knock at the queue: moderators act, analysts and owners read."""

from consult.councils.access import staff
from consult.councils.models import Role

moderators = staff(Role.MODERATOR)
readers = staff(Role.MODERATOR, Role.ANALYST, Role.OWNER)
