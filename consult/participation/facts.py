"""What the record says about votes and comments, in words; never the words of residents."""

from consult.accounts.models import Channel
from consult.changelog.models import Fact
from consult.changelog.queries import Recorded
from consult.changelog.sentences import says
from consult.core import _, ngettext
from consult.participation.models import VOTES, Answer


@says(Fact.TALLY_CLOSED)
def _closed(fact: Recorded) -> str:
    votes = ngettext("%(num)s view", "%(num)s views", fact.fields["total"])
    comments = ngettext("%(num)s comment", "%(num)s comments", fact.fields["comments"])
    return _("Counted at closing: %(votes)s and %(comments)s.", votes=votes, comments=comments)


@says(Fact.TALLY_WITHOUT)
def _counted_without(fact: Recorded) -> str:
    told = ngettext(
        "Counted at closing without %(num)s view that was set aside.",
        "Counted at closing without %(num)s views that were set aside.",
        fact.fields["views"],
    )
    return f"{told} {before_and_after(fact)}"


def before_and_after(fact: Recorded) -> str:
    """Both counts that a fact holds; while results are hidden it holds none."""
    if not fact.fields["before"]:
        return _("How the views divide is told when the round closes.")
    before, after = (
        "; ".join(f"{stance.label} {fact.fields[which][stance.value]}" for stance in VOTES)
        for which in ("before", "after")
    )
    return _(
        "The count before: %(before)s. The count after: %(after)s.", before=before, after=after
    )


@says(Fact.COMMENT_PUBLISHED)
def _published(fact: Recorded) -> str:
    if fact.fields["reply"] == "yes":
        return _("A reply was published.")
    return _("A comment was published.")


@says(Fact.COMMENT_CHANGED)
def _changed(fact: Recorded) -> str:
    if fact.fields["what"] == "deleted":
        return _("A comment was taken back by its author.")
    return _("A comment was edited by its author.")


@says(Fact.COMMENT_PINNED)
def _pinned(fact: Recorded) -> str:
    if fact.fields["pinned"] == "yes":
        return _("One comment was pinned: it stands first, in place of any before it.")
    return _("One comment is no longer pinned.")


@says(Fact.SUGGESTION_ANSWERED)
def _answered(fact: Recorded) -> str:
    version = fact.fields["version"]
    match Answer(fact.fields["answer"]):
        case Answer.ACCEPTED:
            return _("Suggested words were accepted for version %(version)s.", version=version)
        case Answer.ACCEPTED_IN_PART:
            return _(
                "Suggested words were accepted in part, for version %(version)s.", version=version
            )
        case Answer.DECLINED:
            return _("Suggested words were declined, with a reason.")
        case Answer.OPEN:
            return _("The answer to suggested words was taken back.")


@says(Fact.RESPONSES_ADDED)
def _added(fact: Recorded) -> str:
    return ngettext(
        "%(num)s response was added: %(channel)s. A second person checked it.",
        "%(num)s responses were added: %(channel)s. A second person checked them.",
        fact.fields["responses"],
        channel=Channel(fact.fields["channel"]).label.lower(),
    )
