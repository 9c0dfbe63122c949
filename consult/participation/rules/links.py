"""How many links a comment may have: few from an account that is new."""

from datetime import timedelta

from consult.accounts.models import Person
from consult.core import _, clock
from consult.core.errors import Invalid
from consult.core.html import render_markdown

NEW = timedelta(days=1)
MOST_OF_NEW = 1
MOST = 5


def check_links(author: Person | None, body: str) -> None:
    """Refuse more links than an account may put in a comment; a visitor counts as new."""
    links = render_markdown(body).count("<a ")
    is_new = author is None or author.created_at > clock.now() - NEW
    if is_new and links > MOST_OF_NEW:
        raise Invalid(
            "body",
            _("In its first day an account can put one link in a comment. Keep the best one."),
        )
    if links > MOST:
        raise Invalid("body", _("A comment can have at most 5 links. Keep the best ones."))
