"""What the pages of an account show."""

from consult.accounts import queries
from consult.accounts.forms import GIVEN, REAL, ButtonForm, CodeForm, NameForm, SignInForm
from consult.accounts.models import Person, Session, SignIn
from consult.accounts.rules import is_guessed_at
from consult.core import ngettext
from consult.core.panels import Panel


def sign_in_panel(form: SignInForm) -> Panel:
    """The question for an address."""
    return Panel("accounts/sign_in.html", form=form)


def code_panel(asked: SignIn, form: CodeForm | None = None) -> Panel:
    """The question for the code; or, where none would do, how to go on."""
    if not asked.is_open:
        return link_ended_panel(asked)
    if form is None:
        form = CodeForm(formdata=None)
        if asked.tries:
            form.refuse("code", _wrong_code(asked.tries_left))
    return Panel(
        "accounts/code.html",
        form=form,
        sign_in=asked,
        only_link=is_guessed_at(asked.email),
    )


def _wrong_code(left: int) -> str:
    return str(
        ngettext(
            "That is not the code in the e-mail. You have %(num)s try left.",
            "That is not the code in the e-mail. You have %(num)s tries left.",
            left,
        )
    )


def link_panel(asked: SignIn, token: str) -> Panel:
    """The button that signs in."""
    return Panel("accounts/link.html", form=ButtonForm(), sign_in=asked, token=token)


def link_ended_panel(asked: SignIn | None) -> Panel:
    """A way in that is closed, and the way to a new one."""
    return Panel("accounts/link_ended.html", next=asked.next_url if asked else None)


def name_panel(person: Person, next_url: str | None, form: NameForm | None = None) -> Panel:
    """The choice of a public name."""
    if form is None:
        shown = REAL if person.shows_real_name else GIVEN
        form = NameForm(formdata=None, data={"shown": shown, "name": person.real_name or ""})
        form.next.data = next_url
    return Panel(
        "accounts/name.html", form=form, button_form=ButtonForm(), person=person, next=next_url
    )


def account_panel(person: Person, here: Session) -> Panel:
    """A person's own page."""
    return Panel(
        "accounts/account.html",
        person=person,
        here=here,
        sessions=queries.live_sessions(person),
        form=ButtonForm(),
    )
