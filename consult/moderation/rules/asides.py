"""Setting the votes of one person's further accounts aside; it takes two moderators."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from consult.accounts import queries as accounts
from consult.accounts.models import Person
from consult.changelog.models import Fact
from consult.changelog.rules import record
from consult.core import _, clock
from consult.core.db import db
from consult.core.errors import Invalid, Refused
from consult.councils import queries as councils
from consult.councils.models import Role
from consult.moderation import letters, queries
from consult.moderation.checks import check_still_moderates
from consult.moderation.models import AsidePerson, Because, Reason, VotesAside
from consult.participation import queries as participated
from consult.participation import rules as participation
from consult.proposals.models import Proposal

FEWEST, MOST_ACCOUNTS = 2, 50
LONGEST_WHY = 1000
PARTIAL = frozenset({Role.OFFICER, Role.OWNER, Role.DECISION_MAKER})


@dataclass(frozen=True)
class Taken:
    """Accounts that a moderator takes for one person, whose vote stays if any, and why."""

    accounts: frozenset[UUID]
    keeps: UUID | None
    why: str


def propose_aside(moderator: Person, proposal: Proposal, taken: Taken) -> VotesAside:
    """Propose that votes do not count; proposing the same twice proposes it once."""
    _begin(moderator, proposal, taken.accounts)
    _check(proposal, taken)
    for other in queries.asides_about(proposal, taken.accounts):
        if other.waits and (_accounts(other), other.keeps_id) == (taken.accounts, taken.keeps):
            return other
        raise Refused(_("One of these accounts is in something proposed or decided. End it first."))
    aside = VotesAside(
        proposal=proposal, keeps_id=taken.keeps, why=taken.why, proposed_by_id=moderator.id
    )
    db.session.add(aside)
    db.session.flush()
    for account in sorted(taken.accounts):
        db.session.add(AsidePerson(aside_id=aside.id, person_id=account))
    db.session.flush()
    return aside


def agree_aside(moderator: Person, aside: VotesAside) -> None:
    """Agree, as the second moderator: from now on these votes count nowhere."""
    proposal = _hold(moderator, aside)
    if aside.holds:
        return
    if not aside.waits:
        raise Refused(_("This is not proposed any longer."))
    if aside.proposed_by_id == moderator.id:
        raise Refused(_("You proposed this. Another moderator has to agree."))
    _check_first(aside)
    out = outs(aside)
    aside.votes = sum(participated.votes_held_by(proposal, out).values())
    aside.agreed_by_id, aside.agreed_at = moderator.id, clock.now()
    before = _told(proposal)
    participation.set_aside(proposal, out)
    record(
        Fact.VOTES_SET_ASIDE,
        council=proposal.council,
        proposal=proposal,
        by="moderator",
        views=aside.votes,
        reason=Reason.DUPLICATE_ACCOUNT,
        before=before,
        after=_told(proposal),
    )
    letters.tell_set_aside(aside, _owners(aside, out))


def decline_aside(moderator: Person, aside: VotesAside) -> None:
    """Say no to what is proposed, or take one's own proposal back; nobody hears of it."""
    _hold(moderator, aside, even_decided=True)
    if aside.holds:
        raise Refused(_("Two moderators agreed on this. You can let the votes count again."))
    if aside.waits:
        aside.ended_by_id, aside.ended_at = moderator.id, clock.now()
    db.session.flush()


def bring_back(moderator: Person, aside: VotesAside, because: Because, why: str) -> None:
    """Let votes count again, as they stand now; doing it twice does it once."""
    proposal = _hold(moderator, aside)
    if aside.is_back:
        return
    if not aside.holds:
        raise Refused(_("These votes count: nobody has agreed to set them aside."))
    if because is Because.APPEAL and moderator.id in (aside.proposed_by_id, aside.agreed_by_id):
        raise Refused(_("You took part in this decision. Somebody else decides an appeal."))
    _check_words("ended_why", why)
    aside.ended_by_id, aside.ended_at = moderator.id, clock.now()
    aside.because, aside.ended_why = because, why
    out, before = outs(aside), _told(proposal)
    participation.bring_back(proposal, out)
    record(
        Fact.VOTES_BROUGHT_BACK,
        council=proposal.council,
        proposal=proposal,
        by="moderator",
        views=sum(participated.votes_held_by(proposal, out).values()),
        because=because,
        before=before,
        after=_told(proposal),
    )
    letters.tell_set_aside(aside, _owners(aside, out))


def outs(aside: VotesAside) -> list[UUID]:
    """The accounts whose votes do not count, in order: all but the one whose vote stays."""
    return sorted(_accounts(aside) - {aside.keeps_id})


def refusal_to_count(
    moderator: Person, proposal: Proposal, accounts: Collection[UUID], *, even_decided: bool = False
) -> str | None:
    """Why this moderator may not change this count: it belongs to nobody who has a part in it."""
    if moderator.id in accounts:
        return _("One of these accounts is yours. Other moderators have to decide.")
    if proposal.author_id == moderator.id:
        return _("You wrote this proposal. A moderator who did not has to decide.")
    if PARTIAL & councils.roles_of(moderator, proposal.council):
        return _(
            "You also run this council’s desk, draft for it or decide for it. A moderator who does "
            "not has to change the count."
        )
    if proposal.is_decided and not even_decided:
        return _("The decision is published, so the count that it was taken on stays.")
    return None


def _begin(
    moderator: Person, proposal: Proposal, accounts: Collection[UUID], *, even_decided: bool = False
) -> None:
    """Hold the count, so that nobody votes, decides or closes it meanwhile."""
    participation.hold_count(proposal, {moderator.id, *accounts})
    refusal = refusal_to_count(moderator, proposal, accounts, even_decided=even_decided)
    if refusal is not None:
        raise Refused(refusal)


def _hold(moderator: Person, aside: VotesAside, *, even_decided: bool = False) -> Proposal:
    _begin(moderator, aside.proposal, _accounts(aside), even_decided=even_decided)
    db.session.refresh(aside)
    return aside.proposal


def _check_first(aside: VotesAside) -> None:
    """Two have to agree when it happens: whoever proposed it must still be one who may."""
    first = accounts.person(aside.proposed_by_id)
    check_still_moderates(first, aside.proposal.council)
    if refusal_to_count(first, aside.proposal, _accounts(aside)) is not None:
        raise Refused(
            _("Whoever proposed this may not change this count any longer. Say no to it.")
        )


def _check(proposal: Proposal, taken: Taken) -> None:
    if not FEWEST <= len(taken.accounts) <= MOST_ACCOUNTS:
        raise Invalid("who", _("Choose from 2 to 50 accounts."))
    if len(participated.participants_among(proposal, taken.accounts)) < len(taken.accounts):
        raise Invalid("who", _("Choose accounts that gave a view on this proposal."))
    if taken.keeps is not None and taken.keeps not in taken.accounts:
        raise Invalid("keeps", _("Choose one of these accounts, or none of them."))
    _check_words("why", taken.why)


def _check_words(field: str, why: str) -> None:
    if not why:
        raise Invalid(field, _("Write down why."))
    if len(why) > LONGEST_WHY:
        raise Invalid(field, _("Use 1,000 characters or fewer."))


def _accounts(aside: VotesAside) -> frozenset[UUID]:
    return frozenset(account.id for account in queries.accounts_in(aside))


def _owners(aside: VotesAside, out: Collection[UUID]) -> list[Person]:
    return [account for account in queries.accounts_in(aside) if account.id in out]


def _told(proposal: Proposal) -> Mapping[str, int]:
    """The count for the record; nothing while the round hides it."""
    if not proposal.shows_results:
        return {}
    return {stance.value: n for stance, n in participated.vote_tally(proposal).items()}
