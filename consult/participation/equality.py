"""The optional questions about equality: what is asked, and which answers there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consult.core import _l

RATHER_NOT = "rather_not"
WARD = "ward"


@dataclass(frozen=True)
class Question:
    """One question; its answers by key, in the order in which they are read."""

    key: str
    asks: object
    heading: object
    answers: Mapping[str, object]


AGE = Question(
    "age",
    _l("How old are you?"),
    _l("Age"),
    {
        "under_18": _l("Under 18"),
        "18_24": _l("18 to 24"),
        "25_34": _l("25 to 34"),
        "35_44": _l("35 to 44"),
        "45_54": _l("45 to 54"),
        "55_64": _l("55 to 64"),
        "65_74": _l("65 to 74"),
        "75_on": _l("75 or over"),
    },
)
SEX = Question(
    "sex", _l("What is your sex?"), _l("Sex"), {"female": _l("Female"), "male": _l("Male")}
)
DISABILITY = Question(
    "disability",
    _l("Does a health condition that lasts a year or more make everyday life harder for you?"),
    _l("Disability"),
    {
        "a_lot": _l("Yes, a lot"),
        "a_little": _l("Yes, a little"),
        "not_at_all": _l("I have one, and it does not"),
        "none": _l("I have none"),
    },
)
ETHNIC_GROUP = Question(
    "ethnic_group",
    _l("What is your ethnic group?"),
    _l("Ethnic group"),
    {
        "asian": _l("Asian, Asian British or Asian Welsh"),
        "black": _l("Black, Black British, Black Welsh, Caribbean or African"),
        "mixed": _l("Mixed or multiple ethnic groups"),
        "white": _l("White"),
        "other": _l("Another ethnic group"),
    },
)
SET = (AGE, SEX, DISABILITY, ETHNIC_GROUP)


def questions(wards: Sequence[str]) -> list[Question]:
    """What a council with these wards asks; the ward last."""
    if not wards:
        return list(SET)
    named = dict(zip(wards, wards, strict=True))
    return [*SET, Question(WARD, _l("Which ward do you live in?"), _l("Ward"), named)]


def fit(wards: Sequence[str], answers: Mapping[str, str]) -> dict[str, str]:
    """The answers that can be counted; ValueError names the question of one that cannot."""
    known = {question.key: question for question in questions(wards)}
    for key, answer in answers.items():
        if key not in known or (answer != RATHER_NOT and answer not in known[key].answers):
            raise ValueError(key)
    return dict(answers)
