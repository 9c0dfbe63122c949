"""The steps that staff can take with a proposal, and when each is offered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from consult.accounts.models import Person
from consult.core import _l
from consult.core.forms import Form
from consult.proposals import forms, rules
from consult.proposals.models import Proposal, Status

S = Status
TO_WITHDRAW = frozenset(
    {
        S.DRAFT,
        S.INTERNAL_REVIEW,
        S.READY,
        S.SCHEDULED,
        S.OPEN,
        S.PAUSED,
        S.CLOSED,
        S.CONSIDERING,
        S.CO_DESIGN,
        S.DECISION_DRAFTED,
    }
)


@dataclass(frozen=True)
class Step:
    """One thing to do, on a page that asks once more."""

    key: str
    title: Any
    words: Any
    button: Any
    form: type[Form]
    take: Callable[[Person, Proposal, Any], object]
    when: frozenset[Status]
    is_warning: bool = False


def _publish(person: Person, proposal: Proposal, form: forms.VersionForm) -> None:
    material = form.material.data == "yes"
    rules.publish_version(person, proposal, form.note.data or "", is_material=material)


STEPS = (
    Step(
        "send",
        _l("Send for agreement"),
        _l(
            "A second person reads the whole text, the checklist and your reasons. "
            "If you change anything afterwards, it comes back to you as a draft."
        ),
        _l("Send for agreement"),
        forms.ConfirmForm,
        lambda person, proposal, _form: rules.send_for_agreement(person, proposal),
        frozenset({S.DRAFT}),
    ),
    Step(
        "schedule",
        _l("Put it on the calendar"),
        _l(
            "It opens by itself at the moment you set, and closes by itself. "
            "If the opening moment has passed, it opens now."
        ),
        _l("Put it on the calendar"),
        forms.ConfirmForm,
        lambda person, proposal, _form: rules.schedule(person, proposal),
        frozenset({S.READY}),
    ),
    Step(
        "unschedule",
        _l("Take it off the calendar"),
        _l("It does not open. You can change it, or put it back."),
        _l("Take it off the calendar"),
        forms.ConfirmForm,
        lambda person, proposal, _form: rules.unschedule(person, proposal),
        frozenset({S.SCHEDULED}),
    ),
    Step(
        "extend",
        _l("Give more time"),
        _l("The deadline moves later. It can never move back."),
        _l("Give more time"),
        forms.ExtendForm,
        lambda person, proposal, form: rules.extend_deadline(
            person, proposal, form.moment, form.reason.data
        ),
        frozenset({S.OPEN, S.PAUSED}),
    ),
    Step(
        "publish",
        _l("Publish a new version"),
        _l("Residents read the changed text, beside what it was before. It stays for good."),
        _l("Publish the version"),
        forms.VersionForm,
        _publish,
        frozenset({S.OPEN, S.PAUSED, S.CLOSED, S.CONSIDERING, S.CO_DESIGN}),
    ),
    Step(
        "pause",
        _l("Pause"),
        _l("Nobody can give a view or comment until you open it again. The deadline stays."),
        _l("Pause"),
        forms.ReasonForm,
        lambda person, proposal, form: rules.pause(person, proposal, form.reason.data),
        frozenset({S.OPEN}),
    ),
    Step(
        "resume",
        _l("Open again"),
        _l("Residents can give views and comment again."),
        _l("Open again"),
        forms.ReasonForm,
        lambda person, proposal, form: rules.resume(person, proposal, form.reason.data),
        frozenset({S.PAUSED}),
    ),
    Step(
        "consider",
        _l("Begin to read what people said"),
        _l("Residents see that you have begun."),
        _l("Begin reading"),
        forms.ConfirmForm,
        lambda person, proposal, _form: rules.begin_considering(person, proposal),
        frozenset({S.CLOSED, S.CO_DESIGN}),
    ),
    Step(
        "co-design",
        _l("Work out changes together"),
        _l("Residents see that changes are being worked out."),
        _l("Begin working out changes"),
        forms.ConfirmForm,
        lambda person, proposal, _form: rules.begin_co_design(person, proposal),
        frozenset({S.CLOSED, S.CONSIDERING}),
    ),
    Step(
        "reopen",
        _l("Ask residents again"),
        _l("Another round opens now. Publish the changed text first."),
        _l("Open another round"),
        forms.ReopenForm,
        lambda person, proposal, form: rules.reopen(person, proposal, form.moment),
        frozenset({S.CLOSED, S.CONSIDERING, S.CO_DESIGN}),
    ),
    Step(
        "withdraw",
        _l("Withdraw"),
        _l("The proposal ends here and cannot come back. What residents wrote stays readable."),
        _l("Withdraw"),
        forms.ReasonForm,
        lambda person, proposal, form: rules.withdraw(person, proposal, form.reason.data),
        TO_WITHDRAW,
        is_warning=True,
    ),
)

AGREEING = (
    Step(
        "agree",
        _l("Agree to this text"),
        _l("You say that residents may see it as it stands. Your role goes on record."),
        _l("I agree"),
        forms.AgreeForm,
        lambda person, proposal, _form: rules.agree(person, proposal),
        frozenset({S.INTERNAL_REVIEW, S.OPEN, S.PAUSED, S.CLOSED, S.CONSIDERING, S.CO_DESIGN}),
    ),
    Step(
        "ask-for-changes",
        _l("Ask for changes"),
        _l("It goes back to the people who wrote it, with your words."),
        _l("Send it back"),
        forms.ChangesForm,
        lambda person, proposal, form: rules.ask_for_changes(person, proposal, form.words.data),
        frozenset(
            {
                S.INTERNAL_REVIEW,
                S.READY,
                S.OPEN,
                S.PAUSED,
                S.CLOSED,
                S.CONSIDERING,
                S.CO_DESIGN,
            }
        ),
    ),
)


def offered(proposal: Proposal) -> list[Step]:
    """The steps that can be taken now, in the order of the journey."""
    return [step for step in STEPS if proposal.status_now in step.when]
