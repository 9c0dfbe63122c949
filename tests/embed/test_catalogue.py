"""The Welsh catalogue: whole, in step with the code, and with all that Welsh plurals need."""

import re
import tomllib
from io import BytesIO

import pytest
from babel import Locale
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from consult.accounts.models import Channel
from consult.changelog import sentences
from consult.changelog.kinds import GROUPS, SCHEMAS
from consult.changelog.models import Fact
from consult.core import ngettext
from consult.core.languages import Lang, speaking
from consult.decisions.models import Verdict
from consult.participation.models import Answer
from consult.proposals.models import Status
from tests.changelog.test_sentences import a_recorded
from tests.embed.listening import ENGLISH, listening

pytestmark = pytest.mark.either

PLACE = re.compile(r"%\(\w+\)[sd]|%(?!\()")
TAG = re.compile(r"<[^>]*>")
FOLDER = "consult/translations/cy/LC_MESSAGES"
KEYWORDS = DEFAULT_KEYWORDS | {"_l": None}
FORMS = {0: 0, 1: 1, 2: 2, 3: 3, 6: 4, 4: 5, 5: 5, 7: 5, 11: 5, 26: 5, 100: 5}  # CLDR's six


@pytest.fixture(scope="module")
def catalogue(root):
    with (root / FOLDER / "messages.po").open("rb") as file:
        return read_po(file, locale="cy")


def sentences_of(catalogue):
    return [message for message in catalogue if message.id]


def forms(message):
    """Each English form beside each Welsh one that must say the same."""
    if not message.pluralizable:
        return [(message.id, message.string)]
    return [(message.id[min(place, 1)], welsh) for place, welsh in enumerate(message.string)]


def test_the_catalogue_holds_what_the_code_says_and_nothing_besides(root, catalogue):
    mappings = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["babel"]["mappings"]

    said = {
        found[1]
        for mapping in mappings
        for path in mapping["pattern"]
        for found in extract_from_file(mapping["method"], root / path, keywords=KEYWORDS)
    }

    assert said == {message.id for message in sentences_of(catalogue)}


def test_every_sentence_is_translated_and_nobody_guessed(catalogue):
    unsaid = [
        message.id
        for message in sentences_of(catalogue)
        if message.fuzzy or not all(welsh.strip() for _english, welsh in forms(message))
    ]

    assert unsaid == []
    assert not catalogue.obsolete


def test_a_translation_keeps_places_tags_and_the_way_its_sentence_ends(catalogue):
    wrong = [
        (english, welsh)
        for message in sentences_of(catalogue)
        for english, welsh in forms(message)
        if sorted(PLACE.findall(english)) != sorted(PLACE.findall(welsh))
        or TAG.findall(english) != TAG.findall(welsh)
        or english.endswith((".", ",", ":", "?")) != welsh.endswith((".", ",", ":", "?"))
        or welsh != welsh.strip()
        or "'" in welsh
    ]

    assert wrong == []


def test_no_translation_was_left_in_english(catalogue):
    english = [
        welsh
        for message in sentences_of(catalogue)
        for _english, welsh in forms(message)
        if ENGLISH.search(PLACE.sub("", welsh))
    ]

    assert english == []


def test_a_number_takes_the_form_that_welsh_gives_it(root, catalogue):
    with (root / FOLDER / "messages.mo").open("rb") as file:
        read = Translations(file)

    assert {number: read.plural(number) for number in FORMS} == FORMS
    assert catalogue.num_plurals == len(Locale("cy").plural_form.tags) + 1
    assert all(len(m.string) == 6 for m in sentences_of(catalogue) if m.pluralizable)


@pytest.mark.parametrize(
    ("number", "person", "day", "view", "more"),
    [
        (0, "0 o bobl", "0 diwrnod ar ôl", "0 barn", "a 0 arall"),
        (1, "1 person", "1 diwrnod ar ôl", "1 farn", "ac 1 arall"),
        (2, "2 berson", "2 ddiwrnod ar ôl", "2 farn", "a 2 arall"),
        (3, "3 pherson", "3 diwrnod ar ôl", "3 barn", "a 3 arall"),
        (5, "5 o bobl", "5 diwrnod ar ôl", "5 barn", "a 5 arall"),
        (6, "6 pherson", "6 diwrnod ar ôl", "6 barn", "a 6 arall"),
    ],
)
def test_words_change_after_a_number_as_they_do_in_speech(app, number, person, day, view, more):
    with speaking(Lang.CY):
        said = [
            ngettext("%(num)s person so far", "%(num)s people so far", number),
            ngettext("%(num)d day left", "%(num)d days left", number),
            ngettext("%(num)s view", "%(num)s views", number),
            ngettext("and %(num)s more", "and %(num)s more", number),
        ]

    assert said == [f"{person} hyd yma", day, view, more]


def test_what_is_read_at_run_time_is_what_was_written(root, catalogue):
    compiled = BytesIO()
    write_mo(compiled, catalogue)

    assert compiled.getvalue() == (root / FOLDER / "messages.mo").read_bytes(), "make welsh"


DAY = "2026-03-15T09:00:00.000Z"
STATES = [each for each in Status if each not in (Status.INTERNAL_REVIEW, Status.READY)]
FACTS = [
    *((kind, {}) for kind in (*GROUPS["proposals"], *GROUPS["decisions"])),
    *((Fact.PROPOSAL_EDITED, {"material": each}) for each in ("yes", "no")),
    *((Fact.SUGGESTION_ANSWERED, {"answer": each}) for each in Answer),
    *((Fact.RESPONSES_ADDED, {"channel": each}) for each in Channel),
    *((Fact.DECISION_PUBLISHED, {"verdict": each, "changes": 0}) for each in Verdict),
    *((Fact.PHASE_CHANGED, {"was": was, "now": now}) for was in STATES for now in STATES),
]
PLAIN = {"reason": "", "note": "", "was": "open", "now": "closed"}
DATED = {"was": DAY, "now": DAY}


def test_every_fact_that_a_frame_may_tell_is_told_in_welsh(app):
    said = []

    with listening(app) as missed, speaking(Lang.CY):
        for kind, given in FACTS:
            words = PLAIN | (DATED if kind is Fact.DEADLINE_EXTENDED else {}) | given
            known = {name: words[name] for name in words if name in SCHEMAS[kind]}
            said.append(sentences.sentence(a_recorded(kind, **known)))

    assert missed == set()
    assert [each for each in said if ENGLISH.search(each)] == []
