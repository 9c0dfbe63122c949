"""What moderators may do, why, and how they came to it."""

from enum import StrEnum

from consult.core import _l


class Act(StrEnum):
    """What a moderator may do with a comment, or with the name above it."""

    HOLD = "hold"
    HIDE = "hide"
    REDACT = "redact"
    RESTORE = "restore"
    KEEP = "keep"
    LOCK = "lock"
    UNLOCK = "unlock"
    MOVE = "move"
    GROUP = "merge_duplicate"
    PART = "part"
    COVER_NAME = "cover_name"
    SHOW_NAME = "show_name"

    @property
    def label(self) -> str:
        """What moderators choose."""
        return str(ACTS[self])

    @property
    def public_label(self) -> str:
        """What everybody reads once it is done."""
        return str(DONE[self])


OF_A_THREAD = (Act.LOCK, Act.UNLOCK)
OF_A_PLACE = (Act.MOVE, Act.GROUP, Act.PART)
OF_A_NAME = (Act.COVER_NAME, Act.SHOW_NAME)
BESIDE_WORDS = (*OF_A_THREAD, *OF_A_PLACE, *OF_A_NAME)  # what leaves the words themselves alone
DECIDING = tuple(one for one in Act if one not in (*OF_A_PLACE, *OF_A_NAME))
COVERING = (Act.HIDE, Act.REDACT)  # what takes words from the public, and can be appealed


ACTS = {
    Act.HOLD: _l("Hold for a check"),
    Act.HIDE: _l("Hide"),
    Act.REDACT: _l("Remove details"),
    Act.RESTORE: _l("Show again"),
    Act.KEEP: _l("Leave as it is"),
    Act.LOCK: _l("Close the thread to new replies"),
    Act.UNLOCK: _l("Open the thread to replies again"),
    Act.MOVE: _l("Move to another part"),
    Act.GROUP: _l("Group with one that says the same"),
    Act.PART: _l("Show by itself again"),
    Act.COVER_NAME: _l("Cover the author’s name"),
    Act.SHOW_NAME: _l("Show the author’s name again"),
}


DONE = {
    Act.HOLD: _l("Held for a check"),
    Act.HIDE: _l("Hidden"),
    Act.REDACT: _l("Details removed"),
    Act.RESTORE: _l("Shown again"),
    Act.KEEP: _l("Left as it is"),
    Act.LOCK: _l("Thread closed to new replies"),
    Act.UNLOCK: _l("Thread open to replies again"),
    Act.MOVE: _l("Moved to another part"),
    Act.GROUP: _l("Grouped with one that says the same"),
    Act.PART: _l("Shown by itself again"),
    Act.COVER_NAME: _l("Author’s name covered"),
    Act.SHOW_NAME: _l("Author’s name shown again"),
}


class Reason(StrEnum):
    """Why something may be hidden or redacted; criticism and tone are never reasons."""

    ABUSE_OR_THREAT = "abuse_or_threat"
    HATE = "hate"
    PERSONAL_DATA = "personal_data"
    PERSONAL_DATA_CHILD = "personal_data_child"
    DEFAMATION_RISK = "defamation_risk"
    CONTEMPT_OR_LEGAL = "contempt_or_legal"
    CONFIDENTIAL_CASE = "confidential_case"
    ILLEGAL_OTHER = "illegal_other"
    IMPERSONATION = "impersonation"
    SPAM_OR_ADVERT = "spam_or_advert"
    DUPLICATE_ACCOUNT = "duplicate_account"
    OFF_TOPIC = "off_topic"
    ELECTION_SENSITIVE = "election_sensitive"
    UNREADABLE = "unreadable"
    AUTHOR_REQUEST = "author_request"

    @property
    def label(self) -> str:
        """What people read."""
        return str(REASONS[self])


REASONS = {
    Reason.ABUSE_OR_THREAT: _l("Threats or personal abuse"),
    Reason.HATE: _l("Hate about a protected characteristic"),
    Reason.PERSONAL_DATA: _l("Someone’s private details"),
    Reason.PERSONAL_DATA_CHILD: _l("A child’s private details"),
    Reason.DEFAMATION_RISK: _l("Serious claim about a named person"),
    Reason.CONTEMPT_OR_LEGAL: _l("Could affect a court case"),
    Reason.CONFIDENTIAL_CASE: _l("About a live case"),
    Reason.ILLEGAL_OTHER: _l("Breaks the law"),
    Reason.IMPERSONATION: _l("Pretends to be somebody else"),
    Reason.SPAM_OR_ADVERT: _l("Advertising or spam"),
    Reason.DUPLICATE_ACCOUNT: _l("Same person posting as several"),
    Reason.OFF_TOPIC: _l("Not about this proposal"),
    Reason.ELECTION_SENSITIVE: _l("Pre-election rules: party or candidate content"),
    Reason.UNREADABLE: _l("Cannot be read"),
    Reason.AUTHOR_REQUEST: _l("The author asked for it"),
}


class FoundBy(StrEnum):
    """How a comment came to a moderator's eyes."""

    REPORT = "report"
    OWN_CHECK = "own_check"
    AUTOMATED = "automated"

    @property
    def label(self) -> str:
        """What people read."""
        return str(FOUND_BY[self])


FOUND_BY = {
    FoundBy.REPORT: _l("A report"),
    FoundBy.AUTOMATED: _l("An automatic check"),
    FoundBy.OWN_CHECK: _l("A moderator’s own check"),
}
