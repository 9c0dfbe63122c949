"""Whether what residents are told they can do is what law and agreement really give them."""

from collections.abc import Iterator, Mapping
from typing import Any

from consult.core import _
from consult.proposals import answers, control
from consult.proposals.enums import Article6, ChoiceControl
from consult.proposals.problem import Problem

_TEXTS = ("plain_summary", "after", "opt_out_how", "rights_how_to", "withdrawal")


def problems(content: Mapping[str, Any]) -> Iterator[Problem]:
    """Opt-out, choices and words must fit the bases in use."""
    bases = {each.basis for each in control.controls(content)}
    if not bases:
        return
    yield from _opt_out(content, bases)
    yield from _choices(content, bases)
    texts = {key: answers.text(content, key) for key in _TEXTS}
    for key, phrase in control.forbidden_words(content, texts).items():
        yield Problem(
            key,
            None,
            _("“%(phrase)s” does not fit the legal basis. Use other words.", phrase=phrase),
            "words_do_not_fit",
        )


def _opt_out(content: Mapping[str, Any], bases: set[Article6]) -> Iterator[Problem]:
    offered = content.get("opt_out_offered")
    may_promise = bool(bases & control.MAY_PROMISE_OPT_OUT)
    if offered and not may_promise:
        yield _no_opt_out(bases)
    elif offered:
        for key, message in (
            ("opt_out_how", _("You promise an opt-out. Say how people use it.")),
            (
                "opt_out_clause",
                _("A promised opt-out is a term of the agreement. Name its clause."),
            ),
        ):
            if not answers.text(content, key):
                yield Problem(key, None, message, f"{key}_missing")
    elif offered is False and may_promise and not answers.text(content, "opt_out_reason"):
        yield Problem(
            "opt_out_reason",
            None,
            _("There is no opt-out. Say why not; people will ask."),
            "opt_out_reason_missing",
        )


def _no_opt_out(bases: set[Article6]) -> Problem:
    if bases == {Article6.CONSENT}:
        message = _(
            "Nothing is shared without a yes, so there is nothing to opt out of. Answer no here "
            "and say below how to take back a yes."
        )
    else:
        message = _("The legal basis leaves no room for an opt-out, so you cannot promise one.")
    return Problem("opt_out_offered", None, message, "opt_out_does_not_fit")


def _choices(content: Mapping[str, Any], bases: set[Article6]) -> Iterator[Problem]:
    choices = answers.rows(content, "choices")
    if Article6.CONSENT in bases:
        if not any(row.get("article6") == Article6.CONSENT for row in choices):
            yield Problem(
                "choices",
                None,
                _("Consent needs a separate choice for each purpose. Add them."),
                "choices_missing",
            )
        if not answers.text(content, "withdrawal"):
            yield Problem(
                "withdrawal",
                None,
                _("Say how people take back a yes. It must be as easy as saying it."),
                "withdrawal_missing",
            )
    for row in choices:
        yield from _choice(row, content)


def _choice(row: Mapping[str, Any], content: Mapping[str, Any]) -> Iterator[Problem]:
    is_consent = row.get("article6") == Article6.CONSENT
    opts_in = row.get("control") == ChoiceControl.OPT_IN
    label = row.get("label")
    if is_consent and not opts_in:
        yield Problem(
            "choices",
            None,
            _(
                "“%(label)s” needs a yes, so it must be off until somebody turns it on.",
                label=label,
            ),
            "choice_not_opt_in",
        )
    if is_consent and row.get("needed_for_service"):
        yield Problem(
            "choices",
            None,
            _("“%(label)s” is no free choice if a service depends on it.", label=label),
            "choice_is_condition",
        )
    if not is_consent and (opts_in or not content.get("opt_out_offered")):
        yield Problem(
            "choices",
            None,
            _(
                "“%(label)s” cannot have a switch: its legal basis is not consent and no opt-out "
                "is promised.",
                label=label,
            ),
            "choice_without_consent",
        )
