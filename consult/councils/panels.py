"""What the pages about staff and branding show."""

from datetime import timedelta

from consult.accounts.models import Person, Verification
from consult.core import clock
from consult.core.panels import Panel
from consult.councils import colour, queries
from consult.councils.forms import (
    AnswerDaysForm,
    BrandingForm,
    ButtonForm,
    ChecksForm,
    EqualityForm,
    InvitationForm,
    LettersForm,
    PostcodesForm,
)
from consult.councils.letters import new_batch
from consult.councils.models import Council, Invitation, Role, Staff
from consult.councils.rules import LISTS


def team_panel(council: Council, viewer: Person) -> Panel:
    """Everybody who works for the council; owners may change it."""
    owns = Role.OWNER in queries.roles_of(viewer, council)
    return Panel(
        "councils/team.html",
        council=council,
        room="team",
        members=queries.members(council),
        invitations=queries.waiting_invitations(council),
        owns=owns,
        viewer_id=viewer.id,
        form=ButtonForm(),
    )


def invite_panel(council: Council, form: InvitationForm) -> Panel:
    """The question whom to invite, and to what."""
    form.role.option_hints = {role: role.duty for role in Role}  # type: ignore[attr-defined]
    return Panel("councils/invite.html", council=council, room="team", form=form)


def take_panel(council: Council, staff: Staff) -> Panel:
    """The question whether to take a role away."""
    is_last = staff.role is Role.OWNER and len(queries.staff_with(council, Role.OWNER)) < 2
    return Panel(
        "councils/take.html",
        council=council,
        room="team",
        staff=staff,
        is_last=is_last,
        form=ButtonForm(),
    )


def invitation_panel(offered: Invitation, token: str, viewer: Person | None) -> Panel:
    """Who offers what, and the button that takes it up; or why it is closed."""
    return Panel(
        "councils/invitation.html",
        council=offered.council,
        invitation=offered,
        token=token,
        is_for_other=viewer is not None and viewer.email != offered.email,
        form=ButtonForm(),
    )


def branding_panel(council: Council, form: BrandingForm | None = None) -> Panel:
    """Name, colour and logo, beside how they look."""
    if form is None:
        form = BrandingForm(formdata=None, data={"name": council.name, "colour": council.colour})
    typed = colour.normal(form.colour.data or "")
    return Panel(
        "councils/branding.html",
        council=council,
        room="team",
        form=form,
        typed=typed,
        ratio=colour.ratio(colour.contrast(colour.rgb(typed))) if typed else None,
        better=colour.darker_that_passes(typed) if typed and not colour.passes(typed) else None,
    )


def answers_panel(council: Council, form: AnswerDaysForm | None = None) -> Panel:
    """How long residents wait for an answer to a question."""
    form = form or AnswerDaysForm(formdata=None, data={"days": council.answer_days})
    return Panel("councils/answers.html", council=council, room="team", form=form)


def checks_panel(council: Council, form: ChecksForm | None = None) -> Panel:
    """What is looked for before comments are public, and what happens in time."""
    if form is None:
        checks = queries.checks_of(council)
        lists = {name: "\n".join(getattr(checks, name)) for name in LISTS}
        chosen = {"duty_email": checks.duty_email, "publishes_held": checks.publishes_held}
        form = ChecksForm(formdata=None, data=chosen | lists)
    return Panel("councils/checks.html", council=council, room="team", form=form)


def residents_panel(
    council: Council, *, postcodes: PostcodesForm | None = None, letters: LettersForm | None = None
) -> Panel:
    """How residents can say where they live, and how many have."""
    return Panel(
        "councils/residents.html",
        council=council,
        room="team",
        form=postcodes or letters or ButtonForm(formdata=None),
        postcodes=postcodes or PostcodesForm(formdata=None),
        letters=letters or _new_letters(),
        equality=EqualityForm(formdata=None, data={"asks": council.asks_equality}),
        listed=queries.postcode_count(council),
        batches=queries.letter_batches(council),
        people=queries.residents_by_level(council),
        levels=[level for level in Verification if level is not Verification.GUEST_UNVERIFIED],
        now=clock.now(),
    )


def _new_letters() -> LettersForm:
    today = clock.local(clock.now()).date()
    given = {"batch": new_batch(today), "last_day": today + timedelta(weeks=12)}
    return LettersForm(formdata=None, data=given)


def stylesheet(council: Council) -> str:
    """The few tokens by which everything takes a council's colour."""
    own = council.colour
    tokens = {
        "--council": own,
        "--council-tint": colour.tint(own),
        "--govuk-brand-colour": own,
        "--govuk-link-colour": colour.link(own),
        "--govuk-link-hover-colour": colour.link_hover(own),
    }
    lines = "".join(f"  {name}: {value};\n" for name, value in tokens.items())
    return f":root {{\n{lines}}}\n"
