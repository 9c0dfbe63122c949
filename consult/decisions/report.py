"""The whole report behind a decision, and its fingerprint; what is signed is exactly this."""

from hashlib import sha256
from typing import Any

import rfc8785

from consult.analysis import queries as analysis
from consult.decisions import queries
from consult.decisions.models import Decision


def report(decided: Decision) -> dict[str, Any]:
    """Everything that the decision-maker reads, as plain data; comments by id."""
    proposal = decided.proposal
    answers = queries.answers(proposal)
    under: dict[Any, list[str]] = {}
    for placed in analysis.placed(proposal):
        under.setdefault(placed.theme_id, []).append(str(placed.comment_id))
    return {
        "proposal": str(proposal.id),
        "version": proposal.version_number,
        "stances": {s.value: n for s, n in analysis.stance_counts(proposal).items()},
        "themes": [
            {
                "label": theme.label,
                "summary": theme.summary,
                "comments": sorted(under.get(theme.id, [])),
                "answer": _answer(answers.get(theme.id)),
            }
            for theme in analysis.themes(proposal)
        ],
        "outcomes": {str(one.comment_id): _answer(one) for one in analysis.outcomes(proposal)},
        "verdict": decided.verdict.value if decided.verdict else "",
        "headline": decided.headline,
        "statement": decided.statement,
        "how_considered": decided.how_considered,
        "decided_by": decided.decided_by_role,
        "changes": [
            {
                "title": one.change.title,
                "before": one.change.before,
                "after": one.change.after,
                "themes": [theme.label for theme in one.themes],
                "comments": sorted(str(comment.id) for comment in one.comments),
            }
            for one in queries.changes(decided)
        ],
        "not_changed": decided.not_changed,
        "dissent": decided.dissent or "",
        "next_steps": decided.next_steps,
        "first_sharing_on": str(decided.first_sharing_on or ""),
        "review_on": str(decided.review_on or ""),
    }


def fingerprint(decided: Decision) -> str:
    """SHA-256 of the report in canonical form (RFC 8785), as hex."""
    return sha256(rfc8785.dumps(report(decided))).hexdigest()


def _answer(given: Any) -> dict[str, str]:
    if given is None:
        return {}
    return {
        "disposition": given.disposition.value,
        "text": getattr(given, "text", ""),
        "reason": given.reason or "",
        "by_when": str(given.by_when or ""),
    }
