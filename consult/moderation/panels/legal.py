"""Notices of defamation, complaints about personal data, and safety, in public and at the desk."""

from flask import request, url_for
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]

from consult.accounts.models import Person
from consult.core import _
from consult.core.errors import NotFound
from consult.core.panels import Panel
from consult.councils.models import Council
from consult.moderation import queries
from consult.moderation.addresses import comment_named
from consult.moderation.forms import (
    ComplaintForm,
    FindForm,
    NoteForm,
    NoticeForm,
    PositionForm,
    ReplyForm,
    RiskForm,
    StepForm,
)
from consult.moderation.letters import PARTICULARS
from consult.moderation.models import DataComplaint, LegalNotice
from consult.moderation.notices import Step
from consult.moderation.safety import KINDS, LEVELS, switches
from consult.participation import queries as participated
from consult.participation.models import Comment
from consult.proposals import queries as proposals


def legal_panel(council: Council, form: FindForm | None = None) -> Panel:
    """Where to go with a legal problem; a comment is named by its address."""
    return Panel("moderation/legal.html", council=council, form=form or FindForm(formdata=None))


def address_of_claim(council: Council, form: FindForm) -> str | None:
    """Where notice is given of the comment that was named; otherwise the form says what is wrong.

    Another council's comment, and one that nobody can read, is none.
    """
    named = comment_named(form.address.data or "", request.host)
    try:
        if named is not None and named.council == council.slug:
            ours = proposals.public_proposal(named.council, named.proposal)
            participated.comment(ours, named.comment_id)
            return url_for("moderation.serious_claim", **vars(named))
    except NotFound:
        pass
    form.refuse("address", _("There is no such comment here. Copy its address from “Link”."))
    return None


def give_notice_panel(comment: Comment, form: NoticeForm | None = None) -> Panel:
    """The form for a serious claim about oneself."""
    return Panel(
        "moderation/notice_form.html",
        council=comment.proposal.council,
        proposal=comment.proposal,
        comment=comment,
        form=form or NoticeForm(formdata=None),
    )


def noticed_panel(comment: Comment) -> Panel:
    """What happens after a notice."""
    return Panel(
        "moderation/noticed.html",
        council=comment.proposal.council,
        proposal=comment.proposal,
        comment=comment,
    )


def reply_panel(notice: LegalNotice, form: ReplyForm | None = None) -> Panel:
    """A notice as the author of the words reads it, and their answer."""
    return Panel(
        "moderation/reply.html",
        council=notice.council,
        proposal=notice.comment.proposal,
        comment=notice.comment,
        notice=notice,
        waits=notice.step is Step.ASKED,
        form=form or ReplyForm(formdata=None),
    )


def complain_panel(council: Council, form: ComplaintForm | None = None) -> Panel:
    """The form for a complaint about personal data."""
    form = form or ComplaintForm(formdata=None)
    return Panel("moderation/complain.html", council=council, form=form)


def complained_panel(council: Council) -> Panel:
    """What happens after a complaint."""
    return Panel("moderation/complained.html", council=council)


def safety_panel(council: Council) -> Panel:
    """How the council stands to the Online Safety Act, for everybody."""
    return Panel("moderation/safety.html", council=council, positions=queries.positions(council))


def notices_panel(council: Council, after: str | None = None) -> Panel:
    """The notices of a council."""
    page = queries.legal_notices(council, after)
    return Panel("moderation/notices.html", council=council, room="queue", tab="notices", page=page)


def step_panel(notice: LegalNotice, member: Person, form: StepForm | None = None) -> Panel:
    """One notice with what happened, and what may lawfully come next."""
    events = queries.next_events(notice)
    form = form or StepForm(formdata=None)
    form.event.choices = [SelectChoice(event, event.label) for event in events]
    return Panel(
        "moderation/notice_steps.html",
        council=notice.council,
        room="queue",
        tab="notices",
        notice=notice,
        comment=notice.comment,
        is_own=notice.comment.author_id == member.id,
        steps=queries.legal_steps(notice),
        missing=[PARTICULARS[name] for name in notice.missing],
        events=events,
        form=form,
    )


def complaints_panel(council: Council, after: str | None = None) -> Panel:
    """The register of complaints."""
    page = queries.complaints(council, after)
    return Panel(
        "moderation/complaints.html", council=council, room="queue", tab="complaints", page=page
    )


def complaint_panel(complaint: DataComplaint, form: NoteForm | None = None) -> Panel:
    """One complaint, what the person was told, and the form for more."""
    return Panel(
        "moderation/complaint.html",
        council=complaint.council,
        room="queue",
        tab="complaints",
        complaint=complaint,
        notes=queries.complaint_notes(complaint),
        form=form or NoteForm(formdata=None),
    )


def position_panel(council: Council, form: PositionForm | None = None) -> Panel:
    """The position, the features that matter for it, and the risks looked at."""
    latest = queries.position_of(council)
    return Panel(
        "moderation/position.html",
        council=council,
        room="queue",
        tab="safety",
        latest=latest,
        is_due=queries.is_review_due(council),
        switches=switches(has_suggestions=queries.has_suggestions(council)),
        kinds=KINDS,
        levels=LEVELS,
        answers=queries.risk_answers(council),
        form=form or PositionForm(formdata=None, obj=latest),
    )


def risk_panel(council: Council, kind: str, form: RiskForm | None = None) -> Panel:
    """One kind of illegal content: what was said of it, and the form for saying it anew."""
    answers = queries.risk_answers(council)[kind]
    latest = answers[0] if answers else None
    return Panel(
        "moderation/risk.html",
        council=council,
        room="queue",
        tab="safety",
        kind=kind,
        title=KINDS[kind],
        levels=LEVELS,
        answers=answers,
        form=form or RiskForm(formdata=None, obj=latest),
    )
