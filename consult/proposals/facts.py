"""What the record says about proposals, in words."""

from datetime import datetime

from consult.changelog.models import Fact
from consult.changelog.queries import Recorded
from consult.changelog.sentences import says
from consult.core import _
from consult.core.format import day, moment
from consult.proposals.models import Status


@says(Fact.PROPOSAL_PUBLISHED)
def _published(fact: Recorded) -> str:
    return _(
        "Published, version %(version)s. Open for views until %(closes)s.",
        version=fact.fields["version"],
        closes=moment(datetime.fromisoformat(fact.fields["closes_at"])),
    )


@says(Fact.PROPOSAL_EDITED)
def _edited(fact: Recorded) -> str:
    version, note = fact.fields["version"], fact.fields["note"]
    if fact.fields["material"] == "yes":
        return _(
            "Version %(version)s, which matters for your view: %(note)s", version=version, note=note
        )
    return _("Version %(version)s, a correction: %(note)s", version=version, note=note)


@says(Fact.PHASE_CHANGED)
def _changed(fact: Recorded) -> str:
    was, now, reason = fact.fields["was"], fact.fields["now"], fact.fields["reason"]
    return _phase(was, now) + (f" {reason}" if reason else "")


def _phase(was: str, now: str) -> str:
    if now == Status.OPEN and was == Status.PAUSED:
        return _("Open again.")
    if now == Status.OPEN and was != Status.SCHEDULED:
        return _("Open for views once more.")
    said = {
        Status.OPEN: _("Open for your views."),
        Status.PAUSED: _("Paused."),
        Status.CLOSED: _("Closed for views, on the second."),
        Status.CONSIDERING: _("We started to read what you said."),
        Status.CO_DESIGN: _("We started to work out changes together."),
        Status.DECISION_DRAFTED: _("The decision was drafted and waits for a signature."),
        Status.DECIDED: _("Decided."),
        Status.WITHDRAWN: _("Withdrawn."),
        Status.DRAFT: _("Taken back before it opened."),
    }
    return said.get(Status(now), Status(now).label)


@says(Fact.DEADLINE_EXTENDED)
def _extended(fact: Recorded) -> str:
    return _(
        "More time: open until %(now)s. %(reason)s",
        now=day(datetime.fromisoformat(fact.fields["now"])),
        reason=fact.fields["reason"],
    )
