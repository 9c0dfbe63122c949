"""Mail to staff about a draft that waits for somebody."""

from consult.accounts.models import Person
from consult.core import _
from consult.core.mail import headline
from consult.jobs.outbox import post_mail
from consult.proposals import answers
from consult.proposals.models import Proposal


def ask_to_agree(officer: Person, proposal: Proposal, person: Person) -> None:
    """Tell somebody who can agree that a draft waits for them."""
    post_mail(
        to=person.email,
        subject=_("Please read and agree: %(title)s", title=headline(proposal.title)),
        template="mail/proposals/agreement.txt",
        officer=officer.real_name or officer.pseudonym,
        proposal=proposal,
        person=person,
        opens=answers.moment(proposal.draft.get("opens_at")),
    )
