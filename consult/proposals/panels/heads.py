"""Where a proposal stands, in the words that head its pages, and its whole journey."""

from typing import Any

from consult.core import _, clock, ngettext
from consult.core.format import moment, short_day
from consult.proposals import answers, queries
from consult.proposals.models import AFTER_CLOSE, Proposal, Stage, Status, Version

WAY = (
    Stage.PREPARING,
    Stage.OPEN,
    Stage.READING,
    Stage.WORKING_OUT,
    Stage.DECIDED,
    Stage.SHARING,
    Stage.CHECKED,
)


def head_context(proposal: Proposal, version: Version | None = None) -> dict[str, Any]:
    """The state in a tag, the days in words, and what the proposal is in a sentence."""
    version = version or queries.current_version(proposal)
    kind, label = _state(proposal)
    return {
        "state_kind": kind,
        "state_label": label,
        "state_notes": _notes(proposal),
        "overdue": is_overdue(proposal),
        "lead": answers.text(version.content, "plain_summary"),
        "meta": _meta(proposal, version),
    }


def is_overdue(proposal: Proposal) -> bool:
    """The day by which an answer was promised has passed without one."""
    promised = proposal.feedback_promised_on
    return (
        promised is not None
        and not proposal.is_decided
        and proposal.status_now in AFTER_CLOSE
        and promised < clock.local(clock.now()).date()
    )


def _state(proposal: Proposal) -> tuple[str, str]:
    status = proposal.status_now
    if status is Status.PAUSED:
        return "closed", _("Paused")
    if status is Status.WITHDRAWN:
        return "closed", _("Withdrawn")
    kinds = {
        Stage.PREPARING: "soon",
        Stage.OPEN: "open",
        Stage.READING: "closed",
        Stage.WORKING_OUT: "closed",
        Stage.ENDED: "closed",
    }
    return kinds.get(status.stage, "done"), status.stage.label


def _notes(proposal: Proposal) -> list[str]:
    status, closes_at = proposal.status_now, proposal.closes_at
    if status is Status.OPEN and closes_at:
        return [_left(proposal), _("closes %(when)s", when=moment(closes_at))]
    if status in (Status.PAUSED, Status.WITHDRAWN):
        return [proposal.status_reason] if proposal.status_reason else []
    if status in AFTER_CLOSE and closes_at:
        notes = [_("closed %(when)s", when=moment(closes_at))]
        if proposal.feedback_promised_on:
            day = short_day(proposal.feedback_promised_on)
            notes.append(_("answer promised by %(day)s", day=day))
        return notes
    if proposal.decided_at:
        return [short_day(proposal.decided_at)]
    return []


def _left(proposal: Proposal) -> str:
    assert proposal.closes_at is not None
    left = proposal.closes_at - clock.now()
    if left.days >= 1:
        return ngettext("%(num)d day left", "%(num)d days left", left.days)
    hours = left.seconds // 3600
    if hours:
        return ngettext("%(num)d hour left", "%(num)d hours left", hours)
    return _("less than an hour left")


def _meta(proposal: Proposal, version: Version) -> str:
    said = [
        _("Version %(n)d, %(day)s", n=version.number, day=short_day(version.published_at)),
        proposal.reference,
    ]
    decides = answers.text(version.content, "decision_maker_role")
    if decides:
        said.append(_("decided by %(who)s", who=decides))
    return " · ".join(said)


def journey(proposal: Proposal) -> list[dict[str, str]]:
    """Every stage: done, now or still to come, with its day where one is known."""
    if proposal.status_now.stage is Stage.ENDED:
        return [
            _step("done", Stage.PREPARING, proposal),
            _step("done", Stage.OPEN, proposal),
            {
                "state": "now",
                "label": proposal.status_now.label,
                "note": proposal.status_reason or "",
            },
        ]
    now = WAY.index(proposal.status_now.stage)
    states = ["done"] * now + ["now"] + ["later"] * (len(WAY) - now - 1)
    return [_step(state, stage, proposal) for state, stage in zip(states, WAY, strict=True)]


def _step(state: str, stage: Stage, proposal: Proposal) -> dict[str, str]:
    label = _("Prepared") if stage is Stage.PREPARING and state == "done" else stage.label
    return {"state": state, "label": label, "note": _step_note(state, stage, proposal)}


def _step_note(state: str, stage: Stage, proposal: Proposal) -> str:
    opens, closes, promised = proposal.opens_at, proposal.closes_at, proposal.feedback_promised_on
    if stage is Stage.PREPARING and state == "done":
        return _("The checklist is published")
    if stage is Stage.OPEN and opens and closes:
        return _("%(opens)s to %(closes)s", opens=short_day(opens), closes=short_day(closes))
    if stage is Stage.READING and state != "done":
        return _("Every comment gets an outcome")
    if stage is Stage.DECIDED and proposal.decided_at:
        return short_day(proposal.decided_at)
    if stage is Stage.DECIDED and promised:
        return _("Promised by %(day)s", day=short_day(promised))
    return ""
