"""Who may knock at the queue: moderators act, analysts and owners read; and at legal notices."""

from consult.councils.access import staff
from consult.councils.models import Role

moderators = staff(Role.MODERATOR)
readers = staff(Role.MODERATOR, Role.ANALYST, Role.OWNER)
lawyers = staff(Role.MODERATOR, Role.OWNER)
