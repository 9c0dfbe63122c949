"""Every act, and everybody who might try it: one small table says who may."""

import pytest

from consult.accounts import rules as accounts
from consult.core.db import db
from consult.councils.models import Role
from consult.moderation import rules
from consult.moderation.models import Act, ModerationAction, Reason, Report, VotesAside
from consult.moderation.redaction import Detail, Span
from consult.participation.models import Comment, Limit
from consult.proposals import queries as proposals
from consult.proposals.parts import parts_of
from tests.factories import a_comment, a_council, a_member, a_person, a_proposal
from tests.moderation.asides import one_person_thrice, opposed, proposed, set_aside
from tests.moderation.test_asides_views import filled

WORDS = "Ring me on 01632 960417, please."
MODERATORS = {"moderator"}
ALLOWED = {
    Act.HOLD: set(),
    Act.HIDE: MODERATORS,
    Act.REDACT: MODERATORS,
    Act.RESTORE: MODERATORS,
    Act.KEEP: MODERATORS,
    Act.LOCK: MODERATORS,
    Act.UNLOCK: MODERATORS,
}
BY_PLACE = {
    Act.MOVE: MODERATORS,
    Act.GROUP: MODERATORS,
    Act.PART: MODERATORS,
    Act.COVER_NAME: MODERATORS,
    Act.SHOW_NAME: MODERATORS,
}
STAFF = [role.value for role in Role]
WHO = [
    "anonymous",
    "resident",
    "author",
    "reporter",
    *STAFF,
    "moderator elsewhere",
    "owner elsewhere",
    "author moderator",
    "reporter moderator",
    "proposal's author moderator",
]
BEFORE = {Act.RESTORE: Act.HIDE, Act.UNLOCK: Act.LOCK}
GIVEN = {
    "reason": Reason.HATE.value,
    "spans-0-words": "01632 960417",
    "spans-0-detail": Detail.PHONE.value,
}


def test_every_act_has_its_line_in_the_table():
    assert set(ALLOWED) | set(BY_PLACE) == set(Act)


def _prepared(act):
    """A comment with a report, in a state that the act changes."""
    comment = a_comment(a_proposal(), body=WORDS)
    if act in BEFORE:
        first = a_member(comment.proposal.council, Role.MODERATOR)
        span = (Span("01632 960417", Detail.PHONE),)
        rules.act(first, comment, rules.Order(BEFORE[act], Reason.HATE, span))
    return comment


def _sign_in(browser, who, comment):
    proposal = comment.proposal
    council = proposal.council
    makers = {
        "resident": a_person,
        "author": lambda: comment.author,
        "reporter": a_person,
        "moderator elsewhere": lambda: a_member(a_council(), Role.MODERATOR),
        "owner elsewhere": lambda: a_member(a_council(), Role.OWNER),
        "author moderator": lambda: a_member(council, Role.MODERATOR, person=comment.author),
        "reporter moderator": lambda: a_member(council, Role.MODERATOR),
        "proposal's author moderator": lambda: a_member(
            council, Role.MODERATOR, person=proposal.author
        ),
    }
    if who == "anonymous":
        return
    person = a_member(council, Role(who)) if who in STAFF else makers[who]()
    if who.startswith("reporter"):
        if comment.is_readable:
            rules.report(person, comment, Reason.HATE, None, "r" * 64)
        else:
            _reported_before(person, comment)
    browser.sign_in(person)


def _reported_before(person, comment):
    given = {"reason": Reason.HATE, "reporter": person, "reporter_key": "r" * 64}
    db.session.add(Report(comment=comment, council_id=comment.proposal.council_id, **given))
    db.session.flush()


@pytest.mark.parametrize("act", ALLOWED)
@pytest.mark.parametrize("who", WHO)
def test_only_whom_the_table_names_can_act(browser, act, who):
    comment = _prepared(act)
    if act is Act.KEEP:
        rules.report(None, comment, Reason.HATE, None, "k" * 64)
    address = f"/desk/{comment.proposal.council.slug}/queue/{comment.id}"
    comment_id = comment.id
    _sign_in(browser, who, comment)

    browser.post(address, {"act": act.value, **GIVEN})

    acts = [one.act for one in db.session.query(ModerationAction).filter_by(comment_id=comment_id)]
    assert (act in acts) is (who in ALLOWED[act])
    assert db.session.get(Comment, comment_id) is not None


def _placed(act):
    """A comment with another that says the same, in a state that the act changes."""
    comment = a_comment(a_proposal(), body=WORDS)
    other = a_comment(comment.proposal, body=WORDS)
    accounts.choose_real_name(comment.author, "Horace Pemberton")
    first = a_member(comment.proposal.council, Role.MODERATOR)
    if act is Act.PART:
        rules.group(first, other, [comment])
    if act is Act.SHOW_NAME:
        rules.act(first, comment, rules.Order(Act.COVER_NAME, Reason.IMPERSONATION))
    version = proposals.version(comment.proposal, comment.version_number)
    return comment, other, parts_of(version.content)[0].id


@pytest.mark.parametrize("act", BY_PLACE)
@pytest.mark.parametrize("who", WHO)
def test_only_whom_the_table_names_can_change_a_place_or_a_name(browser, act, who):
    comment, other, part = _placed(act)
    where = {Act.GROUP: "group"}.get(act, act.value.replace("_", "-"))
    sent = {
        Act.MOVE: {"part": part},
        Act.GROUP: {"members": str(other.id)},
        Act.COVER_NAME: {"reason": "impersonation"},
    }
    ids = (comment.id, other.id)
    address = f"/desk/{comment.proposal.council.slug}/queue/{comment.id}/place/{where}"
    _sign_in(browser, who, comment)

    browser.post(address, sent.get(act, {}))

    asked = db.session.query(ModerationAction).filter(ModerationAction.comment_id.in_(ids))
    assert (act in [one.act for one in asked]) is (who in BY_PLACE[act])


PEOPLE = {"limit": MODERATORS, "suspend": MODERATORS, "confirm": MODERATORS, "lift": MODERATORS}
PER_DAY = {"limit": 1, "suspend": 0}


@pytest.mark.parametrize("verb", PEOPLE)
@pytest.mark.parametrize("who", WHO)
def test_only_whom_the_table_names_can_restrict_somebody(browser, verb, who):
    comment = a_comment(a_proposal(), body=WORDS)
    address = f"/desk/{comment.proposal.council.slug}/queue/{comment.id}/author"
    if verb not in PER_DAY:
        first = a_member(comment.proposal.council, Role.MODERATOR)
        rules.restrict(first, comment, rules.Measure(0, 7, Reason.HATE))
    _sign_in(browser, who, comment)

    if verb in PER_DAY:
        browser.post(address, {"per_day": PER_DAY[verb], "days": 7, "reason": "hate"})
    else:
        browser.post(f"{address}/{verb}")

    found = db.session.query(Limit).one_or_none()
    state = found and (found.per_day, found.starts_at is not None, found.ended_at is not None)
    done = {
        "limit": (1, True, False),
        "suspend": (0, False, False),
        "confirm": (0, True, False),
        "lift": (0, False, True),
    }[verb]
    assert (state == done) is (who in PEOPLE[verb])


COUNTS = {"propose": MODERATORS, "agree": MODERATORS, "decline": MODERATORS, "back": MODERATORS}
ONE_OF_THEM = "one of the accounts, moderator"
PARTIAL = ["moderator and officer", "moderator and owner", "moderator and decision_maker"]


def _counting(who, proposal, people):
    council = proposal.council
    if who == ONE_OF_THEM:
        return a_member(council, Role.MODERATOR, person=people[0])
    if who in PARTIAL:
        return a_member(council, Role.MODERATOR, Role(who.rpartition(" ")[2]))
    if who == "proposal's author moderator":
        return a_member(council, Role.MODERATOR, person=proposal.author)
    if who.endswith("elsewhere"):
        return a_member(a_council(), Role(who.partition(" ")[0]))
    return a_member(council, Role(who)) if who in STAFF else a_person()


@pytest.mark.parametrize("verb", COUNTS)
@pytest.mark.parametrize(
    "who",
    [
        "anonymous",
        "resident",
        *STAFF,
        "moderator elsewhere",
        "owner elsewhere",
        "proposal's author moderator",
        ONE_OF_THEM,
        *PARTIAL,
    ],
)
def test_only_whom_the_table_names_can_change_a_count(browser, verb, who):
    proposal, people = one_person_thrice()
    start = f"/desk/{proposal.council.slug}/queue/people"
    address, given = f"{start}/on/{proposal.slug}", filled(people)
    if verb != "propose":
        aside = (set_aside if verb == "back" else proposed)(proposal, people)
        address = f"{start}/votes/{aside.id}/{verb}"
        given = {"because": "mistake", "ended_why": "Sisters"} if verb == "back" else {}
    if who != "anonymous":
        browser.sign_in(_counting(who, proposal, people))

    browser.post(address, given)

    found = db.session.query(VotesAside).one_or_none()
    state = found and (found.agreed_at is not None, found.ended_at is not None)
    done = {
        "propose": (False, False),
        "agree": (True, False),
        "decline": (False, True),
        "back": (True, True),
    }[verb]
    assert (state == done) is (who in COUNTS[verb])
    assert opposed(proposal) == (1 if state == (True, False) else 4)
