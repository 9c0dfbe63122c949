"""Mail: written from text templates, handed to a mail server."""

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate
from typing import Any
from urllib.parse import unquote, urlsplit

from flask import current_app

TIMEOUT = 20


class NoMailServer(Exception):
    """There is nowhere to send mail."""


def compose(template: str, /, **context: Any) -> str:
    """Write a mail's text from a template, which knows nothing of who is looking.

    In it `link("site.proposal", ...)` is a whole address of this site, and so begins `base_url`.
    """
    given = {"base_url": current_app.config["BASE_URL"], "link": link, **context}
    return current_app.jinja_env.get_template(template).render(given).strip() + "\n"


def link(endpoint: str, **values: Any) -> str:
    """A whole address, in requests and in jobs alike."""
    path = current_app.url_map.bind("").build(endpoint, values)
    return f"{current_app.config['BASE_URL']}{path}"


def one_line(text: str) -> str:
    """Refuse what could add a header."""
    if not text or not text.isprintable():
        raise ValueError("A mail header is one line of readable characters.")
    return text


def headline(words: str) -> str:
    """Somebody's words as a mail header can carry them."""
    readable = (sign if sign.isprintable() else " " for sign in words)
    return " ".join("".join(readable).split())


def address_domain() -> str:
    """The site's own name, which ends every Message-ID."""
    return urlsplit(current_app.config["BASE_URL"]).hostname or "localhost"


def deliver(
    to: str, subject: str, text: str, message_id: str, unsubscribe: str | None = None
) -> bool:
    """Hand a mail to the mail server; False where the demo shows it instead of sending it."""
    url = current_app.config["SMTP_URL"]
    if not url:
        if current_app.config["DEMO"]:
            return False
        raise NoMailServer
    message = EmailMessage()
    message["From"] = current_app.config["MAIL_FROM"]
    message["To"] = one_line(to)
    message["Subject"] = one_line(subject)
    message["Message-ID"] = message_id
    message["Date"] = formatdate()
    message["Auto-Submitted"] = "auto-generated"
    if unsubscribe:  # RFC 8058: one press in the reader's own mail program
        message["List-Unsubscribe"] = f"<{one_line(unsubscribe)}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(text, cte="quoted-printable")
    _send(url, message)
    return True


def _send(url: str, message: EmailMessage) -> None:
    """`smtps://` speaks TLS from the start, `smtp://` as soon as the server offers it."""
    server = urlsplit(url)
    host, secure = server.hostname or "localhost", server.scheme == "smtps"
    context = ssl.create_default_context()
    with (
        smtplib.SMTP_SSL(host, server.port or 465, timeout=TIMEOUT, context=context)
        if secure
        else smtplib.SMTP(host, server.port or 25, timeout=TIMEOUT)
    ) as smtp:
        if not secure:
            smtp.ehlo()
            if smtp.has_extn("starttls"):
                smtp.starttls(context=context)
                smtp.ehlo()
        if server.username:
            smtp.login(unquote(server.username), unquote(server.password or ""))
        smtp.send_message(message)
