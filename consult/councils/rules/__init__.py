"""What councils and their owners may do."""

from consult.councils.rules.answers import promise_answers_within
from consult.councils.rules.branding import LOGO_BYTES, change_branding
from consult.councils.rules.checks import LISTS, CheckSettings, set_checks
from consult.councils.rules.councils import create_council
from consult.councils.rules.invitations import accept, invite, resend, withdraw
from consult.councils.rules.letters import MOST_CODES, forget_codes, print_codes, use_code
from consult.councils.rules.postcodes import upload_postcodes
from consult.councils.rules.residence import choose_ward, claim_address, forget_residence
from consult.councils.rules.roles import give_role, take_role
from consult.councils.rules.taking_part import ask_equality

__all__ = [
    "LISTS",
    "LOGO_BYTES",
    "MOST_CODES",
    "CheckSettings",
    "accept",
    "ask_equality",
    "change_branding",
    "choose_ward",
    "claim_address",
    "create_council",
    "forget_codes",
    "forget_residence",
    "give_role",
    "invite",
    "print_codes",
    "promise_answers_within",
    "resend",
    "set_checks",
    "take_role",
    "upload_postcodes",
    "use_code",
    "withdraw",
]
