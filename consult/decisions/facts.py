"""What the record says about decisions, in words."""

from consult.changelog.models import Fact
from consult.changelog.queries import Recorded
from consult.changelog.sentences import says
from consult.core import _, ngettext
from consult.decisions.models import Verdict


@says(Fact.SUMMARY_PUBLISHED)
def _summary(fact: Recorded) -> str:
    themes = ngettext("%(num)s theme", "%(num)s themes", fact.fields["themes"])
    comments = ngettext("%(num)s comment", "%(num)s comments", fact.fields["comments"])
    return _(
        "%(themes)s with an answer each, and an outcome for each of %(comments)s.",
        themes=themes,
        comments=comments,
    )


@says(Fact.DECISION_PUBLISHED)
def _decided(fact: Recorded) -> str:
    verdict = Verdict(fact.fields["verdict"]).label
    changes = fact.fields["changes"]
    if not changes:
        return f"{verdict}."
    named = ngettext("%(num)s change", "%(num)s changes", changes)
    return _(
        "%(verdict)s: %(changes)s because of what people said.", verdict=verdict, changes=named
    )
