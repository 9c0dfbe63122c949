"""What councils and their owners may do."""

from consult.councils.rules.answers import promise_answers_within
from consult.councils.rules.branding import LOGO_BYTES, change_branding
from consult.councils.rules.councils import create_council
from consult.councils.rules.invitations import accept, invite, resend, withdraw
from consult.councils.rules.roles import give_role, take_role

__all__ = [
    "LOGO_BYTES",
    "accept",
    "change_branding",
    "create_council",
    "give_role",
    "invite",
    "promise_answers_within",
    "resend",
    "take_role",
    "withdraw",
]
