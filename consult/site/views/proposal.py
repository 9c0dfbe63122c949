"""A proposal and its rooms."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from consult.accounts.session import viewer
from consult.changelog import queries as changelog
from consult.changelog.kinds import GROUPS
from consult.core.access import anyone
from consult.decisions import panels as decisions
from consult.moderation import panels as moderation
from consult.notifications import panels as notifications
from consult.participation import panels as participation
from consult.participation import queries as participated
from consult.proposals import panels as proposals
from consult.proposals import queries as proposed
from consult.questionnaire import panels as questionnaire
from consult.site import queries
from consult.site.arguments import reading, seq_argument
from consult.site.panels import beside, room
from consult.site.views.blueprint import blueprint

HERE = "/councils/<council>/proposals/<proposal>"
TIMELINE = (*GROUPS["proposals"], *GROUPS["decisions"], *GROUPS["moderation"])


@blueprint.get(HERE)
@anyone
def proposal(council: str, proposal: str) -> ResponseReturnValue:
    """One screen a resident grasps, then their view, then comments."""
    ours = proposed.public_proposal(council, proposal)
    version = proposed.current_version(ours)
    comments = participation.comments_panel(ours, viewer(), reading())
    return render_template(
        "site/proposal.html",
        **room(ours, "proposal", version, comments.context["figures"].received),
        questions=participated.question_counts(ours),
        version=version,
        summary=proposals.summary_panel(ours, version, beside(ours, version)),
        vote=participation.vote_panel(ours, viewer()),
        questionnaire=questionnaire.invitation_panel(ours, viewer()),
        journey=proposals.journey(ours),
        comments=comments,
        follow=notifications.follow_panel(ours, viewer()),
    )


@blueprint.get(f"{HERE}/comments")
@anyone
def comments(council: str, proposal: str) -> ResponseReturnValue:
    """What people say, a page at a time."""
    ours = proposed.public_proposal(council, proposal)
    panel = participation.comments_panel(ours, viewer(), reading(), is_room=True)
    return render_template(
        "site/comments.html",
        **room(ours, "comments", comments=panel.context["figures"].received),
        questions=participated.question_counts(ours),
        comments=panel,
    )


@blueprint.get(f"{HERE}/questions")
@anyone
def questions(council: str, proposal: str) -> ResponseReturnValue:
    """What residents asked, and what the council answered."""
    ours = proposed.public_proposal(council, proposal)
    show, after = request.args.get("show", "all"), request.args.get("after")
    panel = participation.questions_panel(ours, viewer(), show, after)
    return render_template("site/questions.html", **room(ours, "comments"), questions=panel)


@blueprint.get(f"{HERE}/comments/<uuid:comment_id>")
@anyone
def comment(council: str, proposal: str, comment_id: UUID) -> ResponseReturnValue:
    """One comment with what came of it."""
    ours = proposed.public_proposal(council, proposal)
    found = participated.comment(ours, comment_id)
    notice = moderation.notice_panel(found, viewer())
    return render_template(
        "site/comment.html",
        **room(ours, "comments"),
        comment=found,
        thread=participation.comment_panel(found, viewer()),
        outcome=decisions.outcome_panel(found, viewer()),
        notice=notice,
    )


@blueprint.get(f"{HERE}/results")
@anyone
def results(council: str, proposal: str) -> ResponseReturnValue:
    """Tallies, unless the round hides them until it closes."""
    ours = proposed.public_proposal(council, proposal)
    return render_template(
        "site/results.html",
        **room(ours, "results"),
        results=participation.results_panel(ours, request.args.get("who", "all")),
        items=participation.items_results_panel(ours, request.args.get("who"), "site.results"),
        answers=questionnaire.results_panel(ours, request.args.get("who")),
        people=participation.equality_results_panel(ours),
    )


@blueprint.get(f"{HERE}/items")
@anyone
def items(council: str, proposal: str) -> ResponseReturnValue:
    """The grid, item by item, and what everybody says so far."""
    ours = proposed.public_proposal(council, proposal)
    return render_template(
        "site/items.html",
        **room(ours, "items"),
        items=participation.items_panel(ours, viewer()),
        results=participation.items_results_panel(ours, request.args.get("who")),
    )


@blueprint.get(f"{HERE}/versions")
@anyone
def versions(council: str, proposal: str) -> ResponseReturnValue:
    """Every published text."""
    ours = proposed.public_proposal(council, proposal)
    return render_template(
        "site/versions.html", **room(ours, "versions"), versions=proposed.versions(ours)
    )


@blueprint.get(f"{HERE}/versions/<int(max=2147483647):number>")
@anyone
def version(council: str, proposal: str, number: int) -> ResponseReturnValue:
    """One published text, with what differs from the one before."""
    ours = proposed.public_proposal(council, proposal)
    shown = proposed.version(ours, number)
    before = proposed.version(ours, number - 1) if number > 1 else None
    panel = proposals.version_panel(shown, before)
    return render_template("site/version.html", **room(ours, "versions"), version=shown, text=panel)


@blueprint.get(f"{HERE}/preparation")
@anyone
def preparation(council: str, proposal: str) -> ResponseReturnValue:
    """How we prepared this: the checklist with its reasons."""
    ours = proposed.public_proposal(council, proposal)
    panel = proposals.preparation_panel(proposed.current_version(ours))
    return render_template("site/preparation.html", **room(ours, "preparation"), preparation=panel)


@blueprint.get(f"{HERE}/decision")
@anyone
def decision(council: str, proposal: str) -> ResponseReturnValue:
    """What was decided and why."""
    ours = proposed.public_proposal(council, proposal)
    panel = decisions.decision_panel(ours)
    return render_template("site/decision.html", **room(ours, "decision"), decision=panel)


@blueprint.get(f"{HERE}/timeline")
@anyone
def timeline(council: str, proposal: str) -> ResponseReturnValue:
    """The whole journey, from the record."""
    ours = proposed.public_proposal(council, proposal)
    page = changelog.facts_page(
        TIMELINE, proposal_id=ours.id, before=seq_argument("before"), limit=50
    )
    return render_template(
        "site/timeline.html",
        **room(ours, "timeline"),
        journey=proposals.journey(ours),
        days=queries.by_day(page.items),
        more=page.next,
    )
