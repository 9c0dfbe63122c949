"""What the picture of a proposal says: whose it is, what it is called and how it stands."""

from flask_babel import force_locale

from consult.core import _
from consult.core.format import short_day
from consult.embed.picture import Words
from consult.proposals.models import Proposal, Status


def words_of(proposal: Proposal) -> Words:
    """The words to draw, in English; other ones as soon as the proposal stands otherwise."""
    with force_locale("en"):
        return _words_of(proposal)


def _words_of(proposal: Proposal) -> Words:
    when, call = "", ""
    if proposal.is_open and proposal.closes_at:
        when = _("until %(day)s", day=short_day(proposal.closes_at))
        call = _("Have your say")
    elif proposal.is_decided:
        call = _("Read the decision")
    withdrawn = proposal.status is Status.WITHDRAWN
    return Words(
        council=proposal.council.name,
        colour=proposal.council.colour,
        title=proposal.title,
        state=proposal.status.label if withdrawn else proposal.stage.label,
        when=when,
        call="" if withdrawn else call,
    )
