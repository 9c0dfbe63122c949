"""What people may do with their own account."""

from consult.accounts.rules.people import (
    choose_pseudonym,
    choose_real_name,
    cover_name,
    normal_email,
    person_by_channel,
    person_for,
    renew_pseudonym,
    uncover_name,
)
from consult.accounts.rules.sessions import end_all_sessions, end_session, sign_in_person
from consult.accounts.rules.ways_in import (
    ask_to_sign_in,
    forget_old,
    is_guessed_at,
    use_code,
    use_link,
)

__all__ = [
    "ask_to_sign_in",
    "choose_pseudonym",
    "choose_real_name",
    "cover_name",
    "end_all_sessions",
    "end_session",
    "forget_old",
    "is_guessed_at",
    "normal_email",
    "person_by_channel",
    "person_for",
    "renew_pseudonym",
    "sign_in_person",
    "uncover_name",
    "use_code",
    "use_link",
]
