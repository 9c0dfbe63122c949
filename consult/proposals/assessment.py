"""When a data protection impact assessment is a duty, and what must follow from it."""

from collections.abc import Iterator, Mapping
from typing import Any

from consult.core import _
from consult.proposals import answers
from consult.proposals.enums import DpiaStatus, DpiaTrigger, RiskLevel
from consult.proposals.problem import Problem


def is_required(content: Mapping[str, Any]) -> bool:
    """One decisive sign of high risk, or two others, make it a duty."""
    chosen = set(content.get("dpia_screening_triggers") or [])
    signs = [sign for sign in DpiaTrigger if sign in chosen]
    return any(sign.is_decisive for sign in signs) or len(signs) > 1


def problems(content: Mapping[str, Any]) -> Iterator[Problem]:
    """The answer must follow from the signs, the status from the answer."""
    answer, status = content.get("dpia_required"), content.get("dpia_status")
    if is_required(content) and answer is False:
        yield Problem(
            "dpia_required",
            None,
            _("The signs of high risk you chose make an assessment a duty. Answer yes."),
            "dpia_is_required",
        )
    if not is_required(content) and answer is True and _nothing_said(content):
        yield Problem(
            "dpia_reason",
            None,
            _("No sign of high risk makes an assessment a duty. Say why you make one anyway."),
            "dpia_reason_missing",
        )
    if status == DpiaStatus.NOT_NEEDED_REASON_PUBLISHED and (answer or is_required(content)):
        yield Problem(
            "dpia_status",
            None,
            _("An assessment is required, so its status cannot be “not needed”."),
            "dpia_status_contradicts",
        )
    if status in _WITH_TEXT and not answers.text(content, "dpia_url"):
        yield Problem(
            "dpia_url",
            None,
            _("You say the assessment is published. Link to it."),
            "dpia_url_missing",
        )
    yield from _left_over(content)


_WITH_TEXT = (
    DpiaStatus.PUBLISHED_DRAFT,
    DpiaStatus.PUBLISHED_FINAL,
    DpiaStatus.PUBLISHED_REDACTED,
)


def _nothing_said(content: Mapping[str, Any]) -> bool:
    return not answers.text(content, "dpia_reason")


def _left_over(content: Mapping[str, Any]) -> Iterator[Problem]:
    if content.get("dpia_residual_risk") != RiskLevel.HIGH:
        return
    if content.get("dpia_status") == DpiaStatus.REFERRED_TO_ICO:
        return
    if not answers.text(content, "dpia_ico_consultation"):
        yield Problem(
            "dpia_ico_consultation",
            None,
            _(
                "The risk that is left is high, so the Information Commissioner must be asked "
                "before anything is shared (UK GDPR Article 36). Say how and when you ask."
            ),
            "ico_consultation_missing",
        )
