"""Danger, threats and slurs are found however they are spelt; opinions are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.core.cues.finding import find_cues
from consult.core.cues.kinds import CueKind, Phrase
from consult.core.cues.phrases import listed, spelt_out
from tests.core.comments import demo_comments, real_comments
from tests.core.detection import seconds

pytestmark = pytest.mark.either

SAFEGUARDING, THREAT, SLUR = CueKind.SAFEGUARDING, CueKind.THREAT, CueKind.SLUR
GRAVE = {
    SAFEGUARDING: (
        "I am going to kill myself.",
        "If they find out I'll kill myself",
        "Sometimes I just want to die",
        "He hits the kids when he is drunk",
        "my neighbour keeps hitting her baby",
        "My partner hits me and I have nowhere to go",
        "he said he is going to kill me",
        "Please look at my grandson. His mother's new partner is not safe.",
        "My daughter is in danger and nobody listens",
        "I can’t go on any longer",
        "Dw i eisiau marw",
        "Dwi isio marw",
        "Dw i ddim isio byw",
        "Dwi am ladd fy hunan",
        "She's being abused at home",
    ),
    THREAT: (
        "I know where you live.",
        "We know where your kids go to school",
        "I'll find you",
        "I will kill you",
        "Somebody should shoot them",
        "You all should be hanged",
        "Watch your back, councillor",
        "go and kill yourself",
        "I'm coming for you and your family",
        "Burn their office down",
        "I hope your kids get cancer",
        "I'll break his legs",
        "Dw i'n mynd i dy ladd di",
        "Dwi'n mynd i dy ladd di!",
        "mi ladda i di",
        "Lladda i di",
        "Fe wna i eich lladd chi",
        "Na i dy ladd di",
        "Dylai rhywun eich saethu",
        "Gwyliwch eich cefn, gynghorydd",
    ),
    SLUR: ("Pakis out", "you retard", "a pikey site", "Muslims are vermin"),
}
DISGUISED = (
    "I kn0w wh3re you l1ve",
    "І know whеre you lіve",
    "I know\u200b where y\u200bou live",
    "I KNOW WHERE YOU LIVE",
    "Ｉ know where ｙou live",
    "I know where youuuu live",
    "I'll k*ll you",
    "I'll k.i.l.l you",
    "I'll k i l l you",
    "I’ll kîll you",
    "I   know\twhere, you live",
)
OPINIONS = (
    "I'm gay, and my wife is trans, and we object.",
    "I am a queer, disabled, Black, Jewish, Muslim and Gypsy resident with AIDS.",
    "This is a disgrace. You are useless, idiots, liars and thieves!",
    "The council is killing this town and murdering the high street.",
    "Over my dead body will you have my data.",
    "I'd kill for a decent bus service.",
    "They could not care less; damn the lot of them, bloody fools.",
    "The council knows where you live. They know where you live, who you are and what you earn.",
    "This hits the kids hardest, and it hurts our children most.",
    "The tax hits the kids and beats us all.",
    "I want to die at home, with my own doctor, and not in a hospital.",
    "I hurt myself on the broken kerb outside the shop.",
    "My brother died by suicide; support after self-harm is what we need.",
    "We can't go on like this without a library.",
    "Shoot the messenger, kill the project, bomb the idea, burn the plan.",
    "They should be ashamed and they should be sacked.",
    "He should be fired; the scheme should be shot down and the motion killed.",
    "A chink of light, a spic and span office, a Maine coon and faggots and peas.",
    "Scunthorpe, Pakistan, snigger, niggardly, therapist, spice, raccoon, mongoose, retardant",
    "They called me a paki and shouted pikey at us: that is why I want it private.",
    "My son has spastic quadriplegia.",
    "You are dead right, you're dead set against it, and it is dead to me.",
    "I know where the library is. You live far away.",
    "You will pay for this at the ballot box.",
    "Kill two birds with one stone, and kill the lights.",
    "People at risk, children at risk and risk to life are why sharing is good.",
    "The data will get you killed-off services.",
    "I cut myself on the broken glass at the bus stop.",
    "If a child is being abused, or when children are being neglected, share it.",
    "They were going to hurt those who need help; I'm going to burn these leaflets.",
    "I'll find you a quote and I will get you the forms. We'll get her help.",
    "The high street is as good as dead and people will die because of it.",
    "Young people bring a knife to school. Kids smash their windows.",
    "The library is in danger of closing and our children are in danger of losing it.",
    "It beats me why they beat us to it.",
    "Mae'r cyngor yn lladd y dref. Mae'r gost yn ein lladd ni.",
    "Dw i ddim eisiau byw mewn sir lle mae'r data'n cael ei werthu.",
    "Lladd dau aderyn ag un ergyd. Gwyliwch eich data a'ch biliau.",
    "Mae'n bwysig lladd y cynllun hwn cyn iddo ddechrau.",
    "Dw i eisiau marw gartref, gyda fy meddyg fy hun.",
)
TEXTS = st.lists(
    st.sampled_from(
        ["I know where ", "you live", "kill", " myself", ". ", "k.i.l.l", "1", "*", "\u200b"]
    )
    | st.text(max_size=6),
    max_size=12,
).map("".join)


def kinds(text, **given):
    return {cue.kind for cue in find_cues(text, **given)}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind in GRAVE for text in GRAVE[kind]])
def test_what_is_grave_is_found(kind, text):
    assert kinds(text) == {kind}


@pytest.mark.parametrize("text", DISGUISED)
def test_a_disguise_is_seen_through(text):
    assert kinds(text) == {THREAT}


@pytest.mark.parametrize("text", OPINIONS)
def test_no_opinion_identity_or_way_of_speaking_is_found(text):
    assert kinds(text) == set()


def test_of_two_thousand_real_comments_only_the_one_about_a_child_waits():
    texts = (*real_comments(), *demo_comments())

    waiting = [(text[cue.start : cue.end], cue.kind) for text in texts for cue in find_cues(text)]

    assert waiting == [("partner is not safe", SAFEGUARDING)]


def test_every_phrase_of_the_list_is_found_as_what_it_is_and_says_why():
    for phrase in listed():
        assert phrase.reason
        if phrase.kind:
            for way in list(spelt_out(phrase.words))[:60]:
                assert phrase.kind in kinds(way.replace("_", "x")), way


def test_a_cue_is_marked_from_its_first_to_its_last_character():
    text = "Well: I KN\u200b0W where you live!! Thanks."

    (cue,) = find_cues(text)

    assert text[cue.start : cue.end] == "I KN\u200b0W where you live"


def test_no_phrase_reaches_into_the_next_sentence():
    assert kinds("I know where. You live far from here") == set()
    assert kinds("It should kill\nmyself and others agree") == set()


def test_a_council_adds_phrases_and_removes_them():
    extra = (Phrase(THREAT, "meet me at the river"), Phrase(None, "Watch your back lane"))

    assert kinds("Meet me at the RIVER, then", extra=extra) == {THREAT}
    assert kinds("Watch your back lane", extra=extra) == set()
    assert kinds("Watch your back", removed=("watch your back",)) == set()
    assert kinds("They are pakis", removed=("Pakis",)) == set()
    assert kinds("He is a paki", removed=("Pakis",)) == {SLUR}
    assert kinds("They are pakis", removed=("paki/pakis",)) == set()


def test_an_empty_phrase_adds_nothing():
    assert find_cues("anything at all", extra=(Phrase(THREAT, " ' "), Phrase(SLUR, ""))) == ()


@given(TEXTS)
def test_cues_stand_in_the_text_in_order_and_none_over_another(text):
    ends = 0
    for cue in find_cues(text):
        assert ends <= cue.start < cue.end <= len(text)
        ends = cue.end


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_phrase_of_a_council_can_be_looked_for(text, words):
    find_cues(text, extra=(Phrase(SLUR, words),), removed=(words,))


@pytest.mark.parametrize(
    "piece", ["a ", "i ", "kill ", "k*ll ", "i know where you ", "he hits ", "1"]
)
def test_no_text_runs_away(piece):
    """Measured in `make bench`; here only what grows much faster than its length would fail."""
    assert seconds(piece * (16_000 // len(piece)), find_cues) < 5
