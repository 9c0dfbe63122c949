"""What a resident can do about sharing, which follows from each party's reason in law."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from consult.core import _, _l
from consult.proposals import answers
from consult.proposals.enums import Article6

Extent = Literal["yes", "no", "limited", "withdraw"]


@dataclass(frozen=True)
class Rights:
    """How far each right reaches; `withdraw` means that taking back a yes does the same."""

    access: Extent
    erase: Extent
    restrict: Extent
    object: Extent
    portability: Extent


@dataclass(frozen=True)
class Control:
    """What people can do towards one party; `is_promise` when it goes beyond the law."""

    party: str
    name: str
    basis: Article6
    what_you_can_do: str
    button_label: str
    rights: Rights
    is_promise: bool = False


RIGHTS = {
    Article6.CONSENT: Rights("yes", "yes", "yes", "withdraw", "yes"),
    Article6.CONTRACT: Rights("yes", "yes", "yes", "no", "yes"),
    Article6.LEGAL_OBLIGATION: Rights("yes", "no", "yes", "no", "no"),
    Article6.VITAL_INTERESTS: Rights("yes", "yes", "yes", "no", "no"),
    Article6.PUBLIC_TASK: Rights("yes", "limited", "yes", "yes", "no"),
    Article6.RECOGNISED_LEGITIMATE_INTEREST: Rights("yes", "yes", "yes", "yes", "no"),
    Article6.LEGITIMATE_INTERESTS: Rights("yes", "yes", "yes", "yes", "no"),
}

MAY_PROMISE_OPT_OUT = frozenset(
    {
        Article6.PUBLIC_TASK,
        Article6.RECOGNISED_LEGITIMATE_INTEREST,
        Article6.LEGITIMATE_INTERESTS,
    }
)

MUST_NOT_SAY = {
    Article6.CONSENT: ("required for the service", "needed for the service"),
    Article6.CONTRACT: ("opt out", "opt-out"),
    Article6.LEGAL_OBLIGATION: ("opt out", "opt-out", "right to object", "can object"),
    Article6.VITAL_INTERESTS: ("opt out", "opt-out", "right to object", "can object"),
    Article6.PUBLIC_TASK: (
        "you have consented",
        "you consent",
        "you agree to",
        "your consent",
        "with consent",
    ),
}

_WORDS = {
    Article6.CONSENT: _l("Nothing is shared unless you say yes. You can take back your yes."),
    Article6.CONTRACT: _l("It is part of something you signed up to. You can end that service."),
    Article6.LEGAL_OBLIGATION: _l("The law requires it. You can see it and have it corrected."),
    Article6.VITAL_INTERESTS: _l("It is for saving a life. You can see it and have it corrected."),
    Article6.PUBLIC_TASK: _l("You can object, and a person looks at every objection."),
    Article6.RECOGNISED_LEGITIMATE_INTEREST: _l("You can object, and a person decides."),
    Article6.LEGITIMATE_INTERESTS: _l("You can object, and a person decides."),
}

_BUTTONS = {
    Article6.CONSENT: _l("Say yes"),
    Article6.CONTRACT: _l("See how to stop using it"),
    Article6.LEGAL_OBLIGATION: _l("See what is held or correct it"),
    Article6.VITAL_INTERESTS: _l("See what is held or correct it"),
    Article6.PUBLIC_TASK: _l("Object"),
    Article6.RECOGNISED_LEGITIMATE_INTEREST: _l("Object"),
    Article6.LEGITIMATE_INTERESTS: _l("Object"),
}

_SENTENCES = {
    Article6.CONSENT: _l(
        "You choose: nothing is shared unless you say yes, and you can take back your yes."
    ),
    Article6.CONTRACT: _l(
        "This is needed for something you signed up to. You can end that service."
    ),
    Article6.LEGAL_OBLIGATION: _l(
        "The law says this must be done, so you cannot stop it. You can see what is held and have "
        "it corrected."
    ),
    Article6.VITAL_INTERESTS: _l(
        "This is for saving lives, so you cannot stop it. You can see what is held and have it "
        "corrected."
    ),
    Article6.PUBLIC_TASK: _l(
        "This is part of our public duties, so there is no opt-out. You can object, and a person "
        "looks at every objection within one month."
    ),
    Article6.RECOGNISED_LEGITIMATE_INTEREST: _l(
        "You can object, and a person looks at every objection within one month."
    ),
    Article6.LEGITIMATE_INTERESTS: _l(
        "You can object, and a person looks at every objection within one month."
    ),
}

# The weakest control comes first: a summary must not promise more than every party can keep.
_WEAKEST_FIRST = (
    Article6.LEGAL_OBLIGATION,
    Article6.VITAL_INTERESTS,
    Article6.PUBLIC_TASK,
    Article6.RECOGNISED_LEGITIMATE_INTEREST,
    Article6.LEGITIMATE_INTERESTS,
    Article6.CONTRACT,
    Article6.CONSENT,
)


def controls(content: Mapping[str, Any]) -> list[Control]:
    """One control for each reason in law that each party gives, in the order given."""
    names = {row.get("id"): row.get("name") for row in answers.rows(content, "parties")}
    return [
        _control(str(row["party"]), str(names[row["party"]]), basis, content)
        for row in answers.rows(content, "lawful_basis")
        if row.get("party") in names and (basis := Article6.of(row.get("article6")))
    ]


def control_sentence(content: Mapping[str, Any]) -> str:
    """Say in a breath what control a resident would have over all of it."""
    bases = {control.basis for control in controls(content)}
    if not bases:
        return _("It is not settled yet what you could do about it.")
    weakest = next(basis for basis in _WEAKEST_FIRST if basis in bases)
    sentence = str(_SENTENCES[weakest])
    if weakest in MAY_PROMISE_OPT_OUT and content.get("opt_out_offered"):
        sentence = _(
            "You can say no: the council has promised to leave you out if you ask. You can also "
            "object, and a person looks at every objection within one month."
        )
    elif Article6.CONSENT in bases and len(bases) > 1:
        sentence = _("%(sentence)s Some parts happen only if you say yes.", sentence=sentence)
    if content.get("direct_marketing"):
        sentence = _(
            "%(sentence)s You can stop advertising at any time, without a reason.",
            sentence=sentence,
        )
    return sentence


def forbidden_words(content: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, str]:
    """The fields whose words promise what no basis allows, each with the first such phrase."""
    bases = {control.basis for control in controls(content)}
    return {
        key: phrase
        for key, text in texts.items()
        if (phrase := _first_forbidden(bases, text.lower())) is not None
    }


def _first_forbidden(bases: set[Article6], text: str) -> str | None:
    """Find a phrase that one basis in use forbids and no other one allows."""
    for basis in Article6:
        if basis not in bases:
            continue
        for phrase in MUST_NOT_SAY.get(basis, ()):
            if phrase in text and not _allowed_by_another(basis, bases):
                return phrase
    return None


def _allowed_by_another(basis: Article6, bases: set[Article6]) -> bool:
    if basis is Article6.PUBLIC_TASK:
        return Article6.CONSENT in bases
    if basis is Article6.CONSENT:
        return False
    return bool(bases & MAY_PROMISE_OPT_OUT)


def _control(party: str, name: str, basis: Article6, content: Mapping[str, Any]) -> Control:
    promised = bool(content.get("opt_out_offered")) and basis in MAY_PROMISE_OPT_OUT
    if promised:
        words = _("The council has promised: say no and you are left out. You can also object.")
        return Control(party, name, basis, words, _("Say no"), RIGHTS[basis], is_promise=True)
    return Control(party, name, basis, str(_WORDS[basis]), str(_BUTTONS[basis]), RIGHTS[basis])
