"""Choosing accounts that may be one person, and what setting their votes aside would do."""

from collections.abc import Collection
from uuid import UUID

from consult.accounts.models import Person
from consult.core import _
from consult.core.panels import Panel
from consult.moderation import queries, rules
from consult.moderation.forms import EmptyForm
from consult.moderation.forms.asides import NONE, AsideForm, BackForm
from consult.moderation.models import VotesAside
from consult.participation import queries as participation
from consult.proposals.models import Proposal


def choose_panel(
    proposal: Proposal,
    reader: Person,
    chosen: Collection[UUID],
    named: str = "",
    after: str | None = None,
    form: AsideForm | None = None,
) -> Panel:
    """The accounts that gave a view, and those that a moderator has chosen among them."""
    accounts = participation.participants_among(proposal, chosen)
    form = form or AsideForm(formdata=None)
    form.keeps.choices = [(str(one.id), one.public_name) for one in accounts]
    form.keeps.choices.append((NONE, _("Nobody’s: none of these views counts")))
    return Panel(
        "moderation/choose_accounts.html",
        council=proposal.council,
        room="queue",
        proposal=proposal,
        chosen=accounts,
        found=participation.participants(proposal, named or None, after),
        named=named,
        refusal=rules.refusal_to_count(reader, proposal, ()),
        form=form,
    )


def aside_panel(aside: VotesAside, reader: Person, form: BackForm | None = None) -> Panel:
    """One act about votes: the accounts, how many views, and what may be done; never which."""
    accounts = queries.accounts_in(aside)
    ids = [account.id for account in accounts]
    proposal = aside.proposal
    held = participation.votes_held_by(proposal, [one for one in ids if one != aside.keeps_id])
    return Panel(
        "moderation/votes_aside.html",
        council=proposal.council,
        room="queue",
        aside=aside,
        proposal=proposal,
        accounts=accounts,
        views=sum(held.values()),
        refusal=rules.refusal_to_count(reader, proposal, ids),
        is_proposer=aside.proposed_by_id == reader.id,
        form=form or BackForm(formdata=None),
        button_form=EmptyForm(formdata=None),
    )


def asides_panel(asides: Collection[VotesAside]) -> Panel:
    """What two moderators agreed on about votes, for everybody."""
    return Panel("moderation/asides_told.html", asides=asides)
