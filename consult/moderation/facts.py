"""What the record says about moderation, in words."""

from consult.changelog.models import Fact
from consult.changelog.queries import Recorded
from consult.changelog.sentences import says
from consult.core import _, _l, ngettext
from consult.moderation.models import Act, Because, Outcome, Reason
from consult.participation.facts import before_and_after

ACTED = {
    Act.HOLD: _l("One comment held until a moderator has looked."),
    Act.HIDE: _l("One comment hidden: %(why)s. The view in it is still counted."),
    Act.REDACT: _l("Details removed from one comment: %(why)s. The author was told why."),
    Act.RESTORE: _l("One comment shown again."),
    Act.KEEP: _l("One reported comment left as it is."),
    Act.LOCK: _l("One thread closed to new replies: %(why)s. All that was said stays."),
    Act.UNLOCK: _l("One thread open to replies again."),
    Act.MOVE: _l("One comment moved to the part that it is about."),
    Act.GROUP: _l("One comment grouped with another that says the same. Both are counted."),
    Act.PART: _l("One comment shown by itself again."),
    Act.COVER_NAME: _l("One public name covered: %(why)s. The words stay."),
    Act.SHOW_NAME: _l("One public name shown again."),
}


@says(Fact.MODERATION_ACTION)
def _acted(fact: Recorded) -> str:
    reason = fact.fields["reason"]
    why = Reason(reason).label if reason else ""
    return str(ACTED[Act(fact.fields["act"])]) % {"why": why}


@says(Fact.APPEAL_DECIDED)
def _appealed(fact: Recorded) -> str:
    match Outcome(fact.fields["outcome"]):
        case Outcome.UPHELD:
            return _("An author appealed. The decision stands.")
        case Outcome.UPHELD_IN_PART:
            return _("An author appealed. The decision was right in part only.")
        case Outcome.OVERTURNED:
            return _("An author appealed. The decision was found to be wrong.")
        case Outcome.WITHDRAWN:
            return _("An author took their appeal back.")


@says(Fact.ACCOUNT_LIMITED)
def _limited(fact: Recorded) -> str:
    reason, days = fact.fields["reason"], fact.fields["days"]
    why = Reason(reason).label if reason else ""
    match fact.fields["measure"]:
        case "suspended":
            return _(
                "Two moderators agreed that one person cannot write here for %(days)s days: "
                "%(why)s.",
                days=days,
                why=why,
            )
        case "limited":
            return _("One person may write less for %(days)s days: %(why)s.", days=days, why=why)
        case _:
            return _("One person may write here again as before.")


@says(Fact.VOTES_SET_ASIDE)
def _set_aside(fact: Recorded) -> str:
    told = ngettext(
        "Two moderators agreed that one person used several accounts: %(num)s view no longer "
        "counts.",
        "Two moderators agreed that one person used several accounts: %(num)s views no longer "
        "count.",
        fact.fields["views"],
    )
    return f"{told} {before_and_after(fact)}"


@says(Fact.VOTES_BROUGHT_BACK)
def _brought_back(fact: Recorded) -> str:
    told = ngettext(
        "%(num)s view that was set aside counts again.",
        "%(num)s views that were set aside count again.",
        fact.fields["views"],
    )
    why = (
        _("Somebody appealed, and the decision was found to be wrong.")
        if Because(fact.fields["because"]) is Because.APPEAL
        else _("Moderators found the mistake themselves.")
    )
    return f"{told} {why} {before_and_after(fact)}"
