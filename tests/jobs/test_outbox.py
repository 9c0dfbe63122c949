import socketserver
import threading
from email import message_from_bytes, policy

import pytest

from consult.core import mail as core_mail
from consult.core.db import db
from consult.jobs import queries
from consult.jobs.models import Job, Mail
from consult.jobs.outbox import post_mail

LETTER = "Hello {{ name }},\n\nyour code is 123456. {{ base_url }}\n"


@pytest.fixture(autouse=True)
def letter(app, monkeypatch):
    """A template for this test only."""
    from jinja2 import ChoiceLoader, DictLoader

    loader = ChoiceLoader([DictLoader({"mail/tests/hello.txt": LETTER}), app.jinja_loader])
    monkeypatch.setattr(app.jinja_env, "loader", loader)


def posted(**given) -> Mail:
    given = {"to": "resident@example.org", "subject": "Your code", "name": "O'Neil & co"} | given
    return post_mail(template="mail/tests/hello.txt", **given)


class MailServer(socketserver.StreamRequestHandler):
    """Takes mail as a server would, or refuses it."""

    def handle(self):
        self.say("220 ready")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self.say("354 go on")
                taken = b""
                while (part := self.rfile.readline()) != b".\r\n":
                    taken += part
                self.server.taken.append(message_from_bytes(taken, policy=policy.default))
                self.say("250 taken")
            elif verb == b"RCPT" and self.server.refuses:
                self.say("450 later")
            elif verb == b"QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 fine")

    def say(self, text):
        self.wfile.write(f"{text}\r\n".encode())


@pytest.fixture
def mail_server(app, monkeypatch):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), MailServer) as server:
        server.taken, server.refuses, server.daemon_threads = [], False, True
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        address = f"smtp://127.0.0.1:{server.server_address[1]}"
        monkeypatch.setitem(app.config, "SMTP_URL", address)
        yield server
        server.shutdown()
        thread.join()


def test_a_letter_is_plain_text():
    assert posted().text.startswith("Hello O'Neil & co,")


@pytest.mark.parametrize(
    "given",
    [
        {"to": "a@example.org\nBcc: b@example.org"},
        {"subject": "Hello\r\nBcc: b@example.org"},
        {"subject": "Hello\x00"},
        {"to": ""},
    ],
)
def test_a_header_cannot_be_added(given):
    with pytest.raises(ValueError, match="one line"):
        posted(**given)

    assert db.session.query(Mail).count() == 0


def test_the_demo_keeps_mail_for_its_mail_page(run_jobs):
    mail = posted()

    run_jobs()

    assert mail.sent_at is not None
    assert "123456" in mail.text
    assert queries.latest_mail() == [mail]


def test_what_a_server_took_is_forgotten(mail_server, run_jobs):
    mail = posted()
    message_id = mail.message_id

    run_jobs()

    assert [letter["Message-ID"] for letter in mail_server.taken] == [message_id]
    assert "123456" in mail_server.taken[0].get_content()
    assert (mail.text, mail.sent_at is not None) == ("", True)


def test_a_refused_mail_is_sent_later_under_the_same_name(mail_server, run_jobs, clock):
    mail_server.refuses = True
    mail = posted()
    run_jobs()
    waiting = mail.sent_at

    mail_server.refuses = False
    clock.forward(minutes=1)
    run_jobs()

    assert waiting is None
    assert [letter["Message-ID"] for letter in mail_server.taken] == [mail.message_id]


def test_an_error_kept_with_a_job_names_no_address(mail_server, run_jobs):
    mail_server.refuses = True
    posted()

    run_jobs()

    assert db.session.query(Job).one().error == "SMTPRecipientsRefused"


def test_without_a_server_mail_waits(app, monkeypatch, run_jobs):
    monkeypatch.setitem(app.config, "DEMO", False)
    mail = posted()

    run_jobs()

    assert mail.sent_at is None
    assert db.session.query(Job).one().error == core_mail.NoMailServer.__name__
