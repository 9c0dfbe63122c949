"""What moderators may do about somebody's account, and who waits for a second moderator."""

from consult.accounts.models import Person
from consult.core.panels import Panel
from consult.councils.models import Council
from consult.moderation import queries
from consult.moderation.checks import refusal_to_restrict
from consult.moderation.forms import EmptyForm
from consult.moderation.forms.people import RestrictForm
from consult.moderation.models import Reason
from consult.participation.models import Comment
from consult.participation.queries.limits import limit_on, limits_in
from consult.proposals import queries as proposals


def author_panel(comment: Comment, reader: Person, form: RestrictForm | None = None) -> Panel:
    """The author of a comment: what holds, what is proposed, and what may be done."""
    council = comment.proposal.council
    limit = limit_on(comment.author, council)
    if limit is not None and not (limit.waits or limit.holds):
        limit = None
    return Panel(
        "moderation/author.html",
        council=council,
        room="queue",
        comment=comment,
        limit=limit,
        reason=Reason(limit.reason) if limit else None,
        is_proposer=limit is not None and limit.proposed_by_id == reader.id,
        refusal=refusal_to_restrict(
            reader, comment, has_reported=queries.has_reported(reader, comment)
        ),
        form=form or RestrictForm(formdata=None),
        button_form=EmptyForm(formdata=None),
    )


def people_panel(council: Council, after: str | None = None) -> Panel:
    """What waits for a second moderator, what holds now, and where counts may still change."""
    return Panel(
        "moderation/people.html",
        council=council,
        room="queue",
        page=limits_in(council, after),
        asides=queries.asides_in(council),
        undecided=[one for one in proposals.public_proposals(council) if not one.is_decided],
    )
